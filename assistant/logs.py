"""What happens in a server -> one JSON object a line on standard error.

A line never holds what people ask, unless TECHPATH_LOG_QUESTIONS says so: callers hand the texts of
people over under the keys of TEXTS, and the writer leaves these out. Of an exception it writes its
kind and its place; its words only where they are our own, for anybody's may repeat a question.
"""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from traceback import extract_tb
from typing import IO, Any

from assistant.errors import TechPathError
from assistant.settings import Settings

__all__ = ["TEXTS", "JsonLines", "log_event", "set_up_logs"]

TEXTS = frozenset({"question", "reason"})  # keys whose values are people's own words
_EVENT = "techpath_event"  # the attribute of a record that holds its values
_FRAMES = 12  # of an exception, the innermost


def set_up_logs(settings: Settings, stream: IO[str] | None = None) -> None:
    """Write the log of this process so from now on.

    Args:
        settings: the level, and whether the texts of people may be written.
        stream: where to; None is standard error.
    """
    handler = logging.StreamHandler(stream or sys.stderr)
    handler.setFormatter(JsonLines(settings.log_questions))
    ours = logging.getLogger("techpath")
    ours.handlers[:] = [handler]
    ours.setLevel(settings.log_level.upper())
    ours.propagate = False


def log_event(log: logging.Logger, name: str, level: int = logging.INFO, **values: object) -> None:
    """Note that something happened.

    Args:
        log: of the part that tells it.
        name: what happened, in one or two words.
        level: how much it matters.
        values: what belongs to it; people's own words under the keys of TEXTS only.
    """
    log.log(level, name, extra={_EVENT: values})


class JsonLines(logging.Formatter):
    """A record -> a line of JSON."""

    def __init__(self, texts: bool) -> None:
        """Write so.

        Args:
            texts: whether what people wrote may stand in a line.
        """
        super().__init__()
        self._texts = texts

    def format(self, record: logging.LogRecord) -> str:
        """The line; a value that JSON has no form for is written as text."""
        line: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "part": record.name,
            "event": record.getMessage(),
            **self._allowed(getattr(record, _EVENT, {})),
        }
        if record.exc_info and record.exc_info[1]:
            line["errors"] = list(self._errors(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=False, default=str)

    def _allowed(self, values: Mapping[str, object]) -> dict[str, object]:
        return {key: value for key, value in values.items() if self._texts or key not in TEXTS}

    def _errors(self, error: BaseException | None) -> Iterator[dict[str, object]]:
        """An exception and those that led to it, the last one first."""
        while error is not None:
            told: dict[str, object] = {"kind": type(error).__qualname__}
            if self._texts or isinstance(error, TechPathError):
                told["says"] = str(error)
            frames = extract_tb(error.__traceback__)[-_FRAMES:]
            told["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
            yield told
            error = error.__cause__ or error.__context__
