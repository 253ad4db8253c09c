from __future__ import annotations

import re

import assistant.errors
from assistant.errors import TechPathError

FAMILY = {
    name: value
    for name, value in vars(assistant.errors).items()
    if isinstance(value, type) and issubclass(value, Exception)
}
TREE = re.findall(r"^(?:[├└]── )?(\w+Error)\b", assistant.errors.__doc__ or "", re.MULTILINE)


def test_every_error_stands_in_the_tree_once_and_nothing_else_does() -> None:
    assert sorted(TREE) == sorted(FAMILY)


def test_every_error_is_one_of_the_family() -> None:
    assert TREE[0] == TechPathError.__name__
    assert all(issubclass(error, TechPathError) for error in FAMILY.values())


def test_every_error_says_when_it_is_raised() -> None:
    assert all(error.__doc__ for error in FAMILY.values())


def test_a_message_is_shown_as_it_was_written() -> None:
    assert all(
        str(error("what, where, what to do")) == "what, where, what to do" for error in FAMILY.values()
    )
