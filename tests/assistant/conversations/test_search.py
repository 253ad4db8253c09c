from __future__ import annotations

import pytest
from assistant_samples import ANSWER
from conversation_samples import answer_to

from assistant.conversations.search import excerpt, patterns, plain_text, search_words
from assistant.types import Block, Claim


def test_words_are_kept_folded_with_their_stems_each_once() -> None:
    assert search_words("Renewals, renewal — Québec!") == " renewals renew renewal quebec "


def test_a_text_without_words_has_none() -> None:
    assert search_words("?! …") == ""


@pytest.mark.parametrize("query", ["", "%", "_ _", "!?"])
def test_a_query_without_words_has_no_pattern(query: str) -> None:
    assert patterns(query) == ()


def test_a_word_may_stand_itself_or_by_its_stem() -> None:
    assert patterns("Renewing") == (("% renewing%", "% renew%"),)


def test_a_word_of_a_script_without_spaces_may_stand_anywhere() -> None:
    assert patterns("試験") == (("%試験%",),)


def test_a_query_of_a_hundred_words_is_cut() -> None:
    assert len(patterns(" ".join(f"word{n}" for n in range(100)))) == 12


def test_tables_and_lists_are_read_too() -> None:
    table = Block(
        "table", header=("State", "Fee"), rows=((Claim("Ohio"), Claim("$50", (1,))),), lead_in="Fees:"
    )
    assert plain_text(answer_to("q", "One.")) == "One."
    assert plain_text(type(ANSWER)("q", "q", "answered", "e", (table,), (), ANSWER.assumptions)) == (
        "Fees: State Fee Ohio $50"
    )


def test_a_short_text_is_shown_whole() -> None:
    assert excerpt("The fee\nis $50.", "fee") == "The fee is $50."


@pytest.mark.parametrize("at", [0, 5, 40, 78, 79])
def test_an_excerpt_shows_the_word_wherever_it_stands(at: int) -> None:
    words = ["filler"] * 80
    words[at] = "certification"
    found = excerpt(" ".join(words), "certified")
    assert "certification" in found
    assert len(found) <= 160 + len("…  …")
    assert found.startswith("…") == (at > 20)
