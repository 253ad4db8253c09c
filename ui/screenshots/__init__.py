"""The pictures of README and docs, drawn from the page itself: `make screenshots`."""
