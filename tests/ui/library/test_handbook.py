"""The handbook's pages are pictures, and a page is known by its text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from assistant.errors import DocumentError
from assistant.settings import read_settings
from ui.library.handbook import Handbook, open_handbook

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"


@pytest.fixture(scope="module")
def handbook() -> Handbook:
    return Handbook(KNOWLEDGE / "handbook.pdf")


def test_a_page_is_a_picture_that_a_phone_can_load(handbook: Handbook) -> None:
    picture = handbook.picture(5)
    assert picture.startswith(b"\x89PNG")
    assert 5_000 < len(picture) < 250_000
    assert handbook.picture(5) is picture


def test_a_page_is_known_by_its_text(handbook: Handbook) -> None:
    first = "A cited career handbook for US pharmacy technicians"
    assert handbook.is_page(1, first)
    assert not handbook.is_page(2, f"{first} nobody printed zebras upon it")
    assert not handbook.is_page(0, first)
    assert not handbook.is_page(handbook.pages + 1, first)


def test_a_file_that_is_no_pdf_is_said_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "handbook.pdf"
    path.write_bytes(b"no PDF")
    with pytest.raises(DocumentError, match="make handbook"):
        Handbook(path)


def test_knowledge_without_a_handbook_has_none(tmp_path: Path) -> None:
    settings = read_settings({"TECHPATH_KNOWLEDGE": str(tmp_path)})
    assert open_handbook(settings) is None
    assert open_handbook(replace(settings, knowledge=KNOWLEDGE)) is not None
