"""An index -> every tool that a model may use on it; a new one is entered here."""

from __future__ import annotations

from assistant.generation.tools.compare import compare_tool
from assistant.generation.tools.fit import fit_tool
from assistant.generation.tools.plan import cost_tool, plan_tool
from assistant.generation.tools.state_rules import state_rules
from assistant.generation.tools.toolbox import Toolbox
from assistant.guidance.shelf import shelf_of
from assistant.retrieval.passages import Passages

__all__ = ["every_tool"]


def every_tool(passages: Passages) -> Toolbox:
    """The tools on one index's records."""
    shelf = shelf_of(passages.records(), passages.sources())
    return Toolbox([
        state_rules(passages),
        plan_tool(shelf, passages),
        cost_tool(shelf, passages),
        compare_tool(shelf, passages),
        fit_tool(shelf, passages),
    ])
