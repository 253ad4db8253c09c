"""What a plan is asked for: a goal and what is known of the person, and the same as an address."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from assistant.guidance.durations import ASSUMED
from assistant.guidance.shelf import Shelf
from assistant.types import Profile
from assistant.wording_plan import PlanWording
from assistant.wording_plan_names import EXAMS, GOALS, PATHS

__all__ = [
    "HOURS_A_WEEK",
    "SPECIALTY",
    "STAGES",
    "CeDone",
    "Request",
    "Unusable",
    "filled",
    "from_profile",
    "goals_of",
    "read_request",
    "to_params",
]

STAGES = ("exploring", "student", "trainee", "certified", "experienced")
HOURS_A_WEEK = (20, 40)  # what we assume a person works while learning; can be changed
SPECIALTY = "specialty-"  # a goal that is a specialty starts with it
_MOST_HOURS = 80  # a week
_MOST_SHOWN = 40  # letters of what cannot be used


@dataclass(frozen=True, slots=True)
class CeDone:
    """Hours of continuing education already done in this cycle, by kind. Live hours count in a kind too."""

    general: float = 0
    law: float = 0
    safety: float = 0  # patient or medication safety
    live: float = 0  # how many of the hours above were live

    @property
    def total(self) -> float:
        """All hours; live ones are not counted twice."""
        return self.general + self.law + self.safety


@dataclass(frozen=True, slots=True)
class Request:
    """What a plan is asked for. None is unknown."""

    goal: str  # become, certify, renew, move, lead, educator, informatics, pharmacist or specialty-<id>
    start: date
    state: str | None = None  # two-letter code; for a move the state moved to
    stage: str | None = None  # one of STAGES
    route: str | None = None  # education record id
    exam: str | None = None  # ptce or excpt
    path: str | None = None  # how the person becomes eligible for that exam
    origin: str | None = None  # two-letter code of the state moved from
    credential: str | None = None  # credential record id
    expires: date | None = None  # when that credential runs out
    state_expires: date | None = None  # when the state's registration runs out
    age: int | None = None  # years
    hours: tuple[int, int] = HOURS_A_WEEK  # worked a week while learning, low and high
    record: bool = False  # asks about a criminal record; never written into an address
    done: CeDone = CeDone()
    assume: tuple[tuple[str, int, int], ...] = ()  # (step id, days low, days high) set by the person


@dataclass(frozen=True, slots=True)
class Unusable:
    """A parameter that could not be used."""

    name: str
    value: str  # as given, shortened
    accepted: str  # what would be, in words; for an unknown name the known ones

    def __str__(self) -> str:
        """One sentence for the command line."""
        template = PlanWording.UNUSABLE if self.name in _READERS else PlanWording.UNKNOWN_NAME
        return template.format(name=self.name, value=self.value, accepted=self.accepted)


def goals_of(shelf: Shelf) -> Mapping[str, str]:
    """Goal id -> its name, in the order of a menu."""
    specialties = sorted(shelf.of_kind("specialty"), key=lambda record: record.name)
    return {
        **GOALS,
        **{
            f"{SPECIALTY}{record.id}": PlanWording.SPECIALTY_GOAL.format(name=record.name)
            for record in specialties
        },
    }


def from_profile(profile: Profile, goal: str, start: date) -> Request:
    """A request with what the visitor's profile knows."""
    return Request(
        goal=goal,
        start=start,
        state=profile.state,
        stage=profile.stage if profile.stage in STAGES else None,
        credential=profile.credential,
        expires=_date(profile.expires or "", None),
        age=profile.age,
    )


def filled(request: Request, other: Request) -> Request:
    """A request, with what another one knows of the person where it knows nothing."""
    personal = ("state", "stage", "credential", "expires", "age")
    missing = {name: getattr(other, name) for name in personal if getattr(request, name) is None}
    return replace(request, **missing)


def read_request(
    given: Mapping[str, str], base: Request, shelf: Shelf
) -> tuple[Request, tuple[Unusable, ...]]:
    """The parameters of an address or a command line -> a request, and what could not be used.

    Args:
        given: name -> text, as in /plan?state=TX&goal=become. Empty texts are left out.
        base: what holds where nothing, or nothing usable, is given.
        shelf: the records that know the goals, states, routes and credentials.
    """
    found: dict[str, Any] = {}
    problems: list[Unusable] = []
    for name, text in ((name, text.strip()) for name, text in given.items() if text.strip()):
        if name not in _READERS:
            problems.append(Unusable(name[:_MOST_SHOWN], text[:_MOST_SHOWN], ", ".join(_READERS)))
            continue
        field, read, accepted = _READERS[name]
        value = read(text, shelf)
        if value is None:
            problems.append(Unusable(name, text[:_MOST_SHOWN], accepted(shelf)))
        else:
            found[field] = value
    return replace(base, **found), tuple(problems)


