"""Something that may make one wait -> the same items, and a beat now and then while they wait.

A run of the page can be stopped only when it says something to the page. So while a language model
is silent, whoever reads gets beats, and can let the page look whether somebody has pressed Stop.
"""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from typing import TypeVar

__all__ = ["BEAT", "with_beats"]

BEAT = 0.25  # seconds
_Item = TypeVar("_Item")


def with_beats(items: Iterator[_Item], beat: float = BEAT) -> Iterator[_Item | None]:
    """The items, made in a thread of their own, and None after each beat without one.

    When the reader leaves, the thread makes no more of them and closes what makes them.

    Args:
        items: none of them None.
        beat: seconds.

    Raises:
        Exception: whatever making them raised.
    """
    box: queue.SimpleQueue[tuple[_Item | None, BaseException | None]] = queue.SimpleQueue()
    left = threading.Event()
    threading.Thread(target=_fill, args=(items, box, left), daemon=True, name="answer").start()
    try:
        while True:
            try:
                item, error = box.get(timeout=beat)
            except queue.Empty:
                yield None
                continue
            if error is not None:
                raise error
            if item is None:
                return
            yield item
    finally:
        left.set()


def _fill(
    items: Iterator[_Item],
    box: queue.SimpleQueue[tuple[_Item | None, BaseException | None]],
    left: threading.Event,
) -> None:
    """Each item, then (None, how it ended)."""
    try:
        for item in items:
            box.put((item, None))
            if left.is_set():
                break
    except BaseException as error:  # handed to the reader, who raises it
        box.put((None, error))
        return
    finally:
        close = getattr(items, "close", None)
        if close:
            close()
    box.put((None, None))
