"""Help: what TechPath is, how answers come about, what is kept, and where to go when something is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from assistant.freshness import REVIEW_DAYS
from assistant.settings import Settings, read_settings
from assistant.types import Tier
from ui.library.link import Wanted, write_link
from ui.navigation import page_of
from ui.wording import TIERS
from ui.wording_help import SECTIONS, WAYS, HelpWords

__all__ = ["filled_in", "show", "tier_table"]

_STYLE = Path(__file__).resolve().parent.parent / "assets" / "library.css"
# Section -> the page that it leads to: address, icon, parameters. Its words are in WAYS.
_WAYS: Mapping[str, tuple[str, str, Mapping[str, str]]] = {
    "what": ("", ":material/forum:", {}),
    "answers": ("library", ":material/local_library:", {}),
    "sources": ("library", ":material/update:", write_link(Wanted(changes=True))),
    "privacy": ("links", ":material/delete_forever:", {}),
    "counselors": ("links", ":material/qr_code:", {}),
}
_MONTH = 365 / 12  # days


def show() -> None:
    """The page, from top to bottom."""
    st.html(_STYLE)
    texts = filled_in(read_settings())
    with st.container(key="tool"), st.container(key="library-document"):
        st.title(HelpWords.TITLE, anchor=False)
        st.markdown(HelpWords.INTRO)
        with st.expander(HelpWords.ON_THIS_PAGE, icon=":material/toc:"):
            st.markdown("\n".join(f"- [{heading}](#{name})" for name, (heading, _) in SECTIONS.items()))
        for name, (heading, _) in SECTIONS.items():
            st.header(heading, anchor=name)
            st.markdown(texts[name])
            if name == "sources":
                st.markdown(tier_table())
            _way(name)


def filled_in(settings: Settings) -> dict[str, str]:
    """The text of each section, as it holds for an installation with these settings."""
    days = settings.retention_days
    told = {
        "engine": HelpWords.MODEL.format(model=settings.model) if settings.model else HelpWords.OFFLINE,
        "place": HelpWords.KEPT_SERVER if settings.database_url else HelpWords.KEPT_FILE,
        "retention": HelpWords.KEPT_DAYS.format(days=days) if days else HelpWords.KEPT_FOREVER,
    }
    return {name: text.format_map(told) for name, (_, text) in SECTIONS.items()}


def tier_table() -> str:
    """The kinds of source, the strongest first, and how often each is compared again, as Markdown."""
    rows = [f"| {words} | {_often(tier)} |" for tier, words in TIERS.items()]
    return "\n".join((f"| {HelpWords.TIER} | {HelpWords.OFTEN} |", "|---|---|", *rows))


def _often(tier: Tier) -> str:
    days = REVIEW_DAYS.get(tier)
    return HelpWords.MONTHS.format(months=round(days / _MONTH)) if days else HelpWords.NEVER


def _way(section: str) -> None:
    if section in _WAYS:
        page, icon, parameters = _WAYS[section]
        st.page_link(page_of(page), label=WAYS[section], icon=icon, query_params=dict(parameters))
