"""A plan as files and JSON: what a person keeps, and what other programs read."""
