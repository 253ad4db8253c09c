from __future__ import annotations

import pytest

from assistant.conversations.personal.contacts import contact_spans


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in contact_spans(text)]


@pytest.mark.parametrize(
    ("text", "kind", "words"),
    [
        ("Email maria.lopez+ptcb@example.org please", "email", "maria.lopez+ptcb@example.org"),
        ("write maria at example dot com", "email", "maria at example dot com"),
        ("Call me at (614) 555-0100.", "phone", "(614) 555-0100"),
        ("or 614.555.0100, any time", "phone", "614.555.0100"),
        ("or +1 614 555 0100 x12", "phone", "+1 614 555 0100 x12"),
        ("my cell is 555-0100", "phone", "555-0100"),
        ("My SSN is 123-45-6789", "number", "123-45-6789"),
        ("my license number is 03-1-23456", "number", "03-1-23456"),
        ("I live at 1224 N. Oak St., Columbus, OH 43215", "address", "1224 N. Oak St., Columbus"),
        ("I live at 1224 N. Oak St., Columbus, OH 43215", "address", "43215"),
        ("i live at 1224 oak street apt 4, can i", "address", "1224 oak street apt 4"),
        ("I work on Main St in Ohio", "address", "Main St"),
        ("Write to P.O. Box 1123", "address", "P.O. Box 1123"),
        ("my zip is 43215", "address", "43215"),
        ("I was born on March 3, 2007.", "birth", "March 3, 2007"),
        ("DOB: 03/03/2007", "birth", "03/03/2007"),
        ("my birthday is the 3rd of March", "birth", "3rd of March"),
    ],
)
def test_ways_to_reach_somebody_are_found(text: str, kind: str, words: str) -> None:
    assert (kind, words) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "PTCB keeps $50 of the PTCE fee, so $1,200 in all.",
        "rule 4729:3-2-01 took effect on 2026-03-31",
        "I renew by March 31, 2027 and need 20 hours",
        "Can I start at 16 or 17?",
        "How many of the 45000 technicians in TX renew?",
        "I was born in Ohio",
        "20 CE hours on the way to renewal",
    ],
)
def test_fees_rules_and_dates_are_left_alone(text: str) -> None:
    assert found(text) == []
