"""A size and a seed -> a folder of generated handouts, in several variants of itself.

Going from one variant to the next moves files, and every other time also changes a section in some
and takes some away or brings them back. So an ingest has files to add, update and delete, and half of
the ingests have something to embed.
"""

from __future__ import annotations

import random
from pathlib import Path

__all__ = ["VARIANTS", "questions", "write_variant"]

VARIANTS = 4  # ingests go round through them
_MOVED = 40  # one file in so many lies elsewhere in a variant
_CHANGED, _AWAY = 16, 200  # one file in so many is changed, or not there, in the second edition
_SECTIONS = 20  # a file; each becomes one chunk
_TOWNS = (
    "Ashford Belmont Clayton Dunmore Elgin Fairview Granby Hadley Ivyton Kenwood Lowell Marlow "
    "Newbury Oakdale Preston Quincy Ripley Selby Thornton Upton Verona Weston"
).split()
_THINGS = "permit licence badge locker parking course uniform badge reel form exam room".split()


def write_variant(folder: Path, chunks: int, variant: int, seed: int) -> None:
    """Bring the folder to one of its variants; files that stay as they are are not touched."""
    edition = variant // 2
    aside = folder / "aside"
    aside.mkdir(parents=True, exist_ok=True)
    for number in range(-(-chunks // _SECTIONS) + _spare(chunks)):
        name = f"handout-{number:04}.md"
        here, elsewhere = folder / name, aside / name
        if number % _MOVED == variant:
            here, elsewhere = elsewhere, here
        elsewhere.unlink(missing_ok=True)
        if edition and number % _AWAY == _MOVED - 1:
            here.unlink(missing_ok=True)
            continue
        text = _handout(number, edition if number % _CHANGED == 1 else 0, seed)
        if not here.is_file() or here.read_text(encoding="utf-8") != text:
            here.write_text(text, encoding="utf-8")


def questions(seed: int) -> list[str]:
    """A few questions that the handouts answer."""
    pick = random.Random(seed)
    return [
        f"What does the {pick.choice(_THINGS)} number {pick.randrange(900)} in {town} cost?"
        for town in pick.sample(_TOWNS, 5)
    ]


def _spare(chunks: int) -> int:
    """So many files more that a variant still holds all the chunks when some are away."""
    return -(-chunks // (_SECTIONS * _AWAY)) + 1


def _handout(number: int, edition: int, seed: int) -> str:
    pick = random.Random(seed * 100_003 + number)
    town = pick.choice(_TOWNS)
    parts = [f"# Handout {number} for {town}\n"]
    for section in range(_SECTIONS):
        thing = pick.choice(_THINGS)
        fee = pick.randrange(5, 400) + (1000 * edition if section == 0 else 0)
        parts.append(
            f"## {thing.capitalize()} number {number * _SECTIONS + section}\n\n"
            f"In {town} the {thing} number {section} of handout {number} costs {fee} dollars.\n"
        )
    return "\n".join(parts)
