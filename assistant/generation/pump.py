"""An iterator that may block without end -> the same items, until a deadline.

A provider that sends a byte now and then never trips a client's timeout. So the reading is done in a
thread of its own, and whoever waits for it gives up on time; the thread ends with its next item, or
with the client's own timeout.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Iterator
from contextvars import copy_context
from typing import Generic, TypeVar

from assistant.generation.deadline import Deadline

__all__ = ["pumped"]

_Item = TypeVar("_Item")
_WAITING = 512  # items read ahead at most, so that an enormous reply is not all kept


class _End(Generic[_Item]):
    """The last thing in the box: how the iterator ended."""

    def __init__(self, error: BaseException | None = None) -> None:
        self.error = error


def pumped(make: Callable[[], Iterator[_Item]], deadline: Deadline) -> Iterator[_Item]:
    """The items of `make()`, made in a thread.

    Raises:
        TimeoutError: the deadline has passed.
        Exception: whatever `make()` raised.
    """
    box: queue.Queue[_Item | _End[_Item]] = queue.Queue(maxsize=_WAITING)
    left = threading.Event()  # set when nobody reads any more
    run = copy_context().run  # tracing finds its parent by context
    threading.Thread(target=run, args=(_fill, make, box, left), daemon=True, name="model").start()
    try:
        while True:
            try:
                item = box.get(timeout=deadline.left)
            except queue.Empty:
                raise TimeoutError("the time allowed has passed") from None
            if isinstance(item, _End):
                if item.error is not None:
                    raise item.error
                return
            yield item
    finally:
        left.set()


def _fill(
    make: Callable[[], Iterator[_Item]], box: queue.Queue[_Item | _End[_Item]], left: threading.Event
) -> None:
    end: _End[_Item] = _End()
    try:
        items = make()
        for item in items:
            if not _put(box, item, left):
                _close(items)
                return
    except BaseException as error:  # handed to the reader, who raises it
        end = _End(error)
    _put(box, end, left)


def _put(box: queue.Queue[_Item | _End[_Item]], item: _Item | _End[_Item], left: threading.Event) -> bool:
    """Put an item; False when nobody reads any more."""
    while not left.is_set():
        try:
            box.put(item, timeout=0.5)
        except queue.Full:
            continue
        return True
    return False


def _close(items: Iterator[_Item]) -> None:
    """Closing a stream ends the request, so that nothing more is written or paid for."""
    close = getattr(items, "close", None)
    if close:
        close()
