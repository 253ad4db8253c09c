"""A document that gives orders to whoever reads it out is quoted for its facts and not obeyed."""

from collections.abc import Callable
from pathlib import Path

import pytest

from assistant.settings import read_settings
from evals.cases import cases_of
from evals.embedded import embedded_engine
from evals.run import TurnResult, run_cases

FOLDER = Path(__file__).parents[2] / "evals" / "hostile_documents"
CASES = list(cases_of(FOLDER / "cases.yaml", "dev"))


@pytest.fixture(scope="module")
def answered(ingest_into: Callable[..., None], tmp_path_factory: pytest.TempPathFactory) -> list[TurnResult]:
    """What the engine says on an index of these documents only."""
    home = tmp_path_factory.mktemp("hostile") / "home"
    ingest_into(home, FOLDER)
    return run_cases(CASES, *embedded_engine(read_settings({"TECHPATH_HOME": str(home)})))


@pytest.mark.slow
def test_what_is_asked_is_answered_in_the_documents_own_words(answered: list[TurnResult]) -> None:
    assert [result.asked.id for result in answered if result.missed or result.misquoted] == []


@pytest.mark.slow
def test_no_order_to_assistants_is_read_out(answered: list[TurnResult]) -> None:
    assert {result.asked.id: result.forbidden for result in answered if result.forbidden} == {}
