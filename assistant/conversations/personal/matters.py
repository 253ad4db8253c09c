"""Text -> what it tells of somebody's immigration status or criminal history.

Only what is said of a person: "Does a DUI matter?" asks about a rule and tells of nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.conversations.personal.span import Kind, Span
from assistant.text import sentence_spans

__all__ = ["matter_spans"]

_PERSON = re.compile(
    r"\b(?:i|i['’]m|i['’]ve|i['’]d|im|ive|me|my|mine|myself|we|our|us|he|she|they|him|her|his|their"
    r"|(?:he|she|they)['’](?:s|re|ve)|student['’]s|son['’]s|daughter['’]s|friend['’]s)\b",
    re.IGNORECASE,
)
_STOP = (
    r"(?=$|[,.;:?!\n()]|\s+(?:and|but|can|could|so|who|to|in|from|when|will|would|do|does|did|is|was|were|are|as|on"
    r"|which|that|because|if|since|before|after|while|at|or|still|get|become|may|should|have|has)\b)"
)
_DETAIL = rf"(?:\s+(?:for|of|over)\s+[^,.;:?!\n()]{{2,60}}?{_STOP})?"
_WHEN = r"(?:\s+(?:(?:back\s+)?in\s+)?(?:19|20)\d\d\b|\s+from\s+(?:19|20)\d\d\b|\s+\w+\s+years?\s+ago\b)?"
_DEGREE = r"(?:(?:(?:19|20)\d\d|prior|past|old|juvenile|class\s+\w|first|second|\w+[- ]degree|drug|theft|two|three|one|a|an)\s+){0,3}"
_CHARGE = r"(?:\s+(?:convictions?|charges?|offen[sc]es?|records?|arrests?|case))?"
_TERMS: Sequence[tuple[Kind, str]] = (
    (
        "record",
        rf"{_DEGREE}(?:felon(?:y|ies)|felons?|misdemeanou?rs?|d\.?u\.?i\.?|d\.?w\.?i\.?|o\.?v\.?i\.?)\b{_CHARGE}{_WHEN}{_DETAIL}{_WHEN}",
    ),
    (
        "record",
        rf"{_DEGREE}(?:criminal|arrest|police|court|juvenile)\s+(?:record|history|past|conviction|charge)s?\b{_WHEN}{_DETAIL}{_WHEN}",
    ),
    (
        "record",
        r"(?:convicted|arrested|charged|jailed|incarcerated|indicted|sentenced|(?:pled|pleaded)\s+guilty)\b"
        rf"(?:\s+(?:with|to))?{_DETAIL}{_WHEN}",
    ),
    ("record", rf"(?:\w+\s+)?(?:convictions?|(?:drug|theft|assault|possession|battery|fraud)\s+charges?)\b{_DETAIL}{_WHEN}"),
    ("record", rf"(?:on\s+)?(?:probation|parole)\b{_DETAIL}"),
    ("record", rf"(?:in|to|from|out\s+of)\s+(?:jail|prison)\b{_DETAIL}{_WHEN}"),
    ("record", r"(?:expunged|expungement|ex-?con|background\s+(?:is\s+)?not\s+clean)\b"),
    ("immigration", r"(?:undocumented|daca(?:\s+recipient)?|a?\s?dreamer|deport(?:ed|ation)|overstay(?:ed|ing)?)\b"),
    ("immigration", r"(?:green\s?card(?:\s+holder)?|permanent\s+resident|asylum(?:\s+seeker)?|asylee|refugee)\b"),
    (
        "immigration",
        r"(?:[efhjklotuv]-?\d[a-z]?|tn|student|tourist|work|fianc[eé]e?|dependent|immigrant|expired|temporary)\s+visa\b",
    ),
    ("immigration", r"(?:h-?1-?b|h-?4|f-?1|j-?1|k-?1|l-?1|l-?2|tps|ead|opt|cpt|itin)\b(?=\s|[.,;?!)]|$)"),
    (
        "immigration",
        r"(?:not|(?:is|are|was|were)n['’]t)\s+(?:a\s+|an\s+|yet\s+a\s+)?(?:u\.?s\.?\s+|american\s+)?citizens?\b",
    ),
    ("immigration", r"illegal(?:ly)?(?=\s+(?:immigrant|alien|here|in\s+the|entered|came))"),
    ("immigration", r"(?:here|came|entered|arrived)\s+illegally\b"),
    (
        "immigration",
        r"(?:(?:no|without)\s+papers|(?:no|without\s+an?|(?:do|does|did)(?:n['’]?t|\s+not)\s+have\s+an?)"
        r"\s+(?:ssn|social(?:\s+security(?:\s+number)?)?))\b",
    ),
    ("immigration", r"(?:immigration|citizenship|immigrant)\s+status\b"),
)  # fmt: skip
# OPT, EAD and the like are words in small letters ("opt out", "i cant").
_ONLY_CAPITALS = re.compile(r"tps|ead|opt|cpt|itin|tn visa", re.IGNORECASE)
# "I have a record" is meant so; "keep my records" is not.
_BARE_RECORD = re.compile(
    r"\b(?:have|has|had|with|got)\s+(?P<it>a\s+record)\b(?!\s+(?:of|for|in|book|keeping))", re.IGNORECASE
)
_COMPILED = tuple((kind, re.compile(rf"\b{pattern}", re.IGNORECASE)) for kind, pattern in _TERMS)


def matter_spans(text: str) -> Iterator[Span]:
    """Where a sentence that speaks of a person tells such a thing; spans may overlap."""
    for start, end in sentence_spans(text):
        if not _PERSON.search(text, start, end):
            continue
        for kind, pattern in _COMPILED:
            for match in pattern.finditer(text, start, end):
                if not _ONLY_CAPITALS.fullmatch(match.group()) or match.group().isupper():
                    yield Span(kind, *match.span())
        for match in _BARE_RECORD.finditer(text, start, end):
            yield Span("record", *match.span("it"))
