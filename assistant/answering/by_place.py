"""A question about one or more places -> a draft from their records."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from assistant.answering.amounts import holds_amount
from assistant.answering.evidence import Draft, DraftBlock, Evidence, Relevance
from assistant.answering.opening import opening
from assistant.answering.place_fields import Wanted, wanted_of
from assistant.answering.place_statements import Stated, new_ones, statements_of, within
from assistant.answering.places import place_name
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages
from assistant.text import fold, words
from assistant.wording import ASPECT_PHRASES, FIELD_PHRASES, FIELD_QUESTIONS, Wording
from assistant.wording_missing import Whom

__all__ = [
    "board_of",
    "draft_by_place",
    "draft_place_table",
    "place_follow_ups",
    "place_similarity",
    "record_of",
]

_ENTRY_FIELDS = (
    "minimum_age", "diploma", "training", "national_certification", "accepted_exams",
    "background_check", "trainee", "application_fee", "trainee_fee",
)  # fmt: skip
# What every page of a place says; said beside an answer only where it is asked for.
_FURNITURE = frozenset({"overview", "regulation", "credential_name", "board", "how_to_apply"})
_MAX_WORDS = 150  # of the main part; the board's address comes after it
_ENTRY_WORDS = 150  # of steps and conditions together
_MAX_ITEMS = 8
_NEXT_BEST = 0.07  # how far below the best a further statement may lie
_BESIDE = 0.06  # the same, by cosine, where the statement's field was not asked for
_CERTAIN_FIGURE = 0.75  # where a figure is asked for: the wrong figure is the worst answer
_CERTAIN = 0.62  # cosine at which a statement answers although its field was not asked for
_FAVOR = 0.2  # added for a statement of the section that surely answers; nearly as much as for its field
_SURELY = 0.5  # probability from which a section beside these answers, and not the steps of becoming one
_ENTRY_SECTIONS = ("Overview", "How to apply", "Who can apply", "Training", "Working as a trainee", "Fees")
_ENTRY_QUESTION = re.compile(
    r"\b(?:becom\w+|get (?:started|licensed|registered|into)|get (?:my|a|the) (?:\w+ )?(?:licen[sc]e|registration)|steps?|"
    r"requirements?|what do (?:i|you|we|they) need|qualify|want to be|process|path|how (?:do|does|can|would|to)\b.{0,25}\b(?:start|apply|register|be a)|"
    r"what (?:do|should|must) (?:i|we) do (?:first|now|next)|where (?:do|should|can) (?:i|we) (?:start|begin)|first steps?)\b"
)
_PLAN = re.compile(
    r"\b(?:give|make|build|write|draw) (?:me|us|up|a)\b.{0,12}\bplan\b|\bplan (?:to|for) (?:be|get|start)|\bstep by step\b"
)
_OF_SOME = re.compile(r"\btechnicians? who\b")  # a duty of those who vaccinate, compound and the like
_RELATED = 0.45  # cosine at which a known statement is worth saying beside what is unknown
# Cosine below which no statement leads an answer to a question in which no field is recognised: the
# highest that loses nothing on the development turns.
_LEADS = 0.55
_NEEDED_TABLE_FIELDS = ("minimum_age", "diploma", "training", "national_certification", "application_fee",
                        "renewal_cycle", "ce_hours")  # fmt: skip


def record_of(code: str) -> str:
    """The id of a jurisdiction's record."""
    return code.lower()


def draft_by_place(
    query: Query,
    code: str,
    passages: Passages,
    relevance: Relevance,
    shares: Mapping[str, float] | None = None,
) -> Draft | None:
    """What a place's record says on what is asked; None when it has nothing to do with it.

    Args:
        query: what is asked.
        code: the place.
        passages: where its record is.
        relevance: scores sentences for the question.
        shares: how probably each section of the record is the one that answers, by its name; 0..1.
    """
    shares = shares or {}
    record = record_of(code)
    if not passages.has_record(record):
        words_ = Wording.NO_PLACE.format(place=place_name(code))
        return Draft("not_in_sources", (DraftBlock("notice", words=words_),))
    wanted = wanted_of(query)
    first = max(shares, key=lambda section: shares[section], default="")
    other = first and first not in _ENTRY_SECTIONS and shares[first] >= _SURELY
    asks_entry = _ENTRY_QUESTION.search(fold(query.standalone)) and not wanted.aspects and not other
    if asks_entry or _PLAN.search(fold(query.standalone)):
        return _entry(query, code, passages, relevance)
    favored = {section: _FAVOR * share for section, share in shares.items()}
    ranked = statements_of(record, wanted.fields, passages, relevance, favored)
    ranked = _priced_first(ranked, [field for field in wanted.named if field.endswith("_fee")])
    known = any(stated.field in wanted.needs for stated in ranked) and not _lacks_hours(query, wanted, ranked)
    if wanted.fields and not known and not _answers_anyway(query, wanted, ranked[0]):
        return _unknown(query, code, ranked, passages, relevance)
    if not wanted.fields and max(stated.similarity for stated in ranked) < _LEADS:
        return None
    return _answer(query, code, ranked, passages, relevance)


