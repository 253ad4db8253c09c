"""The chunks nearest to a vector of likeness, those of other places left out."""

from pathlib import Path

import numpy as np
import pytest

from assistant.answering.likeness import load_likeness
from assistant.answering.nearest import MIDDLES_FILE, Nearest, write_middles
from assistant.build import Assistant
from assistant.retrieval.index import Index
from assistant.retrieval.retriever import HANDBOOK


@pytest.fixture(scope="module")
def nearest(index: Index) -> Nearest:
    return Nearest(index.folder / MIDDLES_FILE)


def test_a_listed_question_finds_its_own_section(nearest: Nearest, index: Index) -> None:
    vector = load_likeness().of(index.encoder.encode_one("How much does the PTCE cost?"))
    first = nearest.of(vector, 3, [])
    sections = [index.passages.chunks([id])[id].section for id in first]
    assert any("How much does the PTCE cost?" in section for section in sections)


def test_only_the_places_asked_about_are_found(nearest: Nearest, index: Index) -> None:
    vector = load_likeness().of(index.encoder.encode_one("How many CE hours does Ohio want?"))
    chunks = index.passages.chunks(nearest.of(vector, 30, ["OH"]))
    assert {chunk.jurisdiction for chunk in chunks.values()} == {None, "OH"}
    nowhere = index.passages.chunks(nearest.of(vector, 30, []))
    assert {chunk.jurisdiction for chunk in nowhere.values()} == {None}


def test_the_best_come_first_and_no_more_than_wanted(nearest: Nearest, assistant: Assistant) -> None:
    vector = np.asarray(load_likeness().of(assistant.index().encoder.encode_one("union dues")))
    assert nearest.of(vector, 4, []) == nearest.of(vector, 9, [])[:4]
    assert nearest.of(vector, 0, []) == []


def test_a_middle_is_that_of_the_text_and_what_it_is_asked(index: Index, tmp_path: Path) -> None:
    write_middles(tmp_path / MIDDLES_FILE, index.passages, load_likeness())
    with np.load(tmp_path / MIDDLES_FILE) as written:
        id, middle = str(written["ids"][7]), written["vectors"][7]
        assert not any(id.startswith(f"{HANDBOOK}:") for id in written["ids"])
    likes = load_likeness().of(index.passages.vectors_of([id])[id])
    total = likes.sum(axis=0)
    assert middle == pytest.approx(total / np.linalg.norm(total), abs=1e-3)  # half precision
