"""The routes of the handbook, without the page around them."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.errors import DocumentError
from ui.library.handbook import Handbook
from ui.routes.handbook import BURST, handbook_routes

PDF = Path(__file__).resolve().parents[3] / "knowledge" / "handbook.pdf"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return Handbook(PDF)


@pytest.fixture
def client(handbook: Handbook) -> TestClient:
    return TestClient(Starlette(routes=handbook_routes(lambda: handbook, lambda: 0.0)))


def test_the_file_opens_in_the_browser(client: TestClient) -> None:
    answer = client.get("/handbook.pdf")
    assert answer.content == PDF.read_bytes()
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith("inline")


def test_the_file_can_be_kept(client: TestClient) -> None:
    assert client.get("/handbook.pdf?download").headers["content-disposition"].startswith("attachment")


def test_a_page_comes_as_a_picture(client: TestClient) -> None:
    answer = client.get("/handbook-page-3.png?v=1")
    assert answer.headers["content-type"] == "image/png"
    assert answer.content.startswith(b"\x89PNG")


@pytest.mark.parametrize("page", ["0", "9999", "-1", "x"])
def test_a_page_that_is_not_there_is_not_found(client: TestClient, page: str) -> None:
    assert client.get(f"/handbook-page-{page}.png").status_code == 404


def test_a_program_that_asks_for_page_after_page_is_slowed_down(client: TestClient) -> None:
    codes = [client.get("/handbook-page-0.png").status_code for _ in range(BURST + 1)]
    assert codes == [404] * BURST + [429]


def test_without_a_file_and_with_a_broken_one_nothing_is_found() -> None:
    def broken() -> Handbook:
        raise DocumentError("no PDF")

    for find in (broken, lambda: None):
        client = TestClient(Starlette(routes=handbook_routes(find, lambda: 0.0)))
        assert client.get("/handbook.pdf").status_code == 404
        assert client.get("/handbook-page-1.png").status_code == 404
