from __future__ import annotations

import threading
from collections.abc import Iterator
from contextvars import ContextVar

import pytest

from assistant.generation.deadline import Deadline
from assistant.generation.pump import pumped


def test_the_same_items_come_in_order() -> None:
    assert list(pumped(lambda: iter(range(2_000)), Deadline(5.0))) == list(range(2_000))


def test_what_is_raised_is_raised_behind_what_came_before() -> None:
    def broken() -> Iterator[int]:
        yield 1
        raise ValueError("broken")

    items = pumped(broken, Deadline(5.0))
    assert next(items) == 1
    with pytest.raises(ValueError, match="broken"):
        next(items)


def test_an_iterator_that_blocks_ends_with_the_deadline() -> None:
    free = threading.Event()

    def stuck() -> Iterator[int]:
        yield 1
        free.wait(10.0)

    items = pumped(stuck, Deadline(1.0))
    assert next(items) == 1
    with pytest.raises(TimeoutError):
        next(items)
    free.set()


def test_an_endless_iterator_is_closed_when_nobody_reads_any_more() -> None:
    closed = threading.Event()

    def endless() -> Iterator[int]:
        try:
            while True:
                yield 1
        finally:
            closed.set()

    items = pumped(endless, Deadline(5.0))
    next(items)
    items.close()  # type: ignore[attr-defined]  # a generator
    assert closed.wait(5.0)


def test_the_thread_sees_the_reader_s_context() -> None:
    name: ContextVar[str] = ContextVar("name", default="nobody")
    name.set("tracing")
    assert list(pumped(lambda: iter([name.get()]), Deadline(5.0))) == ["tracing"]
