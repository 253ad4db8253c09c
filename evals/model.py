"""Settings -> the language model that is set, as the runner takes an engine."""

from __future__ import annotations

from assistant.build import build_assistant
from assistant.errors import WrongUseError
from assistant.settings import Settings
from evals.embedded import checks_on
from evals.run import Checks, Engine

__all__ = ["model_engine"]


def model_engine(settings: Settings) -> tuple[Engine, Checks]:
    """The model behind TECHPATH_MODEL; what its answers are checked against is the same as for any engine.

    Raises:
        WrongUseError: no model is set.
        SettingsError: the model cannot be opened; says what to install or to set.
        IndexMissingError: nothing was ingested.
    """
    if not settings.model:
        raise WrongUseError("--engine model needs TECHPATH_MODEL, for example openai:gpt-4.1-mini")
    assistant = build_assistant(settings)
    assistant.open_model()  # a missing package or key is told before the first question
    return assistant.ask, checks_on(settings)
