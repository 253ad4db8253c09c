"""Answers, rankings and expectations -> numbers. Pure: no engine, no store, no file.

One measure a file. A measure that has nothing to say for a turn gives None, and that turn does not
count.
"""
