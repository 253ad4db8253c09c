"""How the database came to its present form, step by step; run by Alembic.

A new step is a file versions/v000N_noun.py whose `down_revision` is the step before. It says what it
does in its own words and not by tables.py, which goes on changing; a step that has been released is
never changed. The tests compare what all steps make with tables.py, and take each one back.
"""
