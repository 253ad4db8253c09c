"""What a retrieval shows of a question -> what it asks for that no source keeps; None where they answer.

Two things speak for a miss: the question itself is of a kind that sources do not keep, or it hangs on a name
beside which nothing found says what is asked. What was found can speak against both.
"""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.anchors import Anchor, anchors_of, missed_anchor
from assistant.answering.kinds import Missing
from assistant.answering.seen import Seen
from assistant.answering.vocabulary import Vocabulary

__all__ = ["Miss", "missing_of"]

# Chosen on the development cases, with a classifier of kinds that had not seen them. Higher bars refuse more
# of the answered ones there, and of the questions in evals/answerable.yaml, for few of the unanswerable.
_LIKELY = 0.45  # probability that the passages answer, from which a doubtful kind is answered all the same
_PLAINLY = 0.85  # the same where the question alone leaves no doubt
_NO_DOUBT = 0.15  # probability of a kept kind below which it leaves none
_LISTED = 0.8  # likeness from which a section lists what is asked, so that sources keep it
_DOUBTED = 0.65  # probability of a kept kind below which a question asks for something else
_SURELY = 0.4  # below which it says so alone, with no shop, school or trade named in it
_NAMED = frozenset({"employer", "school", "trade"})


@dataclass(frozen=True, slots=True)
class Miss:
    """What is asked for that no source keeps."""

    kind: Missing | None = None  # None where it is only not found
    anchor: Anchor | None = None  # the shop, school or trade that it is asked of


def missing_of(seen: Seen, vocabulary: Vocabulary) -> Miss | None:
    """What is asked for that sources do not keep; the vocabulary knows names of shops, schools and trades."""
    features, kind = seen.features, seen.kind
    if features.kept and features.likeness >= _LISTED and features.usual >= _NO_DOUBT:
        return None
    if seen.answerable >= (_LIKELY if features.usual >= _NO_DOUBT else _PLAINLY):
        return None
    if features.kept and features.usual >= _NO_DOUBT and _is_stated(seen):
        return None
    chunks = [passage.chunk for passage in seen.found]
    missed = missed_anchor(seen.query, chunks, seen.relevance, vocabulary)
    doubted = features.usual < _DOUBTED
    if kind.likeliest in _NAMED:  # a name that is covered speaks against it, and so does none at all
        nameless = not anchors_of(seen.query.standalone, vocabulary)
        doubted = missed is not None or (features.usual < _SURELY and nameless)
    if features.kept and features.named and not doubted:
        return None
    return Miss(missed.kind if missed and features.usual >= _DOUBTED else kind.likeliest, missed)


def _is_stated(seen: Seen) -> bool:
    """Whether the best passage is a record that states a field asked for, of a place or credential named."""
    query = seen.query
    if not (query.states or query.credentials):
        return False
    fields = {field for aspect in query.aspects for field in (*aspect.jurisdiction, *aspect.credential)}
    return any(sentence.field in fields for sentence in seen.found[0].chunk.sentences)
