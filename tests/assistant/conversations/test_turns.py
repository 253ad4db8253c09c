from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from conversation_samples import DAY, NOW, answer_to, newest, say, shown

from assistant.conversations.archive import Archive
from assistant.conversations.limits import MOST_QUESTION
from assistant.conversations.stored import NewTurn, Visitor
from assistant.errors import NotYoursError, WrongUseError
from assistant.types import Profile


def test_a_question_waits_unseen_until_its_whole_answer_is_kept(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "one")
    conversation = newest(archive, ann)
    waiting = archive.turns.ask(ann, conversation, "two", NOW + DAY)
    read = archive.conversations.read(ann, conversation)
    assert [turn.question for turn in read.turns] == ["one"]
    assert read.unanswered is not None
    assert (read.unanswered.turn, read.unanswered.question, read.unanswered.asked) == (waiting.turn, "two", NOW + DAY)  # fmt: skip
    archive.turns.answer(ann, waiting.turn, answer_to("two"), "g2", NOW + DAY)
    read = archive.conversations.read(ann, conversation)
    assert [(turn.question, turn.generation) for turn in read.turns] == [("one", "g1"), ("two", "g2")]
    assert (read.unanswered, read.touched) == (None, NOW + DAY)


def test_a_question_comes_with_what_its_answer_may_lean_on(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "one", NOW, Profile(age=17))
    assert (waiting.history, waiting.profile) == ((), Profile(age=17))
    first = archive.turns.answer(ann, waiting.turn, answer_to("one", state="TX"), None, NOW)
    waiting = archive.turns.ask(ann, waiting.conversation, "two", NOW)
    assert (waiting.history, waiting.profile) == ((first.turn,), Profile(state="TX"))


def test_a_question_left_waiting_can_be_answered_later(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "one", NOW)
    assert archive.turns.resume(ann, waiting.turn) == waiting
    archive.turns.answer(ann, waiting.turn, answer_to("one"), None, NOW)
    with pytest.raises(WrongUseError, match="answer already"):
        archive.turns.resume(ann, waiting.turn)


def test_a_question_is_answered_once(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "one", NOW)
    archive.turns.answer(ann, waiting.turn, answer_to("one", "First."), None, NOW)
    with pytest.raises(WrongUseError):
        archive.turns.answer(ann, waiting.turn, answer_to("one", "Second."), None, NOW)
    (turn,) = archive.conversations.read(ann, waiting.conversation).turns
    assert turn.answer.claims()[0].text == "First."


def test_an_answer_to_a_deleted_conversation_is_refused(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "one", NOW)
    archive.conversations.delete(ann, waiting.conversation)
    with pytest.raises(NotYoursError):
        archive.turns.answer(ann, waiting.turn, answer_to("one"), None, NOW)


def test_a_stopped_question_leaves_nothing(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "one")
    conversation = newest(archive, ann)
    waiting = archive.turns.ask(ann, conversation, "two", NOW)
    archive.turns.withdraw(ann, waiting.turn)
    assert archive.conversations.read(ann, conversation).unanswered is None
    alone = archive.turns.begin(ann, "three", NOW)
    archive.turns.withdraw(ann, alone.turn)
    assert [row.id for row in archive.conversations.mine(ann, NOW)] == [conversation]


def test_an_answered_question_cannot_be_withdrawn(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "one")
    with pytest.raises(WrongUseError):
        archive.turns.withdraw(ann, turn.id)


def test_editing_a_question_makes_a_branch_and_both_stay(archive: Archive, ann: Visitor) -> None:
    first, second, third = say(archive, ann, "one", "two", "three")
    conversation = newest(archive, ann)
    waiting = archive.turns.edit(ann, second.id, "other two", NOW)
    assert waiting.history == (first.turn,)
    assert shown(archive, ann, conversation) == ["one", "two", "three"]
    other = archive.turns.answer(ann, waiting.turn, answer_to("other two"), None, NOW)
    assert other.branches == (second.id, other.id)
    assert shown(archive, ann, conversation) == ["one", "other two"]
    archive.turns.choose(ann, third.id)
    assert shown(archive, ann, conversation) == ["one", "two", "three"]
    archive.turns.choose(ann, other.id)
    assert shown(archive, ann, conversation) == ["one", "other two"]


def test_the_first_question_can_be_edited_too(archive: Archive, ann: Visitor) -> None:
    first, _ = say(archive, ann, "one", "two")
    waiting = archive.turns.edit(ann, first.id, "other one", NOW)
    archive.turns.answer(ann, waiting.turn, answer_to("other one"), None, NOW)
    assert shown(archive, ann, newest(archive, ann)) == ["other one"]


