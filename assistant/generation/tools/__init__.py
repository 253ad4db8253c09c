"""What a language model may look up while it writes: the guidance functions, with checked arguments."""
