"""A question that counts CE hours already done -> what the record asks for, and how many are left.

"I need 20 hours and have 12, what is missing?" is answered by a subtraction. What is asked for comes from the
record of one credential or place; the hours done are the person's own. The difference is said with both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.evidence import Draft, DraftBlock, Evidence, join_lines
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages, StatementRow
from assistant.text import figures, fold
from assistant.wording import Wording

__all__ = ["draft_hours_left", "hours_done", "hours_told"]

_KINDS = ("ce_law_hours", "ce_safety_hours", "ce_live_hours", "ce_other")
_MOST_KINDS = 3
_UNIT = r"(?:contact |ce |credit )?(?:hours?|hrs?|ceus?|ces|credits?)"
_OF_HOURS = re.compile(rf"\b(?:{_UNIT}|ce|continuing education)\b")
_LEFT = re.compile(
    r"\b(?:left|missing|lack(?:ing)?|short|remaining|still (?:need|have to|owe|must)|how (?:many|much) more|"
    r"(?:is|are) (?:that|those|it|they) enough|do i have enough|what else)\b"
)
_NUMBER = r"(\d{1,2}(?:\.\d)?)(?![\d.]*\d)"
# Not those still to do, and not those of one kind: "8 hours to go", "1 hour of law".
_OTHER_HOURS = (
    r"(?:left|to (?:do|go|get|finish|complete)|remaining|due|missing|more|short|needed|required|"
    r"(?:(?:of|in|on|for) )?(?:pharmacy |patient )?(?:law|safety|live))\b"
)
_COUNTED = (
    rf"(?!\s*(?:{_UNIT}\b)?(?: of ce)?\s*{_OTHER_HOURS})"
    rf"(?=\s*(?:{_UNIT}|ce|done|so far|already|with|and|but|now|in)\b|\s*[,.;?!]|\s*$)"
)
_DONE = re.compile(
    r"\b(?:have|got|did|done|finished|completed|earned|took|taken|i'?ve|only|(?:am|i'?m|sitting) at)\s+"
    rf"(?:(?:only|about|just|already|so far|got|done|finished|completed|earned)\s+){{0,2}}{_NUMBER}{_COUNTED}"
)
_NEEDED = re.compile(
    r"\b(?:needs?|requires?|required|must have|(?:have|has|need|needs) to (?:have|do|get|complete))\s+"
    rf"(?:the |all |at least |about )?{_NUMBER}"
)
_OUT_OF = re.compile(rf"\b{_NUMBER}\s*(?:{_UNIT} )?(?:/|out of|of)\s*(?:the |my |these |those )?{_NUMBER}\b")
_CREDITS = re.compile(r"\bcredits?\b")
_MUST = re.compile(r"\b(?:must|to|needs?)(?: have)?\s+(?:only )?$")


def hours_done(question: str) -> float | None:
    """The CE hours that a person says to have done, where they ask what is left; None where unclear."""
    text = fold(question)
    if not (_LEFT.search(text) and _OF_HOURS.search(text)):
        return None
    if match := _OUT_OF.search(text):
        return float(match[1])
    told = {float(m[1]) for m in _DONE.finditer(text) if not _MUST.search(text[: m.start(0)])}
    return told.pop() if len(told) == 1 else None


def hours_told(question: str) -> float | None:
    """The CE hours that a person says to need; None where no number is told."""
    text = fold(question)
    if match := _OUT_OF.search(text):
        return float(match[2])
    match = _NEEDED.search(text)
    return float(match[1]) if match else None


def draft_hours_left(query: Query, passages: Passages) -> Draft | None:
    """The rule, the subtraction and the kinds of hours asked for.

    None where nothing of the kind is asked, and where the record names no one figure or another one than the
    person does: a difference from the wrong figure would be a wrong figure.
    """
    done = hours_done(query.question)
    record = _record(query)
    if done is None or record is None or query.has("experience"):
        return None
    rows = passages.statements(record, ("ce_hours",))
    asked = _asked(rows)
    told = hours_told(query.question)
    # Hours of another thing than CE are told apart by its words, or by the number that is needed.
    if asked is None or told not in (None, asked) or not (told or query.has("ce", "renewal")):
        return None
    rule = tuple(Evidence(row.chunk, row.sentence) for row in rows)
    kinds = join_lines([Evidence(row.chunk, row.sentence) for row in passages.statements(record, _KINDS)])
    if _CREDITS.search(fold(query.question)) and any(_CREDITS.search(fold(item.text)) for item in kinds):
        return None  # where a credit is not an hour, the person's number may be of either
    words = Wording.HOURS_LEFT if done < asked else Wording.HOURS_ENOUGH
    said = words.format(done=f"{done:g}", asked=f"{asked:g}", left=f"{asked - done:g}")
    blocks = [DraftBlock("paragraph", rule), DraftBlock("notice", rule, words=said)]
    if kinds:
        blocks.append(DraftBlock("bullets", tuple(kinds[:_MOST_KINDS])))
    return Draft("answered", tuple(blocks))


def _record(query: Query) -> str | None:
    """The record of the one credential or the one place that is asked about; None where it may be either."""
    if query.credentials:
        return query.credentials[0] if len(query.credentials) == 1 and not query.states else None
    return query.state.lower() if query.state and len(query.states) < 2 else None


def _asked(rows: Sequence[StatementRow]) -> float | None:
    """The one number of hours that a record asks for, as its own sentence says it."""
    values = {row.sentence.value for row in rows}
    value = values.pop() if len(values) == 1 else None
    if isinstance(value, bool) or not isinstance(value, int | float) or value <= 0:
        return None
    return float(value) if f"{value:g}" in figures(rows[0].sentence.text) else None
