"""A Query -> the guidance tool that goes further than an answer can, filled in with what was said."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from assistant.answering.by_school import asks_for_schools
from assistant.answering.understand import Query, is_comparison
from assistant.guidance.fields import Kind
from assistant.guidance.shelf import Shelf
from assistant.text import fold
from assistant.types import ToolLink

__all__ = ["ToolFinder", "wants_fit", "wants_plan"]

_PLAN = re.compile(
    r"\b(?:make|build|write|give|create|draw|draft|need|want|show) (?:me |us |him |her |them )?(?:up )?(?:a|my|the|his|her|an) (?:[\w-]+ ){0,4}?(?:plan|timeline|road ?map|schedule)\b"
    r"|\bplan (?:for|to|my)\b|\b(?:step[- ]by[- ]step|action|career) plan\b|\bmy plan\b"
)
_FIT = re.compile(
    r"\b(?:which|what) (?:specialt(?:y|ies)|specialization|areas?|fields?|kinds? of (?:pharmacy |tech )*(?:work|job|setting)s?|jobs?)\b.{0,60}?\b(?:fits?|suits?|right|best|for me|should i|would i|good (?:at|for)|match\w*|pick|choose)\b"
    r"|\b(?:find|choose|pick|match)\w* (?:me |my |a )*specialty\b|\bspecialty (?:quiz|finder|test)\b"
)
_WORKER = re.compile(r"^pharmacy |(?: pharmacy)?(?: technician| tech| specialist| analyst)s?$", re.IGNORECASE)
# Words of a goal -> the goal's id, the most special first.
_GOALS: Mapping[str, str] = {
    "pharmacist": r"\b(?:become|becoming|to be|into) (?:a )?pharmacist|pharmacy school|pharmd\b",
    "educator": r"\b(?:teach|teacher|instructor|educator)\b",
    "lead": r"\b(?:lead tech\w*|lead|supervisor|management|manager|promot\w+)\b",
    "informatics": r"\b(?:informatic\w*)\b",
}


class ToolFinder:
    """Knows the things that can be compared, by the names of one index's records."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def find(self, query: Query) -> ToolLink | None:
        """The tool that fits a question, or None when the answer is all there is to it."""
        if query.refusal:
            return None
        text = fold(query.standalone)
        if _FIT.search(text):
            return ToolLink("specialty")
        if len(query.states) == 2 and query.has("transfer") and query.target:
            origin = next(code for code in query.states if code != query.target)
            return ToolLink("moving", (("from", origin), ("to", query.target)))
        if _PLAN.search(text):
            return self._plan(query, self._goal(query, text))
        if is_comparison(query.standalone) and (compared := self._compared(query, text)):
            return compared
        if query.state and asks_for_schools(query):
            return ToolLink("programs", (("near", query.state),))
        if query.profile.expires and query.has("renewal", "ce"):
            return self._plan(query, "renew")
        if query.state and query.has("become") and not query.has("renewal"):
            return self._plan(query, "become")
        return None

    def named(self, kind: Kind, text: str) -> tuple[str, ...]:
        """Ids of the records of a kind that a folded text names, in the order of mention."""
        pattern, ids = self._names[kind]
        return tuple(dict.fromkeys(ids[name] for name in pattern.findall(text)))

    @cached_property
    def _names(self) -> Mapping[Kind, tuple[re.Pattern[str], Mapping[str, str]]]:
        kinds: Iterable[Kind] = ("specialty", "setting", "education")
        return {kind: self._pattern(kind) for kind in kinds}

    def _pattern(self, kind: Kind) -> tuple[re.Pattern[str], Mapping[str, str]]:
        ids = {
            fold(name): record.id
            for record in self._shelf.of_kind(kind)
            for said in (record.name, *record.aliases)
            for name in {said, _WORKER.sub("", said)}
        }
        longest = sorted(ids, key=len, reverse=True)
        return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])"), ids

    def _goal(self, query: Query, text: str) -> str:
        for goal, words in _GOALS.items():
            if re.search(words, text):
                return goal
        if specialties := self.named("specialty", text):
            return f"specialty-{specialties[0]}"
        if query.has("transfer"):
            return "move"
        if query.has("renewal", "ce", "late"):
            return "renew"
        return "certify" if query.credentials else "become"

    def _plan(self, query: Query, goal: str) -> ToolLink:
        known = {
            "goal": goal,
            "state": query.state,
            "stage": query.profile.stage,
            "credential": query.profile.credential if goal == "renew" else None,
            "expires": query.profile.expires if goal == "renew" else None,
        }
        return ToolLink("plan", tuple((name, value) for name, value in known.items() if value))

    def _compared(self, query: Query, text: str) -> ToolLink | None:
        """The first kind of which the question names two to four things."""
        found: Mapping[str, tuple[str, ...]] = {
            "state": query.states,
            "credential": query.credentials,
            "specialty": self.named("specialty", text),
            "setting": self.named("setting", text),
            "education": self.named("education", text),
        }
        for kind, ids in found.items():
            if 2 <= len(ids) <= len("abcd"):
                return ToolLink("compare", (("kind", kind), *zip("abcd", ids, strict=False)))
        return None


def wants_plan(query: Query) -> bool:
    """Whether a plan is asked for in so many words."""
    return bool(_PLAN.search(fold(query.standalone)))


def wants_fit(query: Query) -> bool:
    """Whether the question is which specialty suits the person."""
    return bool(_FIT.search(fold(query.standalone)))
