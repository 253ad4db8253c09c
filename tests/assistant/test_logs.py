from __future__ import annotations

import json
import logging
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any

import pytest

from assistant.errors import StorageError
from assistant.logs import log_event, set_up_logs
from assistant.settings import read_settings

LOG = logging.getLogger("techpath.test")
QUESTION = "My name is Zebedee. What does Ohio cost?"

Lines = Callable[..., list[dict[str, Any]]]


@pytest.fixture
def lines() -> Iterator[Lines]:
    """A function (step, **environment) that sets the log up so, does the step, and reads what was written."""
    ours = logging.getLogger("techpath")
    before = (list(ours.handlers), ours.level, ours.propagate)

    def written(step: Callable[[], None], **environ: str) -> list[dict[str, Any]]:
        stream = StringIO()
        set_up_logs(read_settings({"TECHPATH_LOG": "info", **environ}), stream)
        step()
        return [json.loads(line) for line in stream.getvalue().splitlines()]

    yield written
    ours.handlers[:], ours.level, ours.propagate = before


def answered() -> None:
    log_event(LOG, "answered", outcome="answered", ms=12.5, question=QUESTION)


def failed() -> None:
    try:
        try:
            raise ValueError(QUESTION)
        except ValueError as error:
            raise StorageError("The disk is full.") from error
    except StorageError:
        LOG.exception("Nothing is kept.")


def test_an_event_is_one_line_with_its_values(lines: Lines) -> None:
    (line,) = lines(answered)
    assert line.pop("time").endswith("+00:00")
    assert line == {
        "level": "info",
        "part": "techpath.test",
        "event": "answered",
        "outcome": "answered",
        "ms": 12.5,
    }


def test_what_people_ask_is_written_only_when_switched_on(lines: Lines) -> None:
    assert "Zebedee" not in str(lines(answered))
    (line,) = lines(answered, TECHPATH_LOG_QUESTIONS="yes")
    assert line["question"] == QUESTION


def test_an_error_tells_kind_and_place_and_only_our_own_words(lines: Lines) -> None:
    (line,) = lines(failed)
    ours, cause = line["errors"]
    assert (ours["kind"], ours["says"]) == ("StorageError", "The disk is full.")
    assert cause["kind"] == "ValueError"
    assert cause["at"][-1].endswith(" failed")
    assert "Zebedee" not in str(line)


def test_an_error_tells_all_where_texts_are_switched_on(lines: Lines) -> None:
    (line,) = lines(failed, TECHPATH_LOG_QUESTIONS="yes")
    assert line["errors"][1]["says"] == QUESTION


def test_what_is_below_the_level_is_left_out(lines: Lines) -> None:
    assert lines(answered, TECHPATH_LOG="warning") == []
