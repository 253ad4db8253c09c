"""What a provider's client raises -> what went wrong, and whether trying again may help.

The clients share no family of errors, so that they are read by what they carry: a status, headers, the
names of their classes. Their messages are never repeated; they may hold a key.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

__all__ = ["Failure", "failure_of"]

_TOO_MANY, _OVERLOADED = 429, 529
_DENIED = (401, 403)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why one attempt failed."""

    fault: str  # timeout, limit, server, denied, refused, connection, empty or garbage
    retryable: bool
    status: int | None = None
    after: float | None = None  # seconds that the provider asks to wait


def failure_of(error: BaseException, now: float) -> Failure:
    """The failure behind an exception; `now` is the time in seconds since 1970."""
    causes = list(_causes(error))
    statuses = [status for cause in causes if (status := _status(cause))]
    if statuses:
        waits = [wait for cause in causes if (wait := _wait(cause, now)) is not None]
        return _by_status(statuses[0], waits[0] if waits else None)
    names = {kind.__name__ for cause in causes for kind in type(cause).__mro__}
    if any("Timeout" in name for name in names):
        return Failure("timeout", True)
    if any("Connect" in name or "Transport" in name or "Protocol" in name for name in names):
        return Failure("connection", True)
    return Failure("empty" if "EmptyReplyError" in names else "garbage", True)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    seen = 0
    while error is not None and seen < 8:
        yield error
        error, seen = error.__cause__ or error.__context__, seen + 1


def _status(error: BaseException) -> int | None:
    response = getattr(error, "response", None)
    for value in (
        getattr(error, "status_code", None),
        getattr(response, "status_code", None),
        getattr(error, "code", None),
    ):
        if isinstance(value, int) and not isinstance(value, bool) and 400 <= value < 600:
            return value
    return None


def _by_status(status: int, after: float | None) -> Failure:
    if status == _TOO_MANY:
        return Failure("limit", True, status, after)
    if status >= 500:
        return Failure("limit" if status == _OVERLOADED else "server", True, status, after)
    if status == 408:
        return Failure("timeout", True, status)
    return Failure("denied" if status in _DENIED else "refused", False, status)


def _wait(error: BaseException, now: float) -> float | None:
    """The Retry-After header: seconds, or a date (RFC 9110, section 10.2.3)."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    text = str(headers.get("retry-after") or "") if headers is not None else ""
    try:
        return max(0.0, float(text))
    except ValueError:
        pass
    try:
        return max(0.0, parsedate_to_datetime(text).timestamp() - now)
    except (TypeError, ValueError):
        return None
