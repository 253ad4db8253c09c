from __future__ import annotations

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.headers import HEADERS, SafeHeaders


async def hello(request: object) -> PlainTextResponse:
    return PlainTextResponse("hello", headers={"X-Frame-Options": "ALLOWALL"})


CLIENT = TestClient(Starlette(routes=[Route("/", hello)], middleware=[Middleware(SafeHeaders)]))


def test_every_response_carries_the_headers_even_when_the_app_says_otherwise() -> None:
    for path in ("/", "/not-there"):
        headers = CLIENT.get(path).headers
        assert {name: headers[name] for name in HEADERS} == dict(HEADERS)


def test_the_policy_lets_nothing_in_from_elsewhere() -> None:
    policy = HEADERS["Content-Security-Policy"]
    assert "http:" not in policy
    assert "https:" not in policy
    assert "*" not in policy
    assert "frame-ancestors 'none'" in policy
