"""Guides -> findings where two of them say different things, or answer one question twice."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from assistant.text import terms, words
from ingest.knowledge.findings import Finding
from ingest.knowledge.guide import Guide, GuideSentence

__all__ = ["check_agreement", "check_headings"]

_FIGURE = re.compile(r"\$?\d[\d,]*(?:\.\d+)?%?")
_FEWEST_TERMS = 4  # shorter sentences ("The fee is $50") speak of what stands around them


def check_headings(guides: Iterable[Guide]) -> Iterator[Finding]:
    """A question is answered in one guide only."""
    first: dict[str, str] = {}
    for guide in guides:
        for heading in guide.headings:
            place = f"{guide.file}:{heading.line}"
            other = first.setdefault(" ".join(words(heading.text)), place)
            if other != place:
                message = f"{heading.text!r} is answered at {other} too; merge the two"
                yield Finding(guide.file, heading.line, "double-heading", message)


def check_agreement(guides: Iterable[Guide]) -> Iterator[Finding]:
    """Sentences that differ in their figures only do not stand in two guides."""
    alike: dict[tuple[str, ...], list[tuple[Guide, GuideSentence]]] = defaultdict(list)
    for guide in guides:
        for sentence in guide.sentences:
            shape = _shape(sentence)
            if len(shape) >= _FEWEST_TERMS and "#" in shape:
                alike[shape].append((guide, sentence))
    for group in alike.values():
        guide, sentence = group[0]
        for other, claim in group[1:]:
            if other.file != guide.file and _figures(claim) != _figures(sentence):
                message = (
                    f"{claim.text[:80]!r} disagrees with {guide.file}:{sentence.line}: {sentence.text[:80]!r}"
                )
                yield Finding(other.file, claim.line, "guides-disagree", message)


def _shape(sentence: GuideSentence) -> tuple[str, ...]:
    """The terms of a sentence in alphabetical order, each figure as "#"; rows lack a subject."""
    if sentence.kind == "row":
        return ()
    figureless = terms(_FIGURE.sub(" ", sentence.text))
    return (*("#" for _ in _FIGURE.findall(sentence.text)), *sorted(figureless))


def _figures(sentence: GuideSentence) -> list[str]:
    return [figure.rstrip(",") for figure in _FIGURE.findall(sentence.text)]
