"""Text -> unit vectors, through ONNX Runtime and the exported all-MiniLM-L6-v2. Never imports torch.

The export is written at ingest (`ingest/embed.py`) from weights whose checksum was verified. It is in parts:
the lower layers, and the upper ones in two ways, as published and for a question in its conversation
(`context.py`). Pooling and normalisation are inside the graphs of the upper ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from assistant.errors import IndexMissingError

__all__ = [
    "CONTEXT_UPPER_FILE",
    "DIMENSIONS",
    "LOWER_FILE",
    "MAX_TOKENS",
    "MODEL_FILES",
    "TOKENIZER_FILE",
    "UPPER_FILE",
    "Encoder",
    "Vectors",
    "load_tokenizer",
]

Vectors = npt.NDArray[np.float32]  # shape (texts, 384), each row of length 1

DIMENSIONS = 384
MAX_TOKENS = 256  # the model card's max_seq_length; longer text is cut
LOWER_FILE, UPPER_FILE, CONTEXT_UPPER_FILE = "lower.onnx", "upper.onnx", "context_upper.onnx"
TOKENIZER_FILE = "tokenizer.json"
MODEL_FILES = (LOWER_FILE, UPPER_FILE, CONTEXT_UPPER_FILE, TOKENIZER_FILE)
_BATCH = 32


class Encoder:
    """The exported encoder, loaded once. Safe to call from several threads."""

    def __init__(self, folder: Path) -> None:
        if not all((folder / file).is_file() for file in MODEL_FILES):
            raise IndexMissingError(f"The encoder is missing from {folder}. Run: techpath ingest")
        self._tokenizer = load_tokenizer(folder / TOKENIZER_FILE)
        self._lower, self._upper = _load_session(folder / LOWER_FILE), _load_session(folder / UPPER_FILE)
        self._context_upper = _load_session(folder / CONTEXT_UPPER_FILE)

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Texts -> unit vectors, shape (len(texts), 384), in the order given."""
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        result = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            result[batch] = self._encode_batch([texts[index] for index in batch], self._upper)
        return result

    def encode_one(self, text: str) -> Vectors:
        """One text -> one unit vector, shape (384,)."""
        vector: Vectors = self._encode_batch([text], self._upper)[0]
        return vector

    def encode_in_context(self, text: str) -> Vectors:
        """A question with the turns before it (`context.in_context`) -> a unit vector, shape (384,).

        It is made to be set against the vectors of `assistant/answering/likeness.py`.
        """
        vector: Vectors = self._encode_batch([text], self._context_upper)[0]
        return vector

    def encode_both(self, texts: Sequence[str]) -> tuple[Vectors, Vectors]:
        """Questions without turns before them by `encode` and `encode_in_context`; (len(texts), 384) each.

        The lower layers, which both ways share, are gone through once.
        """
        hidden, mask = self._lower_layers(texts)
        published, told = (_upper_layers(it, hidden, mask) for it in (self._upper, self._context_upper))
        return published, told

    def knows_word(self, word: str) -> bool:
        """Whether a word is one whole piece of the model's English vocabulary."""
        return self._tokenizer.token_to_id(word) is not None

    def _encode_batch(self, texts: Sequence[str], upper: Any) -> Vectors:
        return _upper_layers(upper, *self._lower_layers(texts))

    def _lower_layers(self, texts: Sequence[str]) -> tuple[Any, Any]:
        """What the upper layers read, shape (len(texts), length, 384), and the mask of its tokens."""
        encoded = self._tokenizer.encode_batch(list(texts))
        ids = np.array([item.ids for item in encoded], dtype=np.int64)
        mask = np.array([item.attention_mask for item in encoded], dtype=np.int64)
        (hidden,) = self._lower.run(None, {"input_ids": ids, "attention_mask": mask})
        return hidden, mask


def _upper_layers(session: Any, hidden: Any, mask: Any) -> Vectors:
    (vectors,) = session.run(None, {"hidden": hidden, "attention_mask": mask})
    return np.asarray(vectors, dtype=np.float32)


def load_tokenizer(path: Path) -> Any:
    """The model's tokenizer; it cuts at `MAX_TOKENS` and pads a batch to its longest text."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(max_length=MAX_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


def _load_session(path: Path) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3  # errors only
    options.inter_op_num_threads = 1
    # Threads that spin while they wait take the processor from everybody else: with other work on two
    # cores a question took 8 ms (p95 30) with spinning and 6 ms (p95 10) without.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
