"""The name of another pipeline -> its retrieval on the documents of the current index."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from assistant.errors import WrongUseError
from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from assistant.types import Profile
from evals.measures.rankings import Ranking
from evals.plain import plain_documents, sections_within
from evals.retrieval import Searcher

__all__ = ["RIVALS", "open_rival"]


@contextmanager
def open_rival(name: str, settings: Settings) -> Iterator[Searcher]:
    """The retrieval of this name, on an index of its own that is gone afterwards."""
    if name not in RIVALS:
        raise WrongUseError(f"--against is {name!r}; it must be one of: {', '.join(RIVALS)}")
    passages = Passages(current_folder(settings) / "passages.sqlite")
    with tempfile.TemporaryDirectory(prefix="techpath-rival-") as folder:
        yield RIVALS[name](passages, Path(folder))


def _tutorial(passages: Passages, folder: Path) -> Searcher:
    """The tutorial's pieces, nearest first.

    A follow-up is asked as it stands: without a model the tutorial has nothing to complete it with.
    """
    from evals import tutorial

    documents = {document.id: document for document in plain_documents(passages)}
    tutorial.build(folder, ({"id": document.id, "text": document.text} for document in documents.values()))
    store = tutorial.open_store(folder, tutorial.embeddings())

    def search(question: str, earlier: Sequence[str], k: int, profile: Profile | None) -> Ranking:
        return [
            sections_within(documents[piece.document], piece.start, piece.end)
            for piece in tutorial.search(store, question, k)
        ]

    return search


RIVALS: Mapping[str, Callable[[Passages, Path], Searcher]] = {"tutorial": _tutorial}
