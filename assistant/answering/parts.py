"""A question of several parts -> its parts, each standing alone; and their drafts -> one.

"What is the passing score, and how many tries do I get?" asks two things; one section rarely answers
both. What a later part adds is said behind the answer to the whole.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.followups import stand_alone
from assistant.answering.hours_left import hours_done
from assistant.answering.vocabulary import Vocabulary
from assistant.text import fold, words

__all__ = ["joined", "parts_of", "sentences_of"]

_MOST = 3
_MIN_WORDS = 2  # of a part
_ADDED_WORDS = 60  # of one further part
_MAX_WORDS = 180  # of the whole answer
_INTERROGATIVE = (
    r"(?:how|what|whats|what's|when|where|who|which|why|can|could|do|does|did|is|are|will|would|should|"
    r"must|any)\b"
)
# A new sentence ("D.C. asks" and "St. Louis" begin none), or "and" and its like before a question word.
_SPLIT = re.compile(
    rf"[?!;]+\s+|(?<!\d)(?<!\b[a-z])(?<!\b(?:st|ft|mt|dr|mr|ms))\.\s+|,?\s+(?:and|also|plus|n|&|then)\s+(?={_INTERROGATIVE})|"
    rf",\s+(?={_INTERROGATIVE})"
)
_ASKS = re.compile(rf"\?|^\W*(?:and |but |also |so |or )*{_INTERROGATIVE}")


def parts_of(question: str, cities: Mapping[str, str], vocabulary: Vocabulary) -> list[str]:
    """The parts that ask something, each completed by what stands before it; [] when there is one.

    Args:
        question: stand-alone.
        cities: for reading places.
        vocabulary: for reading credentials, topics and aspects.
    """
    if hours_done(question) is not None:  # told in one part, and asked about in another
        return []
    folded = fold(question)
    if len(folded) != len(question):
        question = folded
    pieces, start = [], 0
    for match in _SPLIT.finditer(folded):
        pieces.append(question[start : match.end()].strip(" ,;"))
        start = match.end()
    pieces.append(question[start:].strip(" ,;"))
    found: list[str] = []
    told: list[str] = []
    for piece in pieces:
        if len(words(piece)) < _MIN_WORDS:
            continue
        alone = stand_alone(piece, told, cities, vocabulary).question
        told.append(alone)
        if _ASKS.search(fold(piece)):
            found.append(re.sub(r"\s+(?:and|also|plus|n|&|then)$", "", alone))
    return found[:_MOST] if len(found) > 1 else []


def sentences_of(draft: Draft) -> list[str]:
    """What a draft says from the sources."""
    return [item.sentence.text for item in _evidence(draft.blocks)]


def joined(main: Draft, others: Sequence[Draft]) -> Draft:
    """One draft: the answer to the whole, and what the parts' answers say that it does not."""
    said = {item.sentence.text for item in _evidence(main.blocks)}
    length = sum(len(words(item.sentence.text)) for item in _evidence(main.blocks))
    blocks = list(main.blocks)
    for other in others:
        room = min(_ADDED_WORDS, _MAX_WORDS - length)
        added = _opening_of(other, said, room)
        blocks += added
        said |= {item.sentence.text for item in _evidence(added)}
        length += sum(len(words(item.sentence.text)) for item in _evidence(added))
    return replace(main, blocks=tuple(_in_order(blocks)))


def _opening_of(draft: Draft, said: set[str], room: int) -> list[DraftBlock]:
    """The first sentences of a draft; nothing when they have been said."""
    first = next((item for item in _evidence(draft.blocks)), None)
    if draft.outcome not in ("answered", "clarify") or first is None or first.sentence.text in said:
        return []
    kept: list[DraftBlock] = []
    for block in draft.blocks:
        items = []
        for item in block.items:
            length = len(words(item.sentence.text))
            if length > room:
                break
            if item.sentence.text not in said:
                items.append(replace(item, opening="", bare=True))
                room -= length
        if items:
            kept.append(replace(block, items=tuple(items)))
        if len(items) < len(block.items) or not block.items:
            break
    return kept


def _in_order(blocks: Sequence[DraftBlock]) -> list[DraftBlock]:
    """Facts before what TechPath asks or notes, and who decides at the end."""
    last = [block for block in blocks if block.kind == "ask" or _names_board(block)]
    return [block for block in blocks if block not in last] + last


def _names_board(block: DraftBlock) -> bool:
    return bool(block.items) and all(item.sentence.field == "board" for item in block.items)


def _evidence(blocks: Sequence[DraftBlock]) -> list[Evidence]:
    found: list[Evidence] = []
    for block in blocks:
        found += block.items
        found += [cell for row in block.rows for cell in row if isinstance(cell, Evidence)]
    return found
