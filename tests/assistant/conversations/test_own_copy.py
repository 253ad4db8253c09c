from __future__ import annotations

from dataclasses import replace

from conversation_samples import NOW, answer_to, newest

from assistant.conversations.archive import Archive
from assistant.conversations.own_copy import answer_without
from assistant.conversations.redaction import suggest
from assistant.conversations.stored import Visitor
from assistant.types import Block, Claim, ToolLink, Verdict

QUESTION = "I am Zebedee Quillfeather. What does Ohio cost?"
HIDDEN = suggest(QUESTION)


def test_nothing_is_hidden_changes_nothing() -> None:
    answer = answer_to(QUESTION)
    assert answer_without(answer, []) == answer


def test_only_the_words_go_and_passages_profile_and_marks_stay() -> None:
    echo = Block("notice", (Claim("For Zebedee I find nothing more."),))
    said = answer_to(QUESTION)
    answer = replace(
        said,
        blocks=(*said.blocks, echo),
        follow_ups=("Should Quillfeather renew?",),
        tool=ToolLink("plan", (("state", "OH"),)),
        verdicts=(Verdict("Zebedee pays $50.", "dropped", "no source says Zebedee"),),
    )
    kept = answer_without(answer, HIDDEN)
    assert "Zebedee" not in str(kept)
    assert "Quillfeather" not in str(kept)
    assert (kept.assumptions, kept.tool, kept.blocks[:-1]) == (answer.assumptions, answer.tool, said.blocks)
    assert [c.passage for c in kept.citations] == [c.passage for c in answer.citations]


def test_a_tool_that_is_filled_in_with_hidden_words_goes() -> None:
    answer = replace(answer_to(QUESTION), tool=ToolLink("plan", (("for", "Zebedee"),)))
    assert answer_without(answer, HIDDEN).tool is None


def test_a_conversation_without_the_words_is_found_by_the_others(archive: Archive, ann: Visitor) -> None:
    waiting = archive.turns.begin(ann, QUESTION, NOW)
    turn = archive.turns.answer(ann, waiting.turn, answer_to(QUESTION), "g", NOW)
    archive.thumbs.give(ann, turn.id, "down", "Zebedee says that it is $60.", NOW)
    archive.conversations.hide(ann, newest(archive, ann), HIDDEN)
    found = archive.conversations.read(ann, newest(archive, ann))
    assert found.title == found.turns[0].question == "I am [name]. What does Ohio cost?"
    assert archive.conversations.search(ann, "zebedee") == ()
    assert len(archive.conversations.search(ann, "ohio cost")) == 1
    assert archive.thumbs.all()[0].reason == "[name] says that it is $60."
