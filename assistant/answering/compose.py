"""A Query and its passages -> a Draft: the embedded engine's decision of what to say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.answering.by_credential import draft_credentials
from assistant.answering.by_place import (
    draft_by_place,
    draft_place_table,
    place_similarity,
)
from assistant.answering.by_school import asks_for_schools, draft_schools
from assistant.answering.by_section import SectionScore, draft_by_section, rank_sections
from assistant.answering.by_wage import draft_wages
from assistant.answering.earnings import asks_earnings
from assistant.answering.evidence import Draft, DraftBlock, Relevance
from assistant.answering.hours_left import draft_hours_left
from assistant.answering.missing import Miss
from assistant.answering.more_of_place import draft_more_of_place
from assistant.answering.place_or_guide import lead_of, shares_of, with_guide
from assistant.answering.places import find_places
from assistant.answering.uncovered import draft_uncovered
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages
from assistant.text import fold
from assistant.types import Passage
from assistant.wording import DECLINED, GREETING, STARTERS, Wording

__all__ = ["compose", "compose_refusal"]

_NATIONAL = frozenset({"pass", "fee", "renewal", "ce", "late", "become", "certification"})
_STATE_WORDS = re.compile(
    r"\b(?:requires?|required|accepts?|accepted|recogni\w+|regist\w+|licen\w+|boards?|laws?|mandatory|legal\w*|state)\b"
)
_CERTIFIERS = re.compile(r"\b(?:ptcb|nha|cpht|ptce|excpt)\b")
# A certifier is asked about, whatever place is named beside it.
_CERTIFIER_ACTS = re.compile(r"\b(?:do|does|will|would|can|could) (?:the )?(?:ptcb|nha)\b")
_BOARD_ACTS = re.compile(
    r"\b(?:they|the board|my (?:board|state)|this state)\b.{0,12}\b(?:accept|take|require|recogni[sz]e|want|count)"
)
# By which a guide's section is above the place's: of 12 unseen questions of this kind the guide answered 11.
_BEHIND = 0.5
_CLEARLY_BETTER = 0.02  # cosine by which a place's own sentence must beat the general ones
_GENERAL_SENTENCES = 2
_GENERAL_FIT = 0.55  # cosine from which a general sentence is worth adding to a place's answer
_ASKS_THE_LIKE = 0.6  # likeness below which no section asks what is asked of one's own state
_ALL_STATES = re.compile(
    r"\b(?:national(?:ly)?|federal|which states|what states|any states?|all states|every state|states)\b"
)
_SPEAKS_OF_STATES = re.compile(
    r"\b(?:depends?|differs?|var(?:y|ies))\b(?=[^:.]{0,60}\b(?:states?|boards?|where|places?)\b)|\bit depends\W*$|"
    r"\byour (?:own )?(?:state|board)(?!'s? (?:permission|own))|\beach state\b|\b(?:state|board)s? (?:sets?|decides?)\b",
    re.IGNORECASE,
)
_OF_ONES_OWN = re.compile(
    r"\bmy (?:own )?(?:state |tech |technician )?(?:renewal|licen[sc]e|registration|permit|board)\b|\bthe board\b"
)
_STATE_LAW = (
    "vaccines",
    "verification",
    "ratio",
    "age",
    "diploma",
    "background",
    "criminal",
    "transfer",
    "trainee",
)


# What a technician may do is a state's to say, whatever the question's words.
_ONLY_STATES_SAY = ("scope", "vaccines", "verification", "ratio")


def compose_refusal(query: Query) -> Draft:
    """What is said instead of an answer."""
    starters = tuple(questions[0] for questions in STARTERS.values())
    if query.refusal == "greeting":
        return Draft("clarify", (DraftBlock("notice", words=GREETING),), starters)
    said = DECLINED[query.refusal or "off_topic"]
    return Draft("declined", (DraftBlock("notice", words=said),), starters)


def compose(
    query: Query,
    found: Sequence[Passage],
    answerable: float,
    threshold: float,
    passages: Passages,
    relevance: Relevance,
    said: frozenset[str] = frozenset(),
    missing: Miss | None = None,
) -> Draft:
    """Decide what to say.

    Args:
        query: what is asked.
        found: the passages, best first.
        answerable: probability that the passages answer, 0..1.
        threshold: below it the answer is "not in my sources".
        passages: the index's chunks and records.
        relevance: scores sentences for this question.
        said: sentences already shown, not to be repeated when more is wanted.
        missing: what is asked for that sources do not keep.
    """
    ranked = rank_sections(query, found, relevance)
    if missing:
        return draft_uncovered(query, missing, ranked, passages, relevance)
    by_record = (
        _more_of_record(query, found, ranked, passages, relevance, said)
        if query.wants_more
        else _from_records(query, found, ranked, passages, relevance)
    )
    if by_record is not None:
        return by_record
    unanswered = answerable < threshold
    own = query.by_state and _OF_ONES_OWN.search(fold(query.standalone))
    aside = own and (found[0].likeness < _ASKS_THE_LIKE or _of_a_certifier(query, found[0]))
    if not query.state and (aside or (unanswered and (own or query.has(*_ONLY_STATES_SAY)))):
        return Draft("clarify", (DraftBlock("ask", words=Wording.ASK_STATE),))
    if unanswered:
        return draft_uncovered(query, Miss(), ranked, passages, relevance)
    places = () if _only_pay(query) else query.states
    general = [s for s in ranked if s.chunk.jurisdiction in (None, *places)] or ranked
    if not query.states and query.profile.state:
        general = [s for s in general if s.chunk.jurisdiction in (None, query.profile.state)] or general
    section = draft_by_section(query, general, passages, relevance, said)
    if section is None:
        return Draft("clarify", (DraftBlock("ask", words=Wording.NOTHING_MORE),))
    return section if query.state else _with_ask(query, section)


def _of_a_certifier(query: Query, best: Passage) -> bool:
    """Whether what was found is about a national credential, which the question does not name."""
    asked = bool(query.credentials) or query.has("certification")
    return not asked and bool(_CERTIFIERS.search(fold(f"{best.chunk.title} {best.chunk.section}")))


def _from_records(
    query: Query,
    found: Sequence[Passage],
    ranked: Sequence[SectionScore],
    passages: Passages,
    relevance: Relevance,
) -> Draft | None:
    """The answer of the records, where they are what the question is about."""
    own = (
        draft_hours_left(query, passages)
        or draft_wages(query, passages)
        or draft_credentials(query, passages, relevance)
    )
    if own:
        return own
    if query.compares_places and not _only_pay(query):
        return draft_place_table(query, passages, relevance)
    if query.state and asks_for_schools(query):
        return draft_schools(query, query.state, passages)
    if query.state and _place_decides(query, found, ranked, passages, relevance):
        shares = shares_of(ranked, query.state)
        draft = draft_by_place(query, query.state, passages, relevance, shares)
        if draft and draft.outcome == "answered":
            draft = with_guide(draft, query.state, ranked, relevance)
        return _with_general(query, draft, ranked, relevance) if draft else None
    return None


def _more_of_record(
    query: Query,
    found: Sequence[Passage],
    ranked: Sequence[SectionScore],
    passages: Passages,
    relevance: Relevance,
    said: frozenset[str],
) -> Draft | None:
    """What the place's record tells beside what was said, where the record is what the talk is about."""
    if query.state and _place_decides(query, found, ranked, passages, relevance):
        return draft_more_of_place(query, query.state, passages, relevance, said)
    return None


