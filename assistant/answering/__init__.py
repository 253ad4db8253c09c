"""A question in its conversation in, an answer out."""
