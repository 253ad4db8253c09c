"""An ingest killed at any moment leaves the former index answering and loses nothing."""

from pathlib import Path

import pytest

from evals.crash import crash

KILLS = 10


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_ten_kills_leave_no_trace(exported_models: Path) -> None:
    report = crash(KILLS, chunks=40, seed=11, complete_every=KILLS, models=exported_models)
    assert report.faults == []
    assert report.kills == sum(report.phases.values()) == KILLS
    assert report.completed == 1 + report.too_late  # what ends before its signal is compared as well
    assert report.searches > 0
