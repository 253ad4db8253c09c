"""A question of what technicians earn in several places -> a draft from the record of wages by state."""

from __future__ import annotations

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.places import find_places, place_name
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages
from assistant.wording import Wording

__all__ = ["draft_wages"]

_RECORD = "pay-by-state"
_MOST = 4  # places
_BESIDE = frozenset({"pay", "become"})  # aspects of a question that asks for the wage alone


def draft_wages(query: Query, passages: Passages) -> Draft | None:
    """The wage of each place, or that none is known.

    None where not the wages of several places are asked for, but those of a workplace or with a credential,
    and where the index has no such record.
    """
    if not _asks_for_wages(query) or not passages.has_record(_RECORD):
        return None
    known: dict[str, Evidence] = {}
    general: list[Evidence] = []
    for row in passages.statements(_RECORD, ("by_state",)):
        item = Evidence(row.chunk, row.sentence)
        if row.sentence.value is None:
            general.append(item)
        elif len(named := find_places(row.sentence.text, {})) == 1:
            known.setdefault(named[0].code, item)
    codes = query.states[:_MOST]
    found = tuple(known[code] for code in codes if code in known)
    missing = [place_name(code) for code in codes if code not in known]
    blocks = [DraftBlock("bullets", found)] if found else []
    if missing:
        said = Wording.PLACE_UNKNOWN.format(what=Wording.EARNINGS, place=" or ".join(missing))
        blocks.append(DraftBlock("notice", words=said))
    how = passages.statements(_RECORD, ("method",)) if len(found) > 1 else []
    closing = (*(Evidence(row.chunk, row.sentence) for row in how), *general)
    if closing:
        blocks.append(DraftBlock("paragraph", closing))
    return Draft("answered" if found else "not_in_sources", tuple(blocks))


def _asks_for_wages(query: Query) -> bool:
    plain = not (query.topics or query.credentials)
    return len(query.states) > 1 and query.has("pay") and plain and {a.name for a in query.aspects} <= _BESIDE
