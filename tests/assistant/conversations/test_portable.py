from __future__ import annotations

import json
import re
from typing import Any

import pytest
from conversation_samples import DAY, NOW, answer_to, newest, say, shown

from assistant.conversations.archive import Archive
from assistant.conversations.limits import MOST_FILE_BYTES, MOST_QUESTION, MOST_TURNS
from assistant.conversations.portable import conversation_from_json, conversation_to_json
from assistant.conversations.stored import Visitor
from assistant.errors import TranscriptError


def saved(archive: Archive, visitor: Visitor, conversation: str) -> bytes:
    """A conversation as its JSON file."""
    read = archive.conversations.read(visitor, conversation)
    whole = archive.conversations.whole(visitor, conversation)
    return conversation_to_json(read.title, whole, [turn.id for turn in read.turns], NOW).encode()


@pytest.fixture
def file(sqlite_archive: Archive) -> dict[str, Any]:
    """A conversation of two turns, as the content of its file."""
    visitor = sqlite_archive.visitors.recognise("key", NOW)
    say(sqlite_archive, visitor, "one", "two")
    content: dict[str, Any] = json.loads(saved(sqlite_archive, visitor, newest(sqlite_archive, visitor)))
    return content


def test_a_conversation_comes_back_with_all_its_branches(
    archive: Archive, ann: Visitor, ben: Visitor
) -> None:
    _, second, _ = say(archive, ann, "one", "two", "three")
    waiting = archive.turns.edit(ann, second.id, "other two", NOW + DAY)
    archive.turns.answer(ann, waiting.turn, answer_to("other two"), "g2", NOW + DAY)
    archive.turns.ask(ann, waiting.conversation, "waits", NOW)
    title, turns = conversation_from_json(saved(archive, ann, waiting.conversation))
    brought = archive.turns.keep(ben, title, turns, NOW, brought=True)
    assert shown(archive, ben, brought) == ["one", "other two"]
    before = archive.conversations.whole(ann, waiting.conversation)
    after = archive.conversations.whole(ben, brought)
    for old, new in zip(before, after, strict=True):
        same = ("question", "answer", "asked", "answered", "generation")
        assert [getattr(new, name) for name in same] == [getattr(old, name) for name in same]
        assert (old.brought, new.brought) == (False, True)
        assert len(new.branches) == len(old.branches)


def test_the_file_can_be_read_by_people_and_programs(file: dict[str, Any]) -> None:
    assert list(file) == ["format", "version", "title", "exported", "turns"]
    assert (file["format"], file["version"], file["title"]) == ("techpath-conversation", 1, "one")
    keys = ["parent", "chosen", "question", "asked", "answered", "generation", "answer"]
    assert [list(turn) for turn in file["turns"]] == [keys] * 2
    assert [turn["parent"] for turn in file["turns"]] == [None, 0]


def changed(**changes: object) -> Any:
    def change(file: dict[str, Any]) -> object:
        return {**file, **changes}

    return change


def turn_changed(**changes: object) -> Any:
    def change(file: dict[str, Any]) -> object:
        return {**file, "turns": [file["turns"][0], {**file["turns"][1], **changes}]}

    return change


def source_changed(file: dict[str, Any]) -> object:
    text = json.dumps(file).replace("https://board.example", "javascript:alert")
    return json.loads(text)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        pytest.param(lambda file: [], '"format" is not', id="no object"),
        pytest.param(changed(format="other"), '"format" is not', id="another format"),
        pytest.param(changed(version=2), '"version" is 2', id="newer"),
        pytest.param(changed(turns=[]), "holds 0 questions", id="empty"),
        pytest.param(changed(turns={}), "turns: ", id="turns are no list"),
        pytest.param(changed(title=None), "title: ", id="no title"),
        pytest.param(turn_changed(parent=1), "turn 2: its parent", id="its own parent"),
        pytest.param(turn_changed(parent=-1), "turn 2: its parent", id="parent before the first"),
        pytest.param(turn_changed(parent="0"), "turns 2 parent", id="parent as text"),
        pytest.param(turn_changed(asked="2026-11-22T09:30:00"), "turns 2 asked", id="no time zone"),
        pytest.param(turn_changed(question=" "), "turn 2: The question is empty", id="no question"),
        pytest.param(turn_changed(question="x" * (MOST_QUESTION + 1)), "turn 2: The question has", id="long"),
        pytest.param(turn_changed(answer={}), "turn 2: version is None", id="no answer"),
        pytest.param(source_changed, "turn 1: citation 1: the address", id="script"),
    ],
)
def test_a_bad_file_is_refused_with_the_place_and_the_reason(
    file: dict[str, Any], change: Any, said: str
) -> None:
    with pytest.raises(TranscriptError, match=re.escape(said)):
        conversation_from_json(json.dumps(change(file)).encode())


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff\xfe\x00", b"[" * 200_000], ids=["none", "cut", "bytes", "deep"]
)
def test_what_is_no_json_is_refused(data: bytes) -> None:
    with pytest.raises(TranscriptError, match="not a conversation saved by TechPath"):
        conversation_from_json(data)


def test_a_file_that_is_too_large_is_refused_unread() -> None:
    with pytest.raises(TranscriptError, match="This file has 10.0 MB"):
        conversation_from_json(b" " * (MOST_FILE_BYTES + 1))


def test_too_many_turns_are_refused(file: dict[str, Any]) -> None:
    file["turns"] = [{**file["turns"][0], "parent": None}] * (MOST_TURNS + 1)
    with pytest.raises(TranscriptError, match=f"{MOST_TURNS + 1} questions; at most {MOST_TURNS}"):
        conversation_from_json(json.dumps(file).encode())


def test_an_endless_title_is_cut(file: dict[str, Any]) -> None:
    file["title"] = "x " * 10_000
    title, _ = conversation_from_json(json.dumps(file).encode())
    assert title == ("x " * 60)[:120]
