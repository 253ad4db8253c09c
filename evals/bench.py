"""TechPath and the tutorial pipeline on the same documents -> how fast each is, as ratios.

`techpath eval bench` runs three comparisons, smallest process first:
- a fresh process that answers one question, wall time and peak memory;
- a warm answer, against one query embedding and one Chroma query of the same question;
- a whole ingest into an empty home, against SentenceTransformer.encode on exactly its texts.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings, read_settings
from assistant.types import Chunk
from evals.cases import load_cases
from evals.processes import run, techpath

__all__ = ["Row", "bench"]

_QUESTION = "How many continuing education hours do I need to renew in Ohio?"
_FRESH_RUNS = 5
_WARM_UP = 20  # questions asked before the clock counts
_BATCH = 64  # texts, as ingest encodes


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison."""

    what: str
    ours: float
    theirs: float
    unit: str
    ratio: float  # ours / theirs
    aim: str
    held: bool


def bench(settings: Settings, tell: Callable[[str], None]) -> list[Row]:
    """All comparisons on the current index.

    Args:
        settings: where the index lies.
        tell: hears what is being done.

    Raises:
        IndexMissingError: nothing has been ingested.
    """
    chunks = _chunks(settings)
    with tempfile.TemporaryDirectory(prefix="techpath-bench-") as scratch:
        store = Path(scratch) / "tutorial"
        tell("Building the tutorial's store")
        _build_tutorial(chunks, store, settings)
        tell("Fresh processes")
        rows = _fresh(settings, store)
        tell("Warm answers")
        rows += _warm(settings, store)
        tell("A whole ingest")
        return rows + _ingest(Path(scratch) / "home", tell)


def _chunks(settings: Settings) -> list[Chunk]:
    with closing(Passages(current_folder(settings) / "passages.sqlite")) as passages:
        return [chunk for id, _, _ in passages.documents() for chunk in passages.chunks_of_document(id)]


def _build_tutorial(chunks: Sequence[Chunk], store: Path, settings: Settings) -> None:
    """In a child process, so that this one stays small."""
    texts: dict[str, list[str]] = {}
    for chunk in chunks:
        texts.setdefault(chunk.document, []).append(chunk.text)
    file = store.with_suffix(".jsonl")
    lines = (json.dumps({"id": id, "text": "\n\n".join(parts)}) for id, parts in texts.items())
    file.write_text("\n".join(lines), encoding="utf-8")
    run([sys.executable, "-m", "evals.tutorial", "build", str(store), str(file)], settings.home)


def _fresh(settings: Settings, store: Path) -> list[Row]:
    commands = {
        "ours": techpath("ask", _QUESTION),
        "theirs": [sys.executable, "-m", "evals.tutorial", "ask", str(store), _QUESTION],
    }
    runs = {
        name: [run(command, settings.home) for _ in range(_FRESH_RUNS)] for name, command in commands.items()
    }
    seconds = {name: statistics.median(item.seconds for item in items) for name, items in runs.items()}
    memory = {name: max(item.megabytes for item in items) for name, items in runs.items()}
    return [
        _row("fresh process, one question", seconds["ours"], seconds["theirs"], "s", at_most=0.25),
        Row(
            "fresh process, peak memory",
            memory["ours"],
            memory["theirs"],
            "MB",
            memory["ours"] / memory["theirs"],
            "under 500 MB",
            memory["ours"] < 500,
        ),
    ]


def _warm(settings: Settings, store: Path) -> list[Row]:
    from assistant.build import build_assistant
    from assistant.retrieval.index import open_index
    from evals.tutorial import TOP, embeddings, open_store

    questions = [case.question for case in load_cases("dev") if case.answerable]
    assistant, index = build_assistant(settings), open_index(settings)
    embedding = embeddings()
    tutorial = open_store(store, embedding)
    whole: list[float] = []
    ours: list[float] = []
    theirs: list[float] = []
    for question in (*questions[:_WARM_UP], *questions):
        whole.append(_milliseconds(lambda: assistant.ask(question)))  # noqa: B023 - called at once
        ours.append(
            _milliseconds(lambda: index.vectors.search(index.encoder.encode_one(question), TOP))  # noqa: B023
        )
        theirs.append(_milliseconds(lambda: tutorial.similarity_search(question, k=TOP)))  # noqa: B023
    whole, ours, theirs = whole[_WARM_UP:], ours[_WARM_UP:], theirs[_WARM_UP:]
    p50, p95 = statistics.median(whole), statistics.quantiles(whole, n=20)[-1]
    return [
        _row(
            "warm answer p50 / our embedding + Chroma query",
            p50,
            statistics.median(ours),
            "ms",
            at_most=3.0,
        ),
        _row(
            "warm answer p50 / the tutorial's embedding + Chroma query",
            p50,
            statistics.median(theirs),
            "ms",
            at_most=3.0,
        ),
        _row("warm answer p95 / its p50", p95, p50, "ms", at_most=2.0),
    ]


def _ingest(home: Path, tell: Callable[[str], None]) -> list[Row]:
    child = run(techpath("ingest", "--json"), home)
    report = json.loads(child.output)
    texts = _embedded(_chunks(read_settings({"TECHPATH_HOME": str(home)})), home / "corpus.sqlite")
    tell(f"Raw encoding of {len(texts)} texts")
    from sentence_transformers import SentenceTransformer

    from evals.tutorial import weights

    model = SentenceTransformer(str(weights()), device="cpu")
    model.encode(texts[:_BATCH], batch_size=_BATCH)
    texts.sort(key=len, reverse=True)
    started, cpu_started = time.perf_counter(), time.process_time()
    model.encode(texts, batch_size=_BATCH, normalize_embeddings=True)
    seconds, cpu_seconds = time.perf_counter() - started, time.process_time() - cpu_started
    embedded = report["embedded"]
    return [
        _rate("ingest / raw encode", embedded / report["seconds"], len(texts) / seconds, "texts/s"),
        # Another program on the machine slows one side's clock and not the other's work.
        _rate(
            "the same by processor time",
            embedded / child.cpu_seconds,
            len(texts) / cpu_seconds,
            "texts/CPU s",
        ),
    ]


def _rate(what: str, ours: float, theirs: float, unit: str) -> Row:
    return Row(what, ours, theirs, unit, ours / theirs, "at least 0.8", ours / theirs >= 0.8)


def _embedded(chunks: Sequence[Chunk], corpus: Path) -> list[str]:
    """The texts whose vectors the corpus holds, each once; all of them, or a RuntimeError."""
    with closing(sqlite3.connect(corpus)) as db:
        stored = {key for (key,) in db.execute("SELECT key FROM vectors")}
    texts = {hashlib.sha256(t.encode("utf-8")).hexdigest(): t for c in chunks for t in _candidates(c)}
    if not stored <= texts.keys():
        unknown = len(stored - texts.keys())
        raise RuntimeError(f"{unknown} embedded texts are of a kind that _candidates does not name")
    return [text for key, text in texts.items() if key in stored]


def _candidates(chunk: Chunk) -> Iterator[str]:
    """What ingest may embed of a chunk."""
    place = " - ".join(part for part in (chunk.title, chunk.section) if part)
    yield f"{place}\n{chunk.text}"
    yield chunk.section.rsplit(" > ", 1)[-1]
    yield from chunk.questions
    yield from (sentence.text for sentence in chunk.sentences)


def _milliseconds(act: Callable[[], object]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _row(what: str, ours: float, theirs: float, unit: str, at_most: float) -> Row:
    ratio = ours / theirs
    return Row(what, ours, theirs, unit, ratio, f"at most {at_most:g}", ratio <= at_most)
