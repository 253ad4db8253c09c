"""Texts -> what in them tells who somebody is, and the same texts without what a person hid.

The owner decides each suggestion. What was accepted is hidden wherever its words come back, in any
spelling: a name hides its parts, a phone number its other punctuations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.answering.places import PLACE_WORDS
from assistant.conversations.folding import Folded, fold_with_places
from assistant.conversations.personal.affiliations import affiliation_spans
from assistant.conversations.personal.contacts import contact_spans
from assistant.conversations.personal.given_names import ALSO_WORDS
from assistant.conversations.personal.matters import matter_spans
from assistant.conversations.personal.names import name_spans
from assistant.conversations.personal.span import Kind, Span
from assistant.text import STOP_WORDS
from assistant.wording import REDACTED

__all__ = ["Redaction", "apply", "apply_to_source", "by_hand", "suggest", "suggest_all"]

# Where spans of two kinds meet, the first of these names the whole stretch.
_RANK: Sequence[Kind] = (
    "email", "phone", "number", "birth", "address",
    "school", "name", "employer", "immigration", "record", "own",
)  # fmt: skip
# These words are the subject of answers too ("a felony"): hidden where the person wrote them or was
# echoed, never in a sentence that stands so in a source.
_SUBJECTS = frozenset({"immigration", "record", "birth"})
_ARTICLES = frozenset({"the", "a", "an"})
_DIGITS = frozenset({"phone", "number"})


@dataclass(frozen=True, slots=True)
class Redaction:
    """One thing to hide, suggested or decided."""

    kind: Kind
    start: int  # characters from the start of the text that it was found in, 0-based
    end: int  # exclusive
    words: str  # what stands there
    replacement: str  # what is shown instead, for example [name]


def suggest(text: str) -> tuple[Redaction, ...]:
    """What to hide in one text, in its order; no two overlap."""
    spans = [*contact_spans(text), *name_spans(text), *affiliation_spans(text), *matter_spans(text)]
    return tuple(
        Redaction(span.kind, span.start, span.end, text[span.start : span.end], REDACTED[span.kind])
        for span in _apart(text, spans)
    )


def suggest_all(texts: Iterable[str]) -> tuple[Redaction, ...]:
    """What to hide in several texts, each words once: the list that a person decides on."""
    found: dict[tuple[str, str], Redaction] = {}
    for redaction in (item for text in texts for item in suggest(text)):
        found.setdefault(
            (redaction.kind, " ".join(fold_with_places(redaction.words).text.split())), redaction
        )
    return tuple(found.values())


def by_hand(words: str) -> Redaction:
    """What a person wants hidden that was not suggested."""
    words = words.strip()
    return Redaction("own", 0, len(words), words, REDACTED["own"])


def apply(text: str, accepted: Sequence[Redaction]) -> str:
    """A person's text, or one that echoes it -> the text without the accepted words."""
    if not accepted:
        return text
    own = [(r.start, r.end, r) for r in accepted if r.words and text[r.start : r.end] == r.words]
    return _replaced(text, [*own, *_found(text, accepted)])


def apply_to_source(text: str, accepted: Sequence[Redaction]) -> str:
    """A sentence that stands so in a source -> the same without names, schools, employers and addresses.

    A single word that is an ordinary word or a place too ("May", "Virginia") stays: there it means that.
    """
    if not accepted:
        return text
    telling = [r for r in accepted if r.kind not in _SUBJECTS]
    places = [
        (start, end, redaction)
        for start, end, redaction in _found(text, telling)
        if not _is_ordinary(fold_with_places(text[start:end]).text)
    ]
    return _replaced(text, places)


def _apart(text: str, spans: Iterable[Span]) -> Iterator[Span]:
    """Spans of which no two overlap: those that meet become one."""
    waiting: Span | None = None
    for span in sorted((_trimmed(text, span) for span in spans), key=lambda s: (s.start, s.end)):
        if span.start == span.end:
            continue
        if waiting and span.start < waiting.end:
            kind = min(waiting.kind, span.kind, key=_RANK.index)
            waiting = Span(kind, waiting.start, max(waiting.end, span.end))
            continue
        if waiting:
            yield waiting
        waiting = span
    if waiting:
        yield waiting


def _trimmed(text: str, span: Span) -> Span:
    piece = text[span.start : span.end]
    start = span.start + len(piece) - len(piece.lstrip())
    return Span(span.kind, start, max(start, span.start + len(piece.rstrip(" \t\n\r,;:!?"))))


_Place = tuple[int, int, Redaction]


def _replaced(text: str, places: Iterable[_Place]) -> str:
    """The text with each stretch replaced once; stretches that overlap become one."""
    parts, done = [], 0
    for start, end, redaction in sorted(places, key=lambda place: (place[0], -place[1])):
        if start >= done:
            parts += [text[done:start], redaction.replacement]
        done = max(done, end)
    return "".join([*parts, text[done:]])


def _found(text: str, accepted: Sequence[Redaction]) -> list[_Place]:
    """Every place where accepted words stand, in any spelling."""
    folded = fold_with_places(text)
    return [
        (start, end, redaction)
        for redaction in accepted
        for words in _forms(redaction.kind, redaction.words)
        for start, end in _matches(words, redaction.kind, folded)
        if _is_meant(words, redaction.kind, text[start])
    ]


def _is_meant(words: tuple[str, ...], kind: Kind, first: str) -> bool:
    """Whether words mean the person: one that means something else too does only with a capital."""
    return len(words) > 1 or kind == "own" or not _is_ordinary(words[0]) or first.isupper()


def _matches(words: tuple[str, ...], kind: Kind, folded: Folded) -> Iterator[tuple[int, int]]:
    for match in _pattern(words, kind in _DIGITS).finditer(folded.text):
        yield folded.span(*match.span())


def _forms(kind: Kind, words: str) -> Iterator[tuple[str, ...]]:
    """The words of a redaction, folded, and for a name also each telling part of it."""
    parts = tuple(re.findall(r"[^\W_]+", fold_with_places(words).text))
    if len(parts) > 1 and parts[0] in _ARTICLES:
        parts = parts[1:]
    if not parts:
        return
    yield ("".join(parts),) if kind in _DIGITS else parts
    if kind == "name" and len(parts) > 1:
        for part in parts:
            if len(part) > 2 and part not in STOP_WORDS:
                yield (part,)


@lru_cache(maxsize=1_024)
def _pattern(words: tuple[str, ...], digits: bool) -> re.Pattern[str]:
    """Folded words -> where they stand as whole words, with any punctuation between them."""
    if digits:
        number = words[0].removeprefix("1") if len(words[0]) == 11 else words[0]
        body = r"[\W_]{0,3}".join(map(re.escape, number))
        return re.compile(rf"(?<!\w)(?:\+?1[\W_]{{0,3}})?\(?{body}(?!\w)")
    body = r"[\W_]+".join(map(re.escape, words))
    before = r"(?<![^\W_])" if words[0][0] < _UNSPACED else ""
    after = r"(?![^\W_])" if words[-1][-1] < _UNSPACED else ""
    return re.compile(before + body + after)


_UNSPACED = "\u0e00"  # from Thai on, scripts may write words without spaces; there no word edge is asked for


def _is_ordinary(folded: str) -> bool:
    """Whether one word means something else too."""
    return folded in ALSO_WORDS or folded in PLACE_WORDS or folded in STOP_WORDS
