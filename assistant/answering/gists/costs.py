"""The costs of a way -> their gist: what is known item by item; the sums over it stand on the page."""

from __future__ import annotations

from assistant.answering.gists.gist import Gist, Part
from assistant.guidance.cited import Cited
from assistant.guidance.costs import Costs, Item, amount_words, how_often
from assistant.text import figures
from assistant.types import ToolLink
from assistant.wording_gists import GistWording
from assistant.wording_plan import PlanWording

__all__ = ["costs_gist"]


def costs_gist(found: Costs, title: Cited, link: ToolLink) -> Gist:
    """The gist of a list of costs.

    Args:
        found: the costs.
        title: of the plan that they are of.
        link: to the page that adds them up.
    """
    rows = tuple(_row(item) for item in (*found.once, *found.again) if not item.optional)
    parts = (
        Part("table", (), PlanWording.COSTS_TITLE.format(title=title.text), GistWording.COSTS_COLUMNS, rows),
        Part("notice", (Cited(f"{GistWording.COSTS_SUM} {PlanWording.COSTS_NOTE}"),)),
    )
    return Gist(tuple(part for part in parts if part.lines or part.rows), link)


def _row(item: Item) -> tuple[Cited, ...]:
    cited, often = item.fee.line.cited, how_often(item)
    if not figures(often) <= figures(cited.text):  # the cycle stands in another sentence than the fee
        often = PlanWording.EVERY_UNKNOWN
    return Cited(item.fee.name), Cited(amount_words(item), cited.support, True), Cited(often)
