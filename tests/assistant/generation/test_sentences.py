from __future__ import annotations

import random

import pytest

from assistant.generation.sentences import Sentences, Written

REPLY = """The fee is $50. [k1a2b3c] Dr. Smith, R.Ph., asks for 1.5 hours of CE. [k1a2b3c, k4d5e6f]
- Bring a photo ID. [k4d5e6f]
- Pay online at www.board.example. It takes a day! [kaaaaaa][kbbbbbb]

1. Apply. [k1a2b3c]
2. **Pass** the exam (see k4d5e6f).

NOT a key [3] or 【4】 here. Is that all? [kcccccc]"""


def parsed(reply: str, sizes: random.Random | None = None) -> list[Written]:
    """A reply as it is read in pieces of random sizes, or at once."""
    parser, found, place = Sentences(), list[Written](), 0
    while place < len(reply):
        size = sizes.randint(1, 9) if sizes else len(reply)
        found += parser.feed(reply[place : place + size])
        place += size
    return [*found, *parser.flush()]


def test_a_reply_falls_into_sentences_with_their_keys_and_kinds() -> None:
    assert [(one.text, one.keys, one.kind) for one in parsed(REPLY)] == [
        ("The fee is $50.", ("k1a2b3c",), "paragraph"),
        ("Dr. Smith, R.Ph., asks for 1.5 hours of CE.", ("k1a2b3c", "k4d5e6f"), "paragraph"),
        ("Bring a photo ID.", ("k4d5e6f",), "bullets"),
        ("Pay online at www.board.example.", (), "bullets"),
        ("It takes a day!", ("kaaaaaa", "kbbbbbb"), "bullets"),
        ("Apply.", ("k1a2b3c",), "steps"),
        ("Pass the exam.", ("k4d5e6f",), "steps"),
        ("NOT a key or here.", (), "paragraph"),
        ("Is that all?", ("kcccccc",), "paragraph"),
    ]


@pytest.mark.parametrize("seed", range(20))
def test_how_a_reply_is_cut_into_tokens_changes_nothing(seed: int) -> None:
    assert parsed(REPLY, random.Random(seed)) == parsed(REPLY)


def test_two_sentences_of_one_bullet_share_their_line() -> None:
    lines = [one.line for one in parsed(REPLY) if one.kind == "bullets"]
    assert lines[1] == lines[2] != lines[0]


def test_marks_that_hold_no_key_are_counted_and_taken_out() -> None:
    (one,) = parsed("The fee is $50 [3] 【source 4】. [k1a2b3c]")
    assert (one.text, one.unknown, one.keys) == ("The fee is $50.", 2, ("k1a2b3c",))


def test_a_sentence_is_given_as_soon_as_the_next_begins() -> None:
    parser = Sentences()
    assert list(parser.feed("The fee is $50. [k1a2b3c]")) == [], "another key may follow"
    assert [one.text for one in parser.feed(" You")] == ["The fee is $50."]


def test_an_abbreviation_ends_no_sentence() -> None:
    assert [one.text for one in parsed("Ask Dr. Lee in St. Louis, e.g. by mail. [k1a2b3c]")] == [
        "Ask Dr. Lee in St. Louis, e.g. by mail."
    ]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("## Fees\nThe fee is $50. [k1a2b3c]", "The fee is $50."),
        ("```\nThe fee is $50. [k1a2b3c]", "The fee is $50."),
        ("See [the board](https://board.example). [k1a2b3c]", "See the board (https://board.example)."),
        ("![x](https://evil.example/x.png) Pay. [k1a2b3c]", "x (https://evil.example/x.png) Pay."),
        ("> **The fee** is `$50`. [k1a2b3c]", "The fee is $50."),
    ],
)
def test_markdown_is_read_as_text_and_no_address_is_hidden_behind_words(written: str, read: str) -> None:
    assert [one.text for one in parsed(written)] == [read]


def test_what_never_ends_is_cut() -> None:
    found = parsed("word " * 1_000, random.Random(1))
    assert len(found) == 1_000 * 5 // 1_500 + 1
    assert all(len(one.text) < 1_520 for one in found)
