"""A question that the sources do not cover -> what is missing, whom to ask, and the general fact near it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answering.by_place import board_of, place_follow_ups
from assistant.answering.by_section import SectionScore, draft_by_section
from assistant.answering.evidence import Draft, DraftBlock, Evidence, Relevance
from assistant.answering.missing import Miss
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages
from assistant.text import fold
from assistant.wording import STARTERS, Wording
from assistant.wording_missing import MISSING, Whom

__all__ = ["draft_uncovered"]

_NEARBY = 0.6  # cosine from which a general sentence helps somebody whose particular is missing
_SENTENCES = 2
# Beside these a general fact of ours would be about something else.
_NOTHING_NEAR = frozenset({"abroad", "trade", "local", "person"})
# A state decides these too, but so do certifiers, schools and shops.
_OF_MANY = frozenset({"fee", "training", "become", "certification", "experience"})
_BOARD = re.compile(
    r"\b(?:boards?|licen[sc]\w*|registrations?|registered|permit|inspector|legislat\w+|law)\b"
)
_JOB = re.compile(
    r"\b(?:jobs?|hiring|vacanc\w+|job openings?|interviews?|hire|shifts?|store|pharmacy|hospital)\b"
)
_CLASS = re.compile(r"\b(?:class\w*|course|program|seats?|semester|cohort|enroll\w*|school|college|campus)\b")
_TEST = re.compile(
    r"\b(?:test(?:ing)? cent(?:er|re)|pearson|psi|exam (?:date|slot|appointment)|appointments?)\b"
)
_EXAM = re.compile(r"\b(?:exam|test|score|certification|ptcb|ptce|cpht|ce|hours|credits)\b")


def draft_uncovered(
    query: Query, miss: Miss, ranked: Sequence[SectionScore], passages: Passages, relevance: Relevance
) -> Draft:
    """Say first what is missing and who knows it, then the general fact where one is near."""
    if miss.kind == "own" and not miss.anchor and not query.state and query.by_state and query.has("renewal"):
        ask = DraftBlock("ask", words=f"{MISSING['own']} {Wording.ASK_STATE}")
        return Draft("clarify", (ask,))  # the rule that sets a person's own date is a state's
    said = [Wording.NOT_COVERED, *([MISSING[miss.kind]] if miss.kind else [])]
    board = board_of(query.state, passages) if query.state and _asks_board(query, miss) else []
    whom = Whom.PLACE if board else _whom(query, miss)
    blocks = [
        DraftBlock("notice", words=" ".join([*said, whom])),
        DraftBlock("paragraph", tuple(board)),
        DraftBlock("paragraph", _nearby(query, miss, ranked, passages, relevance), Wording.FROM_NEARBY),
    ]
    follow_ups = (
        place_follow_ups(query, query.state, passages)
        if query.state
        else tuple(questions[0] for questions in STARTERS.values())
    )
    return Draft("not_in_sources", tuple(block for block in blocks if block.items or block.words), follow_ups)


def _asks_board(query: Query, miss: Miss) -> bool:
    """Whether a board of pharmacy is the one to ask."""
    if miss.anchor or miss.kind in ("abroad", "trade", "employer", "school", "detail"):
        return False
    folded = fold(query.standalone)
    of_state = any(aspect.by_state and aspect.name not in _OF_MANY for aspect in query.aspects)
    return bool(_BOARD.search(folded)) or (of_state and not query.credentials and not _EXAM.search(folded))


def _whom(query: Query, miss: Miss) -> str:
    """The sentence that names who knows it: the one named, else by what is asked for."""
    of_kind = {
        "employer": Whom.EMPLOYER,
        "school": Whom.SCHOOL,
        "abroad": Whom.ABROAD,
        "trade": Whom.TRADE,
    }
    kind = miss.anchor.kind if miss.anchor and miss.kind != "abroad" else miss.kind
    if kind in of_kind:
        return of_kind[kind]
    folded = fold(query.standalone)
    if _TEST.search(folded) and kind in ("live", "local"):
        return Whom.TEST_CENTER
    if _asks_board(query, miss):
        return Whom.STATE
    if "ptcb-cpht" in query.credentials:
        return Whom.PTCB
    if "nha-cpht" in query.credentials:
        return Whom.NHA
    if kind == "own":
        return Whom.CERTIFIER if _EXAM.search(folded) else Whom.BOTH
    if kind in ("live", "person", "local") and _CLASS.search(folded):
        return Whom.SCHOOL
    if kind in ("live", "person", "local") and _JOB.search(folded):
        return Whom.EMPLOYER
    last = {
        "live": Whom.OFFICE,
        "person": Whom.OFFICE,
        "local": Whom.OFFICE,
        "future": Whom.DECIDES,
        "count": Whom.COUNTS,
        "detail": Whom.MAKER,
    }
    return last.get(kind or "", Whom.ANYBODY)


def _nearby(
    query: Query, miss: Miss, ranked: Sequence[SectionScore], passages: Passages, relevance: Relevance
) -> tuple[Evidence, ...]:
    """The first sentences of the best general section, where it is near enough to help."""
    if miss.kind in _NOTHING_NEAR:
        return ()
    places = (None, *query.places)
    general = [section for section in ranked if section.chunk.jurisdiction in places]
    draft = draft_by_section(query, general, passages, relevance) if general else None
    if draft is None or not draft.blocks:
        return ()
    items = draft.blocks[0].items
    if max((item.score for item in items), default=0.0) < _NEARBY:
        return ()
    return items[:_SENTENCES]
