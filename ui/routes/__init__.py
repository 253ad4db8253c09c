"""Plain web routes beside the page."""
