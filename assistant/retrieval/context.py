"""A question together with the turns before it, as one text; and the weights by which the encoder reads it.

The exported encoder has a second way through: low-rank updates (LoRA, Hu et al. 2021) of its last layers and
an adapter behind it bring a follow-up in its conversation near to what answers it, in the space of
`assistant/answering/likeness.py`. `evals/fit_context.py` fits them, and ingest exports them with the encoder.
A first question is read by it as well; what is searched for by vectors stays with the published weights.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

__all__ = ["CONTEXT_FILE", "Weights", "context_path", "in_context", "load_context"]

Weights = dict[str, npt.NDArray[np.float32]]  # by name, as `low_rank.py` names them

CONTEXT_FILE = "context.npz"
_SEPARATOR = " [SEP] "  # the tokenizer's own mark between two texts
_EARLIER = 3  # turns that are read with a question


def in_context(question: str, earlier: Sequence[str]) -> str:
    """The text that is encoded: the question, then the last turns before it, the latest first.

    Args:
        question: as asked.
        earlier: the questions before it as asked, oldest first.
    """
    return _SEPARATOR.join([question, *reversed(earlier[-_EARLIER:])])


def context_path() -> Path:
    """Where the weights lie that come with the package."""
    return Path(__file__).with_name(CONTEXT_FILE)


def load_context() -> Weights:
    """The weights; none before the first fit."""
    if not context_path().is_file():
        return {}
    with np.load(context_path(), allow_pickle=False) as data:
        return {name: data[name].astype(np.float32) for name in data.files}