def test_regenerating_asks_again_from_the_same_start(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "one", NOW, Profile(state="PA"))
    turn = archive.turns.answer(ann, waiting.turn, answer_to("one", state="OH"), None, NOW)
    again = archive.turns.regenerate(ann, turn.id, NOW)
    assert (again.question, again.history, again.profile) == ("one", (), Profile(state="PA"))
    without = archive.turns.regenerate(ann, turn.id, NOW, Profile())
    assert without.profile == Profile()


def test_a_branch_brings_back_what_was_known_in_it(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "one")
    waiting = archive.turns.edit(ann, turn.id, "in Texas?", NOW)
    archive.turns.answer(ann, waiting.turn, answer_to("in Texas?", state="TX"), None, NOW)
    conversation = waiting.conversation
    assert archive.conversations.read(ann, conversation).profile.state == "TX"
    archive.turns.choose(ann, turn.id)
    assert archive.conversations.read(ann, conversation).profile.state == "OH"


def test_two_tabs_that_ask_at_once_lose_neither_answer(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "one")
    conversation = newest(archive, ann)
    left = archive.turns.ask(ann, conversation, "left", NOW)
    right = archive.turns.ask(ann, conversation, "right", NOW)
    archive.turns.answer(ann, right.turn, answer_to("right"), None, NOW)
    archive.turns.answer(ann, left.turn, answer_to("left"), None, NOW)
    assert shown(archive, ann, conversation) == ["one", "left"]
    assert [turn.question for turn in archive.conversations.whole(ann, conversation)] == [
        "one",
        "left",
        "right",
    ]


def test_questions_of_ended_programs_are_cleared_away(archive: Archive, ann: Visitor) -> None:
    left = archive.turns.begin(ann, "left behind", NOW)
    later = NOW + timedelta(minutes=11)
    waiting = archive.turns.ask(ann, left.conversation, "asked again", later)
    archive.turns.answer(ann, waiting.turn, answer_to("asked again"), None, later)
    with pytest.raises(NotYoursError):
        archive.turns.resume(ann, left.turn)


def test_turns_asked_by_many_threads_at_once_are_numbered_without_gaps(
    archive: Archive, ann: Visitor
) -> None:
    say(archive, ann, "start")
    conversation = newest(archive, ann)

    def ask(name: str) -> None:
        for number in range(3):
            question = f"{name} {number}"
            waiting = archive.turns.ask(ann, conversation, question, NOW)
            archive.turns.answer(ann, waiting.turn, answer_to(question), None, NOW)

    threads = [threading.Thread(target=ask, args=(f"thread {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    turns = archive.conversations.whole(ann, conversation)
    assert len(turns) == 1 + 4 * 3
    assert all(turn.answer.question == turn.question for turn in turns)


@pytest.mark.parametrize("question", ["", " \n ", "x" * (MOST_QUESTION + 1)], ids=["none", "blank", "long"])
def test_a_question_must_say_something_and_be_no_document(
    archive: Archive, ann: Visitor, question: str
) -> None:
    with pytest.raises(WrongUseError, match="The question"):
        archive.turns.begin(ann, question, NOW)
    assert archive.conversations.mine(ann, NOW) == ()


def test_a_long_question_gives_a_short_title(archive: Archive, ann: Visitor) -> None:
    archive.turns.begin(
        ann, "How do I become a pharmacy technician in Ohio when I am still in high school?", NOW
    )
    (row,) = archive.conversations.mine(ann, NOW)
    assert row.title == "How do I become a pharmacy technician in Ohio when I am still in high …"


def test_a_conversation_from_elsewhere_keeps_its_branches(archive: Archive, ann: Visitor) -> None:
    turns = [
        NewTurn("one", answer_to("one"), NOW, NOW, None),
        NewTurn("two", answer_to("two"), NOW, NOW, 0, chosen=False),
        NewTurn("other two", answer_to("other two"), NOW, NOW, 0),
        NewTurn("three", answer_to("three"), NOW, NOW, 1),
    ]
    conversation = archive.turns.keep(ann, "", turns, NOW, brought=True)
    read = archive.conversations.read(ann, conversation)
    assert [turn.question for turn in read.turns] == ["one", "other two"]
    assert (read.title, [turn.brought for turn in read.turns]) == ("one", [True, True])
    assert len(archive.conversations.whole(ann, conversation)) == len(turns)
    assert archive.conversations.search(ann, "three")
