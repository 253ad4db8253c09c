"""A yes-or-no question and the statement that answers it -> the word to begin with.

"Yes.", "No." and "It depends." are said only where the statement's typed value decides it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.evidence import Evidence
from assistant.answering.understand import Query
from assistant.text import fold

__all__ = ["is_reversed", "opening"]

_NEGATED = re.compile(
    r"\b(?:without|not have|don'?t have|no (?:diploma|ged|certification|license|degree|experience)|lack)\b"
)
# "Is it illegal?", "so I don't need it?": to these a yes says the opposite of what it says to "may I?", "must I?".
_REVERSED = re.compile(
    r"\b(?:illegal\w*|unlawful\w*|against the (?:law|rules?)|forbidden|prohibited|banned|in trouble|"
    r"not (?:be )?(?:allowed|legal|permitted|required|needed|necessary|supposed)|no \w+ (?:needed|required|necessary)|"
    r"(?:do|does|did|would|will)(?:n'?t| not) (?:i |you |they |we |he |she )?(?:really |even |actually )?(?:need|have to|require))\b"
    r"|^\W*(?:(?:so|and|but|wait|ok|okay)\b\W*)*(?:can'?t|cannot|isn'?t|aren'?t|don'?t|doesn'?t|won'?t)\b"
)
_ASKS_DUTY = re.compile(
    r"\b(?:need|needed|require[ds]?|required|requirement|have to|must|mandatory|necessary|supposed to|do a|run a)\b"
)
_ASKS_RIGHT = re.compile(r"\b(?:can|could|may|allowed|legal|legally|able to|let|lets|possible)\b")
_TEXT_VALUES = {
    "required": "Yes.",
    "not-required": "No.",
    "required-for-some": "It depends.",
    "alternative-path": "It depends.",
}
_OPPOSITE = {"Yes.": "No.", "No.": "Yes.", "It depends.": "It depends."}
_RIGHTS = frozenset({"immunization", "product_verification", "scope", "trainee"})


def opening(query: Query, best: Evidence, ranked: Sequence[Evidence]) -> str:
    """A leading yes, no or "It depends." where the value decides it; else nothing."""
    if (
        not query.yes_no
        or is_reversed(query.question)
        or re.match(r"(?:yes|no|it depends)\b", best.sentence.text.lower())
    ):
        return ""
    question = fold(query.question)
    value, field = best.sentence.value, best.sentence.field
    if query.age and field in ("minimum_age", "students"):
        return _by_age(query.age, ranked)
    answer = _TEXT_VALUES.get(value, "") if isinstance(value, str) else ""
    if isinstance(value, bool):
        answer = "Yes." if value else "No."
    if not answer:
        return ""
    if field in _RIGHTS:
        return answer if _ASKS_RIGHT.search(question) else ""
    if _NEGATED.search(question) and _ASKS_RIGHT.search(question):
        return _OPPOSITE[answer]
    return answer if _ASKS_DUTY.search(question) else ""


def is_reversed(question: str) -> bool:
    """Whether a yes-or-no question asks whether something is not allowed, or not needed."""
    last = re.split(r"[.!?]\s+(?=\w)", fold(question).strip())[-1]
    return bool(_REVERSED.search(last))


def _by_age(age: int, ranked: Sequence[Evidence]) -> str:
    """Compared with the minimum age, where one is known; an age named as an exception depends."""
    stated = [item.sentence for item in ranked if item.sentence.field == "minimum_age"]
    minimum = next((s.value for s in stated if isinstance(s.value, int | float)), None)
    if minimum is None:
        return ""
    if age >= minimum:
        return "Yes."
    return "It depends." if any(str(age) in sentence.text for sentence in stated) else "No."
