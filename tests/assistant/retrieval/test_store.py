from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from assistant.retrieval.store import (
    DamagedStoreError,
    VectorStore,
    intact,
    prove,
    seal,
    write_store,
)

COUNT = 40
RANDOM = np.random.default_rng(7)
VECTORS = RANDOM.normal(size=(COUNT, 384)).astype(np.float32)
VECTORS /= np.linalg.norm(VECTORS, axis=1, keepdims=True)
ROWS = [
    (
        f"chunk{number}:0",
        VECTORS[number],
        {
            "jurisdiction": "OH" if number % 2 else "",
            "kind": "guide" if number % 3 else "pdf",
            "topic:exam": True,
        }
        if number % 5
        else {"jurisdiction": "TX", "kind": "record"},
    )
    for number in range(COUNT)
]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("store") / "chroma"
    assert write_store(folder, ROWS) == COUNT
    seal(folder)
    return folder


@pytest.fixture
def sealed(written: Path, tmp_path: Path) -> Path:
    """A copy of the store that a test may damage."""
    return Path(shutil.copytree(written, tmp_path / "chroma"))


@pytest.fixture(scope="module")
def store(written: Path) -> Iterator[VectorStore]:
    opened = VectorStore(written)
    yield opened
    opened.close()


def test_every_vector_finds_itself_first(store: VectorStore) -> None:
    assert store.size == COUNT
    for number in range(COUNT):
        best = store.search(VECTORS[number], 1)[0]
        assert (best.id, best.chunk) == (f"chunk{number}:0", f"chunk{number}")
        assert best.similarity == pytest.approx(1.0, abs=1e-4)


def test_similarity_is_the_cosine_and_falls(store: VectorStore) -> None:
    hits = store.search(VECTORS[0], COUNT)
    cosines = {f"chunk{number}:0": float(VECTORS[number] @ VECTORS[0]) for number in range(COUNT)}
    assert [hit.similarity for hit in hits] == sorted((hit.similarity for hit in hits), reverse=True)
    assert {hit.id: hit.similarity for hit in hits} == pytest.approx(cosines, abs=1e-4)


def test_asking_for_more_than_there_are_gives_all(store: VectorStore) -> None:
    assert len(store.search(VECTORS[0], COUNT * 10)) == COUNT


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ({"jurisdiction": "TX"}, {n for n in range(COUNT) if n % 5 == 0}),
        ({"topic:exam": True}, {n for n in range(COUNT) if n % 5}),
        (
            {"jurisdiction": "OH", "kind": "guide"},
            {n for n in range(COUNT) if n % 5 and n % 2 and n % 3},
        ),
        ({"jurisdiction": "WY"}, set()),
    ],
    ids=["place", "topic", "both of two", "none"],
)
def test_filters_are_hard(store: VectorStore, where: dict[str, str | bool], expected: set[int]) -> None:
    assert {hit.chunk for hit in store.search(VECTORS[0], COUNT, where)} == {f"chunk{n}" for n in expected}


def test_an_id_may_hold_colons(tmp_path: Path) -> None:
    write_store(tmp_path / "chroma", [("a:b:1", VECTORS[0], {"kind": "guide"})])
    seal(tmp_path / "chroma")
    opened = VectorStore(tmp_path / "chroma")
    assert opened.search(VECTORS[0], 1)[0].chunk == "a:b"
    opened.close()


def test_an_empty_store_finds_nothing(tmp_path: Path) -> None:
    assert write_store(tmp_path / "chroma", []) == 0
    seal(tmp_path / "chroma")
    opened = VectorStore(tmp_path / "chroma")
    assert opened.search(VECTORS[0], 5) == []
    opened.close()


def test_searching_leaves_the_seal_whole(sealed: Path) -> None:
    opened = VectorStore(sealed)
    opened.search(VECTORS[0], 5)
    opened.close()
    assert intact(sealed)


def flip(path: Path) -> None:
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle] ^= 0xFF
    path.write_bytes(bytes(data))


def data_files(folder: Path) -> list[Path]:
    files = [path for path in folder.rglob("*.bin") if path.stat().st_size]
    assert files, "Chroma keeps its vectors in .bin files"
    return sorted(files)


def damage_flip(folder: Path) -> None:
    flip(max(data_files(folder), key=lambda path: path.stat().st_size))


def damage_truncate(folder: Path) -> None:
    path = max(data_files(folder), key=lambda path: path.stat().st_size)
    path.write_bytes(path.read_bytes()[:-1])


def damage_delete(folder: Path) -> None:
    data_files(folder)[0].unlink()


def damage_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").write_bytes(b"not a database, not at all")


def damage_empty_database(folder: Path) -> None:
    (folder / "chroma.sqlite3").unlink()


def damage_seal(folder: Path) -> None:
    (folder / "seal.json").write_text("{", encoding="utf-8")


def damage_all(folder: Path) -> None:
    shutil.rmtree(folder)


DAMAGES = [
    damage_flip,
    damage_truncate,
    damage_delete,
    damage_database,
    damage_empty_database,
    damage_seal,
    damage_all,
]


@pytest.mark.parametrize("damage", DAMAGES, ids=lambda damage: damage.__name__)
def test_a_damaged_store_is_never_opened(damage, sealed: Path) -> None:  # type: ignore[no-untyped-def]
    damage(sealed)
    assert not intact(sealed)
    with pytest.raises(DamagedStoreError):
        VectorStore(sealed)


def test_a_store_that_was_not_sealed_is_not_intact(tmp_path: Path) -> None:
    write_store(tmp_path / "chroma", ROWS[:3])
    with pytest.raises(DamagedStoreError):
        VectorStore(tmp_path / "chroma")


def test_a_sound_store_is_proved(written: Path) -> None:
    prove(written, [(id, vector.tolist()) for id, vector, _ in ROWS[:3]], COUNT)


@pytest.mark.parametrize(
    ("probe", "expected", "said"),
    [
        pytest.param(VECTORS[0], COUNT + 1, f"holds {COUNT} vectors, {COUNT + 1} were written", id="count"),
        pytest.param(-VECTORS[0], COUNT, "the vector of probe is not found", id="vector"),
    ],
)
def test_a_store_that_lacks_something_is_not_proved(
    probe: np.ndarray, expected: int, said: str, written: Path
) -> None:
    with pytest.raises(DamagedStoreError, match=said):
        prove(written, [("probe", probe.tolist())], expected)
