"""Writers killed at any moment lose no acknowledged turn and leave no half one."""

from __future__ import annotations

from pathlib import Path

import pytest
from conversation_samples import NewDatabase

from evals.crash_conversations import crash_conversations
from evals.crash_server import crash_server

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


@pytest.mark.slow
def test_a_killed_server_loses_nothing_that_a_page_has_shown(
    knowledge_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    report = crash_server(1, seed=3, clients=3)
    assert report.faults == []
    assert report.shown >= 1
    assert report.pages >= 1
