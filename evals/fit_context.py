"""Conversations -> assistant/retrieval/context.npz: how a question is read together with the turns before it.

The loss is that of `fit_likeness.py`, with the vectors of all listed questions and texts held as they are:
the turn in its conversation is moved towards those of the sections that answer it. Some listed questions are
learnt along, each set against all vectors but its own. The questions that no source answers count as one
section more, so that one of their kind is moved towards them and away from what only sounds alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from assistant.answering.chain import Chain
from assistant.answering.likeness import load_likeness
from assistant.retrieval.context import Weights, context_path
from assistant.retrieval.encoder import TOKENIZER_FILE, Vectors, load_tokenizer
from assistant.retrieval.passages import Passages
from evals.conversations import Turn, conversations
from evals.fit_answerable import read_answerable
from evals.fit_likeness import Group, Listed, chunks_listed, group_of, listed
from evals.neighbours import found_at, neighbours_loss
from evals.shares import is_kept
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
_ALONE = 12_000  # listed questions learnt along; with twice as many, first questions were read no better
_UNHELD_TIMES = 2  # that a pass goes over what no source answers: there is little of it
_SEED = 7


_UNHELD: Group = ("", "what no source answers")


@dataclass(frozen=True, slots=True)
class Examples:
    """Texts to be read in context, and which sections answer each."""

    texts: tuple[str, ...]
    answering: npt.NDArray[np.bool_]  # shape (texts, sections)
    own: npt.NDArray[np.int64]  # the item that is the text itself, or -1 where none is

    def __add__(self, other: Examples) -> Examples:
        return Examples(
            self.texts + other.texts,
            np.concatenate([self.answering, other.answering]),
            np.concatenate([self.own, other.own]),
        )


def fit_context(chain: Chain) -> dict[str, float]:
    """Fit and write the weights; returns how often what was kept from it finds its section.

    Args:
        chain: of the index whose listed questions and texts are found.
    """
    unheld = [question for question in read_answerable()["unheld"] if not is_kept(question)]
    items = _with_unheld(listed(chain.index.passages), chain.index.encoder.encode(unheld))
    items = replace(items, vectors=load_likeness().of(items.vectors))
    turns = _of_turns(conversations(kept=False), items.groups)
    missing = _of_unheld(unheld, items)
    learnt = turns + _of_questions(chain.index.passages, items.groups)
    for _ in range(_UNHELD_TIMES):
        learnt += missing
    reader = trained(learnt, items)
    _write(reader.weights())
    measured = {"turns": float(len(turns.texts)), "examples": float(len(learnt.texts))}
    for name, later in (("first questions", False), ("follow-ups", True)):
        kept = [[turn for turn in talk if bool(turn.earlier) == later] for talk in conversations(kept=True)]
        held = _of_turns(kept, items.groups)
        vectors = read_by(reader, held.texts)
        measured[f"{name} kept"] = float(len(held.texts))
        for k in (1, 5, 20):
            measured[f"{name} found in {k}"] = found_at(
                k, vectors, held.answering, items.vectors, items.sections
            )
    return measured


def _with_unheld(items: Listed, vectors: Vectors) -> Listed:
    """The items, and questions that no source answers as those of one section more."""
    return Listed(
        np.concatenate([items.vectors, vectors]),
        np.concatenate([items.sections, np.full(len(vectors), len(items.groups))]),
        np.concatenate([items.asked, np.ones(len(vectors), dtype=bool)]),
        (*items.groups, _UNHELD),
    )


def _of_turns(talks: Sequence[Sequence[Turn]], groups: Sequence[Group]) -> Examples:
    turns = [turn for talk in talks for turn in talk]
    wanted = [[group_of(*section.split(" > ", 1)) for section in turn.sections] for turn in turns]
    return _examples([turn.text for turn in turns], wanted, groups)


def _of_questions(passages: Passages, groups: Sequence[Group]) -> Examples:
    """Some of the listed questions, without a conversation."""
    every: list[tuple[str, Group, int]] = []
    items = 0
    for chunk, vectors in chunks_listed(passages):
        group = group_of(chunk.document, chunk.section)
        items += len(vectors)
        # Those of the questions come last, behind the text's and, where there is one, the heading's.
        first = items - len(chunk.questions)
        every += [(text, group, number) for number, text in enumerate(chunk.questions, start=first)]
    chosen = [every[i] for i in np.random.default_rng(_SEED).permutation(len(every))[:_ALONE]]
    texts, wanted, own = zip(*chosen, strict=True)
    return _examples(texts, [[group] for group in wanted], groups, own)


def _of_unheld(questions: Sequence[str], items: Listed) -> Examples:
    last = len(items.sections) - len(questions)
    own = range(last, len(items.sections))
    return _examples(questions, [[_UNHELD]] * len(questions), items.groups, own)


def _examples(
    texts: Sequence[str],
    wanted: Sequence[Sequence[Group]],
    groups: Sequence[Group],
    own: Sequence[int] = (),
) -> Examples:
    numbers = {group: number for number, group in enumerate(groups)}
    answering = np.zeros((len(texts), len(groups)), dtype=bool)
    for row, those in enumerate(wanted):
        answering[row, [numbers[group] for group in those]] = True
    return Examples(tuple(texts), answering, np.array(own or [-1] * len(texts), dtype=np.int64))


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
    answering, every = torch.from_numpy(examples.answering), torch.arange(len(items.sections))
    parameters = [parameter for _, parameter in reader.fitted()]
    optimizer = torch.optim.AdamW(parameters, lr=_RATE, weight_decay=_DECAY)
    batches = list(_passes(_tokenized(examples.texts)))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=len(batches), pct_start=0.1)
    reader.train()
    for rows, ids, mask in batches:
        likes = _SCALE * (reader(ids, mask) @ bank.T)
        itself = torch.from_numpy(examples.own[rows])[:, None] == every[None, :]
        ours = answering[rows][:, sections] & ~itself
        loss = neighbours_loss(likes.masked_fill(itself, -torch.inf), ours)
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
