from __future__ import annotations

import json
import socket
import urllib.request

import pytest

from assistant.errors import SettingsError
from assistant.settings import read_settings
from ui.headers import HEADERS
from ui.server import serve


def test_a_taken_port_is_said_with_the_remedy() -> None:
    with socket.socket() as other:
        other.bind(("localhost", 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SettingsError, match=rf"PORT {port} is taken .* Set PORT"):
            serve(read_settings({"PORT": str(port)}))


def test_a_model_that_cannot_be_opened_is_said_at_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        port = probe.getsockname()[1]
    with pytest.raises(SettingsError, match="Set OPENAI_API_KEY to your key"):
        serve(read_settings({"PORT": str(port), "TECHPATH_MODEL": "openai:gpt-4.1-mini"}))


def test_health_and_page_carry_the_headers(page_address: str) -> None:
    for path in ("/healthz", "/"):
        with urllib.request.urlopen(page_address + path, timeout=10) as response:
            assert {name: response.headers[name] for name in HEADERS} == dict(HEADERS)


def test_health_says_ok(page_address: str) -> None:
    with urllib.request.urlopen(f"{page_address}/healthz", timeout=10) as response:
        assert json.load(response) == {"status": "ok"}
