"""Text -> the places in it that speak of a person."""
