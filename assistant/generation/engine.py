"""A question -> the answer that a language model writes, held to the same sources.

    consider (embedded) -> read -> context -> write, sentence by sentence -> judge -> repair once -> Answer

The embedded engine considers every question first. What it declines, it declines before any call; what
it does not find in the sources stays unsaid; and its answer takes the place of the model's when nothing
of that stands.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import get_args

from assistant.answering.chain import Chain, Considered
from assistant.answering.compose import compose_refusal
from assistant.answering.guard import Refusal
from assistant.generation.asked import Asked
from assistant.generation.chat import Chat
from assistant.generation.deadline import Deadline
from assistant.generation.draft_context import context_of
from assistant.generation.events import Done, Event, replay
from assistant.generation.messages import tokens_of
from assistant.generation.reading import read_question
from assistant.generation.spending import Spending
from assistant.generation.tools.toolbox import Toolbox
from assistant.generation.wording import BROKEN_OFF, NOTICES, FallbackReason
from assistant.generation.writing import Draft, Writing
from assistant.judging.judge import Judge
from assistant.logs import log_event
from assistant.types import Answer, Block, Claim, VerdictKind

__all__ = ["ModelEngine"]

_log = logging.getLogger("techpath.model")
_LEAST_TOKENS = 2_000  # of a visitor's share: less does not make an answer


class ModelEngine:
    """Answers with one model from one index. Holds no conversation; safe to share between threads."""

    def __init__(
        self, chain: Chain, chat: Chat, judge: Judge, toolbox: Toolbox, spending: Spending, seconds: float
    ) -> None:
        """Put the parts together.

        Args:
            chain: the embedded engine on the same index.
            chat: the model.
            judge: what every sentence must pass.
            toolbox: what the model may look up.
            spending: how much a visitor may spend.
            seconds: the longest that one answer may take.
        """
        self._chain = chain
        self._chat = chat
        self._judge = judge
        self._toolbox = toolbox
        self._spending = spending
        self._seconds = seconds

    def stream(self, asked: Asked) -> Iterator[Event]:
        """The answer as it comes; the last event holds the Answer. Never raises for the model's faults."""
        deadline = Deadline(self._seconds)
        considered = self._chain.consider(asked.question, asked.history, asked.profile, asked.corrected)
        if not considered.query.refusal and self._spending.left(asked.visitor) < _LEAST_TOKENS:
            yield from self._embedded(considered, "spent")
            return
        considered = self._reread(considered, asked, deadline)
        if not _may_be_written(considered):
            yield from self._embedded(considered)
            return
        passages = self._chain.index.passages
        writing = Writing(self._chat, self._judge, self._toolbox, passages)
        context, sources = context_of(considered, passages)
        reserved = tokens_of(sources)  # counted at once, so that an answer broken off is not free
        self._spending.spend(asked.visitor, reserved)
        draft = yield from writing.stream(considered, context, sources, asked, deadline)
        self._spending.spend(asked.visitor, max(0, draft.tokens - reserved))
        yield from self._finished(considered, draft)

    def _reread(self, considered: Considered, asked: Asked, deadline: Deadline) -> Considered:
        """Have the model complete a question that leans on its conversation, or that finds nothing."""
        query = considered.query
        lost = considered.draft.outcome == "not_in_sources"
        if query.refusal or query.wants_more or not (lost or (asked.history and query.leans)):
            return considered
        reading = read_question(
            self._chat, asked.question, asked.history, query.profile, deadline, asked.config
        )
        if reading is None:
            return considered
        self._spending.spend(asked.visitor, reading.tokens)
        if lost and reading.intent != "career":
            return _declined(considered, "clinical" if reading.intent == "clinical" else "off_topic")
        again = self._chain.consider(reading.question, (), query.profile, asked.corrected)
        better = lost or again.draft.outcome != "not_in_sources"
        if again.query.refusal or not better:
            return considered
        return replace(again, query=replace(again.query, question=asked.question), clock=considered.clock)

    def _embedded(self, considered: Considered, why: FallbackReason | None = None) -> Iterator[Event]:
        answer = self._chain.finish(considered)
        yield from replay(_with_notice(answer, NOTICES[why]) if why else answer)

    def _finished(self, considered: Considered, draft: Draft) -> Iterator[Event]:
        considered.clock.lap("write")
        embedded = self._chain.finish(considered)
        if draft.stands:
            answer = self._written(embedded, draft, considered)
        else:
            answer = replace(_with_notice(embedded, NOTICES[_reason(draft)]), verdicts=draft.verdicts)
        _report(self._chat.name, draft, answer)
        yield Done(answer)

    def _written(self, embedded: Answer, draft: Draft, considered: Considered) -> Answer:
        asks = tuple(block for block in embedded.blocks if block.kind == "ask")
        answer = replace(
            embedded,
            engine=self._chat.name,
            blocks=(*draft.blocks, *asks),
            citations=draft.citations,
            verdicts=draft.verdicts,
            timings_ms=considered.clock.total(),
        )
        return _with_notice(answer, BROKEN_OFF) if draft.fault else answer


def _may_be_written(considered: Considered) -> bool:
    """Whether there is something for the model to write: evidence, and no table of records nor of a tool."""
    if considered.gist:
        return False
    outcome, blocks = considered.draft.outcome, considered.draft.blocks
    tabled = any(block.kind == "table" and len(block.header) > 1 and not block.items for block in blocks)
    said = any(block.items for block in blocks)
    return outcome in ("answered", "clarify") and said and not tabled


def _declined(considered: Considered, why: Refusal) -> Considered:
    query = replace(considered.query, refusal=why)
    return replace(considered, query=query, draft=compose_refusal(query))


def _with_notice(answer: Answer, words: str) -> Answer:
    return replace(answer, blocks=(*answer.blocks, Block("notice", (Claim(words),))))


def _reason(draft: Draft) -> FallbackReason:
    if draft.fault is None:
        return "ungrounded"
    return "late" if draft.fault.fault == "timeout" else "failed"


def _report(name: str, draft: Draft, answer: Answer) -> None:
    """One line a written answer: what went wrong at warning level, the others at info level."""
    told = Counter(verdict.verdict for verdict in answer.verdicts)
    fault = draft.fault or draft.repair_fault
    log_event(
        _log,
        "written",
        logging.WARNING if fault or not draft.stands else logging.INFO,
        model=name,
        engine=answer.engine,
        fault=fault.fault if fault else None if draft.stands else "ungrounded",
        status=fault.status if fault else None,
        tries=fault.attempts if fault else 1,
        **{kind: told[kind] for kind in get_args(VerdictKind)},
        tokens=draft.tokens,
        ms=round(answer.timings_ms.get("total", 0.0)),
    )
