"""What the tests with a scripted model share."""

from __future__ import annotations

from collections.abc import Callable

from assistant.build import Assistant
from assistant.types import Answer
from evals.scripted.play import Script

__all__ = ["QUESTION", "SECONDS", "Saying", "Speaking", "notices", "told"]

QUESTION = "How much does it cost to register as a technician in Ohio?"
SECONDS = 30  # that one answer may take; a busy machine needs a few

Speaking = Callable[..., Assistant]  # (provider, seconds, tokens) -> the product with that model
Saying = Callable[..., Script]  # (texts or plays) -> a script that says them in turn


def notices(answer: Answer) -> list[str]:
    """What TechPath says of itself."""
    return [claim.text for block in answer.blocks if block.kind == "notice" for claim in block.claims]


def told(answer: Answer) -> list[str]:
    """What became of each sentence of the model."""
    return [verdict.verdict for verdict in answer.verdicts]
