"""The calendar file, read back by another parser."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import vobject
from plan_samples import plan_for, step_of

from assistant.guidance.calendar_file import calendar_bytes
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Plan

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def events(planned: Plan, shelf: Shelf, now: datetime = NOW) -> dict[str, Any]:
    calendar = vobject.readOne(calendar_bytes(planned, shelf, now).decode())
    assert calendar.version.value == "2.0"
    return {event.uid.value: event for event in calendar.vevent_list}


@pytest.fixture(scope="module")
def texas(shelf: Shelf) -> Plan:
    return plan_for(shelf, "TX", route="employer-training")


def test_each_step_is_an_event_on_whole_days_and_each_deadline_too(shelf: Shelf, texas: Plan) -> None:
    found = events(texas, shelf)
    deadlines = [dated for dated in texas.steps if dated.by]
    assert len(found) == len(texas.steps) + len(deadlines)
    for dated in texas.steps:
        event = found[f"become.any.tx.employer-training.{dated.step.id}.step@techpath"]
        assert event.dtstart.value == dated.start
        assert type(event.dtstart.value) is date
        assert event.dtend.value == max(dated.end, dated.start + timedelta(days=1))
        assert event.summary.value == dated.step.title.cited.text
        assert event.transp.value == "TRANSPARENT"
    due = found["become.any.tx.employer-training.apply.deadline@techpath"]
    assert (due.dtstart.value,) == (step_of(texas, "apply").by or ())[:1]


def test_every_event_reminds_before_it_begins(shelf: Shelf, texas: Plan) -> None:
    for event in events(texas, shelf).values():
        alarms = [alarm.trigger.value for alarm in event.valarm_list]
        assert alarms
        assert all(trigger < timedelta() for trigger in alarms)


def test_an_event_says_what_to_do_and_names_its_sources(shelf: Shelf, texas: Plan) -> None:
    text = events(texas, shelf)["become.any.tx.employer-training.check.step@techpath"].description.value
    assert "give your fingerprints" in text
    assert "https://" in text


def test_a_newer_file_updates_the_events_of_an_older_one(shelf: Shelf, texas: Plan) -> None:
    later = plan_for(shelf, "TX", route="employer-training", hours=(10, 10), stage=None)
    old, new = events(texas, shelf), events(later, shelf, NOW + timedelta(hours=1))
    assert set(old) == set(new)
    assert all(int(new[uid].sequence.value) > int(old[uid].sequence.value) for uid in old)
    hours = "become.any.tx.employer-training.hours.step@techpath"
    assert new[hours].dtend.value > old[hours].dtend.value


def test_two_ways_in_one_calendar_do_not_meet(shelf: Shelf, texas: Plan) -> None:
    assert not set(events(texas, shelf)) & set(
        events(plan_for(shelf, "OH", route="employer-training"), shelf)
    )


def test_lines_are_no_longer_than_the_standard_allows(shelf: Shelf, texas: Plan) -> None:
    lines = calendar_bytes(texas, shelf, NOW).split(b"\r\n")
    assert max(len(line) for line in lines) <= 75
