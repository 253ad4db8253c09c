"""A move -> its gist: what comes along, what to do in which order, what to leave meanwhile, who decides."""

from __future__ import annotations

from assistant.answering.gists.gist import Gist, Part
from assistant.guidance.cited import Cited
from assistant.guidance.moving import Move
from assistant.types import BlockKind, ToolLink
from assistant.wording_gists import GistWording

__all__ = ["move_gist"]

# Part of a move -> its words, the kind of its block, how many lines. What all moves share stays out.
_PARTS: tuple[tuple[str, str, BlockKind, int], ...] = (
    ("carries", GistWording.MOVE_CARRIES, "bullets", 3),
    ("check", GistWording.MOVE_CHECK, "bullets", 3),
    ("redo", GistWording.MOVE_REDO, "steps", 6),
    ("costs", GistWording.MOVE_COSTS, "bullets", 2),
    ("meanwhile", GistWording.MOVE_MEANWHILE, "bullets", 3),
    ("boards", GistWording.MOVE_BOARDS, "bullets", 2),
)
_OF_ALL = "state-boards"  # the record whose lines are the same in every move


def move_gist(found: Move, place: str, link: ToolLink) -> Gist:
    """The gist of a move.

    Args:
        found: the move.
        place: the name of the new place.
        link: the page that shows it.
    """
    lines = {part.id: part.lines for part in found.parts}
    parts = [
        Part(kind, cited, words.format(place=place))
        for id, words, kind, most in _PARTS
        if (cited := _own(lines.get(id, ()))[:most])
    ]
    return Gist((*parts, Part("notice", (Cited(GistWording.MOVE_MORE),))), link)


def _own(lines: tuple[Cited, ...]) -> tuple[Cited, ...]:
    """Lines that a source carries, and that are about these two places."""
    return tuple(line for line in lines if line.support and line.support[0].record != _OF_ALL)