def _priced_first(ranked: Sequence[Stated], fees: Collection[str]) -> list[Stated]:
    """The statements of a fee that was asked for by name, as the record orders them, then the others."""
    named = [stated for stated in ranked if stated.field in fees]
    named.sort(key=lambda stated: (stated.items[0].chunk.start, stated.items[0].sentence.start))
    return [*named, *(stated for stated in ranked if stated.field not in fees)]


def _lacks_hours(query: Query, wanted: Wanted, ranked: Sequence[Stated]) -> bool:
    """Whether the number of CE hours is asked for, and the record knows only what some technicians need.

    Where a state sets no hours of its own, a statement without a number says so.
    """
    if not query.has("ce") or not query.wants_figure or wanted.named or query.has("renewal", "fee"):
        return False
    about = [stated for stated in ranked if stated.field.startswith("ce_")]
    return bool(about) and all(_OF_SOME.search(stated.text) for stated in about)


def _answers_anyway(query: Query, wanted: Wanted, best: Stated) -> bool:
    """Whether a statement of another field answers: it is near enough and speaks of what is asked."""
    if (query.wants_figure or query.has("fee")) and not holds_amount(query, best.text):
        return False
    return _speaks_of(wanted, best) and best.similarity >= (
        _CERTAIN_FIGURE if query.wants_figure else _CERTAIN
    )


def place_similarity(code: str, passages: Passages, relevance: Relevance) -> float:
    """The cosine of the place's best sentence to the question; -1 when it has no record."""
    ranked = statements_of(record_of(code), (), passages, relevance)
    return ranked[0].similarity if ranked else -1.0


def _answer(
    query: Query, code: str, ranked: Sequence[Stated], passages: Passages, relevance: Relevance
) -> Draft:
    """The best statement, then what else the record says on it, field by field."""
    best, wanted = ranked[0], wanted_of(query)
    more = new_ones(_beside(wanted, ranked), [best])
    most = 3 if query.yes_no or not wanted.fields else _MAX_ITEMS
    chosen = within(more, _MAX_WORDS - len(words(best.text)), most, wanted.named)
    evidence = [item for stated in ranked for item in stated.items]
    word = opening(query, replace(best.items[0], score=best.score), evidence)
    if not word and best.field == "how_to_apply" and any(stated.field == best.field for stated in chosen):
        return _entry(query, code, passages, relevance)  # steps are told in their order
    lead = [replace(best.items[0], opening=word), *best.items[1:]]
    blocks = [DraftBlock("paragraph", tuple(lead))]
    if chosen:
        in_order = sorted(
            chosen, key=lambda stated: (stated.items[0].chunk.start, stated.items[0].sentence.start)
        )
        pieces = [piece for stated in in_order for piece in stated.joined()]
        blocks.append(DraftBlock("bullets" if len(pieces) > 1 else "paragraph", tuple(pieces)))
    missing = _missing(wanted, [best, *chosen], ranked, code)
    if missing:
        blocks.append(DraftBlock("notice", words=missing))
    board = board_of(code, passages)
    if board and not query.has("board"):
        blocks.append(DraftBlock("paragraph", tuple(board), lead_in=Wording.BOARD))
    return Draft("answered", tuple(blocks), place_follow_ups(query, code, passages))


def _beside(wanted: Wanted, ranked: Sequence[Stated]) -> list[Stated]:
    """What else may be said: more of the fields asked for, and what speaks of the same nearly as well."""
    best = ranked[0]
    if not wanted.fields:
        near = [stated for stated in ranked[1:] if stated.score >= best.score - _NEXT_BEST]
        return [stated for stated in near if stated.field != "board"]
    return [
        stated
        for stated in ranked[1:]
        if stated.field in wanted.fields
        or (
            stated.field not in _FURNITURE
            and stated.similarity >= best.similarity - _BESIDE
            and _speaks_of(wanted, stated)
        )
    ]


def _speaks_of(wanted: Wanted, stated: Stated) -> bool:
    """Whether a statement has words of an aspect that is asked about."""
    said = fold(stated.text)
    return any(aspect.words.search(said) for aspect in wanted.aspects)


def _missing(wanted: Wanted, said: Sequence[Stated], ranked: Sequence[Stated], code: str) -> str:
    """What was asked by words of its own and is not known, said as unknown; else ""."""
    known = {stated.field for stated in ranked}
    unknown = [FIELD_PHRASES[f] for f in wanted.named if f in FIELD_PHRASES and f not in known]
    if not unknown:
        return ""
    return Wording.PLACE_UNKNOWN.format(what=" and ".join(unknown), place=place_name(code))


