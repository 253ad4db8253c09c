"""What a reader is told of the language model, and why a sentence of it could not stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from assistant.judging.judge import FaultKind

__all__ = ["BROKEN_OFF", "FAILURES", "NOTICES", "FallbackReason", "fault_words"]

FallbackReason = Literal["failed", "ungrounded", "late", "spent"]

# Why the embedded engine answers although a model is set.
NOTICES: Mapping[FallbackReason, str] = {
    "failed": (
        "The language model could not be reached just now. This answer is put together from the "
        "sources without it."
    ),
    "ungrounded": (
        "What the language model wrote did not hold up against the sources, so it is not shown. This "
        "answer is put together from the sources without it."
    ),
    "late": ("The language model took too long. This answer is put together from the sources without it."),
    "spent": (
        "Today's share of the language model is used up. This answer is put together from the sources "
        "without it; tomorrow the model writes again."
    ),
}
BROKEN_OFF = (
    "The language model stopped before it was done, so something may be missing here. Ask again, or "
    "ask about one part of it."
)

# How a model failed -> what its owner is told.
FAILURES: Mapping[str, str] = {
    "timeout": "it did not answer in time",
    "limit": "its provider says that too much was asked of it, or that the account is used up",
    "server": "its provider is out of order just now",
    "denied": "its provider does not accept the key",
    "refused": "its provider refuses the request; is the model's name right?",
    "connection": "it cannot be reached",
    "empty": "it answered without a word",
    "garbage": "its answer cannot be read; is the address right?",
    "broken": "its answer broke off",
}
# Why a sentence could not stand; {detail} is the words at fault.
_FAULTS: Mapping[FaultKind, str] = {
    "source": "it names no source that was found",
    "form": "it is no plain statement",
    "address": "its source does not give the address {detail}",
    "place": "its source speaks of another place ({detail})",
    "name": "its source does not name {detail}",
    "figure": "its source gives no such figure or date ({detail})",
    "meaning": "its source says it otherwise ({detail})",
    "support": "its source does not say this",
}


def fault_words(kind: FaultKind, detail: str) -> str:
    """Why a sentence could not stand, in words."""
    return _FAULTS[kind].format(detail=detail)
