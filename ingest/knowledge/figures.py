"""Library -> findings where a guide's figure is not one of the record that it speaks of.

A guide sentence is compared when it names exactly one state or credential that has a record, and
gives an amount of money, hours of continuing education, exam questions or exam minutes. Each such
figure has to occur in the record. So a fee that changes in one place is an error in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.guidance.records import Record, Statement
from assistant.text import figures
from ingest.knowledge.findings import Finding
from ingest.knowledge.guide import GuideSentence
from ingest.knowledge.library import Library

__all__ = ["check_figures", "check_values"]

_CREDENTIALS: Mapping[str, str] = {  # record id -> how prose names it, where its own name would not do
    "ptcb-cpht": r"\bPTCE\b|PTCB(?:'s)? CPhT(?!-)|(?<!NHA )(?<!NHA's )\bCPhT(?!-)[^.]*\bPTCB\b",
    "nha-cpht": r"\bExCPT\b|\bNHA(?:'s)? CPhT\b",
}
_LETTERS = re.compile(r"\(([\w-]+)\)$|\(([\w-]+)\) by ")  # Certified DME Specialist (CDME) by BOC
_MOST_LETTERS = 4  # of an alias that is spelt in capitals: TPV, POCT
_MONEY = re.compile(r"\$\d[\d,]*(?:\.\d\d)?")
_CE = re.compile(r"\bCE\b|continuing education")
_UNITS = ("hour", "question", "minute")
_SAID = {  # how a guide gives a number of a unit: "20 hours", "20 CE hours"
    unit: re.compile(rf"\b\d+(?=[ -](?:(?:continuing education|[\w-]+) )?{unit}s?\b)") for unit in _UNITS
}
_HELD = {  # how a record may: "6 of the 20 CE hours", but not over another unit's noun
    unit: re.compile(rf"\b\d+(?=[ -](?:(?!hour|question|minute)[\w()'-]+ ){{0,4}}{unit}s?\b)")
    for unit in _UNITS
}
_LONG = re.compile(r"\b(\d+) hours?(?: and)? (\d+) minutes?\b")
# Money that no record of a state or credential holds: wages, schools, practice material.
_OTHER_MONEY = re.compile(
    r"\b(?:pay|paid|earn\w*|wages?|mean|median|an hour|college|school|pre-ptce|practice bank"
    r"|certificate (?:costs|needs)|postings?|federal|other credentials)\b",
    re.I,
)
_CODE = re.compile(r"\b\d\d-\d{4}(?:\.\d\d)?\b")  # of an occupation: a name, not a figure
_ISO_DAY = re.compile(r"(\d{4})-\d\d-(\d\d)|0(\d):")
_NOT_THE_TERMS = re.compile(r"\b(?:convention|practice (?:test|exam)s?|study)\b")
_RENEWING = re.compile(r"\brenew(?:s|ed|ing|al)?\b", re.I)
_FIRST_FEES = ("application_fee", "trainee_fee", "fee", "retake_fee")


@dataclass(frozen=True, slots=True)
class _Subject:
    name: str
    pattern: re.Pattern[str]
    record: Record


def check_figures(library: Library) -> Iterator[Finding]:
    """The main figures of guides are those of the records."""
    subjects = _subjects(placed.record for placed in library.records)
    for guide in library.guides:
        for sentence in guide.sentences:
            named = _named(sentence.text, subjects)
            if len(named) != 1:
                continue
            wrong = sorted(_foreign(sentence, named[0].record))
            if wrong:
                message = (
                    f"{', '.join(wrong)} is not in the record of {named[0].name}"
                    f" ({named[0].record.id}); one of the two is wrong: {sentence.text[:80]!r}"
                )
                yield Finding(guide.file, sentence.line, "figure-differs", message)


def check_values(library: Library) -> Iterator[Finding]:
    """The figures of a statement's `value` stand in its sentence."""
    for placed in library.records:
        for line, statement in placed.statements:
            missing = sorted(_value_figures(statement) - _said_figures(statement.says))
            if missing:
                message = f"{statement.field}: `value` {', '.join(missing)} is not in `says`"
                yield Finding(placed.file, line, "value-not-said", message)


def _subjects(records: Iterable[Record]) -> list[_Subject]:
    found = []
    for record in records:
        if record.kind == "jurisdiction":
            names = [record.name, *(["Washington, D.C."] if record.code == "DC" else [])]
            pattern = "|".join(re.escape(name) for name in names)
            found.append(_Subject(record.name, re.compile(rf"\b(?:{pattern})"), record))
        elif record.kind == "credential":
            pattern = _CREDENTIALS.get(record.id) or _own_name(record)
            found.append(_Subject(record.name, re.compile(pattern), record))
    return found


