"""The product as LangChain knows chains: a Runnable from a question to an Answer.

`invoke`, `batch`, `ainvoke` and `abatch` give an Answer. `stream` and `astream` give Answers that grow;
the last is the one that `invoke` gives, and what LangChain puts behind this chain takes just that.
Callbacks reach the model's own calls, so that tracing shows them as children of this run.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from langchain_core.callbacks import CallbackManagerForChainRun
from langchain_core.runnables import Runnable, RunnableConfig
from langchain_core.runnables.config import patch_config, run_in_executor

from assistant.errors import WrongUseError
from assistant.generation.asked import Asked
from assistant.generation.events import Done, Event, Said
from assistant.types import Answer, Profile

__all__ = ["AnswerChain", "Question"]

Question = str | Mapping[str, Any]
_KEYS = frozenset({"question", "history", "profile", "visitor"})


class AnswerChain(Runnable[Question, Answer]):
    """A chain over whatever engine `events` runs."""

    name = "TechPath"

    def __init__(self, events: Callable[[Asked], Iterator[Event]]) -> None:
        """Wrap an engine.

        Args:
            events: a question -> events, the last of them a `Done`.
        """
        self._events = events

    def invoke(self, input: Question, config: RunnableConfig | None = None, **kwargs: Any) -> Answer:
        """The Answer to a question.

        Args:
            input: the question as text, or {"question", "history", "profile", "visitor"}, of which only
                the first must be given; history holds Turns, profile is a Profile.
            config: callbacks, tags, metadata.
            **kwargs: not used.
        """
        return self._call_with_config(self._answer, input, config)

    def stream(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any
    ) -> Iterator[Answer]:
        """The Answer as it grows; the last is complete, and the others hold no more than stands."""
        yield from self._transform_stream_with_config(iter([input]), self._answers, config)

    async def astream(
        self, input: Question, config: RunnableConfig | None = None, **kwargs: Any
    ) -> AsyncIterator[Answer]:
        """The same without blocking the loop."""
        answers = self.stream(input, config)
        while (answer := await run_in_executor(config, next, answers, None)) is not None:
            yield answer

    def _answer(
        self, input: Question, run_manager: CallbackManagerForChainRun, config: RunnableConfig
    ) -> Answer:
        *_, last = self._answers(iter([input]), run_manager, config)
        return last

    def _answers(
        self, inputs: Iterator[Question], run_manager: CallbackManagerForChainRun, config: RunnableConfig
    ) -> Iterator[Answer]:
        child = patch_config(config, callbacks=run_manager.get_child())
        for input in inputs:
            asked = _asked(input, child)
            known = asked.profile or Profile()
            growing = Answer(asked.question, asked.question, "answered", "", (), (), known)
            for event in self._events(asked):
                if isinstance(event, Said):
                    yield replace(growing, blocks=event.blocks, citations=event.citations)
                elif isinstance(event, Done):
                    yield event.answer


def _asked(input: Question, config: RunnableConfig) -> Asked:
    if isinstance(input, str):
        return Asked(input, config=config)
    unknown = sorted(set(input) - _KEYS)
    if unknown or not isinstance(input.get("question"), str):
        wrong = f"unknown key {unknown[0]!r}" if unknown else '"question" must be a text'
        raise WrongUseError(f"The chain takes a question or {{{', '.join(sorted(_KEYS))}}}: {wrong}.")
    return Asked(
        input["question"],
        tuple(input.get("history") or ()),
        input.get("profile"),
        input.get("visitor") or "",
        config,
    )
