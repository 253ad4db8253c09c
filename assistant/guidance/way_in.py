"""A specialty and a profile -> what it takes from there, what people like and dislike, line by line cited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from assistant.guidance.cited import Cited, quoted
from assistant.guidance.records import Record
from assistant.guidance.scales import Scale, load_scales
from assistant.guidance.shelf import Shelf
from assistant.types import Profile
from assistant.wording_fit import FitWording

__all__ = ["PARTS", "Line", "WayIn", "way_in"]

PARTS = ("stand", "experience", "entry", "credential", "training", "limits", "pay", "likes", "dislikes")
_FIELDS: Mapping[str, tuple[str, ...]] = {
    "experience": ("entry_experience",),
    "entry": ("entry",),
    "credential": ("credential",),
    "training": ("training",),
    "limits": ("limits",),
    "pay": ("pay",),
    "likes": ("likes",),
    "dislikes": ("dislikes",),
}
_OF_CREDENTIAL = ("eligibility", "experience", "fee")  # fields of a credential that cost time or money
_FIRST_CREDENTIALS = ("ptcb-cpht", "nha-cpht")  # these belong to becoming a technician
_NOT_YET = ("exploring", "student", "trainee")
_HOSPITAL = "hospital-pharmacy"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, and of what place it speaks where that is not the specialty itself."""

    cited: Cited
    about: str = ""


@dataclass(frozen=True, slots=True)
class WayIn:
    """Lines by part, in the order of PARTS. A part without lines is not in our sources."""

    parts: Mapping[str, tuple[Line, ...]]

    def every_cited(self) -> Iterator[Cited]:
        """All sentences in reading order."""
        for lines in self.parts.values():
            yield from (line.cited for line in lines)


def way_in(shelf: Shelf, specialty: Record, profile: Profile) -> WayIn:
    """What entering a specialty takes, for someone of whom this is known."""
    parts = {part: _lines(specialty, fields) for part, fields in _FIELDS.items()}
    for credential in _credentials(shelf, specialty):
        parts["credential"] += _lines(credential, _OF_CREDENTIAL)
    for setting in _settings(shelf, specialty):
        for part in ("likes", "dislikes"):
            parts[part] += _lines(setting, _FIELDS[part], setting.name)
    return WayIn({part: _stand(profile) if part == "stand" else parts[part] for part in PARTS})


def _lines(record: Record, fields: Iterable[str], about: str = "") -> tuple[Line, ...]:
    return tuple(Line(quoted(record, statement), about) for statement in record.statements_of(*fields))


def _stand(profile: Profile) -> tuple[Line, ...]:
    """Sentences about the person; they state nothing of the field."""
    lines = []
    if profile.stage in _NOT_YET:
        lines.append(Line(Cited(FitWording.FIRST_TECHNICIAN)))
    if profile.years:
        many = FitWording.YEARS_MANY.format(years=profile.years)
        years = FitWording.YEARS_ONE if profile.years == 1 else many
        lines.append(Line(Cited(FitWording.YOUR_YEARS.format(years=years), (), computed=True)))
    return tuple(lines)


def _credentials(shelf: Shelf, specialty: Record) -> tuple[Record, ...]:
    """The records of the credentials that a specialty names, each once."""
    names = [name.lower() for name in _values(specialty, "credential")]
    known = [record for record in shelf.of_kind("credential") if record.id not in _FIRST_CREDENTIALS]
    return tuple(record for record in known if any(_is_called(record, name) for name in names))


def _is_called(credential: Record, name: str) -> bool:
    title = credential.name.lower()
    return name in (title.removeprefix("ptcb "), *credential.aliases) or f"({name})" in title


def _settings(shelf: Shelf, specialty: Record) -> tuple[Record, ...]:
    """The records of the places where a specialty is done, each once."""
    in_hospitals = {value for value, level in _hospital().values.items() if level == "high"}
    values = _values(specialty, "settings")
    found = [shelf.record(_HOSPITAL)] if in_hospitals & set(values) else []
    found += [
        record
        for record in shelf.of_kind("setting")
        if any(_is_place(record, value.lower()) for value in values)
    ]
    return tuple({record.id: record for record in found if record}.values())


def _is_place(setting: Record, value: str) -> bool:
    """Whether a setting goes by this name, in full or as the beginning of "retail chain pharmacy"."""
    names = (setting.name.lower(), *(alias.lower() for alias in setting.aliases))
    return any(name == value or name.startswith(f"{value} ") for name in names)


def _hospital() -> Scale:
    return next(scale for scale in load_scales() if scale.id == "hospital")


def _values(record: Record, field: str) -> list[str]:
    return [
        str(value)
        for statement in record.statements_of(field)
        if isinstance(statement.value, list)
        for value in statement.value
    ]
