"""A plan -> an iCalendar file (RFC 5545) that a person's own calendar takes in.

Events last whole days and block no time. An event keeps its UID as long as it is the same step of the
same way to the same goal, and SEQUENCE grows with the clock, so that importing a newer file updates
the events instead of doubling them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from assistant.guidance.reading_order import reading_order
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Dated, Plan
from assistant.types import Source
from assistant.wording_plan import PlanWording

__all__ = ["calendar_bytes", "event_uid"]

_EPOCH = datetime(2026, 1, 1, tzinfo=UTC)  # SEQUENCE counts minutes from here; it fits 32 bits for centuries
# Before midnight of the day: the evening before at 18:00, and a week and two weeks ahead at the same hour.
_BEFORE_START = (timedelta(hours=-6),)
_BEFORE_DEADLINE = (timedelta(days=-13, hours=-6), timedelta(days=-2, hours=-6))
_KINDS = ("date", "deadline", "caution", "do", "prepare", "ask", "fee")  # of lines; a calendar is no handbook


def calendar_bytes(planned: Plan, shelf: Shelf, now: datetime) -> bytes:
    """The plan's steps and deadlines as events with reminders.

    Args:
        planned: its early dates are those of the events.
        shelf: names the sources that stand in the events' descriptions.
        now: aware; stamps the events and orders this file behind earlier ones.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//TechPath//Plan//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", planned.title.cited.text)
    for event in _events(planned, shelf.sources, now):
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def event_uid(request: Request, step: str, part: str) -> str:
    """The name of an event that stays when dates, stage or exam change.

    Args:
        request: goal, places and route say which way it is.
        step: step id.
        part: "step" or "deadline".
    """
    way = (request.goal, request.origin, request.state, request.route)
    return f"{'.'.join(str(word or 'any').lower() for word in way)}.{step}.{part}@techpath"


def _events(planned: Plan, sources: Mapping[str, Source], now: datetime) -> Iterator[Event]:
    for dated in planned.steps:
        title, uid = dated.step.title.cited.text, event_uid(planned.request, dated.step.id, "step")
        last = max(dated.end, dated.start + timedelta(days=1))  # DTEND is exclusive
        yield _event(uid, title, dated.start, last, _described(dated, sources), _BEFORE_START, now)
        if dated.by:
            name = PlanWording.DEADLINE_EVENT.format(title=title)
            uid = event_uid(planned.request, dated.step.id, "deadline")
            day = dated.by[0]
            text = _described(dated, sources)
            yield _event(uid, name, day, day + timedelta(days=1), text, _BEFORE_DEADLINE, now)


def _event(
    uid: str, title: str, start: date, end: date, text: str, alarms: tuple[timedelta, ...], now: datetime
) -> Event:
    event = Event()
    event.add("uid", uid)
    event.add("summary", title)
    event.add("dtstart", start)
    event.add("dtend", end)
    event.add("description", text)
    event.add("dtstamp", now.astimezone(UTC))
    event.add("last-modified", now.astimezone(UTC))
    event.add("sequence", max(0, int((now - _EPOCH).total_seconds() // 60)))
    event.add("transp", "TRANSPARENT")
    for before in alarms:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", title)
        alarm.add("trigger", before)
        event.add_component(alarm)
    return event


def _described(dated: Dated, sources: Mapping[str, Source]) -> str:
    """What to do and to look out for, and where it stands."""
    lines = reading_order(dated)
    wanted = _KINDS if any(said.kind == "do" for said in lines) else (*_KINDS, "rule")
    chosen = [said for said in lines if said.kind in wanted]
    ids = dict.fromkeys(id for said in chosen for item in said.line.cited.support for id in item.sources)
    named = [sources[id] for id in ids if id in sources]
    text = [
        f"{said.label}: {said.line.cited.text}" if said.label else said.line.cited.text for said in chosen
    ]
    if named:
        text += ["", f"{PlanWording.SOURCES}:"]
        text += [
            PlanWording.SOURCE_LINE.format(publisher=s.publisher, title=s.title, url=s.url).strip()
            for s in named
        ]
    return "\n".join([*text, "", PlanWording.NOTICE])
