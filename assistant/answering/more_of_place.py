"""More of a place, where it was spoken of last -> what its record tells beside what was said."""

from __future__ import annotations

from assistant.answering.by_place import place_follow_ups, record_of
from assistant.answering.evidence import Draft, DraftBlock, Relevance
from assistant.answering.place_fields import wanted_of
from assistant.answering.place_statements import Stated, statements_of, within
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages

__all__ = ["draft_more_of_place"]

_MAX_WORDS = 120
_MOST = 6
_FURNITURE = frozenset({"regulation", "credential_name", "board", "scam_alert"})


def draft_more_of_place(
    query: Query, code: str, passages: Passages, relevance: Relevance, said: frozenset[str]
) -> Draft | None:
    """The statements of a place's record that were not said, those nearest to the question first.

    Args:
        query: what was asked before, of which more is wanted.
        code: the place.
        passages: where its record is.
        relevance: scores sentences for the question.
        said: the sentences of the turns before.
    """
    wanted = wanted_of(query)
    told = " ".join(said)
    new = [
        stated
        for stated in statements_of(record_of(code), wanted.fields, passages, relevance)
        if stated.field not in _FURNITURE and not _was_said(stated, told)
    ]
    chosen = within(new, _MAX_WORDS, _MOST, wanted.fields)
    if not chosen:
        return None
    pieces = tuple(piece for stated in chosen for piece in stated.joined())
    fields = [stated.field for stated in chosen]
    return Draft(
        "answered", (DraftBlock("bullets", pieces),), place_follow_ups(query, code, passages, fields)
    )


def _was_said(stated: Stated, told: str) -> bool:
    return any(item.sentence.text in told for item in stated.items)
