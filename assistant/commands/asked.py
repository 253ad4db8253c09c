"""The options of a planning command -> a request; what cannot be used is wrong use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from assistant.errors import WrongUseError
from assistant.guidance.request import Request, read_request
from assistant.guidance.shelf import Shelf

__all__ = ["asked"]


def asked(given: Mapping[str, str], shelf: Shelf, today: date) -> Request:
    """A request from options by name; WrongUseError says what is accepted instead.

    Args:
        given: option -> text; "" is not given.
        shelf: knows the goals, places, routes and credentials.
        today: the first day, where none is given.
    """
    request, problems = read_request(given, Request("become", today), shelf)
    if problems:
        raise WrongUseError(" ".join(map(str, problems)))
    return request
