"""A specialty and a profile -> how long the way there is and what it costs, as the plan counts them."""

from __future__ import annotations

from datetime import date

from assistant.guidance.cited import Cited
from assistant.guidance.costs import costs_of
from assistant.guidance.plan import plan
from assistant.guidance.request import SPECIALTY, from_profile
from assistant.guidance.shelf import Shelf
from assistant.guidance.spans import in_words
from assistant.types import Profile
from assistant.wording_fit import FitWording

__all__ = ["way_there"]


def way_there(shelf: Shelf, specialty: str, profile: Profile, today: date) -> tuple[Cited, ...]:
    """The length of the plan in words, what it takes as given, and the sum of the known fees.

    Args:
        shelf: the records.
        specialty: record id.
        profile: where the person stands.
        today: the plan's first day.
    """
    planned = plan(from_profile(profile, f"{SPECIALTY}{specialty}", today), shelf)
    needed = [dated for dated in planned.steps if not dated.step.optional]
    early, late = max(dated.end for dated in needed), max(dated.late_end for dated in needed)
    span = in_words((early - today).days, (late - today).days)
    length = Cited(FitWording.WAY_LONG.format(span=span, steps=len(needed)), (), computed=True)
    total = costs_of(planned).first_year.cited
    paid = (total,) if total.support else ()
    return (length, *(line.cited for line in planned.assumed), *paid)
