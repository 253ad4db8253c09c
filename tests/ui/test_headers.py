from __future__ import annotations

import pytest
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


SCHOOL = "https://www.school.example"
EMBEDDED = TestClient(
    Starlette(routes=[Route("/", hello)], middleware=[Middleware(SafeHeaders, embed_origins=(SCHOOL,))])
)


def test_a_site_that_the_settings_allow_may_hold_the_page_in_a_frame() -> None:
    headers = EMBEDDED.get("/?ask=x&embed=true").headers
    assert f"frame-ancestors {SCHOOL}" in headers["Content-Security-Policy"]
    assert headers.get("X-Frame-Options") != HEADERS["X-Frame-Options"]


@pytest.mark.parametrize("address", ["/", "/?embed=false", "/?ask=embed=true", "/?embed_options=x"])
def test_what_does_not_ask_for_it_stays_out_of_frames(address: str) -> None:
    headers = EMBEDDED.get(address).headers
    assert {name: headers[name] for name in HEADERS} == dict(HEADERS)


def test_where_no_site_is_allowed_asking_changes_nothing() -> None:
    headers = CLIENT.get("/?embed=true").headers
    assert {name: headers[name] for name in HEADERS} == dict(HEADERS)
