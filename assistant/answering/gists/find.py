"""A Query -> the gist of the guidance tool that it asks for in so many words; else None."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from assistant.answering.gists.compare import compare_gist
from assistant.answering.gists.costs import costs_gist
from assistant.answering.gists.fit import ask_for_words, fit_gist
from assistant.answering.gists.gist import Gist
from assistant.answering.gists.move import move_gist
from assistant.answering.gists.plan import plan_gist
from assistant.answering.gists.schools import schools_gist
from assistant.answering.near import near
from assistant.answering.tool_link import ToolFinder, wants_fit, wants_plan, wants_total
from assistant.answering.understand import Query
from assistant.errors import KnowledgeError
from assistant.guidance.compare import compare
from assistant.guidance.costs import costs_of
from assistant.guidance.fit import fit
from assistant.guidance.moving import move
from assistant.guidance.own_words import read_own_words
from assistant.guidance.plan import plan
from assistant.guidance.reasons import Answers
from assistant.guidance.request import from_profile, read_request
from assistant.guidance.schools import find_schools
from assistant.guidance.shelf import Shelf
from assistant.guidance.wishes import read_wishes, wishes_text
from assistant.types import ToolLink, Turn

__all__ = ["Gists"]

_BARE = 12  # words; a longer question about what fits somebody has something to answer beside
_COMPARED = ("state", "specialty")  # the guides compare credentials, settings and ways to learn


class Gists:
    """Answers that the guidance tools give, on one index's records."""

    def __init__(self, shelf: Shelf, finder: ToolFinder, today: Callable[[], date] = date.today) -> None:
        """Take what the tools need.

        Args:
            shelf: the records.
            finder: finds the tool that a question asks for, filled in.
            today: the first day of a plan.
        """
        self._shelf = shelf
        self._finder = finder
        self._today = today

    def plain(self, query: Query, history: Sequence[Turn]) -> Gist | None:
        """What needs no judge: a search for schools in so many words, and the reply to our own question."""
        if place := near(query.standalone if query.leans else query.question):
            return schools_gist(find_schools(self._shelf, place), ToolLink("programs", (("near", place),)))
        told = _told_before(history)
        if told is not None and "?" not in query.question and read_wishes(query.question):
            return self._fit(query, " . ".join((*told, query.question)))
        return None

    def find(self, query: Query) -> Gist | None:
        """The gist that a question asks for."""
        try:
            return self._find(query)
        except KnowledgeError:  # an index of somebody's own documents, without our records
            return None

    def _find(self, query: Query) -> Gist | None:
        link = self._finder.find(query)
        if link is None:
            return None
        if link.tool == "specialty":
            return self._fit(query, query.question)
        if link.tool == "moving" and not wants_plan(query):
            return self._move(query, link)
        if link.tool == "plan" and (wants_plan(query) or wants_total(query)):
            return self._plan(query, link)
        if link.tool == "compare":
            return self._compare(query, link)
        return None

    def _fit(self, query: Query, text: str) -> Gist | None:
        wishes = read_own_words(text).wishes
        if wishes:
            link = ToolLink("specialty", (("w", wishes_text(wishes)),))
            return fit_gist(fit(self._shelf, Answers((), wishes), query.profile), link)
        if len(query.question.split()) > _BARE or not wants_fit(query):
            return None
        return ask_for_words(len(self._shelf.of_kind("specialty")), ToolLink("specialty"))

    def _move(self, query: Query, link: ToolLink) -> Gist | None:
        """Only for the move as a whole: a question about its fee alone has a shorter answer."""
        if any(aspect.name != "transfer" for aspect in query.aspects):
            return None
        old, new = (dict(link.parameters)[name] for name in ("from", "to"))
        place = self._shelf.place(new)
        if place is None or self._shelf.place(old) is None:
            return None
        return move_gist(move(self._shelf, old, new, query.profile), place.name, link)

    def _plan(self, query: Query, link: ToolLink) -> Gist:
        asked = {name: value for name, value in link.parameters if name != "view"}
        base = from_profile(query.profile, "become", self._today())
        request, _ = read_request(asked, base, self._shelf)
        planned = plan(request, self._shelf)
        if wants_total(query):
            return costs_gist(costs_of(planned), planned.title.cited, link)
        return plan_gist(planned, link)

    def _compare(self, query: Query, link: ToolLink) -> Gist | None:
        asked = dict(link.parameters)
        kind = asked.pop("kind")
        if kind not in _COMPARED or query.aspects:
            return None
        return compare_gist(compare(self._shelf, kind, tuple(asked.values())), link)


def _told_before(history: Sequence[Turn]) -> tuple[str, ...] | None:
    """What the person wrote since the talk turned to what fits them; None when it is about something else."""
    told: list[str] = []
    for turn in reversed(history):
        if turn.answer is None or turn.answer.tool is None or turn.answer.tool.tool != "specialty":
            break
        told.insert(0, turn.question)
    return tuple(told) or None
