"""A Query -> the guidance tool that goes further than an answer can, filled in with what was said."""

from __future__ import annotations

import re
from collections.abc import Mapping

from assistant.answering.by_school import asks_for_schools
from assistant.answering.earnings import asks_earnings
from assistant.answering.named import Named
from assistant.answering.near import near
from assistant.answering.understand import Query, is_comparison
from assistant.guidance.request import SPECIALTY
from assistant.guidance.shelf import Shelf
from assistant.text import fold
from assistant.types import ToolLink

__all__ = ["ToolFinder", "wants_fit", "wants_plan", "wants_total"]

_PLAN = re.compile(
    r"\b(?:make|build|write|give|create|draw|draft|need|want|show) (?:me |us |him |her |them )?(?:up )?(?:a|my|the|his|her|an) (?:[\w-]+ ){0,4}?(?:plan|timeline|road ?map|schedule)\b"
    r"|\bplan (?:for|to|from|my)\b|\b(?:step[- ]by[- ]step|action|career) plan\b|\bmy plan\b"
)
_FIT = re.compile(
    r"\b(?:which|what) (?:specialt(?:y|ies)|specialization|areas?|fields?|kinds? of (?:pharmacy |tech )*(?:work|job|setting)s?|jobs?)\b.{0,60}?\b(?:fits?|suits?|right|best|for me|should i|would i|good (?:at|for)|match\w*|pick|choose)\b"
    r"|\b(?:find|choose|pick|match)\w* (?:me |my |a )*specialty\b|\bspecialty (?:quiz|finder|test)\b"
    r"|\b(?:best|right) (?:specialty|area|field|role|setting|job|kind of (?:pharmacy |tech )?work) for (?:me|him|her|them|us|an?|some\w*)\b"
)
_TOTAL = re.compile(
    r"\b(?:in total|total cost|all in all|altogether|all together|in all|itemi[sz]ed?|cost breakdown|break ?down of (?:the |all )?costs?|every cost|all (?:the )?costs)\b"
)
_COST = re.compile(r"\b(?:costs?|pay|price|spend|money|fees?|expens\w+)\b")
_COST_OF_STARTING = re.compile(
    r"\b(?:costs?|how much|price|expens\w+)\b[^.?!]{0,30}?"
    r"\b(?:to|of) (?:becom\w+|be an?|get(?:ting)? (?:started|into)|start(?:ing)?(?! (?:pay|wage|salar)))\b"
)
# What somebody says of their own aim; the goal's name stands behind it.
_AIM = re.compile(
    r"\b(?:i (?:really |just |also )?(?:want|wanna|hope|plan|would like|wish|aim|intend|am trying|am hoping|am going)|i'?d (?:really )?(?:like|love)|i'?m (?:trying|hoping|going|aiming|planning)|my (?:goal|dream|plan|aim) is)"
    r" (?:to |on )?(?P<aim>[^.?!]*)"
)
_BECOME = re.compile(
    r"\b(?:become|becoming|be|get into|start as|work as) (?:a |an )?(?:\w+ ){0,2}?(?:pharmacy |pharm )?tech(?:nician)?\b"
)
_CERTIFY = re.compile(r"\b(?:get|getting|be|become|becoming) (?:\w+ )?(?:certified|a cpht|my cpht)\b")
_OURS = re.compile(r"\b(?:tech|techs|technicians?|pharmacy|career|job|start(?:ed)?|certified)\b")
_EXAMS: Mapping[str, str] = {"ptcb-cpht": "ptce", "nha-cpht": "excpt"}
# A way asked about; the goal's name stands behind it.
_WAY = re.compile(
    r"\b(?:how (?:do|can|could|would|does|to)|what (?:does|would|do) (?:it|i) (?:take|need)|steps?|path|way|route)\b[^.?!]{0,30}?"
    r"\b(?P<aim>(?:becom(?:e|ing)|get(?:ting)? into|go(?:ing)? from|mov(?:e|ing) (?:up|into)|break(?:ing)? into|switch(?:ing)? to|train(?:ing)? (?:for|as))\b[^.?!]*)"
)
# Words of a goal -> the goal's id, the most special first.
_GOALS: Mapping[str, str] = {
    "pharmacist": r"\b(?:become|becoming|to be|be|into|to) (?:a )?pharmacist|pharmacy school|pharmd\b",
    "educator": r"\b(?:teach|teacher|instructor|educator)\b",
    "lead": r"\b(?:lead tech\w*|lead|supervisor|management|manager|promot\w+)\b",
    "informatics": r"\b(?:informatic\w*)\b",
}


