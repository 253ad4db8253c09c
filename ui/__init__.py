"""The page and the plain web routes around it."""
