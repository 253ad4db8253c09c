"""The published transformer in two parts, and the upper one again to read a question in its conversation.

There the dense layers take a low-rank update (LoRA, Hu et al. 2021),

    y = (W + B A) x,   A: (rank, in), B: (out, rank),

and a residual network (Houlsby et al. 2019) stands behind the mean of the tokens, as in
`assistant/answering/likeness.py`. Importing this imports torch; only ingest and the fit do.
"""

from __future__ import annotations

import copy
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch.nn import functional
from transformers import AutoModel

from assistant.retrieval.context import Weights
from assistant.retrieval.encoder import DIMENSIONS

__all__ = ["ContextReader", "Lower", "Upper", "published_transformer"]

_RANK = 16
_SHARED = 2  # of the six layers; the four above them are read in two ways
_DENSE = (
    "attention.self.query",
    "attention.self.key",
    "attention.self.value",
    "attention.output.dense",
    "intermediate.dense",
    "output.dense",
)
_HIDDEN = 512


def published_transformer(weights: Path) -> Any:
    """The transformer of a folder of weights, in plain operators."""
    # Eager attention exports to plain operators; the fused kernels leave traced constants behind.
    return AutoModel.from_pretrained(str(weights), attn_implementation="eager").eval()


class Lower(torch.nn.Module):
    """Token ids -> what the shared layers make of them, shape (batch, length, 384)."""

    def __init__(self, transformer: Any) -> None:
        super().__init__()
        self.transformer = copy.deepcopy(transformer)
        self.transformer.encoder.layer = self.transformer.encoder.layer[:_SHARED]

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Arguments as of `ContextReader.forward`."""
        tokens: torch.Tensor = self.transformer(input_ids=input_ids, attention_mask=attention_mask)[0]
        return tokens


class Upper(torch.nn.Module):
    """What the shared layers made -> unit vectors, shape (batch, 384)."""

    def __init__(self, transformer: Any, behind: torch.nn.Module | None = None) -> None:
        """Take the upper layers of a transformer.

        Args:
            transformer: the published one, or that of a `ContextReader`.
            behind: what is made of the mean of the tokens; nothing for the published reading.
        """
        super().__init__()
        self.layers = transformer.encoder.layer[_SHARED:]
        self.behind = behind or torch.nn.Identity()

    def forward(self, hidden: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Of shapes (batch, length, 384) and (batch, length)."""
        padding = 1.0 - attention_mask[:, None, None, :].to(hidden.dtype)
        for layer in self.layers:
            hidden = layer(hidden, attention_mask=padding * torch.finfo(hidden.dtype).min)
        vectors: torch.Tensor = self.behind(_pooled(hidden, attention_mask))
        return vectors


class ContextReader(torch.nn.Module):
    """Token ids of questions in their conversation -> unit vectors; begins as the published reading."""

    def __init__(self, transformer: Any, weights: Weights, layers_out: float = 0.0, behind_out: float = 0.0):
        """Copy a transformer and add what a fit changes.

        Args:
            transformer: the published one; it stays as it is.
            weights: what `weights` gave; an empty one makes updates that change nothing.
            layers_out: dropout of the updates in a fit, 0..1.
            behind_out: dropout of the network behind them.
        """
        super().__init__()
        self.transformer = copy.deepcopy(transformer).requires_grad_(False)
        for holder, name in _dense_layers(self.transformer):
            setattr(holder, name, _Updated(getattr(holder, name), layers_out))
        self.behind = _Residual(behind_out)
        with torch.no_grad():
            for name, parameter in self.fitted():
                if weights:
                    parameter.copy_(torch.from_numpy(weights[name]))

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """Unit vectors, shape (batch, 384), in the space of likeness.

        Args:
            input_ids: shape (batch, length).
            attention_mask: the same shape; 1 for a token, 0 for padding.
        """
        tokens = self.transformer(input_ids=input_ids, attention_mask=attention_mask)[0]
        vectors: torch.Tensor = self.behind(_pooled(tokens, attention_mask))
        return vectors

    def fitted(self) -> Iterator[tuple[str, torch.nn.Parameter]]:
        """What a fit changes, by name."""
        for number, layer in enumerate(self.transformer.encoder.layer):
            for path in _DENSE if number >= _SHARED else ():
                update = layer.get_submodule(path)
                yield f"{number}.{path}.down", update.down
                yield f"{number}.{path}.up", update.up
        yield from self.behind.named_parameters("behind")

    def weights(self) -> Weights:
        """The fitted weights by name."""
        return {
            name: np.asarray(parameter.detach().numpy(), dtype=np.float32)
            for name, parameter in self.fitted()
        }

    def upper(self) -> Upper:
        """The part above the shared layers, the updates added into them: they cost nothing there."""
        merged = copy.deepcopy(self)
        for holder, name in _dense_layers(merged.transformer):
            setattr(holder, name, getattr(holder, name).merged())
        return Upper(merged.transformer, merged.behind)


class _Residual(torch.nn.Module):
    """x + relu(x A + b) B, scaled to length 1. It begins as what changes nothing."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.inward = torch.nn.Linear(DIMENSIONS, _HIDDEN)
        self.outward = torch.nn.Linear(_HIDDEN, DIMENSIONS, bias=False)
        self.drop = torch.nn.Dropout(dropout)
        torch.nn.init.zeros_(self.outward.weight)

    def forward(self, vectors: torch.Tensor) -> torch.Tensor:
        moved = self.outward(self.drop(functional.relu(self.inward(vectors))))
        return functional.normalize(vectors + moved, dim=1)


class _Updated(torch.nn.Module):
    """A dense layer with its low-rank update. It begins as what changes nothing."""

    def __init__(self, dense: torch.nn.Linear, dropout: float) -> None:
        super().__init__()
        self.dense = dense
        start = torch.randn(_RANK, dense.in_features) / math.sqrt(dense.in_features)
        self.down = torch.nn.Parameter(start)
        self.up = torch.nn.Parameter(torch.zeros(dense.out_features, _RANK))
        self.drop = torch.nn.Dropout(dropout)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        whole: torch.Tensor = self.dense(x) + (self.drop(x) @ self.down.T) @ self.up.T
        return whole

    def merged(self) -> torch.nn.Linear:
        """One dense layer that does the same."""
        with torch.no_grad():
            self.dense.weight += self.up @ self.down
        return self.dense


def _pooled(tokens: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
    """The mean of the token vectors, scaled to length 1 (the model card's recipe)."""
    mask = attention_mask.unsqueeze(-1).to(tokens.dtype)
    return functional.normalize((tokens * mask).sum(1) / mask.sum(1).clamp(min=1e-9), dim=1)


def _dense_layers(transformer: Any) -> Iterator[tuple[Any, str]]:
    """(the module that holds it, its name there) of each layer that is updated."""
    for layer in transformer.encoder.layer[_SHARED:]:
        for path in _DENSE:
            parent, _, name = path.rpartition(".")
            yield layer.get_submodule(parent), name