class ToolFinder:
    """Knows the things that can be compared, by the names of one index's records."""

    def __init__(self, shelf: Shelf) -> None:
        self._named = Named(shelf)

    def find(self, query: Query) -> ToolLink | None:
        """The tool that fits a question, or None when the answer is all there is to it."""
        if query.refusal:
            return None
        text = fold(query.standalone)
        if _FIT.search(text):
            return ToolLink("specialty")
        goal = self._goal(query, text) if _PLAN.search(text) else None
        if len(query.states) == 2 and query.has("transfer") and query.target and goal in (None, "move"):
            return ToolLink("moving", (("from", self._origin(query) or ""), ("to", query.target)))
        if goal:
            return self._plan(query, goal)
        if is_comparison(query.standalone) and (compared := self._compared(query, text)):
            return compared
        if place := near(query.question):
            return ToolLink("programs", (("near", place),))
        if query.state and asks_for_schools(query):
            return ToolLink("programs", (("near", query.state),))
        return self._way(query, text)

    def goal_told(self, text: str) -> str | None:
        """The goal that a person names as their own, as a plan's goal id; None when they name none.

        Args:
            text: what they wrote.
        """
        for match in _AIM.finditer(fold(text)):
            if goal := self._goal_in(match["aim"]):
                return goal
        return None

    def _far_goal(self, text: str) -> str | None:
        """The goal beyond the first steps whose way a folded text asks about, or that it names as its own."""
        aims = (match["aim"] for pattern in (_WAY, _AIM) for match in pattern.finditer(text))
        return next((goal for aim in aims if (goal := self._special_goal(aim))), None)

    def _way(self, query: Query, text: str) -> ToolLink | None:
        """The plan behind a question that asks for none in so many words."""
        if query.profile.expires and query.has("renewal", "ce"):
            return self._plan(query, "renew")
        if goal := self._far_goal(text):
            return self._plan(query, goal)
        if query.has("become") and not query.has("renewal", "late") and (query.state or wants_total(query)):
            return self._plan(query, "become")
        return None

    def _goal(self, query: Query, text: str) -> str | None:
        if goal := self._special_goal(text):
            return goal
        if query.has("transfer"):
            return "move"
        if query.has("renewal", "ce", "late"):
            return "renew"
        if query.credentials:
            return "certify"
        return "become" if query.has("become", "training") or _OURS.search(text) else None

    def _special_goal(self, text: str) -> str | None:
        for goal, words in _GOALS.items():
            if re.search(words, text):
                return goal
        specialties = self._named.ids("specialty", text)
        return f"{SPECIALTY}{specialties[0]}" if specialties else None

    def _goal_in(self, aim: str) -> str | None:
        """The goal in the words of an aim: a special one, or the first two steps of everybody."""
        if special := self._special_goal(aim):
            return special
        if _CERTIFY.search(aim):
            return "certify"
        return "become" if _BECOME.search(aim) else None

    def _plan(self, query: Query, goal: str) -> ToolLink:
        named = query.credentials[0] if query.credentials else query.profile.credential
        known = {
            "goal": goal,
            "state": query.state,
            "from": self._origin(query) if goal == "move" else None,
            "stage": query.profile.stage,
            "exam": _EXAMS.get(named or "") if goal == "certify" else None,
            "credential": named if goal == "renew" else None,
            "expires": query.profile.expires if goal == "renew" else None,
            "view": "costs" if wants_total(query) else None,
        }
        return ToolLink("plan", tuple((name, value) for name, value in known.items() if value))

    @staticmethod
    def _origin(query: Query) -> str | None:
        return next((code for code in query.states if code != query.target), None)

    def _compared(self, query: Query, text: str) -> ToolLink | None:
        """The first kind of which the question names two to four things."""
        found: Mapping[str, tuple[str, ...]] = {
            "state": query.states,
            "credential": query.credentials,
            "specialty": self._named.ids("specialty", text),
            "setting": self._named.ids("setting", text),
            "education": self._named.ids("education", text),
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


def wants_total(query: Query) -> bool:
    """Whether all that a way costs is asked for, not one fee of it.

    What it costs to become a technician is a sum of fees only once the state is known.
    """
    text = fold(query.standalone)
    if query.has("become") and query.state and _COST_OF_STARTING.search(text) and not asks_earnings(text):
        return True
    return bool(_TOTAL.search(text) and _COST.search(text))
