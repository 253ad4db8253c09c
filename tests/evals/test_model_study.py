"""A small version of the study on a model that lies, breaks and dawdles."""

from __future__ import annotations

import json
from dataclasses import replace
from io import StringIO

import pytest
from evals_samples import case, turn
from rich.console import Console

from assistant.settings import Settings
from evals.engines import open_engine
from evals.model_study import FaultRow, Lies, Waits, run_faults, run_lies, run_waits
from evals.page_waits import PageWaits
from evals.run import run_cases
from evals.scripted.hallucinating import Planned
from evals.scripted.scripts import faithful
from evals.scripted.server import scripted_server
from evals.study_report import Study, as_json, markdown, show

TRUE, LIE = Planned("The fee is $50.", ""), Planned("The fee is $51.", "figure")
STATE = Planned("The fee in Utah is $50.", "state")
ROW = FaultRow("503 for ever", 3, 9, 0, ("answered",), 12, 0, 1.5)
WAITS = Waits(10, 300.0, 25.0)


@pytest.fixture(scope="module")
def settings(knowledge_settings: Settings) -> Settings:
    return replace(knowledge_settings, model_seconds=30, model_tokens=0)


def test_nearly_all_lies_are_stopped_and_nearly_all_truths_shown(settings: Settings) -> None:
    lies = run_lies(settings, "openai", 60)
    assert lies.sentences >= 60
    assert lies.planted() == pytest.approx(lies.sentences / 3, abs=2)
    assert set(lies.kinds) == {"credential", "figure", "state"}
    assert lies.let_through() == ()
    assert len(lies.lost()) <= 0.05 * lies.true


def test_a_fault_is_counted_over_its_questions(settings: Settings) -> None:
    rows = list(run_faults(settings, "anthropic", ["401 wrong key", "a lie among truths"]))
    assert [(row.times, row.requests, row.from_model, row.unsupported) for row in rows[:1]] == [(3, 3, 0, 0)]
    assert (rows[1].from_model, rows[1].unsupported) == (3, 0)
    assert all(row.outcomes == ("answered",) and row.shown >= 3 for row in rows)


def test_the_first_sentence_is_let_through_before_the_reply_is_over(settings: Settings) -> None:
    waits = run_waits(settings, "ollama", answers=1)
    assert waits.answers == 1
    assert 0 < waits.first_sentence_to_first_shown < waits.first_token_to_first_shown


def test_the_cases_are_asked_of_whatever_model_is_set(
    knowledge_settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    with scripted_server(faithful()) as server:
        monkeypatch.setenv("OPENAI_API_KEY", "sk-scripted")
        monkeypatch.setenv("OPENAI_BASE_URL", f"{server.address}/v1")
        ask, checks = open_engine("model", replace(knowledge_settings, model="openai:scripted"))
        (result,) = run_cases(
            [case(turn("How much does it cost to register in Ohio?", ["$50"]))], ask, checks
        )
        asked = [received.user for received in server.received]
    assert len(asked) == 1 and "How much does it cost to register in Ohio?" in asked[0]
    assert (result.outcome, result.missed, result.misquoted, result.unsupported) == ("answered", (), (), ())


def test_shares_are_counted_of_their_own_kind() -> None:
    lies = Lies((TRUE, TRUE, STATE), (LIE, LIE, TRUE), 1, 1)
    assert (lies.sentences, lies.true, lies.planted(), lies.planted("figure")) == (6, 3, 3, 2)
    assert (lies.stopped(), lies.stopped("figure"), lies.stopped("state")) == (2 / 3, 1.0, 0.0)
    assert (lies.let_through(), lies.lost()) == ((STATE.text,), (TRUE.text,))


@pytest.mark.parametrize(
    ("lies", "row", "fails"),
    [
        (Lies((TRUE,) * 99, (TRUE, *(LIE,) * 100), 1, 1), ROW, False),
        (Lies((TRUE,) * 90, (*(TRUE,) * 10, LIE), 1, 1), ROW, True),
        (Lies((TRUE, STATE), (LIE,) * 50, 1, 1), ROW, True),
        (Lies((TRUE,), (LIE,), 1, 1), replace(ROW, unsupported=1), True),
    ],
    ids=["good", "drops what is true", "lets a lie through", "shows what nothing carries"],
)
def test_a_study_fails_where_anything_is_worse_than_asked(lies: Lies, row: FaultRow, fails: bool) -> None:
    assert Study(lies, (row,), WAITS).fails is fails


def test_a_study_is_told_in_words_in_json_and_in_the_readme() -> None:
    study = Study(Lies((TRUE,), (LIE,), 1, 1), (ROW,), WAITS, PageWaits(12, 80.0, 140.0))
    out = StringIO()
    show(Console(file=out, width=160), study)
    assert "Lies stopped: 100.0% of 1" in out.getvalue()
    assert json.loads(json.dumps(as_json(study)))["lies"]["stopped"] == {"all": 1.0, "figure": 1.0}
    page = markdown(study, "openai", "2026-01-02")
    assert "| 503 for ever | 3 | 9 | 0 | answered | 12 | 0 | 1.5 s |" in page
    assert "painted 80 ms after" in page
    assert "$51" not in page
