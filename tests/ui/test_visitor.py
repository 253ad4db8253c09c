from __future__ import annotations

from http.cookies import SimpleCookie

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.responses import HTMLResponse, JSONResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from ui.visitor import COOKIE, VisitorCookie


async def page(request: object) -> HTMLResponse:
    return HTMLResponse("<p>page</p>")


async def data(request: object) -> JSONResponse:
    return JSONResponse({})


ROUTES = [Route("/", page), Route("/plan", page), Route("/s/{token}", page), Route("/data", data)]


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=ROUTES, middleware=[Middleware(VisitorCookie)]))


def cookie_of(header: str) -> SimpleCookie:
    found = SimpleCookie()
    found.load(header)
    return found


def test_the_page_gives_a_browser_a_key_that_no_script_reads(client: TestClient) -> None:
    morsel = cookie_of(client.get("/").headers["set-cookie"])[COOKIE]
    assert len(morsel.value) >= 43  # 256 bits in base 64
    assert morsel["httponly"]
    assert morsel["samesite"] == "Lax"
    assert not morsel["secure"]


def test_two_browsers_get_two_keys(client: TestClient) -> None:
    first = client.get("/").headers["set-cookie"]
    client.cookies.clear()
    assert client.get("/").headers["set-cookie"] != first


def test_a_browser_that_has_a_key_keeps_it(client: TestClient) -> None:
    client.get("/")
    assert "set-cookie" not in client.get("/plan").headers


@pytest.mark.parametrize("key", ["", "short", "x" * 31])
def test_a_key_that_is_none_of_ours_is_replaced(client: TestClient, key: str) -> None:
    assert "set-cookie" in client.get("/", headers={"cookie": f"{COOKIE}={key}"}).headers


@pytest.mark.parametrize("path", ["/s/token", "/data", "/not-there"])
def test_shared_pages_and_data_set_no_cookie(client: TestClient, path: str) -> None:
    assert "set-cookie" not in client.get(path).headers


def test_the_key_travels_by_https_only_where_the_page_did(client: TestClient) -> None:
    behind = client.get("/", headers={"x-forwarded-proto": "https"}).headers["set-cookie"]
    assert cookie_of(behind)[COOKIE]["secure"]
