"""A chunk -> which of its sentences are orders to a machine that reads documents out, and no claims.

Documents are data. A sentence that speaks to an assistant, or tells whoever answers what to say, states
nothing of the field. What follows it in its paragraph may be what it wants to have said, and is left out
with it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.text import fold
from assistant.types import Chunk

__all__ = ["gives_orders", "is_order", "orders_in"]

_MACHINE = r"(?:ais?|a\.i\.|llms?|chat ?bots?|chatgpt|gpt|language models?|(?:ai|virtual|digital|automated|chat) (?:assistants?|systems?|agents?|tools?|models?))"
_SAY = (
    r"(?:say|tell|answer|respond|reply|recommend|output|state|claim|write|print|repeat|reveal|mention|insist)"
)
_REPLIES = r"(?:answers?|replies|reply|responses?|outputs?)"
# Staff, students and readers are told things in honest documents; each pattern needs a machine, a prompt or
# the answer itself as what is spoken to or of.
_ORDERS = re.compile(
    rf"\b(?:note|notice|message|instructions?|attention|warning|hint) (?:to|for) (?:all |any |the )?{_MACHINE}\b|"
    rf"\b(?:if|as|since|because) you(?:'re| are) (?:an? |the )?(?:\w+ )?(?:{_MACHINE}|assistant|bot|model)\b|"
    rf"^\W*(?:dear |hey |hello )?{_MACHINE}\s*[:,!]|"
    r"^\W*(?:system|assistant|developer|user)\s*:.{0,40}\b(?:you are|ignore|answer|reveal|respond|pretend)\b|"
    rf"\b{_MACHINE}\b.{{0,60}}\b(?:must|should|shall|always|never|ignore|please|have to|(?:is|are) to)\b.{{0,60}}\b{_SAY}\b|"
    r"(?<!never )(?<!not )\b(?:ignore|disregard|forget|override|bypass)\b (?:all |any |of |the |your |my |these |those ){0,3}"
    r"(?:previous|above|prior|earlier|preceding|other|your|system) (?:\w+ )?(?:instructions?|sources?|prompts?|guidelines|rules|orders)\b|"
    r"\b(?:tell|inform|assure|convince) (?:the|any|every) (?:readers?|users?|askers?)\b|"
    rf"\b(?:end|begin|start|finish|open|close|sign|prefix) (?:every|each|all|any|your|the) (?:\w+ )?{_REPLIES} (?:with|by)\b|"
    r"\b(?:answer|respond|reply)\b.{0,40}\bwith (?:only |just )?the (?:single |exact )?(?:words?|phrase|sentence|text)\b|"
    r"\b(?:reveal|print|show|repeat|output)\b.{0,20}\b(?:system prompt|your prompt)\b|"
    r"\byou are (?:now|no longer) (?:an? |the )?(?:\w+ )?(?:ai|assistant|model|\w*bot|\w*gpt)\b|"
    r"\b(?:rules?|instructions?|orders?|messages?) from (?:the |your )?developers?\b|"
    r"<\|?(?:im_start|system|endoftext)|\[/?inst\]|</?(?:context|system|sources?|instructions?|user|assistant|prompt)>"
)


def is_order(text: str) -> bool:
    """Whether a text speaks to a machine that reads it, and not to a person."""
    return _ORDERS.search(fold(text)) is not None


@lru_cache(maxsize=16_384)
def orders_in(chunk: Chunk) -> frozenset[int]:
    """The places, from 0, of the sentences that are orders, and of those after one in its paragraph."""
    found: set[int] = set()
    silent_until = -1  # characters of the chunk's text
    for place, sentence in enumerate(chunk.sentences):
        if is_order(sentence.text):
            end = chunk.text.find("\n\n", sentence.end)
            silent_until = len(chunk.text) if end < 0 else end
        if sentence.start < silent_until:
            found.add(place)
    return frozenset(found)


def gives_orders(chunk: Chunk) -> bool:
    """Whether anything of a chunk, its title and heading included, is an order."""
    return bool(orders_in(chunk)) or is_order(chunk.section) or is_order(chunk.title)
