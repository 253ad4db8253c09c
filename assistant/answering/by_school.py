"""A question for schools in a place -> a draft from the list of schools there.

The list says which institutions report a program; it says nothing on accreditation, price or whether
classes run, so the caveats are always said with it.
"""

from __future__ import annotations

import re

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages, StatementRow
from assistant.text import fold
from assistant.wording import Wording

__all__ = ["asks_for_schools", "draft_schools"]

_SCHOOLS = re.compile(
    r"\b(?:schools|colleges|universities|(?:which|any|good|best|find a|a) (?:school|college|program)|programs? (?:in|near|around|at|close)|"
    r"classes (?:in|near|around)|where (?:can|could|do|should) (?:i|you|we|my \w+) (?:study|train|enroll|go to school|take (?:a|the) (?:class|course|program)))\b"
)
# Questions about schooling that a list does not answer.
_OTHER = re.compile(
    r"\b(?:high school|need|needed|required?|requirements?|have to|must|cost|costs|how much|how long|hours|accredit\w*|approved|"
    r"placement|diploma|finish|graduat\w+|enrolled|student|still in|while in|medical school|after school|felony|record)\b"
)
_MOST = 6  # schools shown; a longer list is a directory, not an answer


def asks_for_schools(query: Query) -> bool:
    """Whether a list of schools is wanted."""
    text = fold(query.standalone)
    return bool(_SCHOOLS.search(text)) and not _OTHER.search(text)


def draft_schools(query: Query, code: str, passages: Passages) -> Draft | None:
    """The schools of a place, those of a named town first; None when there is no list."""
    record = f"programs-{code.lower()}"
    if not passages.has_record(record):
        return None
    text = fold(query.question + " " + query.standalone)
    schools = passages.statements(record, ("institution",))
    near = [row for row in schools if _value(row, "city").lower() in text]
    chosen = sorted(near or schools, key=lambda row: -int(_value(row, "awards") or 0))[:_MOST]
    blocks = [
        DraftBlock("paragraph", _said(passages.statements(record, ("count",))[:2])),
        DraftBlock("bullets", _said(chosen), Wording.SCHOOLS_NEAR if near else Wording.SCHOOLS_MOST),
        DraftBlock("paragraph", _said(passages.statements(record, ("caveats",))[:3])),
        DraftBlock("paragraph", _said(passages.statements(record, ("directories",))[:2])),
    ]
    return Draft("answered", tuple(block for block in blocks if block.items), Wording.SCHOOL_QUESTIONS)


def _said(rows: list[StatementRow]) -> tuple[Evidence, ...]:
    return tuple(Evidence(row.chunk, row.sentence) for row in rows)


def _value(row: StatementRow, name: str) -> str:
    """One "name: text" entry of a school's value; "" when it is not there."""
    value = row.sentence.value
    entries = value if isinstance(value, tuple) else ()
    return next((str(e)[len(name) + 2 :] for e in entries if str(e).startswith(f"{name}: ")), "")
