"""An address names what the library shows; what makes no sense in it is left out with a note."""

from __future__ import annotations

import pytest

from assistant.guidance.shelf import Shelf
from assistant.types import Citation, Source
from ui.library.catalog import Catalog
from ui.library.link import Wanted, anchor_of, citation_link, document_link, read_link, write_link


@pytest.mark.parametrize(
    ("parameters", "view"),
    [
        ({}, "shelves"),
        ({"q": "vaccines"}, "list"),
        ({"topic": "renewal"}, "list"),
        ({"for": "counselor"}, "list"),
        ({"state": "OH"}, "state"),
        ({"state": "OH", "q": "vaccines"}, "list"),
        ({"doc": "handbook", "page": "12"}, "document"),
        ({"doc": "guides/becoming/at-16-or-17", "at": "What can I do now?"}, "document"),
        ({"view": "changes"}, "changes"),
    ],
    ids=str,
)
def test_an_address_opens_its_view(
    parameters: dict[str, str], view: str, catalog: Catalog, shelf: Shelf
) -> None:
    wanted = read_link(parameters, catalog, shelf)
    assert wanted.view == view
    assert wanted.notes == ()
    assert read_link(write_link(wanted), catalog, shelf) == wanted


@pytest.mark.parametrize(
    "parameters",
    [{"doc": "guides/nothing"}, {"topic": "zebras"}, {"state": "Mars"}, {"for": "nobody"}],
    ids=str,
)
def test_what_an_address_gets_wrong_is_said_and_left_out(
    parameters: dict[str, str], catalog: Catalog, shelf: Shelf
) -> None:
    wanted = read_link(parameters, catalog, shelf)
    assert len(wanted.notes) == 1
    assert next(iter(parameters.values())) in wanted.notes[0]
    assert wanted.view == "shelves"


@pytest.mark.parametrize(("text", "page"), [("3", 3), ("0", 1), ("-1", 1), ("٣", 1), ("99999", 1), ("x", 1)])
def test_a_page_is_a_number_from_1(text: str, page: int, catalog: Catalog, shelf: Shelf) -> None:
    assert read_link({"doc": "handbook", "page": text}, catalog, shelf).page == page


def test_a_state_may_be_named_as_people_do(catalog: Catalog, shelf: Shelf) -> None:
    assert read_link({"state": " new  york "}, catalog, shelf).state == "NY"


def test_a_link_to_a_document_names_its_page_and_heading() -> None:
    assert document_link("handbook", 12) == {"doc": "handbook", "page": "12"}
    assert document_link("guides/x", heading="Can I start at 16?") == {
        "doc": "guides/x",
        "at": "can-i-start-at-16",
    }
    assert document_link("guides/x") == {"doc": "guides/x"}


def test_an_anchor_is_made_of_plain_words() -> None:
    assert anchor_of("What’s “CE”, and why?") == "what-s-ce-and-why"
    assert write_link(Wanted()) == {}


@pytest.mark.parametrize(
    ("document", "section", "page", "parameters"),
    [
        ("guides/x", "How old must I be?", None, {"doc": "guides/x", "at": "how-old-must-i-be"}),
        ("handbook", "Becoming > How old must I be?", 12, {"doc": "handbook", "page": "12"}),
    ],
    ids=["guide", "handbook"],
)
def test_a_citation_leads_to_its_heading_or_its_page(
    document: str, section: str, page: int | None, parameters: dict[str, str]
) -> None:
    source = Source("s", "S", "P", "", "guide", "2026", "2026-11-22")
    assert citation_link(Citation(1, source, "c", document, "X", section, page, "q", "q")) == parameters
