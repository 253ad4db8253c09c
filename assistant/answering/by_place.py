"""A question about one or more places -> a draft from their records."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from assistant.answering.evidence import (
    Draft,
    DraftBlock,
    Evidence,
    Relevance,
    drop_repeats,
    join_lines,
)
from assistant.answering.opening import opening
from assistant.answering.places import place_name
from assistant.answering.understand import Query
from assistant.retrieval.passages import Passages
from assistant.text import fold, words
from assistant.wording import ASPECT_PHRASES, FIELD_QUESTIONS, Wording

__all__ = [
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
_MAX_WORDS = 150  # of the main part; the board's address comes after it
_MAX_ITEMS = 8
_SAME_FIELD = 0.06  # added for a sentence of a field that the question asks for
_DIRECT = 0.22  # for the field that answers the question most directly
_NEXT_BEST = 0.22  # how far below the best a further sentence may lie
_CERTAIN_FIGURE = 0.75  # the same where a figure is asked for: the wrong figure is the worst answer
_REPEATS = 0.85  # Jaccard; "1 hour on law" and "1 hour on safety" are two statements
_CERTAIN = 0.62  # cosine at which a sentence answers although its field was not asked for
_BROAD = frozenset({"become", "scope"})  # their words stand in many questions
_SECONDARY = frozenset({"certification", "training", "board"})  # only where nothing more special is asked
_ENTRY_QUESTION = re.compile(
    r"\b(?:becom\w+|get (?:started|licensed|registered|into)|get (?:my|a|the) (?:\w+ )?(?:licen[sc]e|registration)|steps?|"
    r"requirements?|what do (?:i|you|we|they) need|qualify|want to be|process|path|how (?:do|does|can|would|to)\b.{0,25}\b(?:start|apply|register|be a))\b"
)
_RELATED = 0.45  # cosine at which a known sentence is worth saying beside what is unknown
# Cosine below which no sentence leads an answer to a question in which no field is recognised: the
# highest that loses nothing on the development turns.
_LEADS = 0.55
_NEEDED_TABLE_FIELDS = ("minimum_age", "diploma", "training", "national_certification", "application_fee",
                        "renewal_cycle", "ce_hours")  # fmt: skip


def record_of(code: str) -> str:
    """The id of a jurisdiction's record."""
    return code.lower()


def draft_by_place(query: Query, code: str, passages: Passages, relevance: Relevance) -> Draft | None:
    """What a place's record says on what is asked; None when it has nothing to do with it."""
    record = record_of(code)
    if not passages.has_record(record):
        words_ = Wording.NO_PLACE.format(place=place_name(code))
        return Draft("not_in_sources", (DraftBlock("notice", words=words_),))
    fields, needs = _fields(query)
    if not fields and _ENTRY_QUESTION.search(fold(query.standalone)):
        return _entry(query, code, passages, relevance)
    ranked = _ranked(fields, record, passages, relevance)
    known = any(item.sentence.field in needs for item in ranked)
    if fields and not known and not _answers_anyway(query, ranked[0], fields):
        direct = [item for item in ranked if item.sentence.field in fields]
        return _unknown(query, code, direct, passages, relevance)
    if not fields and ranked[0].score < _LEADS:
        return None
    return _answer(query, code, ranked, passages, relevance)


def _answers_anyway(query: Query, best: Evidence, fields: Sequence[str]) -> bool:
    """Whether a sentence of another field answers: near enough, and with a figure where one is asked."""
    if query.wants_figure and not any(char.isdigit() for char in best.sentence.text):
        return False
    return _similarity(best, fields) >= (_CERTAIN_FIGURE if query.wants_figure else _CERTAIN)


def place_similarity(code: str, passages: Passages, relevance: Relevance) -> float:
    """The cosine of the place's best sentence to the question; -1 when it has no record."""
    ranked = _ranked((), record_of(code), passages, relevance)
    return ranked[0].score if ranked else -1.0


