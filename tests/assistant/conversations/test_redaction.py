from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversations.folding import fold_with_places
from assistant.conversations.redaction import (
    Redaction,
    apply,
    apply_to_source,
    by_hand,
    suggest,
    suggest_all,
)
from assistant.wording import REDACTED

MESSAGE = (
    "Hi, my name is Maria Lopez and I go to Lakewood High School in Ohio. I work at CVS on Main St, my "
    "phone is (614) 555-0100 and I want PTCB certification."
)
LETTERS = st.characters(categories=["Lu", "Ll", "Lo"], exclude_characters="\u0130\u0131")
NAMES = st.text(LETTERS, min_size=4, max_size=12).filter(
    lambda word: word.casefold() not in "name private hidden"
)
AROUND = st.text(max_size=40)


def test_a_message_is_hidden_piece_by_piece_and_its_career_stays() -> None:
    assert apply(MESSAGE, suggest(MESSAGE)) == (
        "Hi, my name is [name] and I go to [school] in Ohio. I work at [employer] on [address], my "
        "phone is [phone] and I want PTCB certification."
    )


def test_only_what_was_accepted_is_hidden() -> None:
    accepted = [redaction for redaction in suggest(MESSAGE) if redaction.kind == "phone"]
    assert apply(MESSAGE, accepted) == MESSAGE.replace("(614) 555-0100", "[phone]")
    assert apply(MESSAGE, []) == MESSAGE


@given(AROUND, NAMES, AROUND)
def test_a_suggestion_stands_where_it_says(before: str, name: str, after: str) -> None:
    text = f"{before}. My name is {name}. {after}"
    found = suggest(text)
    assert all(text[r.start : r.end] == r.words for r in found)
    assert all(one.end <= other.start for one, other in zip(found, found[1:], strict=False))


@given(AROUND, NAMES, AROUND)
def test_an_accepted_word_leaves_no_trace_in_any_spelling(before: str, name: str, after: str) -> None:
    accepted = [by_hand(name)]
    forms = {name, name.upper(), name.lower(), unicodedata.normalize("NFD", name)}
    for form in forms:
        hidden = apply(f"{before} {form} {after}", accepted)
        assert f" {fold_with_places(name).text} " not in f" {fold_with_places(hidden).text} "


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("What should Maria do? Is Lopez on the list?", "What should [name] do? Is [name] on the list?"),
        ("MARIA LOPEZ, maria-lopez, María López", "[name], [name], [name]"),
        ("Maria's fee", "[name]'s fee"),
        ("Mariana and Lopezville stay", "Mariana and Lopezville stay"),
    ],
)
def test_a_name_hides_its_parts_and_nothing_longer(text: str, hidden: str) -> None:
    accepted = suggest("My name is Maria Lopez.")
    assert apply(text, accepted) == hidden


@pytest.mark.parametrize("number", ["614-555-0100", "6145550100", "+1 (614) 555.0100", "1 614 555 0100"])
def test_a_phone_number_is_hidden_in_any_punctuation(number: str) -> None:
    accepted = suggest("Call (614) 555-0100")
    assert apply(f"at {number}, or 614-555-0199", accepted) == "at [phone], or 614-555-0199"


def test_a_name_that_is_a_word_is_hidden_with_its_capital_only() -> None:
    accepted = suggest("I'm Grace Lee.")
    assert apply("Is there a grace period, Grace?", accepted) == "Is there a grace period, [name]?"


def test_a_name_in_a_script_without_spaces_is_hidden_inside_a_sentence() -> None:
    assert apply("我是王小明的老师", [by_hand("王小明")]) == "我是[hidden]的老师"


def test_a_sentence_of_a_source_keeps_ordinary_words_and_the_subject() -> None:
    accepted = (*suggest("My student Virginia Lopez has a felony from 2015."), by_hand("May"))
    sentence = "In Virginia a felony from 2015 is judged until May 1; ask Ms. Lopez."
    assert apply_to_source(sentence, accepted) == sentence.replace("Lopez", "[name]")


def test_the_same_words_are_asked_about_once() -> None:
    found = suggest_all(["My name is Maria Lopez.", "my name is maria lopez", "I work at CVS"])
    assert [(r.kind, r.words) for r in found] == [("name", "Maria Lopez"), ("employer", "CVS")]


def test_what_stands_instead_does_not_tell_the_secret() -> None:
    assert REDACTED["immigration"] == REDACTED["record"] == "[private]"


def test_words_that_overlap_are_hidden_once() -> None:
    accepted = [by_hand("Maria Lopez"), by_hand("Lopez Academy")]
    assert apply("Maria Lopez Academy", accepted) == "[hidden]"


def test_nothing_to_hide_changes_nothing() -> None:
    assert apply("...", [Redaction("own", 0, 0, "", "[hidden]"), by_hand("  !? ")]) == "..."
    assert suggest("") == ()
