"""The rules of the knowledge folder: is it sound, what changed, what does it cover."""
