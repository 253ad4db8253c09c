"""A text -> its quantities: numbers with their units, dates, and how often something happens.

Two texts state the same quantity when number and unit agree: "20 hours" is neither "20 days" nor
"2 hours". Number words count as figures, and "every other year" is 2 years.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from assistant.text import fold

__all__ = ["Quantity", "agree", "quantities", "spelled"]

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "second third fourth fifth sixth seventh eighth ninth tenth".split()
_MONTHS = "january february march april may june july august september october november december".split()
_UNITS: Mapping[str, str] = {
    name: unit
    for unit, names in {
        "hour": "hour hours hr hrs credit credits",
        "ceu": "ceu ceus",
        "minute": "minute minutes min mins",
        "day": "day days",
        "week": "week weeks",
        "month": "month months",
        "year": "year years yr yrs",
        "%": "percent percentage",
        "$": "dollar dollars usd",
        "question": "question questions item items",
        "technician": "technician technicians tech techs",
        "pharmacist": "pharmacist pharmacists",
        "time": "time times attempt attempts try tries",
        "mile": "mile miles",
        "state": "state states",
        "course": "course courses",
        "module": "module modules",
        "job": "job jobs opening openings",
        "award": "award awards",
    }.items()
    for name in names.split()
}
_LOOSE = frozenset({frozenset({"year", "age"}), frozenset({"hour", "ceu"})})
_SCALES = {"thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "k": 1_000}

_ONE_BEFORE_UNIT = re.compile(r"\bone(?=[\s-]+(?:" + "|".join(_UNITS) + r")\b)")
_SMALL = re.compile(r"\b(?:(" + "|".join(_TENS) + r")[-\s])?(" + "|".join(_ONES[2:]) + r")\b")
_TENS_ONE = re.compile(r"\b(" + "|".join(_TENS) + r")-one\b")
_TENS_ALONE = re.compile(r"\b(" + "|".join(_TENS) + r")\b")
_ONE_OF = re.compile(r"\bone(?= of (?:the |your |its |these )?\d)")
_HUNDRED = re.compile(r"\b(?:(\d+)|an?)\s+hundred\b")
_HALF = re.compile(r"\bhalf\b")
_OFTEN: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), value)
    for pattern, value in (
        (r"\bonce\b(?! (?:an?|every|per|each|you|it|the)\b)", " 1 time "),
        (r"\btwice\b", " 2 times "),
        (r"\bevery (?:other|second) year\b|\bbiennial(?:ly)?\b|\bbiannual(?:ly)?\b", " 2 years "),
        (r"\bannual(?:ly)?\b|\byearly\b|\b(?:each|every|per|an?) year\b", " 1 year "),
        (r"\bmonthly\b|\b(?:each|every|per|an?) month\b", " 1 month "),
        (r"\bquarterly\b|\b(?:each|every) quarter\b", " 3 months "),
        (r"\bweekly\b|\b(?:each|every|per|an?) week\b", " 1 week "),
        (r"\bdaily\b|\b(?:each|every|per) day\b", " 1 day "),
        (r"\bhourly\b|\b(?:each|every|per|an) hour\b", " 1 hour "),
    )
)
_RATE = re.compile(
    r"\s*(?:(?:an?|per|each|every)\s+|/\s*)(hour|day|week|month|year)\b|\s*(hourly|yearly|annually)\b"
)
_RATE_WORDS = {"hourly": "hour", "yearly": "year", "annually": "year"}
_NUMBER = re.compile(
    r"(?P<money>\$\s?)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<percent>\s?%)?(?:\s?(?P<scale>thousand|million|billion|k)\b)?"
    r"(?P<ordinal>st|nd|rd|th)?(?![\d])"
)
_UNIT_NEXT = re.compile(r"[\s-]?(" + "|".join(_UNITS) + r")\b")
_UNIT_AFTER = re.compile(
    r"[\s-]*(?:(?:to|or|and|through|-)\s*\$?\d[\d,.]*[\s-]*)?"
    r"(?:(?!(?:of|in|for|to|and|or|per|at|is|are|on|by|from|with|a|an|the|if|but|as|every|each)\b)[a-z*'-]+[\s-]+){0,3}"
    r"(" + "|".join(_UNITS) + r")\b"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE = re.compile(
    r"\b(?:in|by|since|from|until|to|through|before|after|of|during|between|and|late|early|mid)[ -]$"
)
_AGE = re.compile(r"\b(?:age|aged|ages|at|turn|turns|be)\s+$")
_OLD = re.compile(r"[\s-]*(?:years?[\s-]old|or older|and (?:older|up|over)|or over|or younger)\b")
_MONTH = re.compile(
    r"\b(?P<month>" + "|".join(_MONTHS) + r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b\.?"
    r"(?:\s+(?P<day>\d{1,2})(?:st|nd|rd|th)?(?![\d,]*\d|\s*(?:hours|%)))?(?:,?\s+(?:of\s+)?(?P<year>(?:19|20)\d\d))?"
)
_DAY_FIRST = re.compile(
    r"\b(?P<day>\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<month>"
    + "|".join(_MONTHS)
    + r")\b(?:,?\s+(?P<year>(?:19|20)\d\d))?"
)
_NUMERIC = re.compile(r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)\b")
_SLASHED = re.compile(r"\b(?P<month>\d{1,2})/(?P<day>\d{1,2})/(?P<year>(?:19|20)\d\d)\b")
_MODAL_MAY = re.compile(r"\bmay\b(?!\s+\d)")
_THIRD_PARTY = re.compile(r"\bthird[- ]part(?:y|ies)\b")


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and what it counts.

    `unit` is "$", "$/hour" and the like, "%", a counted noun in the singular, "th" for an ordinal,
    "calendar" for a year of the calendar, "date" for a date, or "" where the text names none. A
    date's value is month-day-year with "" for what is not said, for example "3-31-".
    """

    value: str
    unit: str


