"""What answers assume of the person: shown above the input, changed in a form, cleared by a tap."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import fields, replace
from datetime import date

import streamlit as st

from assistant.answering.places import JURISDICTIONS, place_name
from assistant.guidance.request import goals_of
from assistant.guidance.shelf import Shelf
from assistant.profile_wire import SCHEDULES, STAGES
from assistant.types import Profile
from ui.escaping import escape_inline
from ui.session import profile
from ui.wording import PROFILE, STAGE_NAMES, PageWording

__all__ = ["chips", "show"]

_EMPTY = ""
Change = Callable[[Profile], None]


def show(shelf: Shelf, change: Change) -> None:
    """The chips and the form.

    Args:
        shelf: has the names of credentials and settings.
        change: assumes something else of the person.
    """
    known = profile()
    with st.container(horizontal=True, vertical_alignment="center", key="assumption", gap="small"):
        with st.popover(PageWording.ABOUT_YOU, icon=":material/tune:", type="tertiary", key="about-you"):
            _form(known, shelf, change)
        if known != Profile():
            st.markdown(PageWording.ASSUMES, width="content")
        for field, words in chips(known, shelf):
            st.button(
                escape_inline(words),
                key=f"clear-{field}",
                icon=":material/close:",
                help=PageWording.CLEAR_HELP.format(what=words),
                type="tertiary",
                on_click=change,
                args=(_without(known, field),),
            )


def chips(known: Profile, shelf: Shelf) -> list[tuple[str, str]]:
    """(field, words) of what is known, in the order of the form."""
    words = {
        "state": place_name(known.state) if known.state else None,
        "stage": STAGE_NAMES.get(known.stage or ""),
        "credential": _name(known.credential, shelf) if known.credential else None,
        "expires": PROFILE["expires"].format(known.expires) if known.expires else None,
        "settings": ", ".join(_name(id, shelf) for id in known.settings) or None,
        "years": PROFILE["years"].format(known.years) if known.years is not None else None,
        "age": PROFILE["age"].format(known.age) if known.age is not None else None,
        "schedule": PROFILE["schedule"].format(known.schedule) if known.schedule else None,
        "goal": PROFILE["goal"].format(_goal(known.goal, shelf)) if known.goal else None,
    }
    return [(field, said) for field, said in words.items() if said]


def _without(known: Profile, field: str) -> Profile:
    kept = {name.name: getattr(known, name.name) for name in fields(Profile) if name.name != field}
    return Profile(**kept)


def _form(known: Profile, shelf: Shelf, change: Change) -> None:
    st.caption(PageWording.ABOUT_YOU_HINT)
    with st.form("about-you-form", border=False):
        state = _choice("state", [_EMPTY, *sorted(JURISDICTIONS, key=place_name)], known.state, place_name)
        stage = _choice("stage", [_EMPTY, *STAGES], known.stage, STAGE_NAMES.__getitem__)
        credentials = [record.id for record in shelf.of_kind("credential")]
        credential = _choice(
            "credential", [_EMPTY, *credentials], known.credential, lambda id: _name(id, shelf)
        )
        expires = st.date_input(PageWording.EXPIRES, value=_day(known.expires), format="MM/DD/YYYY")
        places = [record.id for record in shelf.of_kind("setting")]
        settings = st.multiselect(
            PageWording.SETTINGS,
            places,
            [id for id in known.settings if id in places],
            format_func=lambda id: _name(id, shelf),
        )
        years = st.number_input(PageWording.YEARS, 0, 60, known.years, step=1)
        age = st.number_input(PageWording.AGE, 10, 99, known.age, step=1)
        schedule = _choice("schedule", [_EMPTY, *SCHEDULES], known.schedule, str)
        goals = goals_of(shelf)
        goal = _choice("goal", [_EMPTY, *goals], known.goal, goals.__getitem__)
        if st.form_submit_button(PageWording.USE_THIS, type="primary"):
            change(
                replace(
                    known,
                    state=state,
                    stage=stage,
                    credential=credential,
                    expires=_written(expires, known.expires),
                    settings=tuple(settings),
                    years=years,
                    age=age,
                    schedule=schedule,
                    goal=goal,
                )
            )
            st.rerun()


def _choice(field: str, options: list[str], known: str | None, name: Callable[[str], str]) -> str | None:
    index = options.index(known) if known in options else 0
    chosen = st.selectbox(
        PROFILE[f"{field}_label"],
        options,
        index,
        format_func=lambda option: name(option) if option else PROFILE["unknown"],
    )
    return chosen or None


def _name(id: str, shelf: Shelf) -> str:
    record = shelf.record(id)
    return record.name if record else id


def _goal(id: str, shelf: Shelf) -> str:
    """A goal's name inside a line; letters that stand for something keep their capitals."""
    name = goals_of(shelf).get(id, id)
    return name[0].lower() + name[1:]


def _day(text: str | None) -> date | None:
    """A stored date for the date field; a month stands for its first day."""
    return date.fromisoformat(text if len(text) > len("2027-05") else f"{text}-01") if text else None


def _written(day: object, former: str | None) -> str | None:
    """The date field's value as it is stored; a month that was left alone stays a month."""
    if not isinstance(day, date):
        return None
    return former if day == _day(former) else day.isoformat()
