"""Where the parts are put together; reads as a table of contents."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from assistant.answering.answerable import load_calibration
from assistant.answering.chain import Chain, Found
from assistant.answering.intents import load_intents
from assistant.answering.vocabulary import load_vocabulary
from assistant.generation.asked import Asked, Engine
from assistant.generation.embedded import EmbeddedEngine
from assistant.generation.events import Event
from assistant.generation.spending import DailySpending
from assistant.guidance.shelf import Shelf, shelf_of
from assistant.retrieval.index import Index, IndexWatcher
from assistant.retrieval.retriever import Filters
from assistant.settings import Settings, read_settings
from assistant.types import Answer, Profile, Turn

if TYPE_CHECKING:  # LangChain takes a second to import, and only a model or a chain needs it
    from langchain_core.language_models import BaseChatModel

    from assistant.generation.chat import Chat
    from assistant.generation.runnable import AnswerChain

__all__ = ["Assistant", "build_assistant", "build_chain", "build_embedded"]


class Assistant:
    """Answers from the current index, and moves to a new one when an ingest has switched."""

    def __init__(self, settings: Settings, chat: Chat | None = None) -> None:
        self._settings = settings
        self._watcher = IndexWatcher(settings)
        self._lock = threading.Lock()
        self._chain: tuple[str, Chain] | None = None
        self._engine: tuple[str, Engine] | None = None
        self._chat = chat
        self._spending = DailySpending(settings.model_tokens)
        self._shelf: tuple[str, Shelf] | None = None

    def ask(
        self,
        question: str,
        history: Sequence[Turn] = (),
        profile: Profile | None = None,
        visitor: str = "",
    ) -> Answer:
        """The Answer to a question; raises IndexMissingError when nothing was ingested.

        Args:
            question: as asked.
            history: the conversation before it, oldest first.
            profile: what is known of the person.
            visitor: whose share of the model's tokens it is; any text that tells visitors apart.
        """
        *_, done = self.stream(question, history, profile, visitor)
        return done.answer  # type: ignore[union-attr]  # the last event is a Done

    def stream(
        self,
        question: str,
        history: Sequence[Turn] = (),
        profile: Profile | None = None,
        visitor: str = "",
        config: Any = None,
        corrected: bool = False,
    ) -> Iterator[Event]:
        """The same as events: what stands so far, what fell, and at last a `Done` with the Answer.

        Args:
            question: as asked.
            history: the conversation before it, oldest first.
            profile: what is known of the person.
            visitor: whose share of the model's tokens it is.
            config: LangChain's RunnableConfig, for callbacks and tracing.
            corrected: the profile stands as the person set it, whatever the question tells of them.
        """
        yield from self.engine().stream(Asked(question, history, profile, visitor, config, corrected))

    @property
    def has_model(self) -> bool:
        """Whether a language model writes, so that answers come sentence by sentence."""
        return bool(self._settings.model or self._chat)

    def open_model(self) -> None:
        """Open the model that is set, if any, so that a missing package or key is told at once.

        Raises:
            SettingsError: it cannot be opened; says what to install or to set.
        """
        if self.has_model:
            self._opened()

    def search(
        self,
        question: str,
        history: Sequence[str] = (),
        k: int = 10,
        filters: Filters | None = None,
        profile: Profile | None = None,
    ) -> Found:
        """The passages for a question and how probably they answer it."""
        return self.chain().search(question, history, k, filters, profile)

    def chain(self) -> Chain:
        """The chain on the current index."""
        index = self.index()
        with self._lock:
            if self._chain is None or self._chain[0] != index.generation:
                self._chain = (index.generation, build_embedded(index))
            return self._chain[1]

    def engine(self) -> Engine:
        """What answers from the current index: the model that is set, or the embedded engine.

        Raises:
            SettingsError: the model cannot be opened; says what to install or to set.
        """
        chain = self.chain()
        if not self.has_model:
            return EmbeddedEngine(chain)
        with self._lock:
            generation = chain.index.generation
            if self._engine is None or self._engine[0] != generation:
                self._engine = (generation, self._model_engine(chain))
            return self._engine[1]

    def _model_engine(self, chain: Chain) -> Engine:
        from assistant.generation.engine import ModelEngine
        from assistant.generation.tools.every import every_tool
        from assistant.judging.judge import Judge
        from assistant.judging.support import load_bar

        judge = Judge(chain.vocabulary, chain.rarity, chain.index.encoder.encode, load_bar())
        toolbox = every_tool(chain.index.passages)
        seconds = self._settings.model_seconds
        return ModelEngine(chain, self._opened(), judge, toolbox, self._spending, seconds)

    def _opened(self) -> Chat:
        if self._chat is None:
            from assistant.generation.chat import open_chat

            self._chat = open_chat(self._settings.model, self._settings.model_seconds)
        return self._chat

    def shelf(self) -> Shelf:
        """The records of the current index, for the guidance tools."""
        index = self.index()
        with self._lock:
            if self._shelf is None or self._shelf[0] != index.generation:
                passages = index.passages
                self._shelf = (index.generation, shelf_of(passages.records(), passages.sources()))
            return self._shelf[1]

    def index(self) -> Index:
        """The current index."""
        return self._watcher.get()


def build_assistant(settings: Settings) -> Assistant:
    """An Assistant; nothing is opened before the first question."""
    return Assistant(settings)


def build_chain(settings: Settings | None = None, model: BaseChatModel | None = None) -> AnswerChain:
    """The whole product as a LangChain Runnable: a question, or a dict with one, -> an Answer.

    Args:
        settings: default: the environment's.
        model: a chat model of your own in place of TECHPATH_MODEL; switch its retries off.
    """
    from assistant.generation.chat import Chat
    from assistant.generation.runnable import AnswerChain

    chat = Chat(model, type(model).__name__) if model is not None else None
    assistant = Assistant(settings or read_settings(), chat)
    return AnswerChain(lambda asked: assistant.engine().stream(asked))


def build_embedded(index: Index) -> Chain:
    """The embedded engine on one index."""
    return Chain(index, load_vocabulary(), load_calibration(), load_intents())
