"""A conversation -> Markdown: questions, answers, and one numbered list of references for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.conversations.stored import Conversation, StoredTurn
from assistant.conversations.wording import ExportWording
from assistant.render import markdown, reference
from assistant.types import Answer, Block, Citation, Claim

__all__ = ["Printed", "assumed", "conversation_markdown", "printed", "reference_lines"]

_MARKED = re.compile(r"([\\`*_\[\]<>])")
_BULLET = re.compile(r"^(\s*)([#+\-])(?=\s)")
_NUMBER = re.compile(r"^(\s*\d+)([.)])(?=\s)")


@dataclass(frozen=True, slots=True)
class Printed:
    """A conversation whose answers share one list of references."""

    title: str
    turns: tuple[StoredTurn, ...]
    citations: tuple[Citation, ...]  # numbered from 1 by first appearance


def printed(conversation: Conversation) -> Printed:
    """Number the references of all shown answers anew: the same page of the same source once."""
    numbers: dict[tuple[str, str, int | None], int] = {}
    kept: list[Citation] = []
    turns: list[StoredTurn] = []
    for turn in conversation.turns:
        new: dict[int, int] = {}
        for citation in turn.answer.citations:
            key = (citation.source.id, citation.source.url, citation.page)
            if key not in numbers:
                numbers[key] = len(numbers) + 1
                kept.append(replace(citation, number=numbers[key]))
            new[citation.number] = numbers[key]
        turns.append(replace(turn, answer=_renumbered(turn.answer, new)))
    return Printed(conversation.title, tuple(turns), tuple(kept))


def conversation_markdown(conversation: Conversation, today: date) -> str:
    """The shown branch as one Markdown page.

    Text is escaped, so that what somebody typed or a document contains stays text: no image is
    loaded and no link made of it.

    Args:
        conversation: what to write.
        today: the day of the export; sources whose review is overdue on it say whom to ask.
    """
    page = printed(conversation)
    parts = [f"# {_escaped(page.title)}", f"*{ExportWording.SAVED.format(day=today.isoformat())}*"]
    for turn in page.turns:
        parts += [f"## {_escaped(turn.question)}", *_remarks(turn), markdown(_escaped_answer(turn.answer))]
    if page.citations:
        lines = reference_lines(page.citations, today)
        listed = [
            f"{number}. {_escaped(text)} {url}".rstrip() for number, (text, url) in enumerate(lines, start=1)
        ]
        parts += [f"## {ExportWording.SOURCES}", "\n".join(listed)]
    parts.append(f"*{ExportWording.NOTICE}*")
    return "\n\n".join(part for part in parts if part) + "\n"


def reference_lines(citations: Sequence[Citation], today: date) -> list[tuple[str, str]]:
    """For each citation what it is, without its number, and its address ("" where it has none)."""
    return [
        (_described(replace(citation, source=replace(citation.source, url="")), today), citation.source.url)
        for citation in citations
    ]


def assumed(turn: StoredTurn) -> str:
    """Which place an answer assumes, as a sentence; "" where it assumes none."""
    state = turn.answer.assumptions.state
    if state is None or state not in JURISDICTIONS:  # a file may name any
        return ""
    return ExportWording.ASSUMED.format(what=place_name(state, True))


def _described(citation: Citation, today: date) -> str:
    return reference(citation, today).removeprefix(f"[{citation.number}] ")


def _remarks(turn: StoredTurn) -> list[str]:
    remarks = (assumed(turn), ExportWording.BROUGHT if turn.brought else "")
    return [f"*{remark}*" for remark in remarks if remark]


def _renumbered(answer: Answer, new: dict[int, int]) -> Answer:
    def claim(old: Claim) -> Claim:
        return replace(old, citations=tuple(dict.fromkeys(new[number] for number in old.citations)))

    return _each_claim(answer, claim)


def _escaped_answer(answer: Answer) -> Answer:
    changed = _each_claim(answer, lambda claim: replace(claim, text=_escaped(claim.text)))
    blocks = (
        replace(block, lead_in=_escaped(block.lead_in), header=tuple(map(_escaped, block.header)))
        for block in changed.blocks
    )
    return replace(changed, blocks=tuple(blocks))


def _each_claim(answer: Answer, change: Callable[[Claim], Claim]) -> Answer:
    def block(old: Block) -> Block:
        rows = tuple(tuple(change(cell) for cell in row) for row in old.rows)
        return replace(old, claims=tuple(change(claim) for claim in old.claims), rows=rows)

    return replace(answer, blocks=tuple(block(old) for old in answer.blocks))


def _escaped(text: str) -> str:
    """Text on one line, its Markdown marks made plain."""
    line = _MARKED.sub(r"\\\1", " ".join(text.split()))
    return _NUMBER.sub(r"\1\\\2", _BULLET.sub(r"\1\\\2", line))
