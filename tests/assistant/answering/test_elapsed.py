from __future__ import annotations

import pytest

from assistant.answering.elapsed import elapsed_days, holds_then
from assistant.guidance.durations import DAYS

AFTER_A_YEAR = "More than 1 year after a PTCB CPhT expires there is no reinstatement."
WITHIN_A_YEAR = "A CPhT of PTCB that expired less than a year ago can be reinstated for $95."
WITHIN_90_DAYS = (
    "If your Texas registration expired up to 90 days ago, you renew at one and a half times the fee."
)


@pytest.mark.parametrize(
    ("question", "days"),
    [
        ("I let my CPhT expire 3 months ago", 3 * DAYS["month"]),
        ("my license lapsed two years ago, can i come back", 2 * DAYS["year"]),
        ("it's been expired for a couple of weeks", 14),
        ("my registration ran out last month", DAYS["month"]),
        ("forgot to renew, about half a year ago", DAYS["year"] / 2),
        ("my CPhT expires in 3 months", None),
        ("I moved here 3 months ago", None),
        ("what if it lapsed", None),
    ],
)
def test_the_time_since_something_ran_out_is_read(question: str, days: float | None) -> None:
    assert elapsed_days(question) == (None if days is None else pytest.approx(days))


A_YEAR_OR_MORE = "A Texas registration that expired a year ago or more cannot be renewed."


@pytest.mark.parametrize(
    ("days", "sentence", "holds"),
    [
        (90, AFTER_A_YEAR, False),
        (90, WITHIN_A_YEAR, True),
        (730, AFTER_A_YEAR, True),
        (730, WITHIN_A_YEAR, False),
        (30, WITHIN_90_DAYS, True),
        (120, WITHIN_90_DAYS, False),
        (200, A_YEAR_OR_MORE, False),
        (400, A_YEAR_OR_MORE, True),
        (200, "From 90 days to a year after it expired, Texas charges twice the normal fee.", True),
        (400, "From 90 days to a year after it expired, Texas charges twice the normal fee.", False),
        (120, "Apply within 60 days before you expire.", None),
        (120, "Training takes more than 1 year.", None),
        (120, "An expired card can be renewed.", None),
    ],
)
def test_a_sentence_holds_at_a_time_or_not(days: float, sentence: str, holds: bool | None) -> None:
    assert holds_then(days, sentence) is holds
