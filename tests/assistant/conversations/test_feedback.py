from __future__ import annotations

from dataclasses import replace

import pytest
from assistant_samples import CITATION
from conversation_samples import DAY, NOW, answer_to, newest, say

from assistant.conversations.archive import Archive
from assistant.conversations.limits import MOST_REASON
from assistant.conversations.stored import Feedback, FeedbackEntry, Visitor
from assistant.errors import WrongUseError


def test_the_latest_thumb_counts(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "q")
    archive.thumbs.give(ann, turn.id, "up", "", NOW)
    archive.thumbs.give(ann, turn.id, "down", " The fee is old. ", NOW + DAY)
    kept = archive.thumbs.of(ann, newest(archive, ann))
    assert kept == {turn.id: Feedback(turn.id, "down", "The fee is old.", NOW + DAY)}
    assert len(archive.thumbs.all()) == 1


def test_a_thumb_can_be_taken_back(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "q")
    archive.thumbs.give(ann, turn.id, "up", "", NOW)
    archive.thumbs.take_back(ann, turn.id)
    archive.thumbs.take_back(ann, turn.id)
    assert (archive.thumbs.of(ann, newest(archive, ann)), archive.thumbs.all()) == ({}, ())


def test_maintainers_read_what_they_need_to_mend_an_answer_and_not_whose_it_is(
    archive: Archive, ann: Visitor
) -> None:
    citations = tuple(replace(CITATION, number=n, chunk=c) for n, c in ((1, "c2"), (2, "c1"), (3, "c2")))
    waiting = archive.turns.begin(ann, "and there?", NOW)
    answer = replace(answer_to("and there?"), citations=citations, standalone_question="the fee in Ohio?")
    turn = archive.turns.answer(ann, waiting.turn, answer, "2026-11-20", NOW)
    archive.thumbs.give(ann, turn.id, "down", "old", NOW)
    assert archive.thumbs.all() == (
        FeedbackEntry(
            turn.id, "down", "old", NOW, "and there?", "the fee in Ohio?", "answered", "embedded",
            ("c2", "c1"), "2026-11-20",
        ),
    )  # fmt: skip
    assert ann.id not in repr(archive.thumbs.all())


def test_the_newest_thumbs_come_first(archive: Archive, ann: Visitor) -> None:
    for number, turn in enumerate(say(archive, ann, "one", "two", "three")):
        archive.thumbs.give(ann, turn.id, "up", "", NOW + number * DAY)
    assert [entry.question for entry in archive.thumbs.all(2)] == ["three", "two"]


def test_a_question_without_an_answer_takes_no_thumb(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "q", NOW)
    with pytest.raises(WrongUseError, match="no answer"):
        archive.thumbs.give(ann, waiting.turn, "up", "", NOW)


def test_a_reason_is_no_essay(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "q")
    with pytest.raises(WrongUseError, match="1,001 characters; at most 1,000"):
        archive.thumbs.give(ann, turn.id, "up", "x" * (MOST_REASON + 1), NOW)
    assert archive.thumbs.all() == ()
