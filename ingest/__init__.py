"""Documents and records in, an index out."""
