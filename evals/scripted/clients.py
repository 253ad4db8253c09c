"""A scripted server -> the providers' own clients, pointed at it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from assistant.generation.chat import Chat
from assistant.generation.providers import PROVIDER_TABLE
from evals.scripted.server import ScriptedServer

__all__ = ["CLIENTS", "scripted_chat"]

_KEY = "scripted"


def _openai(address: str, options: Mapping[str, Any]) -> Any:
    from langchain_openai import ChatOpenAI

    return ChatOpenAI(model="scripted", base_url=f"{address}/v1", api_key=_KEY, **options)  # type: ignore[arg-type]


def _anthropic(address: str, options: Mapping[str, Any]) -> Any:
    from langchain_anthropic import ChatAnthropic

    return ChatAnthropic(model_name="scripted", base_url=address, api_key=_KEY, **options)  # type: ignore[arg-type]


def _ollama(address: str, options: Mapping[str, Any]) -> Any:
    from langchain_ollama import ChatOllama

    return ChatOllama(model="scripted", base_url=address, **options)


CLIENTS: Mapping[str, Callable[[str, Mapping[str, Any]], Any]] = {
    "openai": _openai,
    "anthropic": _anthropic,
    "ollama": _ollama,
}


def scripted_chat(provider: str, server: ScriptedServer, silence: float = 5.0, pause: float = 0.5) -> Chat:
    """A Chat through a provider's real client.

    Args:
        provider: one of CLIENTS.
        server: where it goes.
        silence: seconds without a byte that the client stands.
        pause: seconds before a second attempt.
    """
    options = PROVIDER_TABLE[provider].options(silence)
    return Chat(CLIENTS[provider](server.address, options), f"{provider}:scripted", pause)
