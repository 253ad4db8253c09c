"""The record of a state -> its card: what people ask most, cited, in a few groups."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assistant.guidance.cited import Cited, quoted
from assistant.guidance.compare import cell_of
from assistant.guidance.comparison import Cell
from assistant.guidance.records import Record
from assistant.wording_compare import ASK, LABELS

__all__ = ["CARD_FIELDS", "Fact", "StateCard", "every_cited", "state_card"]

# Group -> its fields. What is asked for most is shown even where it is unknown.
CARD_FIELDS: Mapping[str, tuple[str, ...]] = {
    "start": ("credential_name", "minimum_age", "diploma", "background_check", "trainee"),
    "training": ("training", "national_certification", "accepted_exams", "state_exam"),
    "fees": (
        "application_fee", "trainee_fee", "background_check_fee", "other_fee", "renewal_fee", "late_fee",
    ),
    "renewal": (
        "renewal_cycle", "renewal_deadline", "ce_hours", "ce_live_hours", "ce_law_hours", "ce_safety_hours",
    ),
    "work": ("ratio", "immunization", "product_verification"),
}  # fmt: skip
# These do not exist everywhere: without a statement they are no gap worth a line.
_ONLY_WHERE_KNOWN = frozenset(
    {"trainee_fee", "background_check_fee", "other_fee", "late_fee", "state_exam"}
    | {"ce_live_hours", "ce_law_hours", "ce_safety_hours"}
)
_SITE = re.compile(
    r"(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:gov|org|com|us|net|edu)\b(?:/[\w./-]*\w)?", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One field of the card."""

    field: str
    label: str
    cell: Cell  # without sentences: unknown


@dataclass(frozen=True, slots=True)
class StateCard:
    """What a student, a technician and a counselor ask of a state."""

    code: str
    name: str
    document: str  # id of the page with all its rules
    reviewed: str  # YYYY-MM-DD
    ask: str  # whom to ask about what is unknown
    site: str  # the board's address as its statement gives it, without a scheme; "" where none is known
    overview: tuple[Cited, ...]
    pending: tuple[Cited, ...]  # changes under way
    alerts: tuple[Cited, ...]  # scams that the board warns of
    groups: tuple[tuple[str, tuple[Fact, ...]], ...]  # as in CARD_FIELDS
    board: tuple[Cited, ...]


def state_card(record: Record) -> StateCard:
    """The card of a jurisdiction's record."""
    board = _quoted(record, "board")
    sites = [site for cited in board for site in _SITE.findall(cited.text)]
    return StateCard(
        code=record.code or "",
        name=record.name,
        document=f"records/{record.kind}/{record.id}",
        reviewed=record.reviewed,
        ask=ASK["state"].format(name=record.name),
        site=sites[0] if sites else "",
        overview=_quoted(record, "overview"),
        pending=_quoted(record, "pending"),
        alerts=_quoted(record, "scam_alert"),
        groups=tuple((group, tuple(_facts(record, fields))) for group, fields in CARD_FIELDS.items()),
        board=board,
    )


def every_cited(card: StateCard) -> Iterator[Cited]:
    """What the card may show, in reading order."""
    yield from (*card.pending, *card.alerts, *card.overview)
    for _, facts in card.groups:
        for fact in facts:
            short = (fact.cell.short,) if fact.cell.short else ()
            yield from (*short, *fact.cell.says, *fact.cell.disputes)
    yield from card.board


def _quoted(record: Record, field: str) -> tuple[Cited, ...]:
    return tuple(quoted(record, statement) for statement in record.statements_of(field))


def _facts(record: Record, fields: tuple[str, ...]) -> Iterator[Fact]:
    for field in fields:
        cell = cell_of(record, field)
        if cell.says or field not in _ONLY_WHERE_KNOWN:
            yield Fact(field, LABELS[record.kind][field], cell)
