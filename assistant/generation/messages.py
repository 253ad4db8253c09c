"""The nouns of talking with a model: what is sent, and the pieces in which a reply comes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

__all__ = ["Call", "Message", "Piece", "ToolForm", "Usage", "tokens_of"]

_CHARACTERS_A_TOKEN = 4  # of English, as the providers' own guides estimate it


@dataclass(frozen=True, slots=True)
class Call:
    """The model's wish to use a tool."""

    id: str
    name: str
    arguments: Mapping[str, Any]  # as the model gave them; not yet checked


@dataclass(frozen=True, slots=True)
class Message:
    """One message of the exchange."""

    role: Literal["system", "user", "assistant", "tool"]
    text: str
    calls: tuple[Call, ...] = ()  # of an assistant's message
    call: str = ""  # of a tool's message: the id of the call that it answers


@dataclass(frozen=True, slots=True)
class Usage:
    """Tokens of one call, in and out; estimated where the provider does not say."""

    tokens: int


@dataclass(frozen=True, slots=True)
class ToolForm:
    """What a model is told of a tool."""

    name: str
    description: str
    arguments: Mapping[str, Any]  # JSON schema


Piece = str | Call | Usage  # of a reply: text as it comes, then the calls, then the usage


def tokens_of(text: str) -> int:
    """An estimate of how many tokens a text is, at least 1."""
    return len(text) // _CHARACTERS_A_TOKEN + 1
