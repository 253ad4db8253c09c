"""What the page "Career ladder" says. What the rungs ask for stands in the records, with its sources."""

from __future__ import annotations

from ui.language import Words

__all__ = ["LadderWords"]


class LadderWords(Words):
    """The fixed sentences and labels."""

    TITLE = "Career ladder"
    INTRO = "Where a technician can go, how long each step takes, and what it asks for."
    STATE = "Your state"
    STATE_NONE = "Not said"
    ALT = (
        "The career ladder, {count} rungs from “{first}” at the bottom to “{last}” at the top. "
        "The text below says the same."
    )
    KEY = (
        "Read it from the bottom. Each length counts from the rung that the line comes from. Where no source "
        "gives a length of time, we assume one; the plan says where. The dashed line leads through college."
    )
    RUNGS = "Rung by rung"
    PLAN = "Make it a plan"
    FIT = "Find the specialty that fits you"
    UNKNOWN_STATE = "The address named the state “{asked}”, which is not known here. It was left out."
