"""Text -> ways to reach or identify somebody: e-mail, phone, numbers, street address, date of birth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from assistant.conversations.personal.span import CAPITALISED, Kind, Span

__all__ = ["contact_spans"]

_I = re.IGNORECASE
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_YEAR = r"(?:19|20)\d\d"
_DATE = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s*{_YEAR})?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}"
    rf"(?:,?\s*{_YEAR})?|\d{{1,2}}[/.-]\d{{1,2}}[/.-](?:\d{{4}}|\d\d)|{_YEAR}-\d\d-\d\d|{_MONTH}\s+{_YEAR}|{_YEAR})\b"
)
_STREET = (
    r"(?:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|place|pl|way|terrace|ter"
    r"|circle|cir|highway|hwy|parkway|pkwy|trail|trl|square|sq|alley|plaza|loop|pike|turnpike)\b\.?"
)
_UNIT = r"(?:,?\s*(?:apt|apartment|unit|suite|ste|room|rm|#)\.?\s*#?[\w-]{1,6})?"
_CITY = rf"(?:,\s*{CAPITALISED}(?:\s{CAPITALISED}){{0,2}}(?=,|\s+[A-Z]{{2}}\b))?"
_ORDINAL = r"\d{1,3}(?:st|nd|rd|th)"
_NAMED = rf"(?:{CAPITALISED}\.?|{_ORDINAL})"
_AT_HOME = r"(?:\blives?|\bliving|\bstay(?:ing|s)?|\baddress(?:\s+is|:)?|\breside[sd]?)\s+(?:at\s+|on\s+)?"
_NUMBERED = (
    r"licen[sc]e|registration|certification|certificate|permit|student|employee|ptcb|nha|nabp|e-?profile|cpht|case|passport|visa|member"
    r"|social(?:\s+security)?|driver'?s?\s+licen[sc]e"
)

# What stands in the group "it" is meant; without such a group the whole match.
_PATTERNS: Sequence[tuple[Kind, re.Pattern[str]]] = (
    ("email", re.compile(r"[\w.+%-]+@[\w-]+(?:\.[\w-]+)+")),
    (
        "email",
        re.compile(
            r"\b\w[\w.+-]*(?:\s+dot\s+\w+)?\s*(?:\(at\)|\[at\]|\sat\s)\s*[\w-]+\s*(?:\(dot\)|\[dot\]|\sdot\s)"
            r"\s*[a-z]{2,}\b",
            _I,
        ),
    ),
    ("number", re.compile(r"(?<![\w-])\d{3}-\d{2}-\d{4}(?![\w-])")),
    (
        "number",
        re.compile(
            rf"\b(?:{_NUMBERED})\s+(?:id\s+)?(?:number|num|no\.?|#|id)\s*(?:is|:|=|#)?\s*(?P<it>[a-z]{{0,4}}[-\d]{{4,}}\b)",
            _I,
        ),
    ),
    (
        "phone",
        re.compile(
            r"(?<![\w$-])(?:\+?1[\s.-]?)?(?:\(\d{3}\)|\d{3})[\s.\u2013-]{0,2}\d{3}[\s.\u2013-]?\d{4}"
            r"(?:\s*(?:x|ext\.?)\s*\d{1,6})?(?!\w|-\d)",
            _I,
        ),
    ),
    ("phone", re.compile(r"(?<!\w)\+\d{1,3}(?:[\s.-]?\(?\d{2,4}\)?){2,5}(?!\w)")),
    (
        "phone",
        re.compile(
            r"\b(?:call|text|phone|cell|mobile|number|reach)\b[^.\d\n]{0,20}(?P<it>\d{3}[\s.-]\d{4})(?!\w)", _I
        ),
    ),
    (
        "birth",
        re.compile(
            rf"\b(?:born|birthday|birth\s?date|date\s+of\s+birth|d\.?o\.?b\.?|turn(?:s|ed|ing)?\s+\d{{1,2}})(?:\s+(?:is|was|on|in|the)|\s*[:=,])*\s*"
            rf"(?P<it>{_DATE})",
            _I,
        ),
    ),
    (
        "address",
        re.compile(
            rf"(?<![\w$.-])\d{{1,6}}[A-Za-z]?\s+(?:{_NAMED}\s+){{1,4}}(?i:{_STREET})(?i:{_UNIT}){_CITY}",
        ),
    ),
    (
        "address",
        re.compile(rf"{_AT_HOME}(?P<it>\d{{1,6}}\s+(?:[\w'’.]+\s+){{1,4}}{_STREET}{_UNIT})", _I),
    ),
    (
        "address",
        re.compile(
            rf"\b(?:[Oo]n|[Aa]t|[Oo]ff)\s+(?P<it>(?:{_NAMED}\s+){{1,3}}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Drive"
            r"|Boulevard|Blvd|Highway|Hwy|Parkway|Pkwy|Pike)\b\.?)"
        ),
    ),
    (
        "address",
        re.compile(rf"\b(?:on|at|off)\s+(?P<it>{_ORDINAL}\s+(?:street|st|avenue|ave)\b\.?)", _I),
    ),
    ("address", re.compile(r"\bp\.?\s?o\.?\s+box\s+\d+", _I)),
    (
        "address",
        re.compile(r"(?:\b[Zz][Ii][Pp](?:\s?[Cc]ode)?(?:\s+is|:)?\s+|\b[A-Z]{2},?\s+)(?P<it>\d{5}(?:-\d{4})?)(?![\w,.]\d|\w)"),
    ),
)  # fmt: skip


def contact_spans(text: str) -> Iterator[Span]:
    """Where a text tells how to reach or identify somebody; spans may overlap."""
    for kind, pattern in _PATTERNS:
        group = "it" if "it" in pattern.groupindex else 0
        for match in pattern.finditer(text):
            yield Span(kind, *match.span(group))
