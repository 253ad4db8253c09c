"""The pickers of "My plan" -> a request. Only what the goal needs is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assistant.guidance.compare import choices
from assistant.guidance.lines import brief
from assistant.guidance.request import HOURS_A_WEEK, STAGES, CeDone, Request, goals_of
from assistant.guidance.shelf import Shelf
from assistant.wording_plan_names import EXAMS, PATHS
from ui.wording import STAGE_NAMES
from ui.wording_plan import PlanWords

__all__ = ["fill", "show"]

# Goal -> what is asked for besides the goal, the state and the start; other goals ask for the stage.
_ASKED: Mapping[str, tuple[str, ...]] = {
    "become": ("route", "stage", "exam"),
    "certify": ("exam", "path", "stage"),
    "renew": ("credential", "expires", "state_expires"),
    "move": ("origin", "stage"),
}
_FIELDS = (
    "goal", "state", "start", "route", "stage", "exam", "path", "credential", "expires",
    "state_expires", "origin", "age", "hours", "record",
)  # fmt: skip
_CE = ("general", "law", "safety", "live")
_MOST_HOURS = 100.0
# The credentials that one renews with a certifier; certificates do not run out.
_RENEWED = ("ptcb-cpht", "nha-cpht", "cpht-adv", "cspt", "cpted")


def fill(request: Request) -> None:
    """Set every picker to what a request says."""
    for field in _FIELDS:
        st.session_state[_key(field)] = getattr(request, field)
    for kind in _CE:
        st.session_state[_key(kind)] = float(getattr(request.done, kind))


def show(request: Request, shelf: Shelf) -> Request:
    """The pickers, filled with a request -> the request as the visitor has changed it."""
    _refill(request)
    with st.container(key="plan-pickers"):
        return _pickers(request, shelf)


def _pickers(request: Request, shelf: Shelf) -> Request:
    states = choices(shelf, "state")
    row = st.columns((3, 2, 2), vertical_alignment="bottom")
    goals = goals_of(shelf)
    goal = row[0].selectbox(PlanWords.GOAL, goals, format_func=goals.__getitem__, key=_key("goal"))
    where = PlanWords.NEW_STATE if goal == "move" else PlanWords.STATE
    found: dict[str, Any] = {"goal": goal, "state": _pick(row[1], where, "state", states)}
    found["start"] = row[2].date_input(PlanWords.START, key=_key("start"), format="MM/DD/YYYY")
    wanted = _ASKED.get(goal, ("stage",))
    columns = st.columns(len(wanted), vertical_alignment="bottom")
    for column, field in zip(columns, wanted, strict=True):
        found[field] = _field(column, field, shelf, states)
    if goal == "renew":
        found["done"] = _ce_done()
    found |= _more(goal)
    return replace(request, **found)


def _refill(request: Request) -> None:
    """Streamlit forgets pickers that were not shown; what the request says holds."""
    if any(_key(field) not in st.session_state for field in (*_FIELDS, *_CE)):
        kept = {key: st.session_state[key] for key in map(_key, (*_FIELDS, *_CE)) if key in st.session_state}
        fill(request)
        st.session_state.update(kept)


def _field(column: DeltaGenerator, field: str, shelf: Shelf, states: Mapping[str, str]) -> Any:
    if field == "stage":
        return _pick(column, PlanWords.STAGE, field, {stage: STAGE_NAMES[stage] for stage in STAGES})
    if field == "route":
        routes = {record.id: record.name for record in shelf.of_kind("education")}
        return _pick(column, PlanWords.ROUTE, field, routes)
    if field == "origin":
        return _pick(column, PlanWords.ORIGIN, field, states)
    if field == "exam":
        return _pick(column, PlanWords.EXAM, field, EXAMS, PlanWords.NO_EXAM)
    if field == "path":
        return _pick(column, PlanWords.PATH, field, PATHS, PlanWords.AS_USUAL)
    if field == "credential":
        held = {id: brief(record) for id in _RENEWED if (record := shelf.record(id))}
        return _pick(column, PlanWords.CREDENTIAL, field, held)
    label = PlanWords.EXPIRES if field == "expires" else PlanWords.STATE_EXPIRES
    day: date | None = column.date_input(label, key=_key(field), format="MM/DD/YYYY", required=False)
    return day


def _pick(
    column: DeltaGenerator, label: str, field: str, names: Mapping[str, str], empty: str = ""
) -> str | None:
    options = list(names)
    if st.session_state.get(_key(field)) not in options:
        st.session_state[_key(field)] = None
    chosen: str | None = column.selectbox(
        label,
        options,
        index=None,
        format_func=names.__getitem__,
        key=_key(field),
        placeholder=empty or PlanWords.NOT_SAID,
    )
    return chosen


def _ce_done() -> CeDone:
    st.markdown(f"**{PlanWords.CE_DONE}**")
    columns = st.columns(len(_CE))
    labels = (PlanWords.GENERAL, PlanWords.LAW, PlanWords.SAFETY, PlanWords.LIVE)
    hours = [
        column.number_input(label, 0.0, _MOST_HOURS, step=0.5, format="%g", key=_key(kind))
        for column, label, kind in zip(columns, labels, _CE, strict=True)
    ]
    return CeDone(*hours)


def _more(goal: str) -> dict[str, Any]:
    """What changes a plan for some people only."""
    if goal in ("renew", "pharmacist"):
        return {}
    with st.expander(PlanWords.MORE, icon=":material/tune:"):
        left, right = st.columns(2)
        age = left.number_input(PlanWords.AGE, 10, 100, value=None, step=1, key=_key("age"))
        hours = right.slider(PlanWords.HOURS, 1, 60, HOURS_A_WEEK, key=_key("hours"))
        record = st.checkbox(PlanWords.RECORD, key=_key("record"), help=PlanWords.RECORD_HELP)
    return {"age": age, "hours": hours, "record": record}


def _key(field: str) -> str:
    return f"plan-{field}"
