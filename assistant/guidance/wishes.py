"""What people write about the work they like -> wishes on the scales, each with the words it was read from.

A text is cut into sentences and clauses. In a clause the feeling nearest to a phrase of a scale decides; a
clause without one takes that of its neighbour ("I love math and computers"), else naming a thing is wanting
it. The list of phrases is short and grammar is not understood: whoever shows wishes lets the person
correct them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.guidance.feelings import Feeling, Mention, Negation, find_phrases, plain_words
from assistant.guidance.scales import load_scales
from assistant.text import fold

__all__ = ["LONGEST_TEXT", "Wish", "read_wishes", "strengths", "wishes_text"]

LONGEST_TEXT = 2000  # characters that are read
_REACH = 3  # words between a negation and what it turns
_BREAK = re.compile(r"\s*\n\s*")
_SENTENCE = re.compile(r"[.!?;]+")
# Joints of a sentence; over the first kind a feeling reaches the next clause, over the second it does not.
_JOINED = r"\s*,\s*(?:and\b|or\b)?|\b(?:and|or|nor|plus)\b|&"
_APART = (
    r"\s*:\s*|\s+-+\s+|\s*\(|\)\s*|,?\s*\b(?<!anything )"
    r"(?:but|although|though|however|except|while|because|so|yet|which|when|where|if)\b"
)
_JOINT = re.compile(rf"(?P<apart>{_APART})|(?P<joined>{_JOINED})")
_CONTRAST = re.compile(r"\bthan\b")
# What tells of the person's life or past, and of no wish.
_ASIDE = re.compile(
    r"\b(?:i have|i've got|i got|my|our) (?:\w+ )?(?:kids?|children|daughters?|sons?)\b"
    r"|\b(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\+?"
    r" ?(?:years?|yrs?|months?)\b.*"
    r"|\b(?:i|i'm|i am) (?:currently |now |previously )?(?:work|worked|working) (?:as|at|in|for)\b.*"
    r"|\b(?:worked|experience) (?:as|at|in|for|with)\b.*"
)
_TURNED = {2: -1, 1: -1, 0: -1, -1: 0, -2: 0}  # not love -> rather not; not hate -> either way


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person seems to want on one scale."""

    scale: str  # scale id
    strength: int  # -2 hates the high end, to 2 loves it; 0 is either way
    words: tuple[str, ...] = ()  # the clauses it was read from; empty when it was set and not written


def read_wishes(text: str) -> tuple[Wish, ...]:
    """A text -> wishes, in the order of the scales; the rest of a text over LONGEST_TEXT is not read."""
    found: dict[str, list[tuple[int, str]]] = {}
    written = " ".join(_BREAK.sub(". ", text[:LONGEST_TEXT]).split())
    for sentence in _SENTENCE.split(fold(written)):
        for scale, strength, words in _of_sentence(sentence):
            found.setdefault(scale, []).append((strength, _as_written(words, written)))
    return tuple(_wish(scale.id, found[scale.id]) for scale in load_scales() if scale.id in found)


def strengths(wishes: Iterable[Wish]) -> Mapping[str, int]:
    """Scale id -> strength, as preferences are learnt from it."""
    return {wish.scale: wish.strength for wish in wishes}


def wishes_text(wishes: Iterable[Wish]) -> str:
    """Wishes as short text for an address, pc-2.da0; the words they were read from stay out of it."""
    codes = {scale.id: scale.code for scale in load_scales()}
    return ".".join(f"{codes[wish.scale]}{wish.strength}" for wish in wishes)


def _wish(scale: str, read: Sequence[tuple[int, str]]) -> Wish:
    """Several readings meet in their middle; a half goes towards "either way"."""
    middle = sum(strength for strength, _ in read) / len(read)
    return Wish(scale, int(middle), tuple(dict.fromkeys(words for _, words in read)))


def _as_written(words: str, text: str) -> str:
    """Folded words in the letters of the text that they come from."""
    folded = fold(text)
    start = folded.find(words)
    return text[start : start + len(words)] if start >= 0 and len(folded) == len(text) else words


def _of_sentence(sentence: str) -> Iterator[tuple[str, int, str]]:
    for clauses in _joined(sentence):
        felt = [clause.feeling for clause in clauses]
        for number, clause in enumerate(clauses):
            near = [*felt[:number][::-1], *felt[number + 1 :]]
            neighbour = next((feeling for feeling in near if feeling is not None), None)
            for mention in clause.mentions:
                strength = clause.strength(mention, neighbour)
                if strength is not None:
                    yield mention.scale, strength if mention.high else -strength, clause.text


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause and what was found in it."""

    text: str
    mentions: tuple[Mention, ...]
    feelings: tuple[Feeling, ...]
    negations: tuple[Negation, ...]
    contrast: bool  # what something else is wanted more than

    @property
    def feeling(self) -> int | None:
        """The clause's own feeling, for its neighbours."""
        if self.contrast:
            return None
        if self.feelings:
            return self._turned(self.feelings[-1])
        return -1 if self.negations else None

    def strength(self, mention: Mention, neighbour: int | None) -> int | None:
        """How much the mention is wanted; None where it tells nothing."""
        if self.contrast:
            return -1
        if not self.feelings:
            if self.negations:
                return -1
            if neighbour is not None:
                return neighbour
            return None if mention.hard else 1
        nearest = min(self.feelings, key=lambda feeling: _gap(feeling, mention))
        strength = self._turned(nearest)
        return _TURNED[strength] if self._denied(mention, nearest) else strength

    def _turned(self, feeling: Feeling) -> int:
        """The feeling's strength, turned by a negation shortly before it."""
        before = any(0 <= feeling.start - item.end < _REACH for item in self._free())
        return _TURNED[feeling.strength] if before else feeling.strength

    def _denied(self, mention: Mention, feeling: Feeling) -> bool:
        """Whether a negation belongs to the mention and not to the feeling: "I want no phones"."""
        between = any(feeling.end <= item.start and item.end <= mention.start for item in self.negations)
        return between or any(item.end == mention.start for item in self.negations)

    def _free(self) -> list[Negation]:
        """Negations that do not stand directly before a mention."""
        bound = {mention.start for mention in self.mentions}
        return [item for item in self.negations if item.end not in bound]


def _gap(feeling: Feeling, mention: Mention) -> int:
    return mention.start - feeling.end if feeling.end <= mention.start else feeling.start - mention.end


def _joined(sentence: str) -> list[list[_Clause]]:
    """A sentence -> its clauses, those together that share a feeling."""
    text = _ASIDE.sub(" ", sentence)
    groups: list[list[_Clause]] = [[]]
    start = 0
    for joint in _JOINT.finditer(text):
        groups[-1] += _clauses(text[start : joint.start()])
        start = joint.end()
        if joint["apart"] is not None:
            groups.append([])
    groups[-1] += _clauses(text[start:])
    return groups


def _clauses(piece: str) -> list[_Clause]:
    wanted, *less = _CONTRAST.split(piece)
    return [_clause(wanted, contrast=False), *(_clause(part, contrast=True) for part in less)]


def _clause(text: str, contrast: bool) -> _Clause:
    found = list(find_phrases(plain_words(text)))
    return _Clause(
        text=" ".join(text.split()),
        mentions=tuple(item for item in found if isinstance(item, Mention)),
        feelings=tuple(item for item in found if isinstance(item, Feeling)),
        negations=tuple(item for item in found if isinstance(item, Negation)),
        contrast=contrast,
    )
