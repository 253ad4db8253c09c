"""A scripted model that lies in one sentence of three, and keeps the list of what it made up.

What it writes is drawn from the sources in its prompt, as they stand or lightly reworded; a lie changes a
figure, puts another state in, or adds a credential that does not exist, under the key of the true sentence.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from assistant.answering.places import JURISDICTIONS, find_places
from evals.scripted.play import Play, Received
from evals.scripted.scripts import offered

__all__ = ["Hallucinating", "Planned"]

_SENTENCES = 6  # of one reply
_EVERY = 3  # of these sentences one is a lie
_FIGURE = re.compile(r"(?<![\w.-])\d[\d,]*(?:\.\d+)?(?![\w-])")
_MADE_UP = (
    "CPhT-Gold", "NPTCE", "CRPP", "Certified Retail Pharmacy Professional", "BCPhT", "APT-C",
    "Master Pharmacy Technician", "CPhT-IV", "National Pharmacy Skills", "CIVT",
)  # fmt: skip
_WORDS = {"2": "two", "3": "three", "4": "four", "5": "five", "6": "six", "10": "ten", "18": "eighteen"}
_CONTRACTED = (("does not", "doesn't"), ("do not", "don't"), ("is not", "isn't"), ("cannot", "can't"))


@dataclass(frozen=True, slots=True)
class Planned:
    """One sentence that the model wrote."""

    text: str
    lie: str  # figure, state or credential; "" when it is true


class Hallucinating:
    """The script, and what it wrote."""

    def __init__(self, seed: int) -> None:
        self._choose = random.Random(seed)
        self._count = 0
        self.planned: list[Planned] = []  # of the last answer, in the order written
        self._said: dict[str, str] = {}
        self._told: Counter[str] = Counter()

    def __call__(self, received: Received) -> Play:
        """Write six sentences; asked to repair one, insist on it."""
        if "<failed>" in received.user:
            return Play(self._again(received.user))
        self.planned, lines = [], []
        for key, text in offered(received)[:_SENTENCES]:
            self._count += 1
            planned = self._lie(text) if self._count % _EVERY == 0 else Planned(self._reworded(text), "")
            self.planned.append(planned)
            lines.append(f"{planned.text} [{key}]")
            self._said[planned.text] = key
        return Play("\n".join(lines))

    def _again(self, request: str) -> str:
        failed = re.findall(r"^(\d+)\. (.+)$", request.split("</failed>")[0], re.MULTILINE)
        return "\n".join(f"{number}. {text} [{self._said.get(text, 'k000000')}]" for number, text in failed)

    def _lie(self, text: str) -> Planned:
        ways: dict[str, Callable[[str], str | None]] = {
            "figure": self._wrong_figure,
            "state": self._wrong_state,
            "credential": self._made_up,
        }
        for lie in sorted(ways, key=lambda name: self._told[name]):  # as often each
            changed = ways[lie](text)
            if changed and changed != text:
                self._told[lie] += 1
                return Planned(changed, lie)
        raise AssertionError(f"no way to spoil: {text}")

    def _wrong_figure(self, text: str) -> str | None:
        figures = list(_FIGURE.finditer(text))
        if not figures:
            return None
        match = self._choose.choice(figures)
        number = match.group().replace(",", "")
        other = (
            str(float(number) + 1.5) if "." in number else str(int(number) + self._choose.choice((1, 5, 10)))
        )
        return text[: match.start()] + other + text[match.end() :]

    def _wrong_state(self, text: str) -> str:
        named = {place.code for place in find_places(text, {})}
        other = self._choose.choice([
            name for code, name in JURISDICTIONS.items() if code not in named | {"DC"}
        ])
        for code in named:
            if JURISDICTIONS[code] in text:
                return text.replace(JURISDICTIONS[code], other)
        return f"In {other}, {text[0].lower()}{text[1:]}"

    def _made_up(self, text: str) -> str:
        name = self._choose.choice(_MADE_UP)
        ending = self._choose.choice((
            f", and you need the {name} certification.",
            f" if you hold the {name} credential.",
            f", which also takes the {name} exam.",
        ))
        return text.removesuffix(".") + ending

    def _reworded(self, text: str) -> str:
        """As it stands, or with figures as words, contractions, or what it says of a place behind."""
        way = self._choose.randrange(4)
        if way == 1:
            return re.sub(
                r"(?<![\d,.$%-])\b(\d+)\b(?= [a-z])", lambda m: _WORDS.get(m.group(1), m.group(1)), text
            )
        if way == 2:
            for full, short in _CONTRACTED:
                text = text.replace(full, short)
        if way == 3 and (match := re.fullmatch(r"In ([A-Z]\w+(?: [A-Z]\w+)?),? ((?:you|the|a) .+)\.", text)):
            return f"{match.group(2)[0].upper()}{match.group(2)[1:]} in {match.group(1)}."
        return text
