"""What a visitor sets is kept in a cookie that holds our own words only."""

from __future__ import annotations

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from ui.look import COOKIE
from ui.routes.look import look_routes


@pytest.fixture
def client() -> TestClient:
    return TestClient(Starlette(routes=look_routes()), base_url="https://techpath.example")


def test_what_was_set_is_remembered_where_no_script_reads_it(client: TestClient) -> None:
    answer = client.post("/look?chosen=es.dark.large.OH")
    cookie = answer.headers["set-cookie"]
    assert answer.status_code == 204
    assert cookie.startswith(f"{COOKIE}=es.dark.large.OH;")
    assert {"HttpOnly", "Secure", "SameSite=lax"} <= set(cookie.split("; "))


def test_words_that_are_not_ours_are_not_kept(client: TestClient) -> None:
    cookie = client.post("/look?chosen=<b>.red;x=1.huge.ZZ").headers["set-cookie"]
    assert cookie.startswith(f"{COOKIE}=.system.normal.;")


def test_an_address_alone_sets_nothing(client: TestClient) -> None:
    assert client.get("/look?chosen=es").status_code == 405