def _fields(query: Query) -> tuple[list[str], set[str]]:
    """The record fields that answer, the most direct first, and those of which one must be known.

    Where several aspects meet ("renewal" and "fee"), the fields they share are what is meant.
    """
    asked = [aspect for aspect in query.aspects if aspect.jurisdiction and aspect.name not in _BROAD]
    special = [aspect for aspect in asked if aspect.name not in _SECONDARY] or asked
    listed = list(dict.fromkeys(field for aspect in special for field in aspect.jurisdiction))
    shared = [f for f in listed if sum(f in aspect.jurisdiction for aspect in special) > 1]
    needs = set(shared) or {field for aspect in special for field in aspect.needs}
    return [*shared, *(field for field in listed if field not in shared)], needs


def _similarity(item: Evidence, fields: Sequence[str]) -> float:
    """The cosine of a ranked sentence without what was added for its field."""
    return item.score - _bonus(item.sentence.field or "", fields)


def _bonus(field: str, fields: Sequence[str]) -> float:
    return _SAME_FIELD + _DIRECT / (1 + fields.index(field)) if field in fields else 0.0


def _ranked(fields: Sequence[str], record: str, passages: Passages, relevance: Relevance) -> list[Evidence]:
    """A record's sentences, the best answer first."""
    rows = passages.statements(record)
    scores = relevance.of_chunks({row.chunk.id: row.chunk for row in rows}.values())
    found = []
    for row in rows:
        index = row.chunk.sentences.index(row.sentence)
        score = float(scores[row.chunk.id][index]) + _bonus(row.sentence.field or "", fields)
        found.append(Evidence(row.chunk, row.sentence, score))
    return sorted(found, key=lambda item: -item.score)


def _answer(
    query: Query, code: str, ranked: Sequence[Evidence], passages: Passages, relevance: Relevance
) -> Draft:
    """The best statement, then what else the record says on it, field by field."""
    best = ranked[0]
    whole = _statement_of(best, passages)
    rest = [item for item in ranked if item.sentence not in {w.sentence for w in whole}]
    fields, _ = _fields(query)
    floor = best.score - (_NEXT_BEST if fields else _NEXT_BEST / 3)
    most = 3 if query.yes_no or not fields else _MAX_ITEMS
    more = [i for i in rest if i.score >= floor or i.sentence.field in fields]
    more = drop_repeats(more, whole, _REPEATS)
    chosen = _within(_one_a_field(more), _MAX_WORDS - _count(whole), most)
    word = opening(query, best, ranked)
    lead = [Evidence(best.chunk, whole[0].sentence, best.score, word), *whole[1:]]
    blocks = [DraftBlock("paragraph", tuple(lead))]
    if chosen:
        ordered = join_lines(sorted(chosen, key=lambda item: (item.chunk.start, item.sentence.start)))
        blocks.append(DraftBlock("bullets" if len(ordered) > 1 else "paragraph", tuple(ordered)))
    board = _board(code, passages, relevance)
    if board and not query.has("board"):
        blocks.append(DraftBlock("paragraph", tuple(board), lead_in=Wording.BOARD))
    return Draft("answered", tuple(blocks), place_follow_ups(query, code, passages))


def _statement_of(best: Evidence, passages: Passages) -> list[Evidence]:
    """All sentences of the statement that a sentence belongs to: they were written as one."""
    block = _paragraph(best.chunk.text, best.sentence.start)
    return [
        Evidence(best.chunk, sentence, best.score)
        for sentence in best.chunk.sentences
        if block[0] <= sentence.start < block[1] and sentence.field == best.sentence.field
    ]


def _paragraph(text: str, at: int) -> tuple[int, int]:
    start = text.rfind("\n\n", 0, at)
    end = text.find("\n\n", at)
    return (start + 2 if start >= 0 else 0, end if end >= 0 else len(text))


