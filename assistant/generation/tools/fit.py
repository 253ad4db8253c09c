"""The tool that ranks specialties by what a person likes and dislikes."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel, Field

from assistant.errors import WrongUseError
from assistant.generation.context import Citable
from assistant.generation.tools.guided import guided
from assistant.generation.tools.toolbox import Tool
from assistant.guidance.cited import Cited
from assistant.guidance.fit import Fit, Ranked, fit
from assistant.guidance.own_words import read_own_words
from assistant.guidance.reasons import Answers
from assistant.guidance.shelf import Shelf
from assistant.retrieval.passages import Passages
from assistant.wording_fit import FitWording

__all__ = ["Wanted", "fit_tool"]

_BEST = 3  # specialties told


class Wanted(BaseModel):
    """What a person said of themselves."""

    text: str = Field(
        description="What the person likes and dislikes at work, in their own words, and nothing added.",
        min_length=3,
        max_length=2_000,
    )


def fit_tool(shelf: Shelf, passages: Passages) -> Tool:
    """The ranking, on one index."""
    return Tool(
        "fit",
        "The specialties that fit a person best, with what speaks for and against each. Use it when the "
        "person asks what suits them and has said what they like or dislike.",
        Wanted,
        lambda given: list(_ranking(_found(given, shelf), passages)),
    )


def _found(given: Wanted, shelf: Shelf) -> Fit:
    words = read_own_words(given.text)
    answers = Answers(wishes=words.wishes)
    if not answers:
        raise WrongUseError(FitWording.FEW)
    return fit(shelf, answers, words.profile)


def _ranking(found: Fit, passages: Passages) -> Iterator[Citable]:
    best = found.ranking[:_BEST]
    yield from guided((_place(one, len(found.ranking)) for one in best), FitWording.RANKED, passages)
    for one in best:
        about = f"{one.name} | {FitWording.RANKED}"
        yield from guided((one.what, *(reason.cited for reason in one.reasons)), about, passages)
        yield from guided(one.way_in.every_cited(), one.name, passages)


def _place(one: Ranked, count: int) -> Cited:
    """Where a specialty stands, carried by what it is and by the reasons."""
    text = FitWording.PLACE.format(name=one.name, rank=one.rank, count=count)
    support = (*one.what.support, *(item for reason in one.reasons for item in reason.cited.support))
    return Cited(text, support, computed=True)
