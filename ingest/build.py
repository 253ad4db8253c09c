"""The corpus -> a new index, proved sound, then made current in one step."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Collection
from datetime import UTC, datetime
from pathlib import Path

from assistant.answering.likeness import likeness_path, load_likeness
from assistant.answering.nearest import MIDDLES_FILE, write_middles
from assistant.errors import IndexMissingError
from assistant.fingerprint import fingerprint
from assistant.retrieval.index import CURRENT, current_folder, make_vector_store, newest_store
from assistant.retrieval.lexical import write_lexical_index
from assistant.retrieval.passages import Passages
from assistant.retrieval.store import intact
from assistant.settings import Settings
from ingest.corpus import Corpus
from ingest.embed import encoder_name
from ingest.gazetteer import write_gazetteer

__all__ = ["build_index", "clear_leftovers", "is_current"]

FORMAT = 2  # a new number builds a new index from the same corpus


def is_current(settings: Settings, state: str) -> bool:
    """Whether the index in force was built from this state of the corpus and is whole."""
    folder = _current(settings)
    if folder is None:
        return False
    manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    same = manifest.get("state") == state and manifest.get("format") == FORMAT
    encoder = settings.models / encoder_name()
    same = same and manifest.get("encoder") == encoder.name
    same = same and manifest.get("likeness") == fingerprint(likeness_path())
    return same and encoder.is_dir() and intact(newest_store(folder))


def clear_leftovers(settings: Settings) -> None:
    """Remove what killed builds left; the write lock is held, so nobody is at work on them."""
    for path in settings.indexes.glob("*.new-*"):
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink()


def build_index(settings: Settings, corpus: Corpus) -> Path:
    """Build, prove and switch; a process killed on the way leaves the former index in force."""
    state = corpus.state()
    former = _current(settings)
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{state[:8]}"
    fresh = settings.indexes / f"{name}.new-{os.getpid()}"
    fresh.mkdir(parents=True)
    corpus.copy_to(fresh / "passages.sqlite")
    passages = Passages(fresh / "passages.sqlite")
    ids, texts, prose = passages.lexical_texts()
    write_lexical_index(fresh / "bm25", ids, texts, prose)
    write_gazetteer(fresh / "gazetteer.json")
    write_middles(fresh / MIDDLES_FILE, passages, load_likeness())
    make_vector_store(newest_store(fresh), passages)
    passages.close()
    _write(
        fresh / "manifest.json",
        json.dumps(
            {
                "format": FORMAT,
                "state": state,
                "encoder": encoder_name(),
                "likeness": fingerprint(likeness_path()),
                "chunks": len(ids),
                "built": datetime.now(UTC).isoformat(timespec="seconds"),
            },
            indent=1,
        ),
    )
    folder = _settle(fresh, settings.indexes / name)
    _write(settings.indexes / CURRENT, folder.name)
    _clear_old(settings.indexes, keep={folder, former})
    _clear_encoders(settings)
    return folder


def _current(settings: Settings) -> Path | None:
    try:
        return current_folder(settings)
    except IndexMissingError:
        return None


def _settle(fresh: Path, folder: Path) -> Path:
    """Give the finished folder its name; two builds within one second get different ones."""
    number, target = 2, folder
    while target.exists():
        target, number = folder.with_name(f"{folder.name}-{number}"), number + 1
    fresh.rename(target)
    return target


def _write(path: Path, text: str) -> None:
    """Replace a file in one step, on disk before it is seen."""
    fresh = path.with_name(f"{path.name}.new-{os.getpid()}")
    with fresh.open("w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _clear_encoders(settings: Settings) -> None:
    """Remove the exports that no index names any more."""
    manifests = settings.indexes.glob("*/manifest.json")
    named = {json.loads(manifest.read_text(encoding="utf-8"))["encoder"] for manifest in manifests}
    _clear_old(settings.models, keep={settings.models / name for name in named})


def _clear_old(place: Path, keep: Collection[Path | None]) -> None:
    """Remove all but these; the index in force and the one before may be read by a running page."""
    for path in place.iterdir():
        if path.is_dir() and path not in keep:
            shutil.rmtree(path, ignore_errors=True)
