"""A language model played by a script, behind the real wire forms of three providers."""
