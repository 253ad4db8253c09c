"""Passages -> a draft from the section that answers best, and what others add to it.

The guides are written so that a section under its heading is a whole answer: its first sentence
answers, the rest explains. So the best section is said in its own order, shortened where it is long,
and another section adds a sentence or two only where it covers what the first one leaves out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from assistant.answering.evidence import (
    Draft,
    DraftBlock,
    Evidence,
    Relevance,
    drop_repeats,
    join_lines,
)
from assistant.answering.opening import is_reversed
from assistant.answering.places import find_places
from assistant.answering.runner_up import runner_up
from assistant.answering.understand import Query, is_comparison, is_yes_no
from assistant.retrieval.passages import Passages
from assistant.retrieval.retriever import HANDBOOK
from assistant.text import fold, table_cells, words
from assistant.types import BlockKind, Chunk, Passage

__all__ = ["W_RANKING", "SectionScore", "draft_by_section", "rank_sections", "section_follow_ups"]

_MAX_WORDS = 150
# Weights and preferences chosen on the development questions.
W_RANKING = 0.5
_W_REPRESENTATION, _W_SENTENCE, _W_COVERAGE, _W_RANK = 0.6, 0.3, 0.25, 0.1
_GUIDE, _OTHER_FORM, _OTHER_CREDENTIAL, _COMPARES = 0.03, 0.04, 0.1, 0.06
_ASPECT = 0.04  # a section that begins with what is asked: pay, renewal, age ...
_BROAD = frozenset({"become", "permitted", "certification", "training"})  # stand in too many sections
_FIELD = 0.04  # a section of a credential's record that holds a field asked for
_ASKED_FIELD = 0.1  # and a statement of such a field within it
_FIGURE_FIRST = 0.04  # where a number is asked for, a section that begins with one
_REPRINT = 0.2  # the handbook repeats the guides; the guide is the better citation
_OTHER_TIME = 0.5  # a section that begins with what holds before or after the time told of
_NEW_TERMS = 0.12  # share of the question's terms that an added sentence must bring
_SAME_RECORD = 0.05  # how far below the best a record's further statements may lie
_MIN_WORDS = 45  # a shorter answer may take in a second section
_ADD_SIMILARITY = 0.55  # cosine at which a sentence of another section is worth adding
_MAX_ADDED = 3
# From either on, a section's heading asks what the person asks: cosine, share of the question's terms.
_SAME_QUESTION, _SAME_TERMS = 0.88, 0.5
_FREE_SENTENCES = 4  # from a document of somebody's own, whose sections are not written as answers
_BLOCK_OF: dict[str, BlockKind] = {
    "paragraph": "paragraph", "lead_in": "paragraph", "bullet": "bullets", "step": "steps",
    "row": "table", "header": "table",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class SectionScore:
    """A section among the passages, and how well it answers."""

    document: str
    section: str
    chunk: Chunk  # its best chunk
    score: float
    similarity: float = 0.0  # cosine of the question to its best representation, -1..1


def rank_sections(query: Query, passages: Sequence[Passage], relevance: Relevance) -> list[SectionScore]:
    """The sections of the passages, the best answer first.

    A weighted sum of: the ranking's score, the cosine of the section's best representation, that of its
    best sentence, the share of the question's terms that it covers, and small preferences (`_preference`).
    """
    scores = relevance.of_chunks([passage.chunk for passage in passages])
    best: dict[tuple[str, str], SectionScore] = {}
    for passage in passages:
        chunk = passage.chunk
        sentence = float(scores[chunk.id].max()) if len(scores[chunk.id]) else 0.0
        score = (
            W_RANKING * passage.score
            + _W_REPRESENTATION * passage.similarity
            + _W_SENTENCE * sentence
            + _W_COVERAGE * relevance.chunk_coverage(chunk)
            + _W_RANK / (1 + passage.rank)
            + _preference(query, chunk)
            - _OTHER_TIME * relevance.of_another_time(chunk.sentences[:1])
        )
        key = (chunk.document, chunk.section)
        if key not in best or score > best[key].score:
            best[key] = SectionScore(chunk.document, chunk.section, chunk, score, passage.similarity)
    return sorted(best.values(), key=lambda item: -item.score)


def _preference(query: Query, chunk: Chunk) -> float:
    """Guides are written as answers; a heading that asks the same kind of question fits better."""
    value = _GUIDE if chunk.kind == "guide" else 0.0
    heading = chunk.section.rsplit(" > ", 1)[-1]
    if query.wants_figure and chunk.sentences and any(c.isdigit() for c in chunk.sentences[0].text):
        value += _FIGURE_FIRST
    if chunk.document == HANDBOOK:
        value -= _REPRINT
    value += _ASPECT * _speaks_of_what_is_asked(query, chunk)
    if heading.endswith("?") and is_yes_no(heading) != query.yes_no:
        value -= _OTHER_FORM
    if len(query.credentials) > 1 and is_comparison(query.standalone) and "differ" in heading.lower():
        value += _COMPARES
    if query.credentials and chunk.document.startswith("records/credential/"):
        value += _FIELD * any(sentence.field in query.credential_fields for sentence in chunk.sentences)
        value -= 0.0 if chunk.document.rsplit("/", 1)[-1] in query.credentials else _OTHER_CREDENTIAL
    return value


def _speaks_of_what_is_asked(query: Query, chunk: Chunk) -> bool:
    """Whether a section's heading or first sentence has words of an aspect that is asked about."""
    opening = chunk.sentences[0].text if chunk.sentences else ""
    said = fold(f"{chunk.section}\n{opening}")
    return any(aspect.words.search(said) for aspect in query.aspects if aspect.name not in _BROAD)


