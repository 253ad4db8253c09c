"""Folders -> an up-to-date index: what `techpath ingest` does, step by step."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from assistant.errors import DocumentError, IndexBusyError, KnowledgeError
from assistant.settings import Settings
from assistant.types import Chunk, Source
from ingest.build import build_index, clear_leftovers, is_current
from ingest.corpus import Corpus, ParsedFile
from ingest.documents import Document, embeds_sentences
from ingest.embed import Embedder, export_encoder
from ingest.files import BUNDLED, FoundFile, find_files, load_sources, name_collections, printable
from ingest.plan import Plan, plan

__all__ = ["LOCK_SECONDS", "Failure", "Progress", "Report", "ingest"]

LOCK_SECONDS = 0.5  # how long a second ingest waits before it says why it does not start

Progress = Callable[[str, int, int], None]  # what is being done, how many done, of how many


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why."""

    file: str
    reason: str


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest did, in counts of files and chunks."""

    files: int
    added: int
    updated: int
    deleted: int
    unchanged: int
    failed: tuple[Failure, ...]
    chunks: int  # chunks in files that were read this time
    embedded: int  # texts embedded this time
    switched: bool  # a new index is in force
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """The report as JSON-ready values."""
        return asdict(self)


def ingest(
    settings: Settings,
    folders: Sequence[Path] = (),
    only: bool = False,
    progress: Progress = lambda what, done, total: None,
) -> Report:
    """Bring the index up to date with the bundled knowledge and these folders.

    Args:
        settings: where things lie.
        folders: more folders to take in; they stay until `only` leaves them out.
        only: make `folders` the whole corpus.
        progress: hears about each step.

    Raises:
        KnowledgeError: a folder does not exist, or sources.yaml is broken.
        IndexBusyError: another ingest is at work.
    """
    started = time.perf_counter()
    wanted_folders = [_checked(folder) for folder in folders]
    settings.home.mkdir(parents=True, exist_ok=True)
    lock = FileLock(settings.home / "ingest.lock")
    try:
        with lock.acquire(timeout=LOCK_SECONDS), Corpus(settings.corpus) as corpus:
            return _run(settings, corpus, wanted_folders, only, progress, started)
    except Timeout as error:
        raise IndexBusyError(
            f"Another ingest is writing to {settings.home}. Wait until it ends, then try again."
        ) from error


def _run(
    settings: Settings,
    corpus: Corpus,
    folders: Sequence[Path],
    only: bool,
    progress: Progress,
    started: float,
) -> Report:
    clear_leftovers(settings)
    collections = _collections(settings, corpus, folders, only)
    sources = load_sources(settings.knowledge / "sources.yaml") if BUNDLED in collections else {}
    found = {file.id: file for file in find_files(collections, sources)}
    steps = plan(corpus.files(), {id: file.sha256 for id, file in found.items()})
    corpus.set_collections({name: str(folder) for name, folder in collections.items()})
    corpus.set_sources(sources.values())
    unchanged = set(steps.unchanged)
    taken = {id: file for id, file in corpus.documents().items() if file in unchanged}
    parsed, failed = _parse([found[id] for id in steps.to_read], sources, taken, progress)
    embedded = _store(corpus, steps, parsed, failed, progress)
    switched = not is_current(settings, corpus.state())
    if switched:
        progress("Building the index", 0, 1)
        export_encoder(settings.models)
        corpus.sweep()
        build_index(settings, corpus)
    failures = {failure.file for failure in failed}
    return Report(
        files=len(found),
        added=len(set(steps.added) - failures),
        updated=len(set(steps.updated) - failures),
        deleted=len(steps.deleted),
        unchanged=len(steps.unchanged),
        failed=tuple(failed),
        chunks=sum(len(chunks) for file in parsed for _, chunks in file.documents),
        embedded=embedded,
        switched=switched,
        seconds=round(time.perf_counter() - started, 2),
    )


def _checked(folder: Path) -> Path:
    folder = folder.expanduser().resolve()
    if not folder.is_dir():
        raise KnowledgeError(f"{folder} is not a folder. Give the folder that holds your documents.")
    return folder


def _collections(settings: Settings, corpus: Corpus, folders: Sequence[Path], only: bool) -> dict[str, Path]:
    """The collections that the index shall hold: bundled first, then the person's own."""
    known = corpus.collections()
    named = name_collections(folders, known)
    if only:
        return named
    kept = {name: Path(place) for name, place in known.items() if name != BUNDLED and Path(place).is_dir()}
    return {BUNDLED: settings.knowledge, **kept, **named}