def to_params(request: Request) -> dict[str, str]:
    """A request as the parameters of an address; what is unknown or private is left out."""
    named = {field.name: getattr(request, field.name) for field in fields(Request)}
    texts: dict[str, str] = {}
    for name, (field, _, _) in _READERS.items():
        value = named[field]
        if name not in _PRIVATE and value not in (None, HOURS_A_WEEK):
            texts[name] = _text(value)
    return texts


def _text(value: Any) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "-".join(str(item) for item in dict.fromkeys(value))
    return str(value)


def _goal(text: str, shelf: Shelf) -> str | None:
    return text.lower() if text.lower() in goals_of(shelf) else None


def _state(text: str, shelf: Shelf) -> str | None:
    return text.upper() if shelf.place(text.upper()) else None


def _of_kind(kind: str) -> Callable[[str, Shelf], str | None]:
    def read(text: str, shelf: Shelf) -> str | None:
        record = shelf.record(text.lower())
        return record.id if record and record.kind == kind else None

    return read


def _one_of(accepted: tuple[str, ...]) -> Callable[[str, Any], str | None]:
    return lambda text, _: text.lower() if text.lower() in accepted else None


def _date(text: str, _: Any) -> date | None:
    """YYYY-MM-DD; a month alone is its first day, so that nothing planned by it comes too late."""
    try:
        day = date.fromisoformat(f"{text}-01" if text.count("-") == 1 else text)
    except ValueError:
        return None
    return day if 2000 <= day.year <= 2100 else None


def _age(text: str, _: Any) -> int | None:
    return int(text) if text.isdecimal() and 10 <= int(text) <= 100 else None


def _hours(text: str, _: Any) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,2})(?:-(\d{1,2}))?", text)
    if not match:
        return None
    low, high = int(match.group(1)), int(match.group(2) or match.group(1))
    return (low, high) if 1 <= low <= high <= _MOST_HOURS else None


def _done(text: str, _: Any) -> CeDone | None:
    """general,law,safety,live as in 12,1,0,4."""
    try:
        hours = [float(part) for part in text.split(",")]
    except ValueError:
        return None
    usable = 1 <= len(hours) <= 4 and all(0 <= item <= 200 for item in hours)
    return CeDone(*hours) if usable else None


def _assume(text: str, _: Any) -> tuple[tuple[str, int, int], ...] | None:
    """step:low-high, several joined by commas, as in find:14-30,study:60-90."""
    found = []
    for part in text.split(","):
        match = re.fullmatch(r"([a-z-]+):(\d{1,4})(?:-(\d{1,4}))?", part.strip())
        if not match or match.group(1) not in ASSUMED:
            return None
        low, high = int(match.group(2)), int(match.group(3) or match.group(2))
        if low > high:
            return None
        found.append((match.group(1), low, high))
    return tuple(found)


def _flag(text: str, _: Any) -> bool | None:
    return {"1": True, "yes": True, "true": True, "0": False, "no": False, "false": False}.get(text.lower())


def _ids(kind: Any) -> Callable[[Shelf], str]:
    return lambda shelf: ", ".join(record.id for record in shelf.of_kind(kind))


def _words(*accepted: str) -> Callable[[Shelf], str]:
    return lambda _: ", ".join(accepted)


_DATES = _words("YYYY-MM-DD")
_CODES = _words(PlanWording.TWO_LETTERS)
# Name in an address -> field, reader, and what it accepts, in words.
_READERS: Mapping[
    str, tuple[str, Callable[[str, Shelf], Any], Callable[[Shelf], str]]
] = {
    "goal": ("goal", _goal, lambda shelf: ", ".join(goals_of(shelf))),
    "state": ("state", _state, _CODES),
    "stage": ("stage", _one_of(STAGES), _words(*STAGES)),
    "route": ("route", _of_kind("education"), _ids("education")),
    "start": ("start", _date, _DATES),
    "from": ("origin", _state, _CODES),
    "exam": ("exam", _one_of(tuple(EXAMS)), _words(*EXAMS)),
    "path": ("path", _one_of(tuple(PATHS)), _words(*PATHS)),
    "credential": ("credential", _of_kind("credential"), _ids("credential")),
    "expires": ("expires", _date, _DATES),
    "state-expires": ("state_expires", _date, _DATES),
    "age": ("age", _age, _words("10-100")),
    "hours": ("hours", _hours, _words("20", "20-40")),
    "done": ("done", _done, _words("12,1,1,0")),
    "assume": ("assume", _assume, _words("find:14-30,study:60-90")),
    "record": ("record", _flag, _words("yes", "no")),
}  # fmt: skip
# Not for an address that is handed on: it may tell of a person's past or age.
_PRIVATE = frozenset({"record", "age", "done", "assume"})
