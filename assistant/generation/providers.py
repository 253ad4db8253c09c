"""The name of a provider -> the package that speaks with it, and how to get what is missing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from assistant.errors import SettingsError
from assistant.settings import PROVIDERS

__all__ = ["PROVIDER_TABLE", "WINDOW", "Provider", "provider_of"]

WINDOW = 12_288  # tokens: prompts, sources, what tools find, the conversation and the reply, with room


@dataclass(frozen=True, slots=True)
class Provider:
    """How one provider is reached."""

    known_as: str  # to init_chat_model
    package: str  # as imported
    key: str  # the environment variable that holds its key; "" where it needs none
    options: Callable[[float], Mapping[str, Any]]  # seconds of silence allowed -> what its class takes


def _usual(seconds: float) -> Mapping[str, Any]:
    """Retries are ours, in chat.py: two layers of them would multiply."""
    return {"timeout": seconds, "max_retries": 0}


def _ollama(seconds: float) -> Mapping[str, Any]:
    """Ollama cuts off the beginning of what exceeds its window, and its own default is too small."""
    return {"client_kwargs": {"timeout": seconds}, "num_ctx": WINDOW}


PROVIDER_TABLE: Mapping[str, Provider] = {
    "openai": Provider("openai", "langchain_openai", "OPENAI_API_KEY", _usual),
    "anthropic": Provider("anthropic", "langchain_anthropic", "ANTHROPIC_API_KEY", _usual),
    "google": Provider("google_genai", "langchain_google_genai", "GOOGLE_API_KEY", _usual),
    "mistral": Provider("mistralai", "langchain_mistralai", "MISTRAL_API_KEY", _usual),
    "groq": Provider("groq", "langchain_groq", "GROQ_API_KEY", _usual),
    "ollama": Provider("ollama", "langchain_ollama", "", _ollama),
}


def provider_of(model: str) -> tuple[Provider, str]:
    """TECHPATH_MODEL -> its provider and the model's own name.

    Raises:
        SettingsError: the provider is unknown, or its package is not installed; says the command.
    """
    name, _, own = model.partition(":")
    if name not in PROVIDER_TABLE:
        raise SettingsError(f"TECHPATH_MODEL is {model!r}; known providers are: {', '.join(PROVIDERS)}.")
    provider = PROVIDER_TABLE[name]
    if find_spec(provider.package) is None:
        distribution = provider.package.replace("_", "-")
        raise SettingsError(
            f"TECHPATH_MODEL is {model!r}, and {distribution} is not installed. "
            f"In TechPath's folder run: .venv/bin/pip install -e '.[{name}]'"
        )
    return provider, own
