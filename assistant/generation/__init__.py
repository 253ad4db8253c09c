"""A question and its evidence -> an Answer that a language model wrote and the judge let through."""
