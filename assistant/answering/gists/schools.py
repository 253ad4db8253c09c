"""A search for schools -> its gist: the nearest ones, what the list is not, and where to check a program."""

from __future__ import annotations

from assistant.answering.gists.gist import Gist, Part
from assistant.guidance.cited import Cited
from assistant.guidance.schools import Found, headline
from assistant.types import ToolLink
from assistant.wording import Wording
from assistant.wording_gists import GistWording

__all__ = ["schools_gist"]

_MOST = 6
_CAVEATS, _DIRECTORIES = 3, 2


def schools_gist(found: Found, link: ToolLink) -> Gist:
    """The gist of a search; a place that is not understood is asked for.

    How far each school is stands on the page: it is worked out, and no source of the school says it.
    """
    if found.asked.problem:
        ask = Part("ask", (Cited(found.asked.problem),))
        return Gist((ask,), link, "clarify", found.asked.others)
    listed = found.schools or found.nearest
    says = headline(found)
    parts = [
        Part("notice", tuple(Cited(line) for line in says[:-1])),
        Part("bullets", tuple(school.cited for school in listed[:_MOST]), says[-1].rstrip(":.") + ":"),
        Part("bullets", found.notes.get("caveats", ())[:_CAVEATS], GistWording.SCHOOLS_NOT),
        Part("bullets", found.notes.get("directories", ())[:_DIRECTORIES], GistWording.SCHOOLS_CHECK),
        Part("notice", (Cited(_more(len(listed))),)),
    ]
    kept = tuple(part for part in parts if part.lines)
    return Gist(kept, link, "answered", Wording.SCHOOL_QUESTIONS)


def _more(listed: int) -> str:
    rest = listed - _MOST
    return GistWording.SCHOOLS_MORE.format(rest=rest) if rest > 0 else GistWording.SCHOOLS_MAP
