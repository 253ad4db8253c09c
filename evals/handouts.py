"""A size and a seed -> a folder of generated handouts, in several variants of itself.

Going from one variant to the next changes a section in a few files, takes some away and brings
others back, so that an ingest has files to add, update and delete, and yet does not last long.
"""

from __future__ import annotations

import random
from pathlib import Path

__all__ = ["VARIANTS", "questions", "write_variant"]

VARIANTS = 3  # ingests go round through them
_AWAY, _CHANGED = 40, 8  # one file in so many is away in a variant, and one in so many is changed
_SECTIONS = 20  # a file; each becomes one chunk
_TOWNS = (
    "Ashford Belmont Clayton Dunmore Elgin Fairview Granby Hadley Ivyton Kenwood Lowell Marlow "
    "Newbury Oakdale Preston Quincy Ripley Selby Thornton Upton Verona Weston"
).split()
_THINGS = "permit licence badge locker parking course uniform badge reel form exam room".split()


def write_variant(folder: Path, chunks: int, variant: int, seed: int) -> None:
    """Bring the folder to one of its variants; files that stay as they are are not touched."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(-(-chunks // _SECTIONS) + _spare(chunks)):
        path = folder / f"handout-{number:04}.md"
        if number % _AWAY == variant:
            path.unlink(missing_ok=True)
            continue
        changed = number % _CHANGED == (variant + 1) % VARIANTS
        text = _handout(number, variant if changed else -1, seed)
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.write_text(text, encoding="utf-8")


def questions(seed: int) -> list[str]:
    """A few questions that the handouts answer."""
    pick = random.Random(seed)
    return [
        f"What does the {pick.choice(_THINGS)} number {pick.randrange(900)} in {town} cost?"
        for town in pick.sample(_TOWNS, 5)
    ]


def _spare(chunks: int) -> int:
    """So many files more that a variant still holds all the chunks with a tenth away."""
    return -(-chunks // (_SECTIONS * 8)) + 1


def _handout(number: int, edition: int, seed: int) -> str:
    pick = random.Random(seed * 100_003 + number)
    town = pick.choice(_TOWNS)
    parts = [f"# Handout {number} for {town}\n"]
    for section in range(_SECTIONS):
        thing = pick.choice(_THINGS)
        fee = pick.randrange(5, 400) + (1000 + edition if edition >= 0 and section == 0 else 0)
        parts.append(
            f"## {thing.capitalize()} number {number * _SECTIONS + section}\n\n"
            f"In {town} the {thing} number {section} of handout {number} costs {fee} dollars. "
            f"It lasts {pick.randrange(2, 60)} months. "
            f"Renew it at desk {pick.randrange(1, 90)}.\n"
        )
    return "\n".join(parts)
