"""A sentence that a language model wrote and what it cites -> whether it may be shown."""
