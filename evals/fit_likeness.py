"""The knowledge's own questions -> assistant/answering/likeness.npz: what in this field is alike.

Neighbourhood components analysis (Goldberger et al. 2005) on the vectors of all listed questions and of the
texts that they stand beside: of each question i the share that its own section's items have of a softmax over
all others is made great,

    loss = - mean over i of log( sum over j of i's section e^(s f(i).f(j)) / sum over all j e^(s f(i).f(j)) ),

j other than i, with f as in `assistant/answering/likeness.py`. A heading of the states'
records is one section whatever the state: their questions differ in the place alone, which the ranking weighs
by itself. No case is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.answering.likeness import Likeness, likeness_path, load_likeness
from assistant.retrieval.encoder import DIMENSIONS, Vectors
from assistant.retrieval.passages import Passages
from assistant.types import Chunk
from evals.neighbours import found_at, neighbours_loss

if TYPE_CHECKING:
    import torch

__all__ = ["Group", "Listed", "chunks_listed", "fit_likeness", "found_held", "group_of", "listed", "trained"]

Group = tuple[str, str]  # document and heading; one heading of all states is one group

# Of h 384 to 1024, scale 12 to 32 and dropout 0 to 0.3 these were as good as any on questions held out.
_HIDDEN = 512
_SCALE = 20.0  # s
_DROPOUT, _DECAY = 0.3, 0.1
_GAIN = 10.0  # the entries of a unit vector are small beside what a layer is made for
_RATE = 2e-3  # the highest of a one-cycle schedule
_EPOCHS = 6
_BATCH = 512  # questions; each is set against all items
_HELD = 0.15  # share of the questions held out to measure
_SEED = 7


@dataclass(frozen=True, slots=True)
class Listed:
    """Questions and texts of the knowledge, one row each."""

    vectors: Vectors  # shape (items, 384)
    sections: npt.NDArray[np.int64]  # number of the section that each belongs to
    asked: npt.NDArray[np.bool_]  # whether it is a question; else it is a text
    groups: tuple[Group, ...] = ()  # what the numbers of the sections stand for

    def without(self, rows: npt.NDArray[np.bool_]) -> Listed:
        """The others."""
        return Listed(self.vectors[~rows], self.sections[~rows], self.asked[~rows], self.groups)


def fit_likeness(passages: Passages) -> dict[str, float]:
    """Fit and write the adapter; returns how often held-out questions find their section."""
    every = listed(passages)
    held = every.asked & (np.random.default_rng(_SEED).random(len(every.asked)) < _HELD)
    nothing = np.zeros((DIMENSIONS, 0), np.float32)
    measured = {
        "questions": float(every.asked.sum()),
        "held out": float(held.sum()),
        "found in five, as encoded": found_held(
            5, every, held, Likeness(nothing, np.zeros(0, np.float32), nothing.T)
        ),
        "found in five": found_held(5, every, held, trained(every.without(held))),
    }
    _write(trained(every))
    return measured


def listed(passages: Passages) -> Listed:
    """All questions and texts of guides and records."""
    numbers: dict[Group, int] = {}
    vectors: list[Vectors] = []
    sections: list[int] = []
    asked: list[bool] = []
    for chunk, rows in chunks_listed(passages):
        group = group_of(chunk.document, chunk.section)
        vectors.append(rows)
        sections += [numbers.setdefault(group, len(numbers))] * len(rows)
        asked += [False, *[True] * (len(rows) - 1)]
    return Listed(np.concatenate(vectors), np.array(sections), np.array(asked), tuple(numbers))


def chunks_listed(passages: Passages) -> Iterator[tuple[Chunk, Vectors]]:
    """Each chunk of guides and records with its vectors: its text's first, those of its questions last."""
    for document, _, kind in passages.documents():
        if kind in ("guide", "record"):
            chunks = passages.chunks_of_document(document)
            found = passages.vectors_of([chunk.id for chunk in chunks])
            yield from ((chunk, found[chunk.id]) for chunk in chunks)


def group_of(document: str, section: str) -> Group:
    """The group that a section belongs to."""
    states = document.startswith("records/jurisdiction/")
    return "records/jurisdiction" if states else document, section.rsplit(" > ", 1)[-1]


def trained(items: Listed) -> Likeness:
    """The adapter fitted on these items; the same for the same items and machine."""
    import torch
    from torch.nn import functional

    torch.manual_seed(_SEED)
    x, sections = torch.from_numpy(items.vectors), torch.from_numpy(items.sections)
    questions = np.flatnonzero(items.asked)
    inward = torch.nn.Linear(DIMENSIONS, _HIDDEN)
    outward = torch.nn.Linear(_HIDDEN, DIMENSIONS, bias=False)
    torch.nn.init.zeros_(outward.weight)  # it begins as what changes nothing
    parameters = [*inward.parameters(), *outward.parameters()]
    optimizer = torch.optim.AdamW(parameters, lr=_RATE, weight_decay=_DECAY)
    batches = -(-len(questions) // _BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimizer, _RATE, total_steps=_EPOCHS * batches, pct_start=0.1
    )
    order = np.random.default_rng(_SEED)
    for _ in range(_EPOCHS):
        for rows in np.array_split(order.permutation(questions), batches):
            hidden = functional.dropout(functional.relu(inward(x * _GAIN)), _DROPOUT)
            moved = functional.normalize(x + outward(hidden), dim=1)
            loss = _loss(moved, sections, torch.from_numpy(rows))
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    return Likeness(
        (inward.weight.detach() * _GAIN).numpy().T.copy(),
        inward.bias.detach().numpy().copy(),
        outward.weight.detach().numpy().T.copy(),
    )


def _loss(moved: torch.Tensor, sections: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
    import torch

    likes = _SCALE * (moved[rows] @ moved.T)
    itself = torch.zeros_like(likes, dtype=torch.bool)
    itself[torch.arange(len(rows)), rows] = True
    ours = (sections[rows][:, None] == sections[None, :]) & ~itself
    likes = likes.masked_fill(itself, -torch.inf)
    return neighbours_loss(likes, ours)


def found_held(k: int, items: Listed, held: npt.NDArray[np.bool_], adapter: Likeness) -> float:
    """The share of the questions held out whose section is among the k nearest of the others; 0..1."""
    moved = adapter.of(items.vectors)
    answering = np.eye(items.sections.max() + 1, dtype=bool)[items.sections[held]]
    return found_at(k, moved[held], answering, moved[~held], items.sections[~held])


def _write(adapter: Likeness) -> None:
    np.savez_compressed(
        likeness_path(),
        inward=adapter.inward.astype(np.float16),
        bias=adapter.bias,
        outward=adapter.outward.astype(np.float16),
    )
    load_likeness.cache_clear()  # what is fitted next builds on it
