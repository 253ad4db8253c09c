"""A question and what was found for it -> whether it asks for what no source keeps.

Live things, one person's or one shop's affairs, names of people in office, what another country asks,
a year that nobody has written about yet: such a question often sounds exactly like the sources. The
patterns know the shape of a question, not its subject, and what the found sentences do speak of does not
count as missing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.text import fold

__all__ = ["asks_ahead", "asks_particulars", "misses_particulars"]

_NOW = re.compile(
    r"\b(?:today|tonight|tomorrow|right now|at the moment|this (?:week|month)|last (?:week|month|night)|"
    r"next (?:week|month|session)|on (?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|"
    r"\bhow many\b.{0,60}\b(?:this|last) year\b|"
    r"\bnext\b.{0,25}\b(?:class|start|begin|open|raise|hearing|meeting)\w*|"
    r"\b(?:class|raise|hearing|meeting)\b.{0,25}\bnext\b|\bwhen (?:is|are|does|do|will)\b.{0,40}\bnext\b|"
    r"\b(?:slots?|seats?|openings?(?! (?:a|per|each|every|yearly|annually)\b)(?! are there (?:a|per|each|"
    r"every)\b)|"
    r"vacanc\w+|wait ?list|waiting list|wait(?:ing)? time|hold time|queue)\b|"
    r"\bhiring\b|"
    r"\bdates? (?:are )?(?:open|available)\b"
)
# What happened to the asker today is a circumstance, and the rule that is asked for is kept.
_OWN = re.compile(
    r"\b(?:i|we|im|i'm|ive|i've|just)\b(?: \w+){0,4} (?:failed|passed|applied|moved|moving|got|took|was|were|"
    r"am|have|finished|graduated|expired|lapsed|charged|turned)\b|"
    r"\b(?:failed|lapsed|expired|moving|not working)\b"
)
_PERSON = re.compile(
    r"\bwho (?:is|was) the\b|\bwho (?:founded|owns|teaches|won|got|invented)\b|\bname of the\b|\bceo\b|"
    r"\bwhich .{0,25}(?:manager|director|inspector|teacher|instructor)\b|"
    r"\b(?:cell|home|direct|personal) (?:number|phone|address)\b|"
    r"\b(?:email|phone)(?: number)? of the (?!board)"
)
_STATUS = re.compile(
    r"^(?:(?:so|hey|hi) )?(?:has|have|is|was|were|where is|where's|when will|did) (?:\w+ ){0,3}my "
    r"(?:\w+ ){0,4}"
    r"(?:approved|processed|mailed|sent|posted|arrived?|ready|received|pending|through)\b|"
    r"^(?:(?:so|hey|hi) )?where(?: is|'s|s) my\b|^did i (?:pass|fail)\b|^did \w+ (?:already )?"
    r"(?:approve|send|get|receive|mail|refund|accept|post)\b|\bpassword\b|"
    r"\b(?:application|number|order) #?\d{3,}"
)
_COUNTRY = re.compile(
    r"\b(?:canada|canadian|ontario|quebec|alberta|british columbia|toronto|uk|united kingdom|england|britain|"
    r"british|scotland|wales|ireland|irish|dublin|australian?|new zealand|germany|german|france|spain|italy|"
    r"europe|(?<!new )mexico|jamaica|philippines|india|pakistan|nigeria|ghana|kenya|south africa|china|"
    r"japan|korea|brazil|cuba|dubai|saudi arabia|egypt)\b"
)
# Somebody trained abroad, or testing there, asks about rules of here.
_COMES_HERE = re.compile(
    r"\b(?:from|diplomas?|degrees?|trained|hours|was (?:\w+ )?pharmacist|immigrants?|immigrated|studied|"
    r"graduat\w+|experience|school|"
    r"was an?|exam|take|taking|sit|sitting|test|testing|excpt|transcripts?|here|(?:in|to) (?:the )?us|usa|"
    r"visa)\b"
)
_DETAIL = re.compile(
    r"\b(?:parking|scrubs|uniforms?|lunch|break room|shifts?|bonus(?:es)?|401k|strike|tuition|brand|model|"
    r"error code|interview|drop ?out rate|acceptance rate|pass rate|dues)\b"
)
_YEAR = re.compile(r"\b20\d\d\b")


def asks_particulars(question: str) -> bool:
    """Whether a question by itself asks for something live, private, personal or of another country."""
    folded = fold(question)
    return bool(
        (_NOW.search(folded) and not _OWN.search(folded))
        or _PERSON.search(folded)
        or _STATUS.search(folded)
        or (_COUNTRY.search(folded) and not _COMES_HERE.search(folded))
    )


def misses_particulars(question: str, found: Sequence[str]) -> bool:
    """Whether a question names a detail that the sentences found for it do not."""
    said = fold(" ".join(found))
    return any(word not in said for word in _DETAIL.findall(fold(question)))


def asks_ahead(question: str, found: Sequence[str], newest: int) -> bool:
    """Whether a question names a year to come that the sentences found for it do not.

    Args:
        question: as understood.
        found: the sentences that fit it best.
        newest: the year in which the sources were last compared.
    """
    said = " ".join(found)
    return any(int(year) > newest and year not in said for year in _YEAR.findall(fold(question)))
