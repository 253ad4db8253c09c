"""Library -> findings where a weak source alone carries a rule, a fee, a date or an hour count."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from assistant.guidance.records import Statement
from assistant.types import Source
from ingest.knowledge.findings import Finding
from ingest.knowledge.library import Library

__all__ = ["check_support", "is_rule", "is_uncertain"]

_RULE = "weak-source"
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NUMBER = r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_HOUR_COUNT = re.compile(rf"\b{_NUMBER}[- ](?:\w+[- ])?(?:hours?|days?|weeks?|months?)\b", re.I)
_DATE = re.compile(rf"\b{_MONTH} \d|\b(?:since|from|until|till|by|before|after) {_MONTH}? ?\d{{4}}\b")
_MONEY = re.compile(r"\$\d")
_WAGES = re.compile(
    r"\b(?:pays?|paid|pay|earn\w*|wages?|salar\w+|mean|median|an hour|postings?|amounts)\b", re.I
)
_OBLIGATION = re.compile(
    r"\b(?:must|requires?|required|mandatory|may not|cannot|not allowed|not permitted|permits?"
    r"|forbids?|illegal|unlawful|by law|entitled)\b",
    re.I,
)
# What makes a sentence somebody's account rather than a rule: who says so, how old it is, or who
# decides instead.
_ACCOUNT = re.compile(
    r"""\b(?:says?|said|claim(?:s|ed)|according\ to|account|tells?|told|reports?|reported
    |names?|named|adds|writes?|wrote|quotes?|quoted|counted|described?|describes|suggests?|advises?|advice|stated
    |spoke|gave|gives?|expects?|expected|proposes?|explained|lists?|listed|points?\ out|shows?
    |found|put|puts|sample|undated|older|out\ of\ date|no\ reliable|survey(?:ed)?|review
    |article|newspaper|magazine|blog|guides?|sites?|page|postings?|copy|list
    |check\ (?:with|the|it)|confirm|ask|one\ technician(?:'s)?|19\d\d|20[01]\d)\b""",
    re.I | re.VERBOSE,
)
# Fields that name, describe or count; all others of these kinds carry rules, fees or hours.
_HARMLESS: Mapping[str, frozenset[str]] = {
    "jurisdiction": frozenset({"overview", "credential_name", "board", "scam_alert"}),
    "credential": frozenset({"what", "holders", "good_for", "not_good_for"}),
}


def check_support(library: Library) -> Iterator[Finding]:
    """Guide-tier sources alone carry no rule, in records and in prose."""
    for placed in library.records:
        for line, statement in placed.statements:
            if not _all_weak(statement.source, library.sources):
                continue
            if _carries_rule(placed.record.kind, statement):
                message = f"{statement.field}: only a guide supports the value; drop `value`"
                yield Finding(placed.file, line, _RULE, message)
            elif is_rule(statement.says) and not is_uncertain(statement.says):
                message = f"{statement.field}: only a guide says so; word it as uncertain"
                yield Finding(placed.file, line, _RULE, message)
    for guide in library.guides:
        for sentence in guide.sentences:
            weak = _all_weak(sentence.sources, library.sources)
            context = f"{sentence.heading} {sentence.text}"
            if weak and is_rule(sentence.text, context) and not is_uncertain(sentence.text):
                message = f"only a guide says so; word it as uncertain: {sentence.text[:80]!r}"
                yield Finding(guide.file, sentence.line, _RULE, message)


def is_rule(text: str, context: str | None = None) -> bool:
    """Whether a sentence states a rule, a fee, a date or an hour count; wages are none of these.

    Args:
        text: the sentence.
        context: the sentence with its heading, where that tells what the money is.
    """
    wage = _WAGES.search(context or text) is not None
    patterns = (_OBLIGATION,) if wage else (_OBLIGATION, _HOUR_COUNT, _DATE, _MONEY)
    return any(pattern.search(text) for pattern in patterns)


def is_uncertain(text: str) -> bool:
    """Whether a sentence says whose account it is, how old, or who decides."""
    return _ACCOUNT.search(text) is not None


def _carries_rule(kind: str, statement: Statement) -> bool:
    return statement.value is not None and kind in _HARMLESS and statement.field not in _HARMLESS[kind]


def _all_weak(ids: Sequence[str], sources: Mapping[str, Source]) -> bool:
    tiers = [sources[id].tier for id in ids if id in sources]
    return bool(tiers) and all(tier == "guide" for tier in tiers)
