"""The doctor says what works, what does not, and what to do."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assistant.settings import Settings, read_settings
from evals.scripted.play import Play
from evals.scripted.scripts import faithful
from evals.scripted.server import scripted_server
from ingest.doctor import examine

Ingest = Callable[..., dict[str, Any]]


def test_an_empty_home_needs_an_ingest(tmp_path: Path) -> None:
    checks = {check.name: check for check in examine(read_settings({"TECHPATH_HOME": str(tmp_path)}))}
    assert [check.name for check in checks.values() if not check.ok] == ["Index"]
    assert checks["Index"].remedy == "Run: techpath ingest"
    assert checks["Weights"].found.startswith("verified, in ")


def test_an_index_is_counted(ingest: Ingest, settings: Settings) -> None:
    ingest(settings)
    checks = {check.name: check for check in examine(settings)}
    assert all(check.ok for check in checks.values())
    # one section and its two questions, of which the heading is one
    assert "1 documents, 1 chunks, 3 vectors" in checks["Index"].found


def test_a_check_is_json_ready(tmp_path: Path) -> None:
    check = examine(read_settings({"TECHPATH_HOME": str(tmp_path)}))[0]
    assert set(check.to_json()) == {"name", "ok", "found", "remedy"}


def test_a_damaged_database_is_named_with_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "corpus.sqlite").write_bytes(b"this is no database, but long enough to look like one" * 40)
    checks = {check.name: check for check in examine(read_settings({"TECHPATH_HOME": str(tmp_path)}))}
    assert not checks["Database"].ok
    assert "corpus.sqlite" in checks["Database"].found


def test_a_model_that_is_set_is_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "sk-scripted")
    with scripted_server(faithful()) as server:
        monkeypatch.setenv("OPENAI_BASE_URL", f"{server.address}/v1")
        for play, ok, found in (
            (Play("ready"), True, "answered in"),
            (Play(status=401), False, "does not accept the key"),
        ):
            server.play(lambda received, play=play: play)  # type: ignore[misc]
            settings = read_settings({"TECHPATH_HOME": str(tmp_path), "TECHPATH_MODEL": "openai:scripted"})
            check = {check.name: check for check in examine(settings)}["Language model"]
            assert (check.ok, found in check.found) == (ok, True)
            assert "sk-scripted" not in str(check)
    assert "docs/models.md" in check.remedy
