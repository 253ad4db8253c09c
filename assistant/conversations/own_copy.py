"""A turn in its owner's own conversation -> the same without the words that the owner hides there too.

A link leaves out the passages around quotes and what is the sender's own; here nothing but the words goes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assistant.conversations.redaction import Redaction, apply, apply_to_source
from assistant.conversations.snapshot import redacted
from assistant.types import Answer, Citation, ToolLink, Turn, Verdict

__all__ = ["answer_without"]


def answer_without(answer: Answer, accepted: Sequence[Redaction]) -> Answer:
    """The answer as it is kept from now on."""
    told = redacted(Turn(answer.question, answer.standalone_question, answer), accepted).answer
    assert told is not None
    pairs = zip(told.citations, answer.citations, strict=True)
    return replace(
        told,
        citations=tuple(_with_passage(new, old, accepted) for new, old in pairs),
        assumptions=answer.assumptions,
        timings_ms=answer.timings_ms,
        tool=_tool(answer.tool, accepted),
        verdicts=tuple(_verdict(verdict, accepted) for verdict in answer.verdicts),
    )


def _with_passage(new: Citation, old: Citation, accepted: Sequence[Redaction]) -> Citation:
    return replace(new, passage=apply_to_source(old.passage, accepted))


def _tool(tool: ToolLink | None, accepted: Sequence[Redaction]) -> ToolLink | None:
    """The tool's link, or none where what fills it in is hidden."""
    values = tool.parameters if tool else ()
    return tool if all(apply(value, accepted) == value for _, value in values) else None


def _verdict(verdict: Verdict, accepted: Sequence[Redaction]) -> Verdict:
    return replace(verdict, text=apply(verdict.text, accepted), reason=apply(verdict.reason, accepted))
