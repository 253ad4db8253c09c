"""The wage figures -> pictures of pay, each with its year, its figures as text, and its sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.compare import choices
from assistant.guidance.shelf import Shelf
from assistant.guidance.wages import GROUPS, Group, Pay, how_to_read, pay, us_means
from assistant.retrieval.passages import Passages
from ui.escaping import escape_inline
from ui.views import references
from ui.views.bars import Bar, show_bars
from ui.wording_compare import PAY_GROUPS, PayWords

__all__ = ["show"]


def show(shelf: Shelf, passages: Passages) -> None:
    """The figures of the group that the visitor chooses."""
    group: Group = st.selectbox(
        PayWords.WHICH, GROUPS, format_func=lambda name: PAY_GROUPS[name][0], key="pay-group"
    )
    pictures = _pictures(shelf, group)
    means = us_means(shelf) if group == "by_state" else {}
    drawn = [figure.cited for picture in pictures for figure in picture]
    read = how_to_read(shelf)
    notes = footnotes((*drawn, *(mean.cited for mean in means.values()), *read), passages)
    st.markdown(PAY_GROUPS[group][1])
    for picture in pictures:
        _show(group, picture, means.get(picture[0].year), notes)
    if group == "by_state":
        _unknown_states(shelf, pictures)
    with st.expander(PayWords.HOW_TO_READ, icon=":material/menu_book:"):
        st.markdown("\n".join(f"- {references.marked(notes.claim(cited))}" for cited in read))
    references.show(notes.citations)


def _pictures(shelf: Shelf, group: Group) -> list[tuple[Pay, ...]]:
    """The figures that may stand in one picture: of one year and measure, except among all technicians."""
    figures = pay(shelf, group)
    if group == "national":
        return [figures]
    if group == "adjacent":
        own = [
            replace(figure, label=PayWords.YOURS) for figure in pay(shelf, "national") if _is_middle(figure)
        ]
        return [tuple(sorted((*figures, *own), key=lambda figure: -figure.amount))]
    series: dict[tuple[str, str], list[Pay]] = {}
    for figure in figures:
        series.setdefault((figure.year, figure.measure), []).append(figure)
    return [tuple(found) for found in series.values()]


def _is_middle(figure: Pay) -> bool:
    return figure.measure == "median" and not figure.old


def _show(group: Group, figures: Sequence[Pay], mean: Pay | None, notes: Footnotes) -> None:
    first = figures[0]
    title = PayWords.TITLE[group].format(measure=first.measure, year=first.year)
    st.markdown(f"#### {title}", anchors=False)
    if first.old:
        st.caption(PayWords.OLD)
    amounts = sorted(figure.amount for figure in figures)
    alt = PayWords.ALT.format(
        title=title, count=len(figures), lowest=f"${amounts[0]:,}", highest=f"${amounts[-1]:,}"
    )
    show_bars([_bar(figure) for figure in figures], alt, line=mean.amount if mean else None)
    if mean:
        claim = notes.claim(mean.cited)
        st.caption(escape_inline(PayWords.US_MEAN.format(mean=claim.text)) + references.marks(claim))
    with st.expander(PayWords.AS_TEXT, icon=":material/notes:"):
        st.markdown("\n".join(f"- {references.marked(notes.claim(figure.cited))}" for figure in figures))


def _bar(figure: Pay) -> Bar:
    """The amount first, so that a narrow window never cuts it off."""
    year = PayWords.MAY.format(year=figure.year) if figure.group == "national" else ""
    return Bar(f"${figure.amount:,} {figure.label}{year}", figure.amount, faint=figure.old)


def _unknown_states(shelf: Shelf, pictures: Sequence[Sequence[Pay]]) -> None:
    known = {figure.label for picture in pictures for figure in picture}
    unknown = [name for name in choices(shelf, "state").values() if name not in known]
    st.info(PayWords.UNKNOWN_STATES.format(states=", ".join(unknown)), icon=":material/help:")