def _entry(query: Query, code: str, passages: Passages, relevance: Relevance) -> Draft:
    """How to become a technician in a place: overview, steps, conditions, board."""
    record = record_of(code)
    overview = (
        _evidence(passages, record, ("overview",), relevance)[:3]
        or _evidence(passages, record, ("regulation", "credential_name"), relevance)[:2]
    )
    steps = _evidence(passages, record, ("how_to_apply",), relevance)
    rules = drop_repeats(_evidence(passages, record, _ENTRY_FIELDS, relevance), [*overview, *steps], 0.5)
    blocks = [DraftBlock("paragraph", tuple(overview))]
    if steps:
        blocks.append(
            DraftBlock("steps", tuple(join_lines(steps)), Wording.TO_APPLY.format(place=place_name(code)))
        )
    room = max(60, _MAX_WORDS + 30 - _count(overview) - _count(steps))
    chosen = _within(_one_a_field(rules), room, 7)
    if chosen:
        blocks.append(
            DraftBlock(
                "bullets",
                tuple(join_lines(chosen)),
                Wording.ENTRY_RULES.format(place=place_name(code)),
            )
        )
    board = _board(code, passages, relevance)
    if board:
        blocks.append(DraftBlock("paragraph", tuple(board), Wording.BOARD))
    follow_ups = place_follow_ups(query, code, passages, (*_ENTRY_FIELDS, "how_to_apply"))
    return Draft("answered", tuple(b for b in blocks if b.items), follow_ups)


def _one_a_field(items: Sequence[Evidence]) -> list[Evidence]:
    """The first sentence of each field, then the others."""
    first = {item.sentence.field: item for item in reversed(items)}
    heads = [item for item in items if first[item.sentence.field] is item]
    return heads + [item for item in items if item not in heads]


def _unknown(
    query: Query, code: str, known: Sequence[Evidence], passages: Passages, relevance: Relevance
) -> Draft:
    """What is asked is not known of this place: say so, say what is near it, and who decides."""
    what = next((ASPECT_PHRASES[a.name] for a in query.aspects if a.name in ASPECT_PHRASES), "that")
    said = Wording.PLACE_UNKNOWN.format(what=what, place=place_name(code))
    board = _board(code, passages, relevance)
    closing = Wording.PLACE_UNKNOWN_ASK if board else Wording.WHO_KNOWS_STATE
    blocks = [
        DraftBlock("notice", words=f"{said} {closing}"),
        DraftBlock("paragraph", tuple(board)),
    ]
    near = drop_repeats([item for item in known if item.score >= _RELATED])[:3]
    blocks.append(DraftBlock("bullets", tuple(near), Wording.FROM_NEARBY))
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
    wanted = [f for f in _fields(query)[0] if f not in ("overview", "how_to_apply", "board")] or list(
        _NEEDED_TABLE_FIELDS
    )
    rows: list[tuple[Evidence | str, ...]] = []
    for field in wanted[:6]:
        cells: list[Evidence | str] = []
        for code in codes:
            found = _evidence(passages, record_of(code), (field,), relevance)
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
    asked = {*_fields(query)[0], *said}
    known = {row.sentence.field for row in passages.statements(record_of(code))}
    return tuple(
        question.format(place=place_name(code))
        for field, question in FIELD_QUESTIONS.items()
        if field in known and field not in asked
    )[:3]


def _evidence(passages: Passages, record: str, fields: Sequence[str], relevance: Relevance) -> list[Evidence]:
    return [Evidence(row.chunk, row.sentence) for row in passages.statements(record, fields)]


def _board(code: str, passages: Passages, relevance: Relevance) -> list[Evidence]:
    return _evidence(passages, record_of(code), ("board",), relevance)[:2]


def _count(items: Sequence[Evidence]) -> int:
    return sum(len(words(item.sentence.text)) for item in items)


def _within(items: Sequence[Evidence], room: int, most: int) -> list[Evidence]:
    chosen: list[Evidence] = []
    for item in items:
        length = len(words(item.sentence.text))
        if length <= room and len(chosen) < most:
            chosen.append(item)
            room -= length
    return chosen
