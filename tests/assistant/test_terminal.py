from __future__ import annotations

import io
from dataclasses import replace

import pytest
from assistant_samples import ANSWER, CITATION, make_chunk
from rich.console import Console

from assistant.answering.chain import Found
from assistant.answering.understand import Query
from assistant.terminal import show_answer, show_passages
from assistant.types import Answer, Block, Claim, Passage, Profile


def shown(answer: Answer) -> str:
    console = Console(width=100, record=True, file=open_nowhere())
    show_answer(answer, console)
    return console.export_text()


def shown_passages(found: Found) -> str:
    console = Console(width=100, record=True, file=open_nowhere())
    show_passages(found, console)
    return console.export_text()


def open_nowhere() -> io.StringIO:
    return io.StringIO()


def test_an_answer_shows_what_it_assumes_says_its_sources_and_what_to_ask_next() -> None:
    text = shown(ANSWER)
    parts = ["Answer assumes: Ohio", "The fee is $50. [1]", "Sources", "https://board.example/fees", "You could ask next", "When do I renew in Ohio?"]  # fmt: skip
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_the_address_of_a_source_is_not_broken_over_lines() -> None:
    address = "https://board.example/" + "a" * 150
    source = replace(CITATION.source, url=address)
    assert address in shown(replace(ANSWER, citations=(replace(CITATION, source=source),)))


def test_an_answer_without_sources_shows_no_empty_headings() -> None:
    text = shown(replace(ANSWER, citations=(), follow_ups=(), assumptions=Profile()))
    assert "Sources" not in text
    assert "ask next" not in text
    assert "assumes" not in text


@pytest.mark.parametrize("text", ["[red]not a style[/red]", "[/] odd", "see [1] or [b]"])
def test_brackets_in_documents_are_text_and_no_markup(text: str) -> None:
    section = make_chunk("c", text, section=text, title=text)
    query = Query(text, text, text, Profile())
    said = shown_passages(Found((query, [Passage(section, 0.5, 1)], 0.5)))
    assert said.count(text) >= 3
    source = replace(CITATION.source, title=text)
    answer = replace(
        ANSWER, blocks=(Block("paragraph", (Claim("It is so.", (1,)),)),),
        citations=(replace(CITATION, source=source),), follow_ups=(text,),
    )  # fmt: skip
    assert shown(answer).count(text) == 2


def test_passages_show_rank_place_page_and_how_probably_they_answer() -> None:
    chunk = make_chunk("c", "The fee is $50.", page=4)
    text = shown_passages(Found((Query("q", "fees?", "fees", Profile()), [Passage(chunk, 0.5, 1)], 0.876)))
    for part in (
        "fees?",
        "1",
        "A guide",
        "A section",
        "p. 4",
        "The fee is $50.",
        "answerable: 0.88",
    ):
        assert part in text
