from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.generation.faults import Failure, failure_of
from assistant.generation.wording import FAILURES

NOW = 1_700_000_000.0


class Response:
    def __init__(self, status: int, headers: Mapping[str, str]) -> None:
        self.status_code = status
        self.headers = headers


class ProviderError(Exception):
    """As the clients of OpenAI, Anthropic and Mistral raise it: the response hangs on the error."""

    def __init__(self, status: int, headers: Mapping[str, str] | None = None) -> None:
        super().__init__("secret")
        self.response = Response(status, headers or {})


class CodedError(Exception):
    """As Google's client raises it: the status alone."""

    def __init__(self, code: int) -> None:
        super().__init__("secret")
        self.code = code


class ReadTimeoutError(Exception):
    pass


class RemoteProtocolError(Exception):
    pass


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (ProviderError(429, {"retry-after": "3"}), Failure("limit", True, 429, 3.0)),
        (
            ProviderError(429, {"retry-after": "Tue, 14 Nov 2023 22:13:50 GMT"}),
            Failure("limit", True, 429, 30.0),
        ),
        (
            ProviderError(429, {"retry-after": "Tue, 14 Nov 2023 22:00:00 GMT"}),
            Failure("limit", True, 429, 0.0),
        ),
        (ProviderError(429, {"retry-after": "soon"}), Failure("limit", True, 429)),
        (ProviderError(529), Failure("limit", True, 529)),
        (CodedError(503), Failure("server", True, 503)),
        (CodedError(408), Failure("timeout", True, 408)),
        (CodedError(401), Failure("denied", False, 401)),
        (CodedError(403), Failure("denied", False, 403)),
        (CodedError(400), Failure("refused", False, 400)),
        (ReadTimeoutError(), Failure("timeout", True)),
        (TimeoutError(), Failure("timeout", True)),
        (RemoteProtocolError(), Failure("connection", True)),
        (ConnectionResetError(), Failure("connection", True)),
        (ValueError("no JSON"), Failure("garbage", True)),
    ],
    ids=lambda value: value.fault if isinstance(value, Failure) else type(value).__name__,
)
def test_what_a_client_raises_is_read_by_what_it_carries(error: Exception, failure: Failure) -> None:
    assert failure_of(error, NOW) == failure
    assert failure.fault in FAILURES, "there are words for it"


def test_the_cause_below_is_read_where_the_error_itself_says_nothing() -> None:
    wrapped = RuntimeError("wrapped")
    wrapped.__cause__ = ProviderError(429, {"retry-after": "2"})
    assert failure_of(wrapped, NOW) == Failure("limit", True, 429, 2.0)


def test_the_wait_may_stand_below_the_status() -> None:
    error = CodedError(429)
    error.__context__ = ProviderError(429, {"retry-after": "2"})
    assert failure_of(error, NOW).after == 2.0


def test_errors_that_name_each_other_end() -> None:
    error, other = ValueError(), ValueError()
    error.__cause__, other.__cause__ = other, error
    assert failure_of(error, NOW) == Failure("garbage", True)
