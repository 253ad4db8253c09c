from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator

import pytest

from ui.patience import with_beats


def test_items_come_in_their_order() -> None:
    assert [item for item in with_beats(iter([1, 2, 3])) if item is not None] == [1, 2, 3]


def test_there_are_beats_while_nothing_comes() -> None:
    go = threading.Event()

    def slow() -> Iterator[str]:
        go.wait()
        yield "late"

    told = with_beats(slow(), beat=0.01)
    assert [next(told), next(told)] == [None, None]
    go.set()
    assert [item for item in told if item] == ["late"]


def test_what_goes_wrong_is_raised_to_the_reader() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    told = with_beats(broken())
    assert next(told) == 1
    with pytest.raises(ValueError, match="broken"):
        list(told)


def test_when_the_reader_leaves_nothing_more_is_made() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            yield from itertools.count()
        finally:
            closed.set()

    told = with_beats(endless())
    next(told)
    told.close()  # type: ignore[attr-defined]  # it is a generator
    assert closed.wait(10)
