"""Neighbourhood components analysis (Goldberger et al. 2005): its loss, and how often a section is found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.retrieval.encoder import Vectors

if TYPE_CHECKING:
    import torch

__all__ = ["found_at", "neighbours_loss"]


def neighbours_loss(likes: torch.Tensor, ours: torch.Tensor) -> torch.Tensor:
    """The mean over rows of -log( sum over ours of e^likes / sum over all of e^likes ).

    Args:
        likes: scaled cosines, shape (rows, items); minus infinity for what does not count.
        ours: which items answer, the same shape; a row without any is left out.
    """
    import torch

    mine = torch.logsumexp(likes.masked_fill(~ours, -torch.inf), 1)
    return (torch.logsumexp(likes, 1) - mine)[ours.any(1)].mean()


def found_at(
    k: int,
    vectors: Vectors,
    answering: npt.NDArray[np.bool_],
    items: Vectors,
    sections: npt.NDArray[np.int64],
) -> float:
    """The share of vectors that have a section that answers among the k nearest sections; 0..1.

    Args:
        k: how many sections.
        vectors: of what is asked, shape (asked, 384).
        answering: which sections answer each, shape (asked, sections).
        items: the vectors to be found, shape (items, 384).
        sections: the number of the section that each of them belongs to.
    """
    hits = 0
    for vector, those in zip(vectors, answering, strict=True):
        order = np.argsort(-(items @ vector))
        nearest = list(dict.fromkeys(sections[order].tolist()))[:k]
        hits += bool(those[nearest].any())
    return hits / max(1, len(vectors))
