"""Sentences that fell -> one more request that names each fault, and the sentences that come back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assistant.answering.prompts import REPAIR
from assistant.generation.context import Context
from assistant.generation.messages import Message
from assistant.generation.sentences import Sentences, Written
from assistant.generation.wording import fault_words
from assistant.judging.judge import Fault

__all__ = ["Fallen", "repair_message", "repaired"]

_LINE = re.compile(r"^\s*(\d{1,2})[.)]\s+(.+)$", re.MULTILINE)
_GIVEN_UP = re.compile(r"\W*DROP\b")
_NEAREST = 3  # sentences offered to one that cited nothing that exists


@dataclass(frozen=True, slots=True)
class Fallen:
    """One sentence that could not stand."""

    position: int
    written: Written
    fault: Fault


def repair_message(fallen: Sequence[Fallen], context: Context) -> Message:
    """The request to write these sentences again."""
    keys: set[str] = set()
    for one in fallen:
        known = context.resolve(one.written.keys)
        keys |= {item.key for item in known or context.nearest(one.written.text, _NEAREST)}
    failed = "\n".join(
        f"{number}. {one.written.text}\n   Not kept, because {fault_words(one.fault.kind, one.fault.detail)}."
        for number, one in enumerate(fallen, start=1)
    )
    return Message("user", REPAIR.fill(failed=failed, sources=context.lines(keys)))


def repaired(reply: str, fallen: Sequence[Fallen]) -> Iterator[tuple[Fallen, Written]]:
    """The sentences of a reply with the fallen ones that they are to take the place of."""
    for match in _LINE.finditer(reply):
        number, text = int(match.group(1)), match.group(2)
        if not 1 <= number <= len(fallen) or _GIVEN_UP.match(text):
            continue
        parser = Sentences()
        found = [*parser.feed(text), *parser.flush()]
        if len(found) == 1:
            yield fallen[number - 1], found[0]
