"""A question and what was found -> whether a shop, school or trade that it names is missed.

A question about one employer reads like a question about employers. It is covered only where sentences, or
the questions that a section was written for, name that employer together with what is asked of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.evidence import Relevance
from assistant.answering.kinds import Missing
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.text import fold, terms
from assistant.types import Chunk

__all__ = ["Anchor", "anchors_of", "missed_anchor"]

_COVERED = 0.6  # share of what is asked, weighed by rarity, that must stand beside the name
_FEW = 3  # sentences and questions that may share the work
_OURS = re.compile(r"\b(?:techs?|technicians?|cpht|ptcb|ptce|excpt|pharmtech)\b")
# "places like CVS": an example of many, not the one that is asked about.
_SORT_OF = re.compile(
    r"\b(?:like|such as|for example|e\.g\.?) (?:a |the )?[\w'-]+|[\w'-]+[ -](?:type|style)\b"
)
# "Laid off from Amazon" tells where somebody comes from.
_ASIDE = re.compile(
    r"\b(?:left|quit|leaving|(?:off|fired|come|came|coming|switch\w*|moving) from) "
    r"(?:an? |the |my )?[\w'-]+"
)
# What is asked of a trade itself; "must the pharmacist be near" asks about our own.
_OF_A_TRADE = re.compile(
    r"\b(?:licen[sc]\w*|renew\w*|ce|continuing|fees?|cost|how much|schools?|programs?|class\w*|courses?|"
    r"training|salar\w+|exam|certif\w+|requirements?|reciprocity|how hard|gpa|pass rate)\b|\bwhat is on\b"
)
_SCHOOL = re.compile(
    r"\b(?P<name>(?:[a-z][a-z'.&-]* ){1,4})(?:(?:community|technical|city|state|career|medical|vocational) )?"
    r"(?:college|university|institute|academy)\b"
)
# What stands before "college" without being a name.
_NO_NAME = frozenset(
    """a an the any some my your our their his her this that each every one which what in at of for to from
    by with is are was do does did can and or near local community technical city state career medical
    vocational public private online good best cheap free accredited pharmacy pharm tech technician
    trade two-year four-year regular normal same other another no not about between into after before
    without than through i you we they go going attend attending start finish need needs have has take
    want like a's pay paying""".split()
)


@dataclass(frozen=True, slots=True)
class Anchor:
    """A name that a question hangs on."""

    kind: Missing
    name: str  # folded, as it stands in the question


def anchors_of(question: str, vocabulary: Vocabulary) -> tuple[Anchor, ...]:
    """The employers, schools and other trades that a question is about."""
    folded = fold(question)
    single = _ASIDE.sub(" ", _SORT_OF.sub(" ", folded))
    found = [Anchor("employer", name) for name in vocabulary.employer_pattern.findall(single)]
    found += [Anchor("school", name) for name in vocabulary.school_pattern.findall(folded)]
    found += [Anchor("school", name) for name in _schools(folded)]
    if not _OURS.search(folded) and _OF_A_TRADE.search(folded):
        found += [Anchor("trade", name) for name in vocabulary.trade_pattern.findall(folded)]
    return tuple(dict.fromkeys(found))


def missed_anchor(
    query: Query, found: Sequence[Chunk], relevance: Relevance, vocabulary: Vocabulary
) -> Anchor | None:
    """The first name in a question beside which nothing found speaks of what is asked; else None."""
    # A name that only an earlier turn spoke of is not what this question hangs on.
    asked_now = fold(query.question)
    for anchor in anchors_of(query.standalone, vocabulary):
        if anchor.name not in asked_now or (query.states and _is_town(anchor.name, asked_now)):
            continue
        asked = set(terms(query.standalone)) - set(terms(anchor.name)) - _FURNITURE
        beside = sorted(_naming(anchor, found), key=lambda text: -relevance.share(asked, [text]))[:_FEW]
        if not beside or relevance.share(asked, beside) < _COVERED:
            return anchor
    return None


def _is_town(name: str, folded: str) -> bool:
    """Whether a name stands where a town does: "a job in Providence"; of a question that names a place."""
    return re.search(rf"\b(?:in|near|to) {re.escape(name)}\b", folded) is not None


# Our own trade's words say nothing of what is asked.
_FURNITURE = frozenset(
    terms("pharmacy pharmacies technician technicians tech techs pharm rx work working job")
)


def _naming(anchor: Anchor, found: Sequence[Chunk]) -> Iterator[str]:
    """What names an anchor: sentences, headings and the questions that a section was written for."""
    for chunk in found:
        if anchor.kind == "trade" and chunk.jurisdiction:
            continue  # a state's record speaks of technicians, and names others beside them
        heading = chunk.section.rsplit(" > ", 1)[-1]
        for text in (heading, *chunk.questions, *(sentence.text for sentence in chunk.sentences)):
            if anchor.name in fold(text):
                yield text


def _schools(folded: str) -> Iterator[str]:
    for match in _SCHOOL.finditer(folded):
        name: list[str] = []
        for word in reversed(match["name"].split()):
            if word in _NO_NAME:
                if word not in ("community", "technical", "city", "state", "career", "medical"):
                    break
                continue
            name.insert(0, word)
        if name:
            yield " ".join(name)
