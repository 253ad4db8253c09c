"""Engines and other pipelines are chosen by name, and a wrong name lists the right ones."""

from pathlib import Path

import pytest

from assistant.errors import WrongUseError
from assistant.settings import read_settings
from evals.engines import ENGINES, open_engine
from evals.rivals import open_rival


def test_a_wrong_engine_lists_the_right_ones(tmp_path: Path) -> None:
    settings = read_settings({"TECHPATH_HOME": str(tmp_path)})
    with pytest.raises(WrongUseError, match="'oracle'; it must be one of: .*embedded"):
        open_engine("oracle", settings)
    assert "embedded" in ENGINES


def test_a_wrong_pipeline_lists_the_right_ones(tmp_path: Path) -> None:
    settings = read_settings({"TECHPATH_HOME": str(tmp_path)})
    with (
        pytest.raises(WrongUseError, match="'oracle'; it must be one of: tutorial"),
        open_rival("oracle", settings),
    ):
        pass
