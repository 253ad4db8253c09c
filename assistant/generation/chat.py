"""Messages -> a model's reply as it comes. The only file that knows LangChain's chat models.

Retries are here and nowhere else: silence, broken connections, 429 and 5xx are tried again while there
is time and nothing has been said; a Retry-After is obeyed, or, when it is longer than the time left, taken
as the end. The time allowed for the whole answer comes in as a deadline.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from typing import Any

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import (
    AIMessage,
    AIMessageChunk,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    ToolMessage,
)
from langchain_core.runnables import RunnableConfig

from assistant.errors import ModelError, SettingsError
from assistant.generation.deadline import Deadline
from assistant.generation.faults import Failure, failure_of
from assistant.generation.messages import Call, Message, Piece, ToolForm, Usage, tokens_of
from assistant.generation.providers import provider_of
from assistant.generation.pump import pumped
from assistant.generation.wording import FAILURES

__all__ = ["Chat", "EmptyReplyError", "open_chat"]

_TRIES = 3
_PAUSE = 0.5  # seconds
_SILENCE = 0.4  # share of the time allowed that a provider may be silent, so that a second try fits
_LEAST_SILENCE = 1.0  # seconds
_MOST_WRITTEN = 6_000  # characters of a reply that is taken as a whole
_REFUSED = 400


class EmptyReplyError(Exception):
    """A reply without a word."""


class Chat:
    """One chat model. Safe to share between threads."""

    def __init__(self, model: BaseChatModel, name: str, pause: float = _PAUSE) -> None:
        """Wrap a model.

        Args:
            model: any LangChain chat model; its own retries should be off.
            name: what the Answer calls its engine.
            pause: seconds before a second attempt where the provider names none; doubled before a third.
        """
        self._model = model
        self.name = name
        self._pause = pause
        self._takes_tools = True  # until it refuses them once

    def stream(
        self,
        messages: Sequence[Message],
        deadline: Deadline,
        tools: Sequence[ToolForm] = (),
        config: RunnableConfig | None = None,
        tries: int = _TRIES,
    ) -> Iterator[Piece]:
        """The reply in pieces: text as it comes, then calls of tools, then the tokens used.

        Args:
            messages: what is sent.
            deadline: of the whole answer.
            tools: what the model may use.
            config: LangChain's, for callbacks.
            tries: how often it may be tried at most.

        Raises:
            ModelError: no reply came, or it broke off; text that was given before stands.
        """
        attempt = 0
        while True:
            attempt += 1
            said = False
            try:
                for piece in self._once(messages, deadline, tools, config):
                    said = said or bool(piece)
                    yield piece
                return
            except Exception as error:  # a client may raise anything; `failure_of` reads what it can
                failure = _late(deadline) or failure_of(error, time.time())
                if failure.status == _REFUSED and tools and self._takes_tools and not said:
                    self._takes_tools = False  # many local models refuse a request that offers tools
                    continue
                wait = failure.after if failure.after is not None else self._pause * 2 ** (attempt - 1)
                if said or not failure.retryable or attempt >= tries or wait >= deadline.left:
                    raise self._error(failure, attempt, said) from error
            deadline.wait(wait)

    def write(
        self,
        messages: Sequence[Message],
        deadline: Deadline,
        config: RunnableConfig | None = None,
        tries: int = _TRIES,
    ) -> tuple[str, int]:
        """The whole reply's text, of an enormous one the beginning, and its tokens; as `stream`."""
        text = ""
        for piece in self.stream(messages, deadline, (), config, tries):
            if isinstance(piece, Usage):
                return text, piece.tokens
            text += piece if isinstance(piece, str) else ""
            if len(text) > _MOST_WRITTEN:
                break
        return text, tokens_of(text)

    def _once(
        self,
        messages: Sequence[Message],
        deadline: Deadline,
        tools: Sequence[ToolForm],
        config: RunnableConfig | None,
    ) -> Iterator[Piece]:
        model: Any = self._model
        if tools and self._takes_tools:
            model = model.bind_tools([_form(tool) for tool in tools])
        sent = [_message(message) for message in messages]
        whole: AIMessageChunk | None = None
        for chunk in pumped(lambda: model.stream(sent, config), deadline):
            whole = chunk if whole is None else whole + chunk
            text = str(chunk.text)
            if text:
                yield text
        if whole is None or not (str(whole.text).strip() or whole.tool_calls):
            raise EmptyReplyError
        yield from _calls(whole)
        yield Usage(_used(whole, messages))

    def _error(self, failure: Failure, attempts: int, said: bool) -> ModelError:
        fault = "broken" if said else failure.fault
        status = f" (HTTP status {failure.status})" if failure.status else ""
        tries = "1 try" if attempts == 1 else f"{attempts} tries"
        message = f"{self.name}: {FAILURES[fault]}{status}, after {tries}."
        return ModelError(message, fault, attempts, failure.status)


def open_chat(model: str, seconds: float) -> Chat:
    """TECHPATH_MODEL -> a Chat; its key is read from the environment by the provider's own package.

    Args:
        model: provider:model.
        seconds: the longest that one answer may take.

    Raises:
        SettingsError: its package or its key is missing; says the command or the variable.
    """
    provider, name = provider_of(model)
    silence = max(_LEAST_SILENCE, seconds * _SILENCE)
    from langchain.chat_models import init_chat_model

    try:
        opened = init_chat_model(name, model_provider=provider.known_as, **provider.options(silence))
    except Exception as error:  # each package raises its own when the key is missing
        key = f" Set {provider.key} to your key." if provider.key else ""
        raise SettingsError(f"TECHPATH_MODEL is {model!r}, and it cannot be opened.{key}") from error
    return Chat(opened, model)


def _late(deadline: Deadline) -> Failure | None:
    return None if deadline.left else Failure("timeout", False)


def _form(tool: ToolForm) -> dict[str, Any]:
    """A tool in OpenAI's form, which LangChain turns into every provider's own."""
    function = {"name": tool.name, "description": tool.description, "parameters": dict(tool.arguments)}
    return {"type": "function", "function": function}


def _message(message: Message) -> BaseMessage:
    if message.role == "system":
        return SystemMessage(message.text)
    if message.role == "tool":
        return ToolMessage(message.text, tool_call_id=message.call)
    if message.role == "user":
        return HumanMessage(message.text)
    calls = [
        {"id": call.id, "name": call.name, "args": dict(call.arguments), "type": "tool_call"}
        for call in message.calls
    ]
    return AIMessage(message.text, tool_calls=calls)


def _calls(whole: AIMessageChunk | None) -> Iterator[Call]:
    for call in whole.tool_calls if whole else ():
        yield Call(call["id"] or call["name"], call["name"], call["args"])


def _used(whole: AIMessageChunk | None, messages: Sequence[Message]) -> int:
    if whole is not None and whole.usage_metadata:
        return int(whole.usage_metadata["total_tokens"])
    said = str(whole.text) if whole is not None else ""
    return tokens_of(said) + sum(tokens_of(message.text) for message in messages)
