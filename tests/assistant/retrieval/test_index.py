from __future__ import annotations

import gc
import os
import shutil
import sys
import threading
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from assistant_samples import make_chunk

from assistant.build import build_assistant
from assistant.errors import IndexMissingError
from assistant.retrieval.encoder import Encoder
from assistant.retrieval.index import Index, IndexWatcher, current_folder, newest_store, open_index
from assistant.settings import Settings, read_settings

CHUNKS = [make_chunk("one", "The fee is $50."), make_chunk("two", "Renew every two years.")]
MakeSettings = Callable[..., Settings]


@pytest.fixture(scope="module")
def pristine(write_index: MakeSettings, tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("index") / "home"
    write_index(home, "first", CHUNKS)
    return home


@pytest.fixture
def settings(pristine: Path, tmp_path: Path) -> Settings:
    """Settings of a small index that a test may damage."""
    home = shutil.copytree(pristine, tmp_path / "home", symlinks=True)
    return read_settings({"TECHPATH_HOME": str(home)})


def ids(index: Index, text: str) -> list[str]:
    vector = index.encoder.encode_one(text)
    return [hit.chunk for hit in index.nearest(vector, 2)]


def test_an_index_opens_with_all_its_parts(settings: Settings) -> None:
    index = open_index(settings)
    assert index.generation == "first"
    assert index.passages.count() == len(index.lexical) == index.vectors.size == 2
    assert ids(index, "how much is it") == ["one", "two"]
    index.close()


def files(settings: Settings) -> list[Path]:
    return sorted(
        (path for path in newest_store(settings.indexes / "first").rglob("*.bin") if path.stat().st_size),
        key=lambda path: -path.stat().st_size,
    )


def flip_a_byte(settings: Settings) -> None:
    data = bytearray(files(settings)[0].read_bytes())
    data[len(data) // 2] ^= 0xFF
    files(settings)[0].write_bytes(bytes(data))


def cut_a_file(settings: Settings) -> None:
    files(settings)[0].write_bytes(b"")


def overwrite_the_database(settings: Settings) -> None:
    (settings.indexes / "first" / "chroma" / "chroma.sqlite3").write_bytes(os.urandom(4096))


def delete_the_folder(settings: Settings) -> None:
    shutil.rmtree(newest_store(settings.indexes / "first"))


def empty_the_folder(settings: Settings) -> None:
    delete_the_folder(settings)
    (settings.indexes / "first" / "chroma").mkdir()


@pytest.mark.parametrize(
    "damage", [flip_a_byte, cut_a_file, overwrite_the_database, delete_the_folder, empty_the_folder],
    ids=lambda damage: damage.__name__,
)  # fmt: skip
def test_a_damaged_vector_store_is_written_again_without_embedding(
    damage: Callable[[Settings], None], settings: Settings
) -> None:
    damage(settings)
    # Without an encoder nothing can be embedded: the vectors must come from the passages file.
    models = settings.models.rename(settings.models.with_name("hidden"))
    with pytest.raises(IndexMissingError, match="encoder is missing"):
        open_index(settings)
    models.rename(settings.models)
    index = open_index(settings)
    assert index.vectors.size == 2
    assert ids(index, "how much is it") == ["one", "two"]
    index.close()
    assert not [path for path in (settings.indexes / "first").iterdir() if ".new-" in path.name]


def test_a_store_mended_once_is_not_mended_again(settings: Settings) -> None:
    cut_a_file(settings)
    open_index(settings).close()
    mended = newest_store(settings.indexes / "first")
    open_index(settings).close()
    assert [path for path in mended.parent.glob("chroma*") if path.is_dir()] == [mended]


def test_a_store_is_mended_beside_one_that_is_open_in_the_same_process(settings: Settings) -> None:
    """Chroma hands out an open path again, whatever became of the folder: mending may not reuse one."""
    old = open_index(settings)
    for damage in (delete_the_folder, flip_a_byte):
        damage(settings)
        with closing(open_index(settings)) as mended:
            assert mended.vectors.size == 2
            assert ids(mended, "how much is it") == ["one", "two"]
    old.close()


def test_a_store_that_is_deleted_while_it_is_open_goes_on_answering(settings: Settings) -> None:
    index = open_index(settings)
    for _ in range(3):
        with suppress(FileNotFoundError):  # not yet written again, where nothing has failed yet
            delete_the_folder(settings)  # Chroma fails at some of the searches that follow, not at all
        assert all(ids(index, "how much is it") == ["one", "two"] for _ in range(40))
    index.close()


def test_the_watcher_opens_an_index_once(settings: Settings) -> None:
    watcher = IndexWatcher(settings)
    found: list[Index] = []
    threads = [threading.Thread(target=lambda: found.append(watcher.get())) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 8
    assert len({id(index) for index in found}) == 1


def test_the_watcher_picks_up_a_new_index_and_the_old_one_still_answers(
    settings: Settings, write_index: MakeSettings
) -> None:
    watcher = IndexWatcher(settings)
    old = watcher.get()
    write_index(settings.home, "second", [make_chunk("three", "Only this.")])
    new = watcher.get()
    assert (old.generation, new.generation) == ("first", "second")
    assert new.passages.count() == 1
    assert ids(old, "how much is it") == ["one", "two"]


@pytest.mark.skipif(sys.platform != "linux", reason="looks at open files through /proc")
def test_an_index_that_nobody_holds_any_more_is_closed(settings: Settings, write_index: MakeSettings) -> None:
    assistant = build_assistant(settings)
    assistant.ask("How much is it?")
    first = settings.indexes / "first"
    assert open_files(first)
    write_index(settings.home, "second", CHUNKS)
    assistant.ask("How much is it?")
    gc.collect()
    assert open_files(first) == []
    assert open_files(settings.indexes / "second")


def open_files(folder: Path) -> list[str]:
    found = []
    for link in Path("/proc/self/fd").iterdir():
        with suppress(FileNotFoundError):  # the one that lists them
            found.append(os.readlink(link))
    return [path for path in found if path.startswith(f"{folder}/")]


def test_the_encoder_is_not_loaded_again_for_a_new_index(
    settings: Settings, write_index: MakeSettings
) -> None:
    watcher = IndexWatcher(settings)
    encoder = watcher.get().encoder
    write_index(settings.home, "second", CHUNKS)
    assert watcher.get().encoder is encoder


@pytest.mark.parametrize(
    "pointer",
    [None, "", "gone", "first/chroma"],
    ids=["no pointer", "empty", "no such folder", "no manifest"],
)
def test_without_an_index_in_force_it_says_what_to_do(pointer: str | None, settings: Settings) -> None:
    file = settings.indexes / "current"
    file.unlink()
    if pointer is not None:
        file.write_text(pointer, encoding="utf-8")
    with pytest.raises(IndexMissingError, match="techpath ingest") as caught:
        current_folder(settings)
    assert str(settings.indexes) in str(caught.value)


def test_an_encoder_that_is_gone_says_what_to_do(settings: Settings) -> None:
    settings.models.unlink()
    with pytest.raises(IndexMissingError, match="techpath ingest"):
        open_index(settings)


def test_the_encoder_is_the_one_that_the_manifest_names(settings: Settings, index: Index) -> None:
    assert isinstance(index.encoder, Encoder)
    assert (settings.models / index.manifest["encoder"]).is_dir()
