"""What retrieval shows of a question -> whether it is declined, where no pattern has told it already."""

from __future__ import annotations

from assistant.answering.guard import Refusal
from assistant.answering.intents import Intents
from assistant.answering.seen import Seen
from assistant.answering.tool_link import wants_fit

__all__ = ["verdict"]

_WELL_ANSWERED = 0.5  # probability that the passages answer, from which a question is not off topic
_PLAINLY_OUTSIDE = 0.1  # probability of the field below which no state's name and no likeness makes it ours
_LIKE_OURS = 0.6  # likeness to a listed question from which one that is not plainly outside is ours


def verdict(seen: Seen, intents: Intents, threshold: float) -> Refusal | None:
    """The classifier's verdict; what names our field, or is answered well, is not off topic.

    Who asks which work suits them tells of themselves, a diagnosis perhaps, and asks for no advice on it.

    Args:
        seen: the question with what was found.
        intents: the classifier.
        threshold: of the probability that the passages answer, below which they do not, 0..1.
    """
    query, features = seen.query, seen.features
    if wants_fit(query):
        return None
    inside = features.inside >= _PLAINLY_OUTSIDE
    named = bool(query.credentials or query.compares_places or (query.states and query.aspects and inside))
    unanswered = seen.answerable < threshold and bool(features.kept) and not named
    refusal = intents.refusal(seen.vector, features, unanswered)
    listed = inside and features.likeness >= _LIKE_OURS
    ours = named or listed or seen.answerable >= _WELL_ANSWERED
    return None if refusal == "off_topic" and ours else refusal
