"""The words around wage figures: labels of bars, how to read them, and the columns of years."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PERCENTILES", "WageWording"]


class WageWording:
    """The fixed words, one name each."""

    MEDIAN = "The middle: half earn more, half less"
    UNITED_STATES = "United States"
    BAR = "{label}: ${amount} a year ({when})"
    WHEN: Mapping[str, str] = {
        "mean": "mean, May {year}",
        "median": "median, May {year}",
        "percentile": "May {year}",
    }
    AMOUNT = "${amount} a year"
    ROW = "{label} ({measure})"
    ABOUT_YEAR = "May {year}"
    ASK = "BLS at bls.gov/oes"


# What a percentile's sentence begins with -> the label of its bar. "At most" and "at least" are what
# a percentile means.
PERCENTILES: Mapping[str, str] = {
    "The lowest-paid 10 percent": "Lowest-paid 10 percent, at most",
    "One in four (less)": "Lower-paid quarter, at most",
    "One in four (more)": "Better-paid quarter, at least",
    "The best-paid 10 percent": "Best-paid 10 percent, at least",
}
