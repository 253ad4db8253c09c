"""The typed records, and what is computed from them."""
