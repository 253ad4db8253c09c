"""An index is built aside, proved, and switched to in one step; a damaged cache is mended."""

import json
import shutil
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from assistant.build import build_embedded
from assistant.retrieval.index import current_folder, open_index
from assistant.settings import Settings

Ingest = Callable[..., dict[str, Any]]
QUESTION = "Where does the club keep the rooms?"


@pytest.fixture
def indexed(ingest: Ingest, settings: Settings, handouts: Path) -> Settings:
    """Settings whose home holds an index of the small knowledge and the handouts."""
    ingest(settings, handouts)
    return settings


def found(settings: Settings) -> list[str]:
    with closing(open_index(settings)) as index:
        return [passage.chunk.id for passage in build_embedded(index).search(QUESTION)[1]]


def test_the_manifest_counts_what_is_there(indexed: Settings) -> None:
    index = open_index(indexed)
    try:
        assert index.manifest["chunks"] == index.passages.count() == 1 + 3 * 2
        # a chunk, its two questions, and two sections of each handout
        assert index.vectors.size == (1 + 2) + 3 * 2
    finally:
        index.close()


@pytest.mark.parametrize("harm", ["gone", "cut short", "unsealed"])
def test_a_damaged_vector_store_is_written_again_when_it_is_opened(indexed: Settings, harm: str) -> None:
    before = found(indexed)
    chroma = current_folder(indexed) / "chroma"
    _damage(chroma, harm)
    assert found(indexed) == before


def test_an_ingest_mends_a_damaged_vector_store_without_embedding(ingest: Ingest, indexed: Settings) -> None:
    before = found(indexed)
    _damage(current_folder(indexed) / "chroma", "cut short")
    report = ingest(indexed)
    assert (report["embedded"], report["switched"]) == (0, True)
    assert found(indexed) == before


def test_what_killed_builds_left_is_cleared_and_the_former_index_stays(
    ingest: Ingest, indexed: Settings, handouts: Path
) -> None:
    former = current_folder(indexed)
    orphan = indexed.indexes / "29991231T000000-00000000"  # complete, but never made current
    shutil.copytree(former, orphan)
    (indexed.indexes / "20200101T000000-00000000.new-1").mkdir()
    (indexed.indexes / "current.new-1").write_text("half", encoding="utf-8")
    (handouts / "fees.md").unlink()
    ingest(indexed)
    left = {path.name for path in indexed.indexes.iterdir()}
    assert left == {"current", former.name, current_folder(indexed).name}
    assert current_folder(indexed) != former


def test_what_a_killed_build_left_is_cleared_even_when_nothing_has_changed(
    ingest: Ingest, indexed: Settings
) -> None:
    leftover = indexed.indexes / "20200101T000000-00000000.new-1"
    shutil.copytree(current_folder(indexed), leftover)
    assert ingest(indexed)["switched"] is False
    assert not leftover.exists()


def test_a_lost_pointer_is_written_again_without_embedding(ingest: Ingest, indexed: Settings) -> None:
    (indexed.indexes / "current").unlink()
    report = ingest(indexed)
    assert (report["embedded"], report["switched"]) == (0, True)


@pytest.mark.parametrize(("what", "other"), [("format", 0), ("likeness", "00000000")])
def test_an_index_of_another_make_is_built_again(
    what: str, other: object, ingest: Ingest, indexed: Settings
) -> None:
    manifest = current_folder(indexed) / "manifest.json"
    data = json.loads(manifest.read_text(encoding="utf-8"))
    manifest.write_text(json.dumps({**data, what: other}), encoding="utf-8")
    report = ingest(indexed)
    assert (report["embedded"], report["switched"]) == (0, True)


def _damage(chroma: Path, harm: str) -> None:
    if harm == "gone":
        shutil.rmtree(chroma)
    elif harm == "unsealed":
        (chroma / "seal.json").unlink()
    else:
        largest = max(chroma.rglob("*.bin"), key=lambda path: path.stat().st_size)
        largest.write_bytes(largest.read_bytes()[:-7])
