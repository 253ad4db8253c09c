"""One item of the questionnaire: four cards as buttons, first for most, then for least."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assistant.guidance.choices import Card, Choice, Item
from assistant.guidance.questionnaire import MOST
from assistant.wording_fit import FitWording
from ui import fit_session
from ui.escaping import escape_inline
from ui.wording_specialty import SpecialtyWords

__all__ = ["show"]


def show(item: Item, sure: float) -> None:
    """The item, how far one is, and the ways out of it.

    Args:
        item: what is asked.
        sure: how probably the best one is among the first three already, 0 to 1.
    """
    number = len(fit_session.answers().choices) + 1
    st.progress(min(number / MOST, 1.0), SpecialtyWords.PROGRESS.format(number=number, most=MOST))
    most = fit_session.picked()
    st.subheader(FitWording.LEAST if most else FitWording.MOST, anchor=False)
    with st.container(key="fit-cards", gap="small"):
        for card in item:
            _card(item, card, most)
    _ways_out(item, most, number)
    if number > 1:
        st.caption(SpecialtyWords.SURE_SO_FAR.format(sure=round(100 * sure)))


def _card(item: Item, card: Card, most: Card | None) -> None:
    taken = card == most
    mark = f" :small[({SpecialtyWords.MOST_MARK})]" if taken else ""
    action: Callable[..., None] = fit_session.choose if most else fit_session.pick
    st.button(
        escape_inline(card.end.offer) + mark,
        key=f"fit-card-{item.index(card)}{'-least' if most else ''}",
        icon=":material/thumb_up:" if taken else None,
        width="stretch",
        disabled=taken,
        on_click=action,
        args=(Choice(item, most, card),) if most else (card,),
    )


def _ways_out(item: Item, most: Card | None, number: int) -> None:
    with st.container(horizontal=True, gap="small", key="fit-ways-out"):
        st.button(
            SpecialtyWords.BACK,
            key="fit-back",
            icon=":material/arrow_back:",
            type="tertiary",
            disabled=number == 1 and most is None,
            on_click=fit_session.step_back,
        )
        st.button(
            SpecialtyWords.SKIP_LEAST if most else SpecialtyWords.SKIP,
            key="fit-skip",
            icon=":material/skip_next:",
            type="tertiary",
            on_click=fit_session.choose,
            args=(Choice(item, most),),
        )
        if fit_session.answers():
            st.button(
                SpecialtyWords.RESULT,
                key="fit-result",
                icon=":material/bar_chart:",
                type="tertiary",
                on_click=fit_session.show_view,
                args=("result",),
            )
