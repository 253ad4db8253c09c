from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from assistant_samples import make_chunk

from assistant.build import build_assistant
from assistant.errors import IndexMissingError
from assistant.settings import Settings, read_settings

WriteIndex = Callable[..., Settings]


def test_nothing_is_opened_before_the_first_question(tmp_path: Path) -> None:
    settings = read_settings({"TECHPATH_HOME": str(tmp_path / "none")})
    assistant = build_assistant(settings)
    assert not settings.home.exists()
    with pytest.raises(IndexMissingError, match="techpath ingest"):
        assistant.ask("How do I start?")
    with pytest.raises(IndexMissingError):
        assistant.search("start")


def test_an_index_that_comes_later_is_found(tmp_path: Path, write_index: WriteIndex) -> None:
    home = tmp_path / "home"
    assistant = build_assistant(read_settings({"TECHPATH_HOME": str(home)}))
    with pytest.raises(IndexMissingError):
        assistant.search("fee")
    write_index(home, "first", [make_chunk("one", "The fee is $50.")])
    assert [passage.chunk.id for passage in assistant.search("fee")[1]] == ["one"]


def test_the_chain_is_made_once_an_index_and_again_for_a_new_one(
    tmp_path: Path, write_index: WriteIndex
) -> None:
    home = tmp_path / "home"
    settings = write_index(home, "first", [make_chunk("one", "The fee is $50.")])
    assistant = build_assistant(settings)
    first = assistant.chain()
    assert assistant.chain() is first
    write_index(
        home, "second", [make_chunk("two", "The fee is $60."), make_chunk("three", "Renew in March.")]
    )
    assert assistant.chain() is not first
    assert {passage.chunk.id for passage in assistant.search("fee")[1]} == {"two", "three"}


def test_many_first_questions_at_once_make_one_chain(tmp_path: Path, write_index: WriteIndex) -> None:
    assistant = build_assistant(
        write_index(tmp_path / "home", "first", [make_chunk("one", "The fee is $50.")])
    )
    with ThreadPoolExecutor(max_workers=8) as pool:
        chains = list(pool.map(lambda _: assistant.chain(), range(16)))
    assert len({id(chain) for chain in chains}) == 1


def test_an_index_of_nothing_answers_that_it_knows_nothing(tmp_path: Path, write_index: WriteIndex) -> None:
    assistant = build_assistant(write_index(tmp_path / "home", "empty", []))
    assert assistant.ask("What does the PTCE cost?").outcome == "not_in_sources"
    assert assistant.search("fee")[1] == []


def test_a_document_of_somebody_s_own_is_answered_from(tmp_path: Path, write_index: WriteIndex) -> None:
    chunk = make_chunk(
        "own", "Our pharmacy locks the narcotics cabinet at nine. Ask Maria for the badge of the cabinet.",
        kind="text", section="", document="files/handout.txt", title="Handout",
    )  # fmt: skip
    settings = write_index(tmp_path / "home", "own", [chunk, make_chunk("other", "Lunch is at noon.")])
    answer = build_assistant(settings).ask("When does our pharmacy lock the narcotics cabinet?")
    assert answer.outcome == "answered"
    assert "at nine" in answer.citations[0].quote