def _with_general(query: Query, draft: Draft, ranked: Sequence[SectionScore], relevance: Relevance) -> Draft:
    """What holds everywhere, where the place's record is silent or a move is asked about."""
    if draft.outcome != "not_in_sources" and not query.has("transfer"):
        return draft
    for section in ranked[:6]:
        if section.chunk.kind == "guide" and section.chunk.jurisdiction is None:
            said = [
                item
                for item in relevance.evidence(section.chunk)
                if item.sentence.kind in ("paragraph", "bullet") and not find_places(item.text, {})
            ]
            best = sorted(said, key=lambda item: -item.score)[:_GENERAL_SENTENCES]
            if best and best[0].score >= _GENERAL_FIT:
                kept = tuple(replace(item, bare=True) for item in said if item in best)
                return replace(draft, blocks=(*draft.blocks, DraftBlock("paragraph", kept, Wording.GENERAL)))
    return draft


def _with_ask(query: Query, section: Draft) -> Draft:
    """The answer, and the question for the state where the answer depends on it."""
    if not query.by_state or _ALL_STATES.search(fold(query.standalone)):
        return section
    if _differs_by_state(section):
        return Draft(
            "clarify",
            (*section.blocks, DraftBlock("ask", words=Wording.ASK_STATE)),
            section.follow_ups,
        )
    if query.has(*_STATE_LAW) or _OF_ONES_OWN.search(fold(query.standalone)):
        ask = DraftBlock("ask", words=Wording.ASK_STATE_MORE)
        return Draft(section.outcome, (*section.blocks, ask), section.follow_ups)
    return section


