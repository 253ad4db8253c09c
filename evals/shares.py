"""What examples one fit may see, so that a second one that builds on it is fitted on others."""

from __future__ import annotations

import zlib

__all__ = ["is_kept"]

_PARTS = 5  # one of which is kept from the fit of the encoder, for the ranking and the calibration


def is_kept(question: str) -> bool:
    """Whether an example is kept from the fit of the encoder; told by the question alone.

    Args:
        question: as asked; of a conversation the first one.
    """
    return zlib.crc32(question.encode("utf-8")) % _PARTS == 0
