"""The library that draws the pictures, loaded when the first one is drawn."""

from __future__ import annotations

from importlib import import_module
from typing import Any

__all__ = ["altair"]


def altair() -> Any:
    """Altair.

    It looks whether pandas is among the loaded modules, and finds it there while another visitor's page is
    still loading it, with half of its names. Importing it first waits for that.
    """
    import_module("pandas")
    import altair as library

    return library