def _differs_by_state(section: Draft) -> bool:
    """Whether the answer itself sends the reader to a state."""
    first = next((item.sentence.text for block in section.blocks for item in block.items), "")
    return bool(_SPEAKS_OF_STATES.search(first)) and not first.startswith(("Yes", "No"))


def _only_pay(query: Query) -> bool:
    """Whether earnings are meant, which no state's law sets, and not what one has to pay."""
    if not query.has("pay") or query.has("renewal", "ce", "late"):
        return False
    return not query.has("fee") or asks_earnings(query.standalone)


def _beyond_technician(query: Query) -> bool:
    """Whether another job than a technician's is meant, which a board's rules of entry do not open."""
    return query.has("onward") and not any(aspect.jurisdiction for aspect in query.aspects)


def _place_decides(
    query: Query,
    found: Sequence[Passage],
    ranked: Sequence[SectionScore],
    passages: Passages,
    relevance: Relevance,
) -> bool:
    """Whether the place's own record is what the question is about."""
    state = query.state or ""
    if _only_pay(query) or _beyond_technician(query):
        return False
    by_law = query.has(*_STATE_LAW) and not query.has("transfer")
    if not (query.wants_more or by_law) and lead_of(ranked, state) < -_BEHIND:
        return False
    if query.states:
        near = any(passage.chunk.jurisdiction in query.states for passage in found[:3])
        fields = query.field or any(aspect.jurisdiction for aspect in query.aspects)
        aside = query.field is None and _is_aside(query, found)
        return bool(fields or near) and not _is_national(query) and not aside
    if query.by_state:
        return True
    if query.credentials:
        return _BOARD_ACTS.search(fold(query.standalone)) is not None
    general = [s for s in ranked[:3] if s.chunk.jurisdiction is None]
    best = max((item.score for s in general for item in relevance.evidence(s.chunk)), default=0.0)
    return place_similarity(state, passages, relevance) > best + _CLEARLY_BETTER


def _is_national(query: Query) -> bool:
    """Whether a national credential is asked about, whatever place is named beside it."""
    asked = fold(query.standalone)
    if _CERTIFIER_ACTS.search(asked):
        return True
    aspects = [aspect for aspect in query.aspects if aspect.name != "certification"]
    only_national = bool(aspects) and all(aspect.name in _NATIONAL for aspect in aspects)
    return bool(query.credentials) and only_national and not _STATE_WORDS.search(asked)


def _is_aside(query: Query, found: Sequence[Passage]) -> bool:
    """Whether "in Ohio" only tells where somebody is who asks about a specialty or a workplace."""
    general = bool(found) and found[0].chunk.jurisdiction is None
    return bool(query.topics) and general and not _STATE_WORDS.search(fold(query.standalone))
