"""A text -> the specialties, settings and ways to learn that it names, by the names of an index's records."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from assistant.guidance.fields import Kind
from assistant.guidance.shelf import Shelf
from assistant.text import fold, terms

__all__ = ["Named"]

_WORKER = re.compile(
    r"^pharmacy |(?: pharmacy)?(?: technician| tech| specialist| analyst)s?$| pharmacy$", re.IGNORECASE
)
# Settings are called by one word in a comparison of two: "hospital or retail".
_SETTINGS: Mapping[str, str] = {
    "hospital": "hospital-pharmacy",
    "retail": "retail-chain",
    "community": "retail-chain",
    "mail order": "mail-order",
    "long term care": "long-term-care-pharmacy",
    "ltc": "long-term-care-pharmacy",
    "home infusion": "home-infusion",
    "independent": "independent-pharmacy",
}


class Named:
    """Knows what people call the things of one index."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def ids(self, kind: Kind, text: str) -> tuple[str, ...]:
        """Ids of the records of a kind that a folded text names, in the order of mention."""
        pattern, ids = self._patterns[kind]
        return tuple(dict.fromkeys(ids[name] for name in pattern.findall(text)))

    @cached_property
    def _patterns(self) -> Mapping[Kind, tuple[re.Pattern[str], Mapping[str, str]]]:
        kinds: Iterable[Kind] = ("specialty", "setting", "education")
        return {kind: self._pattern(kind) for kind in kinds}

    def _pattern(self, kind: Kind) -> tuple[re.Pattern[str], Mapping[str, str]]:
        known = _SETTINGS if kind == "setting" else {}
        ids = {name: id for name, id in known.items() if self._shelf.record(id)} | {
            fold(name): record.id
            for record in self._shelf.of_kind(kind)
            for said in (record.name, *record.aliases)
            for name in {said, _WORKER.sub("", said)}
            if terms(name)  # "OR pharmacy technician" would leave "or"
        }
        longest = sorted(ids, key=len, reverse=True)
        return re.compile(r"(?<![\w-])(" + "|".join(map(re.escape, longest)) + r")(?![\w-])"), ids
