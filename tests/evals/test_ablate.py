"""An ablation compares like with like, refuses test cases, and its page is written between its marks."""

from pathlib import Path

import numpy as np
import pytest
from evals_samples import case

from assistant.errors import WrongUseError
from assistant.retrieval.encoder import DIMENSIONS, Vectors
from assistant.settings import read_settings
from evals.ablate import Depth, Row, ablate, depths
from evals.ablation_report import markdown
from evals.bare import BareIndex
from evals.cases import Expectation
from evals.pieces import Piece
from evals.retrieval import Found, search_cases


def found(*ranking: str) -> list[Found]:
    wanted = Expectation("?", judged={"a": 2})
    return search_cases(
        [case(wanted)], lambda question, earlier, k, profile: [frozenset([s]) for s in ranking]
    )


ROWS = [Row("fusion", "both", True, found("a")), Row("fusion", "one", False, found("x", "a"))]


def axis(number: int) -> Vectors:
    vector = np.zeros(DIMENSIONS, dtype=np.float32)
    vector[number] = 1.0
    return vector


def piece(section: str, text: str, own: int, asked: int | None = None) -> Piece:
    rows = np.empty((0, DIMENSIONS), np.float32) if asked is None else axis(asked)[None]
    return Piece(
        section, text, "T", "H", ("what does it cost",) if asked is not None else (), axis(own), rows
    )


PIECES = [piece("fees", "Ohio charges fifty dollars", own=0, asked=2), piece("age", "You must be 18", own=1)]
VECTORS, WORDS = {"dense": 1.0, "lexical": 0.0}, {"dense": 0.0, "lexical": 1.0}


def test_vectors_find_a_piece_by_its_text_and_by_its_questions(tmp_path: Path) -> None:
    index = BareIndex(PIECES, tmp_path / "with")
    assert index.search("", axis(1), VECTORS, 1) == [frozenset(["age"])]
    assert index.search("", axis(2), VECTORS, 1) == [frozenset(["fees"])]


def test_without_questions_they_are_not_read(tmp_path: Path) -> None:
    index = BareIndex(PIECES, tmp_path / "without", questions=False)
    assert index.search("what does it cost", axis(0), WORDS, 2) == []


def test_words_find_a_piece_by_its_terms(tmp_path: Path) -> None:
    index = BareIndex(PIECES, tmp_path / "words")
    assert index.search("how many dollars", axis(1), WORDS, 2) == [frozenset(["fees"])]


def test_a_variant_is_compared_with_what_the_code_does() -> None:
    page = markdown(ROWS, [Depth(5, 0.9)], "2026-01-02")
    assert "| **both** | 1.000 | 1.000 | 1.000 |  | 1 |" in page
    # one answering section at rank 2 instead of 1: 1 / log2(3) = 0.631
    assert "| one | 1.000 | 0.631 | 0.500 | -0.369 (-0.369 to -0.369) | 1 |" in page
    assert "| recall@k | 0.900 |" in page


@pytest.mark.parametrize("command", [lambda s, c: ablate(s, c, print), depths], ids=["ablate", "depths"])
def test_a_test_case_is_refused(command: object, tmp_path: Path) -> None:
    assert callable(command)
    settings = read_settings({"TECHPATH_HOME": str(tmp_path)})
    with pytest.raises(WrongUseError, match="kept for testing"):
        command(settings, [case(Expectation("?"), split="test")])
