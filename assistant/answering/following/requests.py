"""A turn that asks for something of the last answer itself: more, the reason, the sources, a short form."""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["asks_for_more", "asks_for_sources", "asks_in_short", "asks_why"]

_MORE = re.compile(
    r"^\W*(?:(?:ok|okay|and|so|yes|please|can you|could you|thanks)\b[\s,]*)*(?:tell me more|more(?: (?:info|information|details?|please))?|go on|continue|what else|anything else|"
    r"(?:what|anything) else (?:should|do|can|could|would|must|to|that|is there|i|we|she|he) ?(?:(?:i|we|you|they|he|she|to|there|need|should|be|good|important) )*(?:tell|know|say|ask|consider|expect|aware|mention)?(?: (?:of|her|him|them|about|it|that|this|to know|my \w+))*|"
    r"explain(?: (?:that|it|more|further))?|elaborate|say more|give me more(?: details?)?|keep going|expand(?: on (?:that|it))?)\W*$"
)

_WHY = re.compile(
    r"^\W*(?:(?:ok|okay|and|but|so|wait|hm+|lol)\b\W*)*(?:why(?: (?:not|so|is (?:that|it|this)|though?|tho))?|how come|for what reason)\W*$"
)

_COURTESY = r"^\W*(?:(?:ok|okay|and|so|but|wait|hm+|wow|lol|please|pls|thanks|great|cool|can you|could you|can u|could u|would you|do you|do u)\b\W*)*"
_SOURCES = re.compile(
    _COURTESY
    + r"(?:(?:please )?(?:give|send|show|get|share|drop) (?:me |us )?(?:the |a |that |those |your |some )?(?:links?|sources?|web ?site|url|web ?page|citations?|references?)(?: (?:to|for) (?:it|that|this|them))?|"
    r"(?:what(?:'?s| is| are)|where(?:'?s| is| are)) (?:the |your )?(?:links?|sources?|url|references?)(?: (?:to|for) (?:it|that|this))?|"
    r"(?:the )?(?:links?|sources?|url|citations?)(?: please| pls| for (?:that|this|it))?|have (?:a |the )?(?:links?|sources?)(?: (?:to|for) (?:it|that|this))?|"
    r"where (?:did|do) (?:you|u) get (?:that|this|it)(?: from)?|where (?:does|do) (?:it|they) say (?:that|so|this)|where is (?:that|this) (?:from|written)|"
    r"says who|who says(?: so| that)?|how do (?:you|u) know(?: that| this)?|(?:are )?(?:you|u) sure(?: (?:about|of) (?:that|this|it))?|for real|"
    r"is (?:that|this|it) (?:still )?(?:true|right|correct|accurate|official|up to date|current|for real|reliable))"
    r"(?: please| pls| tho| though)?\W*$"
)
_IN_SHORT = re.compile(
    _COURTESY
    + r"(?:summari[sz]e(?: (?:that|it|this|all that|everything))?|sum (?:it|that|this|all that)? ?up(?: for me)?|tl;?dr|in short|(?:the |give me the |whats the |what's the )?(?:short (?:version|answer)|bottom line|main points?|key points?|gist)|"
    r"(?:make (?:it|that) )?(?:shorter|simpler)|(?:say (?:it|that) )?in (?:one|a|1) (?:short )?sentence|(?:say (?:it|that) )?in (?:plain|simple) (?:words|english|terms)|recap(?: (?:that|it))?|(?:that(?:'?s| is) )?too long(?: didn'?t read)?)"
    r"(?: please| pls| for me| for (?:him|her|them|my \w+))*\W*$"
)


def asks_for_more(question: str) -> bool:
    """Whether more of the same is asked for: "tell me more", "what else"."""
    return _MORE.match(fold(question)) is not None


def asks_why(question: str) -> bool:
    """Whether the reason for what was said is asked for, and nothing else: "why not?"."""
    return _WHY.match(fold(question)) is not None


def asks_for_sources(question: str) -> bool:
    """Whether it is asked where the last answer comes from: "give me the link", "are you sure?"."""
    return _SOURCES.match(fold(question)) is not None


def asks_in_short(question: str) -> bool:
    """Whether the last answer is wanted again, shorter: "summarize that"."""
    return _IN_SHORT.match(fold(question)) is not None
