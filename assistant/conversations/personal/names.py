"""Text -> the names of people in it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.answering.places import JURISDICTIONS, PLACE_WORDS
from assistant.conversations.personal.given_names import ALSO_WORDS, given_names, surnames
from assistant.conversations.personal.span import CAPITALISED, WORD, Span
from assistant.text import STOP_WORDS, fold

__all__ = ["name_spans"]

_I = re.IGNORECASE
# What follows "I'm" or "my student" with a capital and is no name.
_NEVER = frozenset(
    """american asian bachelor bcscp board ce certified cpht cpr cspt cvs dea english excpt fafsa fda ged hipaa
    hispanic hospital ib indian iv jcpt latina latino licensed march medicaid medicare mexican military muslim
    nabp native navy nha nhs north not army marines october pharmd pharmacist pharmacy ptcb ptce ptec registered
    rph rx samoan senior south spanish sunday monday tuesday wednesday thursday friday saturday january february
    june july september november december tech technician texan trainee ups us usa va veteran vietnamese board
    teacher school state everybody nobody somebody everyone walgreens walmart kroger costco publix amazon target albertsons kaiser""".split()
)
_PARTICLES = frozenset(
    "al ap ben bin da de del della den der di dos du el la las le los mac san ter van von y".split()
)
_AFTER = frozenset(
    """age aged already applying asking asks attending born calling certified coming currently enrolled for
    former from going graduating here hoping interested just lives living looking moving new now original
    originally sent studying taking trying turning turns wanting wants with working works year years""".split()
)
_RELATION = (
    r"(?:student|son|daughter|kid|child|friend|best friend|boyfriend|girlfriend|wife|husband|spouse|fiancée?|partner"
    r"|brother|sister|mom|mother|dad|father|aunt|uncle|cousin|niece|nephew|grandson|granddaughter|advisee|mentee"
    r"|client|patient|coworker|co-worker|colleague|manager|boss|supervisor|pharmacist|teacher|instructor"
    r"|counselor|tutor|roommate|neighbor|trainee|intern|preceptor|principal)"
)
# Behind these, a name stands in whatever letters ("my name is maria lopez").
_SAID = re.compile(
    rf"\b(?:(?:my|her|his|their|student'?s|full|first|last)\s+(?:full\s+|first\s+|last\s+)?name(?:\s+is|['’]s|:)"
    rf"|name:|call\s+me|goes\s+by|{_RELATION}(?:\s+is)?\s+(?:named|called)|(?:a|one|some)\s+\w+\s+named)\s+",
    _I,
)
# Behind these, it is a name when it has a capital.
_SHOWN = re.compile(
    rf"(?:\b(?i:(?:my|our|his|her|their|the|a|for|your)\s+(?:\w+\s+)?{_RELATION}s?)[,:]?\s+(?i:is\s+)?"
    r"|\b(?:Mr|Mrs|Ms|Mx|Miss|Dr|Prof|Professor|Coach|mr|mrs|ms|dr)\.?\s+"
    r"|(?:^|\n)[ \t]*(?:[Hh]i|[Hh]ello|[Hh]ey|[Dd]ear|HI|DEAR)[ ,]+)"
)
# "I'm Kim." and "I'm Kim and", but not "I'm Ready to apply".
_I_AM = re.compile(
    r"\b(?i:i\s+am|i['’]m|this\s+is|it['’]s)\s+"
    rf"(?=(?:{CAPITALISED}\.?[ \t]*){{1,4}}(?:[,.;!?\n]|$|(?:and|but|from|with|here|in|at)\b)|{CAPITALISED}\s+(?:de|van|von)\b)"
)
_SIGNED = re.compile(
    rf"(?:(?:^|\n|[.!?,]\s)[ \t]*(?i:thanks(?:\s+so\s+much|\s+a\s+lot)?|thank\s+you|many\s+thanks|sincerely|regards"
    rf"|(?:best|kind|warm)(?:\s+(?:regards|wishes))?|cheers|respectfully|yours(?:\s+truly)?)[,.!]?[ \t]*\n?"
    rf"|\n[ \t]*[-–—]{{1,2}}\s*|[.!?]\s+[-–—]{{1,2}}\s*)(?=(?:{CAPITALISED}\.?[ \t]*){{1,4}}[.!]?\s*(?:\n|$))"
)
# What people do, and states, boards and certifiers do not: "Deshawn is 16", "Tomasz wants to".
_ACTS = re.compile(
    rf"(?<![\w'’-])(?=(?:{CAPITALISED}\s+){{1,3}}(?:is\s+\d{{1,2}}\b|turn(?:s|ed)\s+\d|wants?\s+to|lives\s|told\s+me|asked\s+me|here\b))"
)
# Behind these, a well-known given name is one in small letters too ("my student maria lopez").
_KNOWN = re.compile(
    rf"\b(?:(?:my|our|his|her|their)\s+(?:\w+\s+)?{_RELATION}|i['’]?m|i\s+am|this\s+is)\s+"
    r"(?P<first>[a-z]{3,})(?:\s+(?P<last>[a-z]{3,}))?\b"
)
_TOKEN = re.compile(rf"(?P<word>{WORD})(?P<dot>\.(?=\s))?")
_PLACE_OPENING = re.compile(
    r"\b(?:San|Santa|Santo|Saint|St\.?|Fort|Ft\.?|Port|Mount|Lake|Los|Las|El|La|Corpus)\s+$"
)
_FOLLOWING = re.compile(rf" (?P<it>{CAPITALISED})")
_GAP = re.compile(r"[ \t\u00a0]+")
_MOST = 4  # words in one name


def name_spans(text: str) -> Iterator[Span]:
    """Where people are named; spans may overlap."""
    for match in _SAID.finditer(text):
        yield from _name_at(text, match.end(), any_case=True)
    for pattern in (_SHOWN, _I_AM, _SIGNED, _ACTS):
        for match in pattern.finditer(text):
            yield from _name_at(text, match.end())
    for match in _KNOWN.finditer(text):
        if match["first"] in given_names() and not _is_word(match["first"]):
            whole = (match["last"] or "") in surnames()
            yield Span("name", match.start("first"), match.end("last" if whole else "first"))
    if not text.isupper():
        yield from _well_known(text)


def _well_known(text: str) -> Iterator[Span]:
    """Given names with a capital; one that is a word too ("Grace") only with a surname behind it."""
    for token in re.finditer(CAPITALISED, text):
        word = fold(token.group()).removesuffix("'s")
        if word not in given_names() or token.group().isupper():
            continue
        following = _FOLLOWING.match(text, token.end())
        full = following is not None and fold(following["it"]) in surnames()
        opening = _PLACE_OPENING.search(text, max(0, token.start() - 8), token.start())
        if not opening and (full or not _is_word(word)):
            yield from _name_at(text, token.start(), full=full)


def _name_at(text: str, start: int, any_case: bool = False, full: bool = False) -> Iterator[Span]:
    """The name that begins here, if one does.

    Args:
        text: in which it may stand.
        start: where.
        any_case: whether small letters make a name too.
        full: whether the first word is known to be one.
    """
    end, place, count = start, start, 0
    while count < _MOST and (token := _TOKEN.match(text, place)):
        word = token.group("word")
        if not (full and count == 0) and not _belongs(word, any_case and count < 2, first=count == 0):
            break
        bare = re.sub(r"['’]s$", "", word)
        count += 1
        place = token.end() if len(word) <= 2 else token.end("word")
        if fold(word) not in _PARTICLES or any_case:
            end = token.start() + len(bare) if bare != word else place
        gap = _GAP.match(text, place)
        if bare != word or not gap:
            break
        place = gap.end()
    if end > start:
        yield Span("name", start, end)


def _belongs(word: str, any_case: bool, first: bool) -> bool:
    folded = fold(word).removesuffix("'s")
    if folded in _NEVER or folded in _AFTER or word in JURISDICTIONS:
        return False
    contracted = "'" in folded and folded.split("'")[0] in STOP_WORDS  # "I'm", "what's"
    if contracted or (folded in STOP_WORDS and (word.islower() or folded not in ALSO_WORDS)):
        return False
    if first and folded in PLACE_WORDS:
        return False
    if any_case or not word[0].islower():
        return True
    return not first and folded in _PARTICLES


def _is_word(folded: str) -> bool:
    return folded in ALSO_WORDS or folded in PLACE_WORDS or folded in _NEVER or len(folded) < 3