def _parse(
    files: Sequence[FoundFile],
    sources: Mapping[str, Source],
    taken: Mapping[str, str],
    progress: Progress,
) -> tuple[list[ParsedFile], list[Failure]]:
    """Read and cut the files; `taken` maps the ids of the documents that stay to their files."""
    if not files:
        return [], []
    # The parsers take a second to import, and a run that finds nothing new does without them.
    from ingest.chunks import chunk_document
    from ingest.parse import parse_file

    owners = dict(taken)
    parsed, failed = [], []
    for number, file in enumerate(files):
        progress("Reading documents", number, len(files))
        try:
            documents = parse_file(file, sources)
            _claim(documents, file, owners)
        except DocumentError as error:
            failed.append(Failure(file.id, printable(str(error))))
            continue
        cut = tuple((document, tuple(chunk_document(document))) for document in documents)
        parsed.append(ParsedFile(file.id, file.collection, file.sha256, cut))
    return parsed, failed


def _claim(documents: Sequence[Document], file: FoundFile, owners: dict[str, str]) -> None:
    """Note the file as the owner of its documents; a DocumentError names one that has another."""
    ids = [document.id for document in documents]
    for number, id in enumerate(ids):
        owner = file.id if id in ids[:number] else owners.get(id)
        if owner is not None:
            raise DocumentError(f"{file.path}: {id} stands in {owner} already. Keep one of the two.")
    owners.update(dict.fromkeys(ids, file.id))


def _store(
    corpus: Corpus,
    steps: Plan,
    parsed: Sequence[ParsedFile],
    failed: Iterable[Failure],
    progress: Progress,
) -> int:
    """Embed what has no vector yet, then write file by file. A failed file leaves the index."""
    chunks = [chunk for file in parsed for _, cut in file.documents for chunk in cut]
    texts = {chunk.id: _texts(chunk) for chunk in chunks}
    missing = corpus.missing_vectors(
        text for chunk in chunks for text in (*texts[chunk.id], *_sentence_texts(chunk))
    )
    done = 0
    for batch, vectors in Embedder().encode_batches(missing) if missing else ():
        corpus.add_vectors([missing[index] for index in batch], vectors)
        done += len(batch)
        progress("Embedding", done, len(missing))
    # Updated files leave first as well: a record may have moved from one of them to another.
    for id in (*steps.deleted, *steps.updated, *(failure.file for failure in failed)):
        corpus.delete_file(id)
    for number, file in enumerate(parsed):
        progress("Storing documents", number, len(parsed))
        corpus.put_file(file, texts)
    return len(missing)


def _texts(chunk: Chunk) -> tuple[str, ...]:
    """What is embedded for a chunk: itself under its title and heading, and the questions it answers.

    A heading that is a question is the first of them.
    """
    place = " - ".join(part for part in (chunk.title, chunk.section) if part)
    heading = chunk.section.rsplit(" > ", 1)[-1]
    asked = (heading, *chunk.questions) if heading.endswith("?") and chunk.questions else chunk.questions
    return (f"{place}\n{chunk.text}", *dict.fromkeys(asked))


def _sentence_texts(chunk: Chunk) -> tuple[str, ...]:
    return tuple(sentence.text for sentence in chunk.sentences) if embeds_sentences(chunk) else ()
