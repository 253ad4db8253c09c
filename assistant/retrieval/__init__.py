"""A query in, passages out, best first."""
