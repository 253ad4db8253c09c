"""My plan: a goal and where one stands -> dated steps to tick, a timeline, costs, CE, and files of it all."""

from __future__ import annotations

from collections.abc import Iterable

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.case import case_of
from assistant.guidance.cited import Cited
from assistant.guidance.costs import costs_of
from assistant.guidance.plan import changes, plan
from assistant.guidance.reading_order import reading_order
from assistant.guidance.renew_steps import ledger_of
from assistant.guidance.renewal import CeLedger
from assistant.guidance.request import Request, filled, from_profile, goals_of, read_request, to_params
from assistant.guidance.schedule import day_words
from assistant.guidance.shelf import Shelf
from assistant.guidance.steps import Plan
from assistant.retrieval.passages import Passages
from ui import address, plan_session, session, tool_page
from ui.escaping import escape_inline
from ui.moments import now
from ui.views import (
    plan_ce,
    plan_changes,
    plan_costs,
    plan_downloads,
    plan_inputs,
    plan_lengths,
    plan_steps,
    plan_timeline,
    references,
)
from ui.wording_plan import VIEWS, PlanWords

__all__ = ["show"]

_PAGE, _VIEW = "plan", "plan-view"


def show() -> None:
    """The page, from top to bottom."""
    tool_page.run(PlanWords.TITLE, PlanWords.INTRO, _body)


def _body(shelf: Shelf, passages: Passages) -> None:
    _read_address(shelf)
    above = st.container()
    request = plan_inputs.show(_asked(shelf), shelf)
    plan_session.keep(request)
    for note in plan_session.notes():  # a change of any picker has taken them away
        above.info(escape_inline(note), icon=":material/info:")
    planned = plan(request, shelf)
    view = _view(planned)
    address.write(_PAGE, {**to_params(request), **({"view": view} if view != "steps" else {})})
    _VIEWS_SHOWN[view](planned, shelf, passages)


def _asked(shelf: Shelf) -> Request:
    """What was asked last, else what is known of the visitor."""
    return plan_session.asked() or _of_visitor(shelf)


def _of_visitor(shelf: Shelf) -> Request:
    profile = session.profile()
    goal = profile.goal or ""
    return from_profile(profile, goal if goal in goals_of(shelf) else "become", now().date())


def _read_address(shelf: Shelf) -> None:
    """Fill the pickers from an address that the visitor came by, else from what is known of them."""
    arrived = address.arrived(_PAGE)
    if arrived is None:
        return
    view = arrived.pop("view", None)
    if view in VIEWS:
        st.session_state[_VIEW] = view
    base = filled(_asked(shelf), _of_visitor(shelf))  # the conversation may have taught us more since
    request, problems = read_request(arrived, base, shelf)
    plan_session.keep(request)
    plan_inputs.fill(request)
    notes = (PlanWords.BAD_VALUE.format(name=bad.name, value=bad.value) for bad in problems)
    plan_session.set_notes(tuple(notes))


def _view(planned: Plan) -> str:
    """The heading of the plan, and which part of it is to be shown."""
    st.subheader(escape_inline(planned.title.cited.text), anchor=False)
    needed = [dated for dated in planned.steps if not dated.step.optional]
    early, late = max(dated.end for dated in needed), max(dated.late_end for dated in needed)
    words = PlanWords.FINISH_ON if early == late else PlanWords.FINISH
    st.markdown(
        f":material/flag: {escape_inline(words.format(early=day_words(early), late=day_words(late)))}"
    )
    if planned.assumed:
        st.caption(escape_inline(" ".join(line.cited.text for line in planned.assumed)))
    names = [view for view in VIEWS if view != "ce" or planned.request.goal == "renew"]
    if st.session_state.get(_VIEW) not in names:
        st.session_state[_VIEW] = names[0]
    chosen = st.segmented_control(
        PlanWords.VIEW,
        names,
        format_func=VIEWS.__getitem__,
        key=_VIEW,
        required=True,
        label_visibility="collapsed",
    )
    return chosen or names[0]


def _steps(planned: Plan, shelf: Shelf, passages: Passages) -> None:
    said = [item.line.cited for dated in planned.steps for item in reading_order(dated)]
    known = [line.cited for line in planned.notes]
    notes = footnotes((*known, *said), passages)
    former = plan_session.before()
    if former is not None and former.goal == planned.request.goal:
        plan_changes.show(changes(plan(former, shelf), planned), planned)
    with st.expander(PlanWords.IN_SHORT, icon=":material/info:"):
        st.markdown("\n".join(_bullets(known, notes)))
    plan_steps.show(planned, notes)
    plan_lengths.show(planned)
    references.show(notes.citations)


def _timeline(planned: Plan, shelf: Shelf, passages: Passages) -> None:
    plan_timeline.show(planned)
    plan_lengths.show(planned)


def _costs(planned: Plan, shelf: Shelf, passages: Passages) -> None:
    found = costs_of(planned)
    cited = [line.cited for line in found.lines()]
    notes = footnotes((found.first_year.cited, found.each_year.cited, *cited), passages)
    plan_costs.show(found, notes)
    references.show(notes.citations)


def _ce(planned: Plan, shelf: Shelf, passages: Passages) -> None:
    ledger: CeLedger = ledger_of(case_of(planned.request, shelf))
    notes = footnotes(ledger.cited(), passages)
    plan_ce.show(ledger, notes)
    references.show(notes.citations)


def _files(planned: Plan, shelf: Shelf, passages: Passages) -> None:
    plan_downloads.show(planned, costs_of(planned), shelf, passages)


def _bullets(sentences: Iterable[Cited], notes: Footnotes) -> list[str]:
    return [f"- {references.marked(notes.claim(cited))}" for cited in sentences]


_VIEWS_SHOWN = {"steps": _steps, "timeline": _timeline, "costs": _costs, "ce": _ce, "files": _files}
