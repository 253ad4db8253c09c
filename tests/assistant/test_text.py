from __future__ import annotations

import pytest

from assistant.text import STOP_WORDS, figures, fold, sentence_spans, sentences, terms, words

PROSE = (
    "Dr. Lee works at St. Mary's, e.g. on Mondays. The fee is $1,200.50 vs. $50!  "
    "Is it due?\n\nA heading without a stop\n\n(It is.) See Ohio Admin. Code 4729:3-3 for that."
)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        pytest.param("OHIO", "ohio", id="lower case"),
        pytest.param("Técnico de Farmácia", "tecnico de farmacia", id="accents"),
        pytest.param("don’t – or — do", "don't - or - do", id="quotes and dashes"),
        pytest.param("ﬁrst", "first", id="ligature"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_folding_makes_spellings_equal(text: str, folded: str) -> None:
    assert fold(text) == folded


@pytest.mark.parametrize("text", ["Ohio", "Técnico", "don’t – do", "ﬁrst", PROSE])
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_a_hyphenated_word_gives_its_parts() -> None:
    assert words("Tech-check-tech, 340B!") == ["tech", "check", "tech", "340b"]


def test_terms_leave_stop_words_out_and_keep_repeats_and_negation() -> None:
    assert terms("Do I need to renew, or renewing not?") == ["renew", "renew", "not"]


@pytest.mark.parametrize("pair", [("renewal", "renewals"), ("technician", "technicians"), ("fee", "fees")])
def test_singular_and_plural_are_one_term(pair: tuple[str, str]) -> None:
    assert terms(pair[0]) == terms(pair[1])


def test_stop_words_are_folded_words() -> None:
    assert all(words(word) == [word] for word in STOP_WORDS)


def test_an_endless_word_is_no_term() -> None:
    assert terms("a" * 40) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("$1,200 or 1200", {"1200"}, id="thousands"),
        pytest.param("50%", {"50"}, id="percent"),
        pytest.param("$129.00", {"129"}, id="cents of zero"),
        pytest.param("$12.50", {"12.5"}, id="cents"),
        pytest.param("no figure", set(), id="none"),
        pytest.param("2025-12-31", {"2025", "12", "31"}, id="date"),
    ],
)
def test_a_figure_has_one_form(text: str, found: set[str]) -> None:
    assert figures(text) == found


def test_a_figure_at_the_end_of_a_list_is_found_without_its_comma() -> None:
    assert figures("at 16, 17, or 18.") == {"16", "17", "18"}


def test_abbreviations_do_not_end_a_sentence() -> None:
    assert sentences(PROSE) == [
        "Dr. Lee works at St. Mary's, e.g. on Mondays.",
        "The fee is $1,200.50 vs. $50!",
        "Is it due?",
        "A heading without a stop",
        "(It is.)",
        "See Ohio Admin. Code 4729:3-3 for that.",
    ]


@pytest.mark.parametrize("text", [PROSE, "", "   ", "One", "A.\n\n\n\nB", "¿Qué? Sí. No…"])
def test_spans_are_stripped_ordered_and_lose_no_letter(text: str) -> None:
    spans = sentence_spans(text)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
