from __future__ import annotations

import pytest
from model_samples import Saying

from assistant.errors import ModelError, SettingsError
from assistant.generation.trial import try_model
from evals.scripted.play import Play
from evals.scripted.server import ScriptedServer


@pytest.fixture(autouse=True)
def reached(server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-scripted")
    monkeypatch.setenv("OPENAI_BASE_URL", f"{server.address}/v1")


def test_a_model_that_answers_is_said_to(server: ScriptedServer, saying: Saying) -> None:
    server.play(saying("ready"))
    assert try_model("openai:scripted").startswith("openai:scripted answered in ")
    assert server.received[0].model == "scripted"


def test_one_that_does_not_is_said_to_with_how_it_failed(server: ScriptedServer, saying: Saying) -> None:
    server.play(saying(Play(status=401)))
    with pytest.raises(
        ModelError,
        match=r"openai:scripted: its provider does not accept the key \(HTTP status 401\), after 1 try\.",
    ):
        try_model("openai:scripted")


def test_a_missing_key_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    with pytest.raises(SettingsError, match="OPENAI_API_KEY"):
        try_model("openai:scripted")
