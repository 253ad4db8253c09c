"""Statements of a record -> the lines of a plan; what no source says -> a line that names whom to ask."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from assistant.guidance.cited import Cited, Support, quoted, support_of
from assistant.guidance.disputes import other_side
from assistant.guidance.records import Record, Statement
from assistant.guidance.steps import Aspect, Line, LineKind
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import ASK_ABOUT, SHORT_NAMES

__all__ = [
    "address_of",
    "ask",
    "ask_board",
    "both_sides",
    "brief",
    "disputes",
    "own",
    "said",
    "said_or_ask",
    "short_name",
]

_ADDRESS = re.compile(
    r"(?<![\w@.])(?:www\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:gov|com|org|net|us)(?:/[\w./-]*\w)?", re.I
)
_REFERS = re.compile(r"\b(?:ask|confirm|check|decides?)\b", re.I)
_PHONE = re.compile(r"\(?\d{3}\)?[ -]\d{3}-\d{4}")


def own(kind: LineKind, text: str, depends: Iterable[Aspect] = (), support: Sequence[Support] = ()) -> Line:
    """A sentence in our own words; it states no fact of the field, or its support carries the fact."""
    return Line(kind, Cited(text, tuple(support)), frozenset(depends))


def said(
    record: Record | None, fields: Sequence[str], kind: LineKind, depends: Iterable[Aspect] = ()
) -> tuple[Line, ...]:
    """Everything that a record states about some fields, word for word, with what other sources say."""
    statements = record.statements_of(*fields) if record else []
    return tuple(
        line for statement in statements if record for line in both_sides(record, statement, kind, depends)
    )


def both_sides(
    record: Record, statement: Statement, kind: LineKind, depends: Iterable[Aspect] = ()
) -> tuple[Line, ...]:
    """One statement, and after it what another source says instead."""
    depends = frozenset(depends)
    others = (Line("also", cited, depends) for cited in other_side(record, statement))
    return (Line(kind, quoted(record, statement), depends), *others)


def said_or_ask(
    record: Record | None, field: str, kind: LineKind, depends: Iterable[Aspect] = ()
) -> tuple[Line, ...]:
    """What a jurisdiction states about a field, and whom to ask where that is not the whole answer.

    A record may state something near a field that it lists as unknown; a sentence that already names
    whom to ask is not followed by another.
    """
    lines = said(record, (field,), kind, depends)
    unknown = record is None or any(item.field == field for item in record.unknown)
    if lines and not (unknown and not any(_REFERS.search(line.cited.text) for line in lines)):
        return lines
    return (*lines, ask(record, field, depends))


def disputes(
    record: Record | None, fields: Sequence[str], depends: Iterable[Aspect] = ()
) -> tuple[Line, ...]:
    """Only what other sources say instead, where they do."""
    return tuple(line for line in said(record, fields, "rule", depends) if line.kind == "also")


def ask(record: Record | None, what: str, depends: Iterable[Aspect] = ()) -> Line:
    """A line for something that our sources do not say; it names the board and where to reach it.

    Args:
        record: the jurisdiction; None when the person has not said where.
        what: a key of ASK_ABOUT.
        depends: on top of the state, which such a line always depends on.
    """
    depends = {"state", *depends}
    about = ASK_ABOUT[what]
    if record is None:
        return own("ask", PlanWording.ASK_WHERE.format(what=about), depends)
    unknown = PlanWording.NOT_SAID.format(what=about, place=short_name(record))
    board = ask_board(record)
    return own("ask", f"{unknown} {board.text}", depends, board.support)


def ask_board(record: Record) -> Cited:
    """Whom to ask about a place's rules, with an address or a telephone number where one is known."""
    found = address_of(record)
    place = short_name(record)
    if found is None:
        return Cited(PlanWording.ASK_BOARD.format(place=place))
    return Cited(PlanWording.ASK_BOARD_AT.format(place=place, address=found.text), found.support)


def address_of(record: Record) -> Cited | None:
    """A board's web address, or else its telephone number, with the statement that gives it."""
    for pattern in (_ADDRESS, _PHONE):
        for statement in record.statements_of("board"):
            match = pattern.search(statement.says)
            if match:
                return Cited(match.group().rstrip("."), (support_of(record, statement),))
    return None


def brief(record: Record) -> str:
    """A credential's or a place's name, short enough for a title."""
    if record.kind == "jurisdiction":
        return short_name(record)
    letters = re.search(r"\(([\w-]+)\)", record.name)
    return SHORT_NAMES.get(record.id) or (letters.group(1) if letters else record.name)


def short_name(record: Record) -> str:
    """A place's name inside a sentence."""
    return PlanWording.DC if record.code == "DC" else record.name
