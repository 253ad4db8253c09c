"""A Fit -> the page: how sure it is, the picture, and a closer look at the best."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import streamlit as st

from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.fit import Fit, Ranked, every_cited
from assistant.guidance.fit_words import certainty, chance, in_100, method, score, unknown
from assistant.guidance.reasons import Reason
from assistant.guidance.request import SPECIALTY
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf
from assistant.guidance.standing import BEST
from assistant.guidance.way_in import Line
from assistant.guidance.way_there import way_there
from assistant.retrieval.passages import Passages
from assistant.types import Citation
from assistant.wording_fit import WAY_IN, FitWording
from ui.escaping import escape_inline
from ui.moments import now
from ui.navigation import page_of
from ui.session import profile
from ui.views import references
from ui.views.fit_chart import show_chart, show_table
from ui.wording_specialty import SpecialtyWords

__all__ = ["show"]

_CLOSER = 5  # specialties that can be opened
_TAKES = ("stand", "experience", "entry", "credential", "training", "limits", "pay")
_PEOPLE = ("likes", "dislikes")
_CLEAR = 0.8  # how surely a person leans one way before it is said
_LEANINGS = 8


def show(found: Fit, shelf: Shelf, passages: Passages) -> tuple[Citation, ...]:
    """The result -> what its marks stand for, to be shown below all else.

    Args:
        found: what is shown.
        shelf: the records that it came from.
        passages: of the index that its records came from.
    """
    best = found.ranking[:_CLOSER]
    ways = {ranked.id: way_there(shelf, ranked.id, profile(), now().date()) for ranked in best}
    cited = (*every_cited(found, _CLOSER), *(line for way in ways.values() for line in way))
    notes = footnotes(cited, passages)
    verdict, *doubts = certainty(found)
    with st.container(border=True, key="fit-verdict"):
        st.markdown(f"**{escape_inline(verdict)}**")
        st.markdown(_bullets(doubts))
    st.subheader(SpecialtyWords.RANKING, anchor=False)
    show_chart(found.ranking)
    st.caption(FitWording.SCALE)
    with st.expander(SpecialtyWords.AS_TABLE.format(count=len(found.ranking)), icon=":material/table_rows:"):
        show_table(found.ranking)
    st.subheader(SpecialtyWords.CLOSER, anchor=False)
    for ranked in best:
        title = SpecialtyWords.OPEN.format(rank=ranked.rank, name=ranked.name)
        with st.expander(escape_inline(title), expanded=ranked.rank == 1):
            _closer(ranked, ways[ranked.id], notes)
    _compare(found.ranking[:BEST])
    _leanings(found)
    with st.expander(SpecialtyWords.ABOUT, icon=":material/info:"):
        st.markdown("\n\n".join(map(escape_inline, method())))
    return notes.citations


def _closer(ranked: Ranked, way: Sequence[Cited], notes: Footnotes) -> None:
    st.markdown(references.marked(notes.claim(ranked.what)))
    st.caption(escape_inline(f"{score(ranked)}. {chance(ranked)}"))
    _onward("plan", SpecialtyWords.PLAN, ":material/checklist:", {"goal": f"{SPECIALTY}{ranked.id}"})
    why, takes, people = st.tabs([SpecialtyWords.WHY, SpecialtyWords.TAKES, SpecialtyWords.PEOPLE])
    with why:
        _titled("", _reasons(ranked.speaks_for, notes), SpecialtyWords.NO_WHY)
        _titled(SpecialtyWords.AGAINST, _reasons(ranked.speaks_against, notes), SpecialtyWords.NO_AGAINST)
        if ranked.unknown:
            _titled(SpecialtyWords.UNKNOWN, map(escape_inline, unknown(ranked)))
    with takes:
        _titled(SpecialtyWords.IN_SHORT, [references.marked(notes.claim(cited)) for cited in way])
        parts = {part: ranked.way_in.parts[part] for part in _TAKES}
        for part, lines in parts.items():
            if lines:
                _titled(WAY_IN[part], _lines(lines, notes))
        if not any(lines for part, lines in parts.items() if part != "stand"):
            st.markdown(SpecialtyWords.NO_TAKES)
    with people:
        for part in _PEOPLE:
            _titled(WAY_IN[part], _lines(ranked.way_in.parts[part], notes), FitWording.NOT_SAID)


def _reasons(reasons: Iterable[Reason], notes: Footnotes) -> list[str]:
    return [
        f"{escape_inline(reason.because)} {references.marked(notes.claim(reason.cited))}"
        for reason in reasons
    ]


def _lines(lines: Iterable[Line], notes: Footnotes) -> list[str]:
    told = [(line.about, references.marked(notes.claim(line.cited))) for line in lines]
    return [f"*{escape_inline(about)}*: {text}" if about else text for about, text in told]


def _titled(title: str, markdown: Iterable[str], otherwise: str = "") -> None:
    """A heading and lines of Markdown, or what to say where there are none."""
    lines = list(markdown)
    heading = f"**{title}**\n\n" if title else ""
    st.markdown(heading + ("\n".join(f"- {line}" for line in lines) or escape_inline(otherwise)))


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {escape_inline(line)}" for line in lines)


def _compare(best: Iterable[Ranked]) -> None:
    chosen = {"kind": "specialty", **dict(zip("abc", (ranked.id for ranked in best), strict=False))}
    _onward("compare", SpecialtyWords.COMPARE, ":material/table_chart:", chosen)


def _onward(address: str, label: str, icon: str, parameters: Mapping[str, str]) -> None:
    """A link to another tool, filled in."""
    page = page_of(address)
    if page is not None:
        st.page_link(page, label=label, icon=icon, query_params=dict(parameters))


def _leanings(found: Fit) -> None:
    """Which end of which scale the person wants, the strongest first, where it is clear."""
    scales = {scale.id: scale for scale in load_scales()}
    clear = [
        (scales[item.scale].end(item.weight > 0).short, item.sure)
        for item in found.leanings
        if item.sure >= _CLEAR
    ][:_LEANINGS]
    lines = [
        SpecialtyWords.LEANING.format(end=end[:1].upper() + end[1:], sure=in_100(sure)) for end, sure in clear
    ]
    with st.expander(SpecialtyWords.LEANINGS, icon=":material/psychology:"):
        st.markdown(_bullets(lines) or SpecialtyWords.LEANINGS_NONE)