def draft_by_section(
    query: Query,
    ranked: Sequence[SectionScore],
    passages: Passages,
    relevance: Relevance,
    said: frozenset[str] = frozenset(),
) -> Draft | None:
    """The best section's answer, completed; None when there is nothing (more) to say.

    Args:
        query: what was asked.
        ranked: the sections, best first.
        passages: where their other chunks are.
        relevance: scores sentences.
        said: sentences of the turns before that are not to be said again.
    """
    for main in ranked[:4]:
        body = [
            item
            for item in _section(query, main, ranked, passages, relevance)
            if item.sentence.text not in said
        ]
        if any(item.sentence.kind not in ("lead_in", "header") for item in body):
            break
    else:
        return None
    chosen = _shortened(body) if main.chunk.kind in ("guide", "record") else _free(body)
    bare = not query.yes_no or is_reversed(query.question) or not _asks_the_same(main, relevance)
    blocks = _blocks([replace(item, bare=bare) for item in chosen])
    added = _added(chosen, ranked, main, relevance, said)
    if added:
        blocks.append(DraftBlock("bullets" if len(added) > 1 else "paragraph", tuple(added)))
    if not said and (second := runner_up(ranked, main, [*chosen, *added], relevance)):
        blocks.append(second)
    return Draft("answered", tuple(blocks), section_follow_ups(ranked, main))


def _asks_the_same(main: SectionScore, relevance: Relevance) -> bool:
    """Whether a section's own "Yes" or "No" answers this question too, and not only one like it."""
    heading = main.section.rsplit(" > ", 1)[-1]
    return main.similarity >= _SAME_QUESTION or relevance.coverage([heading]) >= _SAME_TERMS


def section_follow_ups(ranked: Iterable[SectionScore], main: SectionScore) -> tuple[str, ...]:
    """The headings of other good sections that are questions, as what to ask next."""
    headings = (item.section.rsplit(" > ", 1)[-1] for item in ranked if item.section != main.section)
    return tuple(dict.fromkeys(heading for heading in headings if heading.endswith("?")))[:3]


def _section(
    query: Query, main: SectionScore, ranked: Sequence[SectionScore], passages: Passages, relevance: Relevance
) -> list[Evidence]:
    """All sentences of a section in reading order; of one chunk where a section is a whole page.

    A record's sections are short, so what its other sections say on the question is taken in as well.
    """
    if main.chunk.kind not in ("guide", "record"):
        return relevance.evidence(main.chunk)
    chunks = [c for c in passages.chunks_of_document(main.document) if c.section == main.section]
    relevance.of_chunks(chunks)
    body = [item for chunk in chunks for item in relevance.evidence(chunk)]
    if main.chunk.kind == "record":
        best = max((item.score for item in body), default=0.0)
        others = [s.chunk for s in ranked if s.document == main.document and s.section != main.section]
        more = [item for chunk in others for item in relevance.evidence(chunk)]
        near = [item for item in more if item.score >= best - _SAME_RECORD]
        body = _statements_by_score(query, body) + _statements_by_score(query, near)
    return body


def _statements_by_score(query: Query, items: Sequence[Evidence]) -> list[Evidence]:
    """A record's sentences, statement by statement, the best statement first; each stays whole.

    What speaks of a place asked about comes first, and what speaks of other places only is left out.
    """
    statements: dict[tuple[str, int], list[Evidence]] = {}
    for item in items:
        paragraph = item.chunk.text.rfind("\n\n", 0, item.sentence.start)
        statements.setdefault((item.chunk.id, paragraph), []).append(item)
    asked = set(query.states)
    named = {key: _places_of(group) for key, group in statements.items()} if asked else {}
    fields = (
        {field for aspect in query.aspects for field in aspect.credential} if query.credentials else set()
    )
    kept = [key for key in statements if not named.get(key) or named[key] & asked]
    kept.sort(
        key=lambda key: (
            not named.get(key),
            -max(
                item.score + (_ASKED_FIELD if item.sentence.field in fields else 0.0)
                for item in statements[key]
            ),
        )
    )
    return [item for key in kept for item in statements[key]]


