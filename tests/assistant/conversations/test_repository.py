from __future__ import annotations

from dataclasses import replace

import pytest
from conversation_samples import DAY, NOW, answer_to, newest, say, shown

from assistant.conversations.archive import Archive
from assistant.conversations.limits import MOST_TITLE
from assistant.conversations.stored import Visitor
from assistant.errors import NotYoursError, WrongUseError
from assistant.types import Profile


def test_a_conversation_is_read_as_it_was_written(archive: Archive, ann: Visitor) -> None:
    first, second = say(archive, ann, "What does it cost?", "And to renew?")
    read = archive.conversations.read(ann, newest(archive, ann))
    assert read.turns == (first, second)
    assert [turn.answer for turn in read.turns] == [
        answer_to("What does it cost?"),
        answer_to("And to renew?"),
    ]
    assert (read.title, read.created, read.touched) == ("What does it cost?", NOW, NOW)
    assert (read.unanswered, read.profile) == (None, Profile(state="OH"))


def test_the_list_shows_the_last_touched_first(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "first", at=NOW)
    say(archive, ann, "second", "more", at=NOW + DAY)
    older = archive.conversations.mine(ann, NOW)[1].id
    archive.turns.ask(ann, older, "again", NOW + 2 * DAY)
    listed = archive.conversations.mine(ann, NOW)
    assert [(row.title, row.turns) for row in listed] == [("first", 1), ("second", 2)]
    assert archive.conversations.mine(ann, NOW, most=1) == listed[:1]


def test_the_list_counts_only_links_that_open_now(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "q")
    conversation = newest(archive, ann)
    archive.shares.create(ann, conversation, "{}", None, NOW)
    archive.shares.create(ann, conversation, "{}", NOW + DAY, NOW)
    revoked = archive.shares.create(ann, conversation, "{}", None, NOW)
    archive.shares.revoke(ann, revoked.id, NOW)
    assert archive.conversations.mine(ann, NOW)[0].links == 2
    assert archive.conversations.mine(ann, NOW + DAY)[0].links == 1


def test_a_title_can_be_changed_and_found(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "q")
    conversation = newest(archive, ann)
    archive.conversations.rename(ann, conversation, "  My  plan ")
    assert archive.conversations.read(ann, conversation).title == "My plan"
    assert [match.turn for match in archive.conversations.search(ann, "plan")] == [None]


@pytest.mark.parametrize("title", ["", "  ", "x" * (MOST_TITLE + 1)], ids=["none", "blank", "long"])
def test_a_title_must_say_something_and_be_short(archive: Archive, ann: Visitor, title: str) -> None:
    say(archive, ann, "q")
    with pytest.raises(WrongUseError, match="title"):
        archive.conversations.rename(ann, newest(archive, ann), title)


def test_deleting_takes_turns_links_and_thumbs_along(archive: Archive, ann: Visitor) -> None:
    (turn,) = say(archive, ann, "q")
    conversation = newest(archive, ann)
    share = archive.shares.create(ann, conversation, "{}", None, NOW)
    archive.thumbs.give(ann, turn.id, "up", "", NOW)
    archive.conversations.delete(ann, conversation)
    assert archive.conversations.mine(ann, NOW) == ()
    assert archive.shares.peek(share.token, NOW) is None
    assert (archive.shares.all(), archive.thumbs.all()) == ((), ())
    with pytest.raises(NotYoursError):
        archive.conversations.read(ann, conversation)


def test_a_search_finds_other_forms_of_a_word_and_its_beginning(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "How do I renew?", NOW)
    answer = answer_to("How do I renew?", "Certification lasts two years in Québec.")
    turn = archive.turns.answer(ann, waiting.turn, answer, None, NOW)
    say(archive, ann, "Something else")
    for query in ("renewal", "certified", "certif", "CERTIFICATION", "quebec", "two years lasting"):
        assert [match.turn for match in archive.conversations.search(ann, query)] == [turn.id], query
    for query in ("", "  ?! ", "ears", "renew never", "100%", "_"):
        assert archive.conversations.search(ann, query) == (), query


def test_a_search_shows_the_words_in_their_place(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, "Fees?", NOW)
    text = f"{'Long before. ' * 40}The renewal fee is $50. {'Long after. ' * 40}"
    archive.turns.answer(ann, waiting.turn, answer_to("Fees?", text), None, NOW)
    (match,) = archive.conversations.search(ann, "renewal")
    assert "The renewal fee is $50." in match.excerpt
    assert match.excerpt.startswith("… ")
    assert match.excerpt.endswith(" …")


def test_a_waiting_question_is_not_found(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "q")
    archive.turns.ask(ann, newest(archive, ann), "zebra", NOW)
    assert archive.conversations.search(ann, "zebra") == ()


def test_what_the_next_question_starts_from_can_be_changed(archive: Archive, ann: Visitor) -> None:
    first, _ = say(archive, ann, "one", "two")
    conversation = newest(archive, ann)
    archive.conversations.know(ann, conversation, Profile(age=17), first.id)
    read = archive.conversations.read(ann, conversation)
    assert (read.profile, read.leans_after) == (Profile(age=17), first.id)
    assert [turn.question for turn in read.leaned_on] == ["two"]
    waiting = archive.turns.ask(ann, conversation, "three", NOW)
    assert [turn.question for turn in waiting.history] == ["two"]
    assert waiting.profile == Profile(age=17)


def test_a_question_cannot_lean_on_another_conversation(archive: Archive, ann: Visitor) -> None:
    (foreign,) = say(archive, ann, "one")
    say(archive, ann, "two", at=NOW + DAY)
    with pytest.raises(ValueError, match="another conversation"):
        archive.conversations.know(ann, newest(archive, ann), Profile(), foreign.id)


def test_what_is_untouched_for_long_goes_and_the_rest_stays(archive: Archive, ann: Visitor) -> None:
    say(archive, ann, "old", at=NOW - 31 * DAY)
    old = newest(archive, ann)
    archive.shares.create(ann, old, "{}", None, NOW - 31 * DAY)
    say(archive, ann, "new", at=NOW - 30 * DAY)
    assert archive.conversations.delete_untouched(NOW - 30 * DAY) == 1
    assert [row.title for row in archive.conversations.mine(ann, NOW)] == ["new"]
    assert archive.shares.all() == ()


@pytest.mark.parametrize(
    "odd", ["a\0b", "a\ud800b", "日本語 🎓 ñ"], ids=["NUL", "surrogate", "other scripts"]
)
def test_any_text_can_be_kept(archive: Archive, ann: Visitor, odd: str) -> None:
    waiting = archive.turns.begin(ann, odd, NOW)
    archive.turns.answer(ann, waiting.turn, replace(answer_to("q"), question=odd), None, NOW)
    (kept,) = shown(archive, ann, waiting.conversation)
    assert kept == odd.replace("\0", "").replace("\ud800", "?")
