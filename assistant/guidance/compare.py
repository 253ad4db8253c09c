"""Two to four things of one kind -> rows of cited cells, those that differ first.

A cell whose field has no statement is unknown: it is no difference and no likeness. Two values are
compared as values; where one of the two has only words, the words are compared, without the names
of the things themselves.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from itertools import combinations

from assistant.errors import WrongUseError
from assistant.guidance.cited import quoted
from assistant.guidance.comparison import MOST, Cell, Comparison, Row, Thing, Verdict, ordered
from assistant.guidance.disputes import other_side
from assistant.guidance.fields import FIELDS, Kind
from assistant.guidance.records import Record, Statement
from assistant.guidance.shelf import Shelf
from assistant.guidance.values import comparable, says_it_all, short
from assistant.guidance.wage_years import compare_years, wage_years
from assistant.text import words
from assistant.wording_compare import ASK, COLUMN_NAMES, ISSUERS, LABELS

__all__ = ["KINDS", "cell_of", "choices", "compare", "find_thing"]

# What can be compared -> the kind of record that describes it. Wages are compared by year.
KINDS: Mapping[str, Kind] = {
    "state": "jurisdiction",
    "credential": "credential",
    "exam": "credential",
    "setting": "setting",
    "specialty": "specialty",
    "education": "education",
    "wages": "wages",
}
_ABOUT = ("overview", "what")  # said above the table
_CONTACT = ("board",)  # said below it
_IN_ORDER = ("how_to_apply",)  # their statements are steps
_EXAM_FIELDS = (
    "eligibility", "experience", "fee", "retake_fee", "refund", "exam_format", "exam_time", "exam_content",
    "passing_score", "pass_rate", "delivery", "accommodations", "retake", "acceptance",
)  # fmt: skip


def choices(shelf: Shelf, kind: str) -> dict[str, str]:
    """What can be compared of a kind: id -> name, by name; WrongUseError for another kind."""
    _check(kind)
    if kind == "wages":
        return {year: year for year in wage_years(shelf)}
    named = {_id(kind, record): _name(kind, record) for record in _records(shelf, kind)}
    return dict(sorted(named.items(), key=lambda item: item[1].casefold()))


def find_thing(shelf: Shelf, kind: str, asked: str) -> str | None:
    """The id of what a person calls by id, postal code, name or alias; None when there is none."""
    wanted = asked.strip().casefold()
    if not wanted or kind == "wages":
        return wanted if wanted in choices(shelf, kind) else None
    for record in _records(shelf, kind):
        known = (record.id, record.code or "", record.name, _name(kind, record), *record.aliases)
        if wanted in {name.casefold() for name in known}:
            return _id(kind, record)
    return None


def compare(shelf: Shelf, kind: str, ids: Sequence[str]) -> Comparison:
    """Things side by side.

    Args:
        shelf: the records.
        kind: one of KINDS.
        ids: two to four of `choices`, in the order of the columns.

    Raises:
        WrongUseError: another kind, another id, or too few or too many of them.
    """
    known = choices(shelf, kind)
    strange = [id for id in ids if id not in known]
    if strange:
        raise WrongUseError(f"compare: {strange[0]!r} is no {kind} that is known. Known: {', '.join(known)}")
    if not 2 <= len(ids) <= MOST:
        raise WrongUseError(f"compare: {len(ids)} given; two to {MOST} can stand side by side")
    if kind == "wages":
        return compare_years(shelf, ids)
    described = {_id(kind, record): record for record in _records(shelf, kind)}
    return _compare(kind, [described[id] for id in ids])


def cell_of(record: Record, field: str) -> Cell:
    """What is known of one thing in one field."""
    return _cell(record, field, _leading(record, field))


def _compare(kind: str, records: Sequence[Record]) -> Comparison:
    fields = _EXAM_FIELDS if kind == "exam" else tuple(FIELDS[KINDS[kind]])
    rows = [_row(field, records) for field in fields if field not in (*_ABOUT, *_CONTACT)]
    told = (row for row in rows if row.verdict != "unknown" or _looked_for(row.field, records))
    return Comparison(kind, tuple(_thing(kind, record) for record in records), ordered(told))


def _check(kind: str) -> None:
    if kind not in KINDS:
        raise WrongUseError(f"compare: {kind!r} is not one of: {', '.join(KINDS)}")


def _records(shelf: Shelf, kind: str) -> list[Record]:
    _check(kind)
    described = shelf.of_kind(KINDS[kind])
    return [record for record in described if kind != "exam" or record.statements_of("exam_time")]


def _id(kind: str, record: Record) -> str:
    return record.code or record.id if kind == "state" else record.id


def _name(kind: str, record: Record) -> str:
    return COLUMN_NAMES.get((kind, record.id), record.name)


def _thing(kind: str, record: Record) -> Thing:
    about = tuple(quoted(record, statement) for statement in record.statements_of(*_ABOUT))
    contact = tuple(quoted(record, statement) for statement in record.statements_of(*_CONTACT))
    return Thing(_id(kind, record), _name(kind, record), _whom(kind, record), about, contact)


def _whom(kind: str, record: Record) -> str:
    issuers = (who for start, who in ISSUERS.items() if record.id.startswith(start))
    issuer = next(issuers, None) if record.kind == "credential" else None
    return issuer or ASK[kind].format(name=record.name)


def _looked_for(field: str, records: Sequence[Record]) -> bool:
    return any(unknown.field == field for record in records for unknown in record.unknown)


def _row(field: str, records: Sequence[Record]) -> Row:
    told = [_leading(record, field) for record in records]
    cells = tuple(_cell(record, field, one) for record, one in zip(records, told, strict=True))
    return Row(field, LABELS[records[0].kind][field], cells, _verdict(cells, records, told))


def _leading(record: Record, field: str) -> Statement | None:
    """The statement whose value answers a field."""
    return next((item for item in record.statements_of(field) if short(record, item)), None)


def _cell(record: Record, field: str, told: Statement | None) -> Cell:
    statements = sorted(record.statements_of(field), key=lambda item: (item is not told, _is_doubtful(item)))
    says = tuple(quoted(record, statement) for statement in statements)
    disputes = tuple(cited for statement in statements for cited in other_side(record, statement))
    value = short(record, told) if told else None
    if value is None or told is None:
        return Cell(says, disputes=disputes)
    raw = tuple(told.value) if isinstance(told.value, list) else told.value
    return Cell(says, value, says_it_all(value, told), disputes, raw, told.up_to, told.unit)


def _is_doubtful(statement: Statement) -> bool:
    return statement.confidence == "low" and statement.field not in _IN_ORDER


def _verdict(cells: Sequence[Cell], records: Sequence[Record], told: Sequence[Statement | None]) -> Verdict:
    known = [trio for trio in zip(cells, records, told, strict=True) if trio[0].says]
    found = {_alike(*one, *other) for one, other in combinations(known, 2)}
    if "differs" in found:
        return "differs"
    if "worded" in found:
        return "worded"
    if len(known) < len(cells):
        return "open" if known else "unknown"
    return "same"


def _alike(
    cell: Cell, record: Record, told: Statement | None,
    other: Cell, its_record: Record, its_told: Statement | None,
) -> Verdict:  # fmt: skip
    if told is None or its_told is None:
        return "same" if _plain(cell, record) == _plain(other, its_record) else "worded"
    verdict = _alike_values(comparable(told), comparable(its_told))
    one_is_disputed = bool(cell.disputes) != bool(other.disputes)
    return "worded" if verdict == "same" and one_is_disputed else verdict


def _alike_values(one: Hashable, other: Hashable) -> Verdict:
    """Numbers in units of different kinds (10 hours a year, 20 hours a renewal) are left to the reader."""
    if one == other:
        return "same"
    if isinstance(one, tuple) and isinstance(other, tuple) and one[-1] != other[-1]:
        return "worded"
    return "differs"


def _plain(cell: Cell, record: Record) -> list[str]:
    """The words of a cell without the thing's own names, so that only what is said counts."""
    own = {word for name in (record.name, *record.aliases) for word in words(name)}
    return [word for cited in (*cell.says, *cell.disputes) for word in words(cited.text) if word not in own]
