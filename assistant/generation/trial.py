"""A setting -> whether the model that it names answers, for `techpath doctor`."""

from __future__ import annotations

import time

from assistant.answering.prompts import TRY
from assistant.generation.chat import open_chat
from assistant.generation.deadline import Deadline
from assistant.generation.messages import Message

__all__ = ["try_model"]

_SECONDS = 20.0


def try_model(model: str) -> str:
    """Ask the model for one word; tells how long it took.

    Args:
        model: provider:model, as in TECHPATH_MODEL.

    Raises:
        SettingsError: its package or its key is missing.
        ModelError: it does not answer.
    """
    started = time.monotonic()
    open_chat(model, _SECONDS).write([Message("user", TRY.fill())], Deadline(_SECONDS))
    return f"{model} answered in {time.monotonic() - started:.1f} s"
