"""A query and its context -> what the model writes, sentence by sentence, each judged before it is told."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from assistant.answering.chain import Considered
from assistant.answering.clock import Clock
from assistant.answering.prompts import ANSWER, SYSTEM, TOOL_RESULT
from assistant.answering.understand import Query
from assistant.errors import ModelError, WrongUseError
from assistant.generation.asked import Asked
from assistant.generation.assembly import Kept, assemble
from assistant.generation.chat import Chat
from assistant.generation.context import Context
from assistant.generation.deadline import Deadline
from assistant.generation.dialogue import conversation_lines, person_lines
from assistant.generation.events import Dropped, Event, Said
from assistant.generation.messages import Call, Message, Usage
from assistant.generation.openings import split_opening, verdict_of
from assistant.generation.repair import Fallen, repair_message, repaired
from assistant.generation.sentences import Sentences, Written
from assistant.generation.tools.toolbox import Toolbox
from assistant.generation.wording import fault_words
from assistant.judging.judge import Fault, Judge
from assistant.retrieval.passages import Passages
from assistant.types import Block, Citation, Turn, Verdict

__all__ = ["CONVERSATION_TOKENS", "Draft", "Writing"]

_ROUNDS = 3  # of looking things up; in the next the model must write
_SENTENCES = 8  # asked for
_MOST_SENTENCES = 24  # read; what comes after is not an answer to a question
_MOST_CHARACTERS = 12_000  # of one reply
_MOST_REPAIRS = 6
_REPAIR_SECONDS = 2.0  # with less time left a fallen sentence is dropped
CONVERSATION_TOKENS = 600
_MOST_KEYS = 4  # of one sentence; more is no citation


@dataclass(frozen=True, slots=True)
class Draft:
    """What came of a model's writing."""

    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    verdicts: tuple[Verdict, ...]  # of every sentence, in order
    tokens: int
    fault: ModelError | None = None  # how the model failed, when it did; sentences may stand all the same
    repair_fault: ModelError | None = None  # the same of the request to repair

    @property
    def stands(self) -> bool:
        """Whether what stood is an answer: something did, and at least half of all that was written."""
        kept = sum(verdict.verdict != "dropped" for verdict in self.verdicts)
        return kept > 0 and 2 * kept >= len(self.verdicts)


@dataclass(slots=True)
class _Sheet:
    """What has been written so far."""

    query: Query
    verdict: str  # yes, no or it depends, where the records say so
    context: Context
    clock: Clock
    kept: list[Kept] = field(default_factory=list)
    fallen: list[Fallen] = field(default_factory=list)
    count: int = 0  # sentences written
    tokens: int = 0
    fault: ModelError | None = None
    repair_fault: ModelError | None = None