def _entry(query: Query, code: str, passages: Passages, relevance: Relevance) -> Draft:
    """How to become a technician in a place: overview, steps, conditions, board."""
    all_stated = statements_of(record_of(code), (), passages, relevance)
    by_field: dict[str, list[Stated]] = {}
    for stated in sorted(all_stated, key=lambda s: (s.items[0].chunk.start, s.items[0].sentence.start)):
        by_field.setdefault(stated.field, []).append(stated)
    overview = (
        by_field.get("overview") or [*by_field.get("regulation", []), *by_field.get("credential_name", [])]
    )[:2]
    steps = by_field.get("how_to_apply", [])
    rules = [stated for field in _ENTRY_FIELDS for stated in by_field.get(field, [])]
    blocks = [DraftBlock("paragraph", tuple(item for stated in overview for item in stated.items[:3]))]
    if steps:
        lead_in = Wording.TO_APPLY.format(place=place_name(code))
        pieces = tuple(replace(p, in_order=True) for stated in steps for p in stated.joined())
        blocks.append(DraftBlock("steps", pieces, lead_in))
    spent = sum(len(words(stated.text)) for stated in [*overview, *steps])
    chosen = within(new_ones(rules, [*overview, *steps]), max(45, _ENTRY_WORDS - spent), 5)
    if chosen:
        lead_in = Wording.ENTRY_RULES.format(place=place_name(code))
        blocks.append(DraftBlock("bullets", tuple(p for stated in chosen for p in stated.joined()), lead_in))
    board = board_of(code, passages)
    if board:
        blocks.append(DraftBlock("paragraph", tuple(board), Wording.BOARD))
    follow_ups = place_follow_ups(query, code, passages, (*_ENTRY_FIELDS, "how_to_apply"))
    return Draft("answered", tuple(b for b in blocks if b.items), follow_ups)


def _unknown(
    query: Query, code: str, ranked: Sequence[Stated], passages: Passages, relevance: Relevance
) -> Draft:
    """What is asked is not known of this place: say so, say what is near it, and who decides."""
    what = next((ASPECT_PHRASES[a.name] for a in query.aspects if a.name in ASPECT_PHRASES), "that")
    wanted = wanted_of(query)
    fields: Collection[str] = wanted.fields
    if wanted.needs == {query.field}:
        what, fields = FIELD_PHRASES.get(query.field or "", what), wanted.needs
    said = Wording.PLACE_UNKNOWN.format(what=what, place=place_name(code))
    board = board_of(code, passages)
    closing = Whom.PLACE if board else Whom.STATE
    blocks = [
        DraftBlock("notice", words=f"{said} {closing}"),
        DraftBlock("paragraph", tuple(board)),
    ]
    near = new_ones([s for s in ranked if s.field in fields and s.similarity >= _RELATED], [])[:2]
    pieces = tuple(piece for stated in near for piece in stated.joined())
    blocks.append(DraftBlock("bullets", pieces, Wording.FROM_NEARBY))
    return Draft(
        "not_in_sources",
        tuple(block for block in blocks if block.items or block.words),
        place_follow_ups(query, code, passages),
    )


def draft_place_table(query: Query, passages: Passages, relevance: Relevance) -> Draft | None:
    """Two to four places side by side: a row a field, a column a place; unknown says so."""
    codes = [code for code in query.states if passages.has_record(record_of(code))][:4]
    if len(codes) < 2:
        return None
    wanted = [f for f in wanted_of(query).fields if f not in ("overview", "how_to_apply", "board")] or list(
        _NEEDED_TABLE_FIELDS
    )
    rows: list[tuple[Evidence | str, ...]] = []
    for field in wanted[:6]:
        cells: list[Evidence | str] = []
        for code in codes:
            found = _evidence(passages, record_of(code), (field,))
            cells.append(found[0] if found else "not in my sources")
        if any(isinstance(cell, Evidence) for cell in cells):
            rows.append((field.replace("_", " ").capitalize().replace("Ce ", "CE "), *cells))
    if not rows:
        return None
    header = ("", *(place_name(code, True) for code in codes))
    follow_ups = tuple(FIELD_QUESTIONS["how_to_apply"].format(place=place_name(code)) for code in codes)
    return Draft("answered", (DraftBlock("table", header=header, rows=tuple(rows)),), follow_ups[:3])


def place_follow_ups(
    query: Query, code: str, passages: Passages, said: Collection[str] = ()
) -> tuple[str, ...]:
    """Up to three next questions that the place's record can answer, beside the fields said."""
    asked = {*wanted_of(query).fields, *said}
    known = {row.sentence.field for row in passages.statements(record_of(code))}
    return tuple(
        question.format(place=place_name(code))
        for field, question in FIELD_QUESTIONS.items()
        if field in known and field not in asked
    )[:3]


def _evidence(passages: Passages, record: str, fields: Sequence[str]) -> list[Evidence]:
    return [Evidence(row.chunk, row.sentence) for row in passages.statements(record, fields)]


def board_of(code: str, passages: Passages) -> list[Evidence]:
    """How to reach the board of a place."""
    return _evidence(passages, record_of(code), ("board",))[:2]
