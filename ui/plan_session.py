"""What the page "My plan" keeps of one visitor: the request, the one before it, and the ticks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import streamlit as st

from assistant.guidance.request import Request

__all__ = [
    "asked",
    "before",
    "keep",
    "notes",
    "set_length",
    "set_notes",
    "tick",
    "ticked",
]

_ASKED, _BEFORE, _NOTES, _TICKS = "plan-asked", "plan-before", "plan-notes", "plan-ticks"


def asked() -> Request | None:
    """What the plan on the page is for."""
    found: Request | None = st.session_state.get(_ASKED)
    return found


def before() -> Request | None:
    """What the plan was for before the last change."""
    found: Request | None = st.session_state.get(_BEFORE)
    return found


def keep(request: Request) -> None:
    """Remember what the plan is for; the one before is remembered as well."""
    former = asked()
    if former != request:
        st.session_state.pop(_NOTES, None)
        st.session_state[_BEFORE] = former
        st.session_state[_ASKED] = request


def notes() -> tuple[str, ...]:
    """What of the address could not be used."""
    found: tuple[str, ...] = st.session_state.get(_NOTES, ())
    return found


def set_notes(problems: tuple[str, ...]) -> None:
    """Say this of the address."""
    st.session_state[_NOTES] = problems


def ticked(goal: str) -> frozenset[str]:
    """Ids of the steps that are done, on the way to a goal."""
    ticks: Mapping[str, frozenset[str]] = st.session_state.get(_TICKS, {})
    return ticks.get(goal, frozenset())


def tick(goal: str, step: str, done: bool) -> None:
    """Mark a step as done or not."""
    steps = ticked(goal) | {step} if done else ticked(goal) - {step}
    st.session_state[_TICKS] = {**st.session_state.get(_TICKS, {}), goal: steps}


def set_length(step: str, days: tuple[int, int] | None) -> None:
    """Let a step last so many days from low to high; None goes back to what is assumed."""
    request = asked()
    if request is None:
        return
    others = tuple(item for item in request.assume if item[0] != step)
    keep(replace(request, assume=(*others, (step, *days)) if days else others))
