"""A question that sets two credentials side by side in one respect -> a draft from their records.

The guides compare credentials as a whole; what one of them asks, costs or lasts stands in its record,
field by field.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assistant.answering.evidence import Draft, DraftBlock, Evidence, Relevance
from assistant.answering.place_statements import Stated, statements_of, within
from assistant.answering.understand import Query, is_comparison
from assistant.retrieval.passages import Passages
from assistant.text import words

__all__ = ["draft_credentials"]

_BROAD = frozenset({"become", "certification", "training", "permitted"})  # not one respect
_EACH = 2  # statements
_EACH_WORDS = 55


def draft_credentials(query: Query, passages: Passages, relevance: Relevance) -> Draft | None:
    """What each record says on what is asked; None where it is no such question or either is silent."""
    special = [aspect for aspect in query.aspects if aspect.name not in _BROAD]
    if len(query.credentials) != 2 or query.states or len(special) != 1:
        return None
    fields = special[0].credential
    if not fields or not is_comparison(query.standalone):
        return None
    found = [_statements(record, fields, passages, relevance) for record in query.credentials]
    # Where one record is silent on what fits best, its next field would be another respect: a fee of renewal.
    if not all(found) or len({ranked[0].field for ranked in found}) > 1:
        return None
    return Draft("answered", tuple(DraftBlock("bullets", tuple(_pieces(ranked))) for ranked in found))


def _statements(record: str, fields: Sequence[str], passages: Passages, relevance: Relevance) -> list[Stated]:
    """The statements of the field that fits best, the best first."""
    if not passages.has_record(record):
        return []
    ranked = [s for s in statements_of(record, fields, passages, relevance) if s.field in fields]
    return [stated for stated in ranked if stated.field == ranked[0].field]


def _pieces(ranked: Sequence[Stated]) -> Iterator[Evidence]:
    """The best statements; the very best whole, however long."""
    for stated in within(ranked, max(_EACH_WORDS, len(words(ranked[0].text))), _EACH):
        yield from stated.joined()
