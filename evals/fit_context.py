"""Conversations -> assistant/retrieval/context.npz: how a question is read together with the turns before it.

The loss is that of `fit_likeness.py`, with the vectors of all listed questions and texts held as they are:
the turn in its conversation is moved towards those of the sections that answer it. Some listed questions are
learnt along without a conversation, so that a question that needs none is read as before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from assistant.answering.likeness import load_likeness
from assistant.retrieval.context import Weights, context_path
from assistant.retrieval.encoder import TOKENIZER_FILE, Vectors, load_tokenizer
from assistant.retrieval.passages import Passages
from evals.conversations import Turn, conversations
from evals.fit_likeness import Group, Listed, group_of, listed
from evals.neighbours import found_at, neighbours_loss
from evals.tutorial import weights as weights_folder

if TYPE_CHECKING:
    import torch

    from assistant.retrieval.low_rank import ContextReader

__all__ = ["Examples", "fit_context", "read_by", "trained"]

# Of 2 and 4 layers, with and without dropout and single questions, and up to 6 passes, these were as good as
# any on conversations held out.
_SCALE = 20.0  # of the cosines in the softmax
_LAYERS_OUT, _BEHIND_OUT = 0.2, 0.3
_RATE = 1e-3  # the highest of a one-cycle schedule
_DECAY = 0.01
_PASSES = 3
_BATCH = 96
_ALONE = 0.5  # listed questions learnt along, for each turn of a conversation
_SEED = 7


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts to be read in context, and which sections answer each."""

    texts: tuple[str, ...]
    answering: npt.NDArray[np.bool_]  # shape (texts, sections)

    def __add__(self, other: Examples) -> Examples:
        return Examples(self.texts + other.texts, np.concatenate([self.answering, other.answering]))


def fit_context(passages: Passages) -> dict[str, float]:
    """Fit and write the weights; returns how often turns that were kept from it find their section.

    Args:
        passages: of the index whose listed questions and texts are found.
    """
    items = listed(passages)
    items = replace(items, vectors=load_likeness().of(items.vectors))
    learnt = _of_turns(conversations(kept=False), items.groups)
    alone = _of_questions(passages, items.groups, round(_ALONE * len(learnt.texts)))
    reader = trained(learnt + alone, items)
    _write(reader.weights())
    kept = [[turn for turn in talk if turn.earlier] for talk in conversations(kept=True)]
    held = _of_turns(kept, items.groups)
    vectors = read_by(reader, held.texts)
    return {
        "turns": float(len(learnt.texts)),
        "follow-ups kept": float(len(held.texts)),
        "found in five": found_at(5, vectors, held.answering, items.vectors, items.sections),
        "found in twenty": found_at(20, vectors, held.answering, items.vectors, items.sections),
    }


def _of_turns(talks: Sequence[Sequence[Turn]], groups: Sequence[Group]) -> Examples:
    turns = [turn for talk in talks for turn in talk]
    wanted = [[group_of(*section.split(" > ", 1)) for section in turn.sections] for turn in turns]
    return _examples([turn.text for turn in turns], wanted, groups)


def _of_questions(passages: Passages, groups: Sequence[Group], count: int) -> Examples:
    every = [
        (question, group_of(document, chunk.section))
        for document, _, kind in passages.documents()
        if kind in ("guide", "record")
        for chunk in passages.chunks_of_document(document)
        for question in chunk.questions
    ]
    chosen = np.random.default_rng(_SEED).permutation(len(every))[:count]
    return _examples([every[i][0] for i in chosen], [[every[i][1]] for i in chosen], groups)


def _examples(texts: Sequence[str], wanted: Sequence[Sequence[Group]], groups: Sequence[Group]) -> Examples:
    numbers = {group: number for number, group in enumerate(groups)}
    answering = np.zeros((len(texts), len(groups)), dtype=bool)
    for row, those in enumerate(wanted):
        answering[row, [numbers[group] for group in those]] = True
    return Examples(tuple(texts), answering)


def trained(examples: Examples, items: Listed) -> ContextReader:
    """The reader fitted on these examples; the same for the same examples and machine.

    Args:
        examples: what is read.
        items: what is to be found, by the vectors of likeness.
    """
    import torch

    from assistant.retrieval.low_rank import ContextReader, published_transformer

    torch.manual_seed(_SEED)
    reader = ContextReader(published_transformer(weights_folder()), {}, _LAYERS_OUT, _BEHIND_OUT)
    bank, sections = torch.from_numpy(items.vectors), torch.from_numpy(items.sections)
    answering = torch.from_numpy(examples.answering)
    parameters = [parameter for _, parameter in reader.fitted()]
    optimizer = torch.optim.AdamW(parameters, lr=_RATE, weight_decay=_DECAY)
    batches = list(_passes(_tokenized(examples.texts)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=len(batches), pct_start=0.1)
    reader.train()
    for rows, ids, mask in batches:
        likes = _SCALE * (reader(ids, mask) @ bank.T)
        ours = answering[rows][:, sections]
        loss = neighbours_loss(likes, ours)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimizer.step()
        schedule.step()
    return reader.eval()


def read_by(reader: ContextReader, texts: Sequence[str]) -> Vectors:
    """The vectors of texts, shape (len(texts), 384)."""
    import torch

    tokens = _tokenized(texts)
    with torch.no_grad():
        return np.concatenate([
            reader(*_padded(tokens[start : start + _BATCH])).numpy() for start in range(0, len(texts), _BATCH)
        ])


def _write(weights: Weights) -> None:
    halves: dict[str, Any] = {name: values.astype(np.float16) for name, values in weights.items()}
    np.savez_compressed(context_path(), **halves)


def _passes(tokens: Sequence[Sequence[int]]) -> Iterator[tuple[npt.NDArray[np.int64], Any, Any]]:
    """(rows, token ids, mask) of each batch; texts of like length together, so that little is padding."""
    random = np.random.default_rng(_SEED)
    lengths = np.array([len(text) for text in tokens])
    for _ in range(_PASSES):
        shuffled = random.permutation(len(tokens))
        batches = [
            part
            for near in np.array_split(shuffled, max(1, len(tokens) // (_BATCH * 20)))
            for part in np.array_split(
                near[np.argsort(lengths[near], kind="stable")], -(-len(near) // _BATCH)
            )
        ]
        for number in random.permutation(len(batches)):
            rows = batches[number]
            yield rows, *_padded([tokens[row] for row in rows])


def _tokenized(texts: Sequence[str]) -> list[list[int]]:
    tokenizer = load_tokenizer(weights_folder() / TOKENIZER_FILE)
    return [tokenizer.encode(text).ids for text in texts]  # one by one: a batch is padded


def _padded(tokens: Sequence[Sequence[int]]) -> tuple[torch.Tensor, torch.Tensor]:
    import torch

    ids = torch.zeros(len(tokens), max(map(len, tokens)), dtype=torch.long)
    mask = torch.zeros_like(ids)
    for row, text in enumerate(tokens):
        ids[row, : len(text)] = torch.tensor(text)
        mask[row, : len(text)] = 1
    return ids, mask
