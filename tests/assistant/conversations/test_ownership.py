"""Every door of the archive, tried by somebody else."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
from conversation_samples import NOW, answer_to, newest, say

from assistant.conversations.archive import Archive
from assistant.conversations.feedback import Thumbs
from assistant.conversations.redaction import by_hand
from assistant.conversations.repository import Conversations
from assistant.conversations.shares import Shares
from assistant.conversations.stored import Visitor
from assistant.conversations.turns import Turns
from assistant.errors import NotYoursError
from assistant.types import Profile


@dataclass(frozen=True)
class Anns:
    """Ids of things that ann keeps."""

    conversation: str
    turn: str
    waiting: str
    share: str


Try = Callable[[Archive, Visitor, Anns], object]

REFUSED: Mapping[str, Try] = {
    "Conversations.read": lambda a, v, it: a.conversations.read(v, it.conversation),
    "Conversations.whole": lambda a, v, it: a.conversations.whole(v, it.conversation),
    "Conversations.rename": lambda a, v, it: a.conversations.rename(v, it.conversation, "mine now"),
    "Conversations.hide": lambda a, v, it: a.conversations.hide(v, it.conversation, [by_hand("secret")]),
    "Conversations.know": lambda a, v, it: a.conversations.know(v, it.conversation, Profile(), None),
    "Conversations.delete": lambda a, v, it: a.conversations.delete(v, it.conversation),
    "Turns.ask": lambda a, v, it: a.turns.ask(v, it.conversation, "q", NOW),
    "Turns.edit": lambda a, v, it: a.turns.edit(v, it.turn, "q", NOW),
    "Turns.regenerate": lambda a, v, it: a.turns.regenerate(v, it.turn, NOW),
    "Turns.resume": lambda a, v, it: a.turns.resume(v, it.waiting),
    "Turns.answer": lambda a, v, it: a.turns.answer(v, it.waiting, answer_to("q"), None, NOW),
    "Turns.withdraw": lambda a, v, it: a.turns.withdraw(v, it.waiting),
    "Turns.choose": lambda a, v, it: a.turns.choose(v, it.turn),
    "Shares.create": lambda a, v, it: a.shares.create(v, it.conversation, "{}", None, NOW),
    "Shares.snapshot": lambda a, v, it: a.shares.snapshot(v, it.share),
    "Shares.update": lambda a, v, it: a.shares.update(v, it.share, "[]", None, NOW, ""),
    "Shares.revoke": lambda a, v, it: a.shares.revoke(v, it.share, NOW),
    "Thumbs.give": lambda a, v, it: a.thumbs.give(v, it.turn, "down", "", NOW),
    "Thumbs.take_back": lambda a, v, it: a.thumbs.take_back(v, it.turn),
    "Thumbs.of": lambda a, v, it: a.thumbs.of(v, it.conversation),
}
# These take no id of somebody else's: they must show nothing of theirs.
EMPTY: Mapping[str, Try] = {
    "Conversations.mine": lambda a, v, it: a.conversations.mine(v, NOW),
    "Conversations.search": lambda a, v, it: a.conversations.search(v, "secret"),
    "Shares.mine": lambda a, v, it: a.shares.mine(v),
}
MAKE_THEIR_OWN = {"Turns.begin", "Turns.keep"}


@pytest.fixture
def anns(archive: Archive, ann: Visitor) -> Anns:
    """A conversation with a branch, a waiting question, a link and a thumb."""
    (turn,) = say(archive, ann, "my secret")
    conversation = newest(archive, ann)
    share = archive.shares.create(ann, conversation, '{"secret": 1}', None, NOW)
    archive.thumbs.give(ann, turn.id, "up", "a secret reason", NOW)
    return Anns(conversation, turn.id, archive.turns.ask(ann, conversation, "secret two", NOW).turn, share.id)


def everything(archive: Archive, ann: Visitor, anns: Anns) -> object:
    """All that ann can see of what is hers."""
    return (
        archive.conversations.mine(ann, NOW),
        archive.conversations.read(ann, anns.conversation),
        archive.conversations.whole(ann, anns.conversation),
        archive.shares.mine(ann),
        archive.shares.snapshot(ann, anns.share),
        archive.thumbs.of(ann, anns.conversation),
    )


@pytest.mark.parametrize("door", REFUSED)
def test_somebody_else_is_refused_and_changes_nothing(
    archive: Archive, ann: Visitor, ben: Visitor, anns: Anns, door: str
) -> None:
    before = everything(archive, ann, anns)
    with pytest.raises(NotYoursError) as refused:
        REFUSED[door](archive, ben, anns)
    with pytest.raises(NotYoursError) as unknown:
        REFUSED[door](archive, ben, Anns("none", "none", "none", "none"))
    assert str(refused.value) == str(unknown.value), "whether there is such a thing is not told"
    assert everything(archive, ann, anns) == before
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize("door", EMPTY)
def test_somebody_else_sees_nothing(archive: Archive, ben: Visitor, anns: Anns, door: str) -> None:
    assert EMPTY[door](archive, ben, anns) == ()


def test_the_owner_is_not_refused(archive: Archive, ann: Visitor, anns: Anns) -> None:
    for name, door in EMPTY.items():
        assert door(archive, ann, anns) != (), name
    last = ("Turns.answer", "Conversations.delete", "Shares.revoke", "Turns.withdraw", "Shares.update")
    for name, door in REFUSED.items():
        if name not in last:
            door(archive, ann, anns)
    for name in ("Shares.update", "Shares.revoke", "Turns.answer", "Conversations.delete"):
        REFUSED[name](archive, ann, anns)


def test_every_door_that_takes_a_visitor_is_tried() -> None:
    doors = {
        f"{room.__name__}.{name}"
        for room in (Conversations, Turns, Shares, Thumbs)
        for name, function in inspect.getmembers(room, inspect.isfunction)
        if not name.startswith("_") and "visitor" in inspect.signature(function).parameters
    }
    assert doors == {*REFUSED, *EMPTY, *MAKE_THEIR_OWN}


def test_the_same_words_of_two_visitors_stay_apart(
    archive: Archive, ann: Visitor, ben: Visitor, anns: Anns
) -> None:
    (turn,) = say(archive, ben, "my secret")
    assert [match.turn for match in archive.conversations.search(ben, "secret")] == [turn.id]
