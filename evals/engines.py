"""The name of an engine -> the engine on the current index, as the runner takes it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assistant.errors import WrongUseError
from assistant.settings import Settings
from evals.embedded import embedded_engine
from evals.model import model_engine
from evals.run import Checks, Engine

__all__ = ["ENGINES", "open_engine"]

# A factory raises IndexMissingError when nothing was ingested.
ENGINES: Mapping[str, Callable[[Settings], tuple[Engine, Checks]]] = {
    "embedded": embedded_engine,
    "model": model_engine,
}


def open_engine(name: str, settings: Settings) -> tuple[Engine, Checks]:
    """The engine of this name, and what its answers are checked against."""
    if name not in ENGINES:
        raise WrongUseError(f"--engine is {name!r}; it must be one of: {', '.join(ENGINES)}")
    return ENGINES[name](settings)
