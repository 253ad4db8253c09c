from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from assistant.errors import IndexMissingError
from assistant.retrieval.encoder import DIMENSIONS, Encoder
from assistant.retrieval.index import Index

REPOSITORY = Path(__file__).resolve().parents[3]
TEXTS = [
    "How do I become a pharmacy technician in Ohio?",
    "ptce",
    "a",
    ".",
    " ",
    "\n\t",
    "?!?!",
    "0",
    "$129.00, 50 %, 1,200",
    "¿Cuánto cuesta el examen de técnico de farmacia?",
    "Как стать фармацевтом?",
    "薬局の技術者になるには",
    "药房技术员",
    "صيدلية",
    "💊💊💊 pills",
    "e\u0301 and é are one letter",
    "ﬁrst, ﬂuﬀy ligatures",
    "zero\u200bwidth\u200dspaces\ufeff",
    "null\x00byte",
    "UPPER CASE SHOUTING ABOUT THE PTCE",
    "tech-check-tech / TPV / 340B / USP <797>",
    "https://www.ptcb.org/credentials/certified-pharmacy-technician?x=1&y=2#z",
    "<p>not <b>markup</b></p>",
    "| a | table | row |",
    "supercalifragilisticexpialidocious" * 10,
    "x" * 5_000,
    "the " * 300,
    "word " * 2_000,
    "A technician renews every two years. " * 60,
    "Line one.\nLine two.\n\nLine three.",
    "[CLS] [SEP] [MASK] [PAD] [UNK]",
    "##ing ##ed",
    "I'm 17 and dropped out, can i still do it",
    "What is the technician-to-pharmacist ratio in Wyoming?",
    "hydrocodone/acetaminophen 5-325 mg",
    "No, I meant renewal.",
    "and in Texas?",
    "Dr. Smith's pharmacy, Inc. vs. St. Mary's",
    "½ tablet ≥ 10 °C – 20 µg",
    "ＦＵＬＬ ｗｉｄｔｈ",
    "tab\tseparated\tvalues",
    "Ohio " * 127 + "end",
]
_REFERENCE = """
import json, sys
from ingest.embed import Embedder
print(json.dumps(Embedder().encode(json.load(sys.stdin)).tolist()))
"""
_ANSWER = """
import json, sys
from assistant.build import build_assistant
from assistant.settings import read_settings

answer = build_assistant(read_settings()).ask("How do I renew in Ohio?")
heavy = {name.split(".")[0] for name in sys.modules} & {"torch", "sentence_transformers", "transformers", "streamlit", "ingest", "ui"}
print(json.dumps([answer.outcome, sorted(heavy)]))
"""


def python(program: str, home: Path, given: object = None) -> object:
    result = subprocess.run(
        [sys.executable, "-c", program],
        cwd=REPOSITORY,
        env={**os.environ, "TECHPATH_HOME": str(home)},
        input=json.dumps(given),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr[-4000:]
    return json.loads(result.stdout)


def test_both_encoders_give_the_same_vectors(index: Index, knowledge_home: Path) -> None:
    reference = np.array(python(_REFERENCE, knowledge_home, TEXTS), dtype=np.float32)
    cosines = (index.encoder.encode(TEXTS) * reference).sum(axis=1)
    different = {TEXTS[i][:40]: float(c) for i, c in enumerate(cosines) if c <= 0.9999}
    assert different == {}


def test_answering_imports_neither_torch_nor_the_other_packages(knowledge_home: Path) -> None:
    assert python(_ANSWER, knowledge_home) == ["answered", []]


def test_vectors_have_length_one_and_the_order_of_the_texts(index: Index) -> None:
    vectors = index.encoder.encode(TEXTS)
    assert vectors.shape == (len(TEXTS), DIMENSIONS)
    assert vectors.dtype == np.float32
    assert np.allclose(np.linalg.norm(vectors, axis=1), 1.0, atol=1e-5)
    alone = np.stack([index.encoder.encode_one(text) for text in TEXTS])
    assert ((alone * vectors).sum(axis=1) > 0.9999).all(), "company in a batch changes nothing"


def test_no_texts_give_no_vectors(index: Index) -> None:
    assert index.encoder.encode([]).shape == (0, DIMENSIONS)


def test_only_whole_english_words_are_known(index: Index) -> None:
    assert index.encoder.knows_word("pharmacy")
    assert not index.encoder.knows_word("pharmcy")


def test_a_missing_encoder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexMissingError, match="techpath ingest"):
        Encoder(tmp_path)
