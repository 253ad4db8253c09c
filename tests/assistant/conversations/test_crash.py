"""Writers killed at any moment lose no acknowledged turn and leave no half one."""

from __future__ import annotations

import pytest
from conversation_samples import NewDatabase

from evals.crash_conversations import crash_conversations

KILLS = 4


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_kills_lose_nothing_and_half_show_nothing(kind: str, request: pytest.FixtureRequest) -> None:
    make: NewDatabase = request.getfixturevalue("new_database")
    report = crash_conversations(KILLS, seed=11, database_url=make() if kind == "postgresql" else "")
    assert report.faults == []
    assert report.kills == KILLS
    assert report.acknowledged >= KILLS
    assert report.reads > 0
