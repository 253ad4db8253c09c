"""One run -> words for the terminal, JSON, and one self-contained page.

Turns of the test split count in totals and are shown nowhere.
"""
