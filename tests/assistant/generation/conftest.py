"""What the tests of generation share: one scripted server on loopback, and the product on its clients."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from model_samples import SECONDS, Saying, Speaking

from assistant.build import Assistant
from assistant.settings import Settings
from evals.scripted.clients import scripted_chat
from evals.scripted.play import Play, Script
from evals.scripted.scripts import faithful
from evals.scripted.server import ScriptedServer, scripted_server

_SILENCE = 2.0  # seconds that a client stands
_PAUSE = 0.02  # seconds before a second attempt


@pytest.fixture(scope="session")
def running() -> Iterator[ScriptedServer]:
    """The server; use `server`."""
    with scripted_server(faithful()) as started:
        yield started


@pytest.fixture
def server(running: ScriptedServer) -> ScriptedServer:
    """The server as if just started, with a faithful model."""
    running.play(faithful())
    return running


@pytest.fixture(scope="session")
def speaking(knowledge_settings: Settings, running: ScriptedServer) -> Speaking:
    """A function (provider, seconds, tokens) -> the product on the bundled knowledge, with that model."""

    @cache
    def made(provider: str = "openai", seconds: int = SECONDS, tokens: int = 0) -> Assistant:
        settings = replace(knowledge_settings, model_seconds=seconds, model_tokens=tokens)
        return Assistant(settings, scripted_chat(provider, running, _SILENCE, _PAUSE))

    return made


@pytest.fixture(scope="session")
def saying() -> Saying:
    """A function (text or plays) -> a script that says them in turn, the last for ever."""

    def script(*replies: str | Play) -> Script:
        plays = [Play(reply) if isinstance(reply, str) else reply for reply in replies]
        return lambda received: plays[min(received.number, len(plays)) - 1]

    return script
