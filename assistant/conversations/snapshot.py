"""Chosen turns, a note and what is to be hidden -> a Snapshot: what a link shows, frozen.

What is hidden is taken out here, before anything is stored. Of the profile, only the place and the
credential that the answers were written for go along; the rest is the sender's own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from assistant.conversations.cited import CitedStatement, cited_statements
from assistant.conversations.redaction import Redaction, apply, apply_to_source, suggest_all
from assistant.conversations.stored import StoredTurn
from assistant.retrieval.passages import Passages
from assistant.types import Answer, Block, Citation, Claim, Profile, Source, Turn

__all__ = ["SharedTurn", "Snapshot", "freeze", "redacted", "suggestions"]


@dataclass(frozen=True, slots=True)
class SharedTurn:
    """One exchange as the link shows it."""

    turn: Turn
    answered: str  # YYYY-MM-DD
    generation: str | None  # the index that it was answered from
    brought: bool  # read from a file: this installation vouches for nothing in it


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a link shows, and what is needed to notice that a cited fact has changed since."""

    frozen: str  # YYYY-MM-DD
    note: str  # "why I send you this"; "" when there is none
    turns: tuple[SharedTurn, ...]
    statements: tuple[CitedStatement, ...]


def suggestions(turns: Sequence[StoredTurn], note: str) -> tuple[Redaction, ...]:
    """What the owner is asked about before these turns are shared, each words once."""
    return suggest_all([note, *(turn.question for turn in turns)])


def freeze(
    turns: Sequence[StoredTurn],
    note: str,
    accepted: Sequence[Redaction],
    passages: Passages | None,
    today: date,
) -> Snapshot:
    """The Snapshot of some turns.

    Args:
        turns: in the order of the conversation.
        note: the owner's words to the reader.
        accepted: what the owner decided to hide, in the turns and in the note.
        passages: the current index, which knows record and field of a statement; without it a
            statement is found again by its document and its words.
        today: when it is frozen.
    """
    shared, statements = [], []
    for place, stored in enumerate(turns):
        turn = stored.turn
        statements += [_hidden(found, accepted) for found in cited_statements(turn.answer, place, passages)]
        answered = stored.answered.date().isoformat()
        shared.append(SharedTurn(redacted(turn, accepted), answered, stored.generation, stored.brought))
    return Snapshot(today.isoformat(), apply(note.strip(), accepted), tuple(shared), tuple(statements))


def redacted(turn: Turn, accepted: Sequence[Redaction]) -> Turn:
    """A turn without the words that were hidden, wherever they come back in it.

    It is made anew, field by field: what a later version adds to an answer is not shared by accident.
    """
    question = apply(turn.question, accepted)
    standalone = apply(turn.standalone_question, accepted)
    if turn.answer is None:
        return Turn(question, standalone)
    return Turn(question, standalone, _answer(turn.answer, question, standalone, accepted))


def _answer(answer: Answer, question: str, standalone: str, accepted: Sequence[Redaction]) -> Answer:
    said = " ".join(_plain(citation.passage) for citation in answer.citations)
    return Answer(
        question=question,
        standalone_question=standalone,
        outcome=answer.outcome,
        engine=answer.engine,
        blocks=tuple(_block(block, said, accepted) for block in answer.blocks),
        citations=tuple(_citation(citation, accepted) for citation in answer.citations),
        assumptions=Profile(state=answer.assumptions.state, credential=answer.assumptions.credential),
        follow_ups=tuple(apply(question, accepted) for question in answer.follow_ups),
    )


def _block(block: Block, said: str, accepted: Sequence[Redaction]) -> Block:
    return Block(
        kind=block.kind,
        claims=tuple(_claim(claim, said, accepted) for claim in block.claims),
        lead_in=apply(block.lead_in, accepted),
        header=tuple(apply(name, accepted) for name in block.header),
        rows=tuple(tuple(_claim(cell, said, accepted) for cell in row) for row in block.rows),
    )


def _claim(claim: Claim, said: str, accepted: Sequence[Redaction]) -> Claim:
    """A sentence that stands so in what it cites is the source's; any other may echo the person."""
    verbatim = bool(claim.citations) and _plain(claim.text) in said
    hide = apply_to_source if verbatim else apply
    return Claim(hide(claim.text, accepted), claim.citations)


def _citation(citation: Citation, accepted: Sequence[Redaction]) -> Citation:
    """A citation with its quote only: the passage around it is not part of what is shared."""
    quote = apply_to_source(citation.quote, accepted)
    return Citation(
        number=citation.number,
        source=_source(citation.source, accepted),
        chunk=citation.chunk,
        document=apply_to_source(citation.document, accepted),
        title=apply_to_source(citation.title, accepted),
        section=apply_to_source(citation.section, accepted),
        page=citation.page,
        quote=quote,
        passage=quote,
        confidence=citation.confidence,
    )


def _source(source: Source, accepted: Sequence[Redaction]) -> Source:
    """A source; an address that holds hidden words is left out, for half of it leads nowhere."""
    return Source(
        id=apply_to_source(source.id, accepted),
        title=apply_to_source(source.title, accepted),
        publisher=apply_to_source(source.publisher, accepted),
        url=source.url if apply_to_source(source.url, accepted) == source.url else "",
        tier=source.tier,
        as_of=source.as_of,
        reviewed=source.reviewed,
    )


def _hidden(statement: CitedStatement, accepted: Sequence[Redaction]) -> CitedStatement:
    return replace(
        statement,
        text=apply_to_source(statement.text, accepted),
        document=apply_to_source(statement.document, accepted),
        section=apply_to_source(statement.section, accepted),
        sources=tuple(apply_to_source(source, accepted) for source in statement.sources),
    )


def _plain(text: str) -> str:
    return " ".join(text.split())
