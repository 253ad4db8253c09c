from __future__ import annotations

import pytest
from assistant_samples import make_chunk

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.parts import joined, parts_of
from assistant.answering.vocabulary import Vocabulary
from assistant.text import terms
from assistant.types import Sentence

CITIES = {"houston": "TX"}


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("What is the passing score on the ExCPT and how many tries do i get", [{"score"}, {"mani", "tri"}]),
        ("What is CSPT? Who can take it?", [{"cspt"}, {"cspt"}]),
        ("how often do i renew in Texas, and what CE is needed", [{"often", "renew"}, {"ce"}]),
    ],
)
def test_each_part_asks_one_thing_and_stands_alone(
    question: str, parts: list[set[str]], vocabulary: Vocabulary
) -> None:
    found = parts_of(question, CITIES, vocabulary)
    assert len(found) == len(parts)
    for said, expected in zip(found, parts, strict=True):
        assert expected <= set(terms(said))


@pytest.mark.parametrize(
    "question",
    [
        "What is the difference between PTCB and NHA?",
        "What does D.C. charge me to renew?",
        "Can I take the exam in St. Louis?",
        "do pharmacies and hospitals hire at 16",
        "I am 17 and I live in Houston. Can I register?",
        "how much do techs make",
        "",
    ],
)
def test_one_question_has_no_parts(question: str, vocabulary: Vocabulary) -> None:
    assert parts_of(question, CITIES, vocabulary) == []


def said(*texts: str, field: str | None = None) -> DraftBlock:
    chunk = make_chunk("c", " ".join(texts))
    items, start = [], 0
    for text in texts:
        sentence = Sentence(text, start, start + len(text), "paragraph", field=field)
        items.append(Evidence(chunk, sentence))
        start += len(text) + 1
    return DraftBlock("paragraph", tuple(items))


def texts(draft: Draft) -> list[str]:
    return [item.sentence.text for block in draft.blocks for item in block.items]


def test_a_part_adds_only_what_has_not_been_said() -> None:
    main = Draft("answered", (said("You need 390 points."),))
    same = Draft("answered", (said("You need 390 points.", "NHA sets the score."),))
    other = Draft("answered", (said("You wait 30 days.", "Then you pay again."),))
    assert texts(joined(main, [same])) == ["You need 390 points."]
    assert texts(joined(main, [same, other])) == [
        "You need 390 points.", "You wait 30 days.", "Then you pay again.",
    ]  # fmt: skip


def test_who_decides_stays_at_the_end() -> None:
    main = Draft("answered", (said("Texas renews every 2 years."), said("The Board decides.", field="board")))
    other = Draft("answered", (said("You need 20 hours."),))
    assert texts(joined(main, [other])) == [
        "Texas renews every 2 years.", "You need 20 hours.", "The Board decides.",
    ]  # fmt: skip


def test_a_part_that_is_not_covered_adds_nothing() -> None:
    main = Draft("answered", (said("You need 390 points."),))
    unknown = Draft("not_in_sources", (DraftBlock("notice", words="My sources do not cover this."),))
    assert joined(main, [unknown]) == main


def test_an_answer_stays_short() -> None:
    long = [f"Sentence {i} has some nine words in it altogether." for i in range(40)]
    found = joined(Draft("answered", (said("Short."),)), [Draft("answered", (said(*long),))])
    assert sum(len(text.split()) for text in texts(found)) <= 62