class Writing:
    """Lets one model write from one index."""

    def __init__(self, chat: Chat, judge: Judge, toolbox: Toolbox, passages: Passages) -> None:
        self._chat = chat
        self._judge = judge
        self._toolbox = toolbox
        self._passages = passages

    def stream(
        self, considered: Considered, context: Context, sources: str, asked: Asked, deadline: Deadline
    ) -> Generator[Event, None, Draft]:
        """Sentences as they are judged; returns the draft of all of them.

        Args:
            considered: the question as the embedded engine sees it.
            context: what may be cited; tools add to it.
            sources: the same as text, as the model begins with it.
            asked: the conversation, and LangChain's configuration.
            deadline: of the whole answer.
        """
        sheet = _Sheet(considered.query, verdict_of(considered), context, considered.clock)
        messages = _opening_messages(considered.query, sources, asked.history)
        try:
            yield from self._write(sheet, messages, deadline, asked.config)
        except ModelError as error:
            sheet.fault = error
        if sheet.fault is None and deadline.left > _REPAIR_SECONDS:
            yield from self._repair(sheet, messages, deadline, asked.config)
        blocks, citations, claims = assemble(sheet.kept, self._passages)
        verdicts = {one.position: _stood(one, claims[one.position].citations) for one in sheet.kept}
        fell = {one.position: _fell(one) for one in sheet.fallen}
        every = tuple(verdict for _, verdict in sorted((fell | verdicts).items()))
        return Draft(blocks, citations, every, sheet.tokens, sheet.fault, sheet.repair_fault)

    def _write(
        self, sheet: _Sheet, messages: list[Message], deadline: Deadline, config: Any
    ) -> Iterator[Event]:
        """Rounds of writing and looking up; a model that only looks up is asked to write at last."""
        for round_ in range(_ROUNDS + 1):
            forms = self._toolbox.forms() if round_ < _ROUNDS else ()
            sentences, calls, said = Sentences(), [], ""
            for piece in self._chat.stream(messages, deadline, forms, config):
                if isinstance(piece, Usage):
                    sheet.tokens += piece.tokens
                elif isinstance(piece, Call):
                    calls.append(piece)
                else:
                    said += piece
                    yield from self._told(sheet, sentences.feed(piece))
                    if len(said) > _MOST_CHARACTERS or sheet.count >= _MOST_SENTENCES:
                        return
            yield from self._told(sheet, sentences.flush())
            if not calls or not forms:
                return
            messages.append(Message("assistant", said, tuple(calls)))
            messages += [Message("tool", self._look_up(call, sheet), call=call.id) for call in calls]

    def _look_up(self, call: Call, sheet: _Sheet) -> str:
        """What a tool finds, as text with keys; a fault in the call is told to the model."""
        try:
            found = sheet.context.add(self._toolbox.use(call))
        except WrongUseError as error:
            return str(error)
        return TOOL_RESULT.fill(sources=found or "(nothing that is not already in the sources)")

    def _told(self, sheet: _Sheet, written: Iterator[Written]) -> Iterator[Event]:
        for one in written:
            position, sheet.count = sheet.count, sheet.count + 1
            if sheet.count > _MOST_SENTENCES:
                return
            yield self._event(sheet, position, one)

    def _event(self, sheet: _Sheet, position: int, written: Written) -> Event:
        """Judge one sentence, keep it or not, and tell it."""
        judged = self._judged(sheet, position, written)
        if isinstance(judged, Kept):
            return self._said(sheet, judged)
        fallen = Fallen(position, written, judged)
        sheet.fallen.append(fallen)
        return Dropped(_fell(fallen))

    def _judged(self, sheet: _Sheet, position: int, written: Written, first_fault: str = "") -> Kept | Fault:
        """One sentence as it may be shown, or why it may not."""
        sheet.clock.lap("write")
        opening, rest = split_opening(written.text)
        items = sheet.context.resolve(written.keys)[:_MOST_KEYS]
        fault = self._judge.fault(rest, sheet.context.cited(items), _places(sheet.query))
        sheet.clock.lap("ground")
        if fault is not None:
            return fault
        text = written.text if opening == sheet.verdict else rest
        evidence = tuple(dict.fromkeys(one for item in items for one in item.evidence))
        return Kept(position, text, written.kind, written.line, evidence, first_fault)

    def _said(self, sheet: _Sheet, kept: Kept) -> Said:
        sheet.kept.append(kept)
        blocks, citations, _ = assemble(sheet.kept, self._passages)
        return Said(blocks, citations)

    def _repair(
        self, sheet: _Sheet, messages: Sequence[Message], deadline: Deadline, config: Any
    ) -> Iterator[Event]:
        """Ask once for the fallen sentences again, each with its fault named."""
        fallen = [one for one in sheet.fallen if one.fault.kind != "form"][:_MOST_REPAIRS]
        if not fallen:
            return
        request = [messages[0], repair_message(fallen, sheet.context)]
        try:
            reply, tokens = self._chat.write(request, deadline, config)
        except ModelError as error:
            sheet.repair_fault = error
            return
        sheet.tokens += tokens
        for before, written in repaired(reply, fallen):
            if before not in sheet.fallen:
                continue  # the reply holds it twice
            again = replace(written, kind=before.written.kind, line=before.written.line)
            why = fault_words(before.fault.kind, before.fault.detail)
            judged = self._judged(sheet, before.position, again, why)
            if isinstance(judged, Kept):
                sheet.fallen.remove(before)
                yield self._said(sheet, judged)


def _places(query: Query) -> tuple[str, ...]:
    """The places that the question is about."""
    return query.states or ((query.state,) if query.state else ())


def _opening_messages(query: Query, sources: str, history: Sequence[Turn]) -> list[Message]:
    asked = ANSWER.fill(
        conversation=conversation_lines(history, CONVERSATION_TOKENS),
        person=person_lines(query.profile),
        sources=sources,
        question=query.standalone.replace("<", "("),
    )
    return [Message("system", SYSTEM.fill(sentences=str(_SENTENCES))), Message("user", asked)]


def _stood(kept: Kept, citations: tuple[int, ...]) -> Verdict:
    return Verdict(kept.text, "repaired" if kept.first_fault else "shown", kept.first_fault, citations)


def _fell(fallen: Fallen) -> Verdict:
    return Verdict(fallen.written.text, "dropped", fault_words(fallen.fault.kind, fallen.fault.detail))