def _places_of(items: Sequence[Evidence]) -> set[str]:
    return {place.code for item in items for place in find_places(item.sentence.text, {})}


def _shortened(body: Sequence[Evidence]) -> list[Evidence]:
    """Within the word budget: the first sentence, all steps, then what fits the question best."""
    total = sum(len(words(item.sentence.text)) for item in body)
    if total <= _MAX_WORDS:
        return list(body)
    first = next(i for i, item in enumerate(body) if item.sentence.kind not in ("lead_in", "header"))
    keep = {first} | {i for i, item in enumerate(body) if item.sentence.kind in ("step", "header")}
    room = _MAX_WORDS - sum(len(words(body[i].sentence.text)) for i in keep)
    order = sorted(range(len(body)), key=lambda i: -body[i].score)
    for index in order:
        length = len(words(body[index].sentence.text))
        if index not in keep and body[index].sentence.kind != "lead_in" and length <= room:
            keep.add(index)
            room -= length
    return [item for i, item in enumerate(body) if i in keep or _introduces(body, i, keep)]


def _introduces(body: Sequence[Evidence], index: int, keep: set[int]) -> bool:
    """Whether a lead-in stands before a list of which something is kept."""
    if body[index].sentence.kind != "lead_in":
        return False
    for after in range(index + 1, len(body)):
        if body[after].sentence.kind in ("paragraph", "lead_in"):
            return False
        if after in keep:
            return True
    return False


def _free(body: Sequence[Evidence]) -> list[Evidence]:
    """From a document of somebody's own: its best sentences, in their order."""
    useful = [item for item in body if len(words(item.sentence.text)) >= 4]
    best = sorted(useful, key=lambda item: -item.score)[:_FREE_SENTENCES]
    return [item for item in body if item in best]


def _added(
    chosen: Sequence[Evidence],
    ranked: Sequence[SectionScore],
    main: SectionScore,
    relevance: Relevance,
    said: frozenset[str],
) -> list[Evidence]:
    """Sentences of other sections that fit the question well and say something new."""
    length = sum(len(words(item.sentence.text)) for item in chosen)
    if length >= _MAX_WORDS - 20 or main.chunk.kind not in ("guide", "record"):
        return []
    said_already = [item.sentence.text for item in chosen] + [main.section]
    covered = relevance.coverage(said_already)
    best = max((item.score for item in chosen), default=0.0)
    pool = [
        item
        for other in ranked[:6]
        if (other.document, other.section) != (main.document, main.section)
        and other.chunk.jurisdiction in (None, main.chunk.jurisdiction)
        for item in relevance.evidence(other.chunk)
        if item.score >= max(_ADD_SIMILARITY, best - 0.15)
        and item.sentence.kind in ("paragraph", "bullet")
        and item.sentence.text not in said
        and not item.sentence.text.startswith(("Yes", "No,", "No.", "It depends"))
    ]
    pool.sort(key=lambda item: -item.score)
    added: list[Evidence] = []
    for item in drop_repeats(pool, chosen, 0.45):
        gain = relevance.coverage([*said_already, item.sentence.text]) - covered
        if gain >= _NEW_TERMS or (length < _MIN_WORDS and item.score >= best):
            added.append(item)
            said_already.append(item.sentence.text)
            covered += gain
        if len(added) == _MAX_ADDED:
            break
    return added


def _blocks(items: Sequence[Evidence]) -> list[DraftBlock]:
    """Sentences in order -> blocks; a lead-in goes to the list it introduces."""
    blocks: list[DraftBlock] = []
    run: list[Evidence] = []
    lead_in = ""
    paragraph = -1

    def flush() -> None:
        nonlocal run, lead_in
        if run:
            blocks.append(_block(run, lead_in))
        run, lead_in = [], ""

    for item in items:
        kind = item.sentence.kind
        if kind == "lead_in":
            flush()
            lead_in, paragraph = item.sentence.text, -1
            continue
        place = item.chunk.text.rfind("\n\n", 0, item.sentence.start)
        same = run and _BLOCK_OF[run[-1].sentence.kind] == _BLOCK_OF[kind]
        if run and (not same or (kind == "paragraph" and place != paragraph)):
            flush()
        run.append(item)
        paragraph = place
    flush()
    return blocks


def _block(run: Sequence[Evidence], lead_in: str) -> DraftBlock:
    kind = _BLOCK_OF[run[-1].sentence.kind]
    if kind != "table":
        return DraftBlock(kind, tuple(run if kind == "paragraph" else join_lines(run)), lead_in)
    header = next((item.sentence.text for item in run if item.sentence.kind == "header"), "")
    rows = tuple((item,) for item in run if item.sentence.kind == "row")
    return DraftBlock("table", (), lead_in, header=tuple(table_cells(header)) if header else (), rows=rows)