def _own_name(record: Record) -> str:
    """The pattern of a credential's letters; else of its exam or certificate, by full or short name.

    "PTCB Supply Chain and Inventory Management Certificate", known as "supply chain certificate", is what
    "the Supply Chain exam" speaks of. An alias that only spells letters ("tpv") is written in capitals.
    """
    letters = _LETTERS.search(record.name)
    if letters:
        return rf"\b{re.escape(letters.group(1) or letters.group(2))}\b"
    full = record.name.removeprefix("PTCB ").removesuffix(" Certificate")
    initials = [alias.upper() for alias in record.aliases if len(alias) <= _MOST_LETTERS and alias.isalpha()]
    names = "|".join(re.escape(name) for name in (full, full.split(" and ")[0], *initials))
    return rf"\b(?:{names})(?: [Cc]ertificate)?(?: exam\b|(?<=ertificate))"


def _named(text: str, subjects: list[_Subject]) -> list[_Subject]:
    """The subjects a sentence names; "West Virginia" does not name Virginia."""
    spans = [
        (match.start(), match.end(), subject)
        for subject in subjects
        for match in subject.pattern.finditer(text)
    ]
    outer = [
        subject
        for start, end, subject in spans
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b, _ in spans)
    ]
    return list({subject.record.id: subject for subject in outer}.values())


def _foreign(sentence: GuideSentence, record: Record) -> set[str]:
    text = sentence.text
    foreign: set[str] = set()
    if not _OTHER_MONEY.search(f"{sentence.heading} {text}"):
        foreign |= _found(_MONEY, text) - _in_record(_MONEY, record, text)
    if _NOT_THE_TERMS.search(text):
        return foreign
    units = ["hour"] if _CE.search(text) else []
    units += ["question", "minute"] if record.kind == "credential" else []
    for unit in units:
        foreign |= _found(_SAID[unit], _in_minutes(text)) - _held(_HELD[unit], record)
    return foreign


def _found(pattern: re.Pattern[str], text: str) -> set[str]:
    return {match.rstrip(",") for match in pattern.findall(text)}


def _in_record(pattern: re.Pattern[str], record: Record, text: str) -> set[str]:
    """Amounts that the record states; for one amount of a renewal, first fees do not count."""
    renewing = _RENEWING.search(text) is not None and any(
        statement.field == "renewal_fee" for statement in record.statements
    )
    skipped = _FIRST_FEES if renewing and len(_found(pattern, text)) == 1 else ()
    return {
        amount
        for statement in record.statements
        if statement.field not in skipped
        for amount in _found(pattern, _all_said(statement))
    }


def _held(pattern: re.Pattern[str], record: Record) -> set[str]:
    """The numbers of one unit that the record states, number words taken as figures."""
    return {
        number
        for statement in record.statements
        for number in _found(pattern, _in_minutes(_in_figures(_all_said(statement))))
    }


def _in_minutes(text: str) -> str:
    """A text with "1 hour 20 minutes" as "80 minutes"."""
    return _LONG.sub(lambda match: f"{60 * int(match.group(1)) + int(match.group(2))} minutes", text)


def _all_said(statement: Statement) -> str:
    return f"{statement.says} {statement.disputed.says if statement.disputed else ''}"


def _value_figures(statement: Statement) -> set[str]:
    value = statement.value
    if isinstance(value, bool) or value is None:
        return set()
    if isinstance(value, list):
        value = " ".join(value)
    if isinstance(value, str):
        value = _ISO_DAY.sub(_spelt_day, _CODE.sub("", value))
    if isinstance(value, float) and value.is_integer():
        return {str(int(value))}
    return figures(str(value))


def _spelt_day(match: re.Match[str]) -> str:
    """A date or time in figures -> the figures that prose gives of it: 2023-11-16 -> 2023 16."""
    year, day, hour = match.groups()
    return f"{year} {int(day)}" if year else f"{hour}:"


_WORDS = {
    "no": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
    "seven": "7", "eight": "8", "nine": "9", "ten": "10", "twelve": "12", "every year": "1",
}  # fmt: skip
_WORD = re.compile(rf"\b(?:{'|'.join(_WORDS)})\b", re.I)


def _said_figures(text: str) -> set[str]:
    """The figures of a text, number words taken as figures."""
    return figures(text) | figures(_in_figures(text))


def _in_figures(text: str) -> str:
    """A text with its number words as figures."""
    return _WORD.sub(lambda match: _WORDS[match.group().lower()], text)