@lru_cache(maxsize=8_192)
def quantities(text: str) -> tuple[Quantity, ...]:
    """All quantities of a text, each once, dates first."""
    plain = spelled(text)
    dates: list[Quantity] = []
    for pattern in (_NUMERIC, _SLASHED, _DAY_FIRST, _MONTH):
        plain, found = _take_dates(pattern, plain)
        dates += found
    numbers = list(_numbers(plain))
    for pattern, meant in _OFTEN:
        if pattern.search(plain):
            count, unit = meant.split()
            numbers.append(Quantity(count, unit.rstrip("s")))
    return tuple(dict.fromkeys([*dates, *numbers]))


def agree(said: Quantity, stated: Iterable[Quantity]) -> bool:
    """Whether one of the stated quantities carries what is said."""
    return any(_same(said, other) for other in stated)


def spelled(text: str) -> str:
    """The text folded, with number words as figures; "may" the verb is made unlike May the month."""
    kept = re.sub(r"\bMay\b(?=\s+\d|\s*[.,;)]|$)", "may 0", text) if "May" in text else text
    plain = _THIRD_PARTY.sub("outsider", fold(kept))
    plain = _MODAL_MAY.sub("might", plain).replace("may 0", "may")
    plain = _TENS_ONE.sub(lambda match: str(_ten(match.group(1)) + 1), plain)
    plain = _SMALL.sub(
        lambda match: str((_ten(match.group(1)) if match.group(1) else 0) + _ONES.index(match.group(2))),
        plain,
    )
    plain = _TENS_ALONE.sub(lambda match: str(_ten(match.group(1))), plain)
    plain = _ONE_BEFORE_UNIT.sub("1", plain)
    plain = _ONE_OF.sub("1", plain)
    plain = _HUNDRED.sub(lambda match: str(int(match.group(1) or 1) * 100), plain)
    for place, word in enumerate(_ORDINALS, start=2):
        plain = re.sub(rf"\b{word}\b", f"{place}th", plain)
    return _HALF.sub("0.5", plain)


def _ten(word: str) -> int:
    return (_TENS.index(word) + 2) * 10


def _take_dates(pattern: re.Pattern[str], plain: str) -> tuple[str, list[Quantity]]:
    """The dates that a pattern finds, and the text without them."""
    found: list[Quantity] = []

    def keep(match: re.Match[str]) -> str:
        month = match.group("month")
        number = int(month) if month.isdigit() else _month_number(month)
        day = match.group("day")
        found.append(Quantity(f"{number}-{int(day) if day else ''}-{match.group('year') or ''}", "date"))
        return " , "

    return pattern.sub(keep, plain), found


def _month_number(name: str) -> int:
    return next(place for place, month in enumerate(_MONTHS, start=1) if month.startswith(name[:3]))


def _numbers(plain: str) -> Iterator[Quantity]:
    for match in _NUMBER.finditer(plain):
        if match.start() and plain[match.start() - 1].isalpha():
            continue  # a code such as sf24 is a name
        yield Quantity(_value(match), _unit(plain, match))


def _value(match: re.Match[str]) -> str:
    number = match.group("number").replace(",", "")
    number = number.rstrip("0").rstrip(".") if "." in number else number
    scale = match.group("scale")
    if scale:
        return f"{float(number) * _SCALES[scale]:.10g}"
    return number.lstrip("0") or "0"


def _unit(plain: str, match: re.Match[str]) -> str:
    after = plain[match.end() : match.end() + 60]
    if match.group("money"):
        rate = _RATE.match(after)
        return f"$/{rate.group(1) or _RATE_WORDS[rate.group(2)]}" if rate else "$"
    if match.group("percent"):
        return "%"
    if match.group("ordinal"):
        return "th"
    if _YEAR.fullmatch(match.group("number")) and _YEAR_BEFORE.search(plain[: match.start()]):
        return "calendar"
    if _OLD.match(after) or (_AGE.search(plain[: match.start()]) and not _UNIT_AFTER.match(after)):
        return "age"
    if unit := _UNIT_NEXT.match(after) or _UNIT_AFTER.match(after):
        return _UNITS[unit.group(1)]
    return "calendar" if _YEAR.fullmatch(match.group("number")) and not match.group("scale") else ""


def _same(said: Quantity, stated: Quantity) -> bool:
    if "date" in (said.unit, stated.unit):
        return _same_date(said, stated)
    return said.value == stated.value and _units_agree(said.unit, stated.unit)


def _units_agree(said: str, stated: str) -> bool:
    if said == stated or not said:
        return True
    if said.startswith("$"):
        return stated.startswith("$") and "$" in (said, stated)
    if said == "%":
        return False
    return not stated or frozenset({said, stated}) in _LOOSE


def _same_date(said: Quantity, stated: Quantity) -> bool:
    if said.unit == "calendar":
        return stated.value.endswith(f"-{said.value}")
    if said.unit != stated.unit:
        return False
    pairs = zip(said.value.split("-"), stated.value.split("-"), strict=True)
    return all(mine in ("", theirs) for mine, theirs in pairs)
