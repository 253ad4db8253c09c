"""Text -> the schools and employers that somebody says are their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from assistant.answering.places import JURISDICTIONS, PLACE_WORDS
from assistant.conversations.personal.span import CAPITALISED, Span
from assistant.text import fold

__all__ = ["affiliation_spans"]

_PERSON = r"(?:i|we|he|she|they|(?:my|our|his|her|the|a)\s+(?:\w+\s+){1,5}?)"
_IS = r"(?:currently|now|also|just|will|used\s+to|have|has|been|am|is|are|was)\s+|['’](?:ve|m|s|re)\s+"
_ROLE = (
    r"(?:pharmacy\s+|certified\s+|lead\s+|school\s+|career\s+)*(?:tech(?:nician)?|student|cashier|clerk|intern|extern"
    r"|trainee|counselor|teacher|instructor|advisor|adviser|principal|junior|senior|sophomore|freshman|manager"
    r"|pharmacist|volunteer|nurse|aide|coordinator)"
)
_WORKS = re.compile(
    rf"\b{_PERSON}\s*(?:{_IS})*(?:work(?:s|ed|ing)?|volunteer(?:s|ed|ing)?|intern(?:s|ed|ing)?|extern(?:s|ed|ing)?"
    r"|hired|employed|started|got\s+(?:a\s+|my\s+)?(?:new\s+)?(?:job|position|offer))"
    r"\s+(?:\w+[\s-]+){0,5}?(?:at|for|by|with)\s+",
    re.IGNORECASE,
)
_MINE = re.compile(
    r"\b(?:my|our|his|her|their)\s+(?:(?:current|former|old|new|present)\s+)?(?:employer|company|store|pharmacy"
    r"|job|workplace|boss|manager|externship|internship|clinic|hospital)(?:\s+(?:is|was|at|with|named|called)|,|:)\s+",
    re.IGNORECASE,
)
_AM_AT = re.compile(
    rf"\b(?:i\s+am|i['’]m|he\s+is|she\s+is|he['’]s|she['’]s|i\s+was|as)\s+(?:an?\s+|the\s+)?(?:\w+\s+)?{_ROLE}"
    r"(?:\s+(?:in\s+training|year))?\s+(?:at|for|with|from)\s+"
    r"|\bi['’]?m\s+(?:now\s+|currently\s+)?at\s+",
    re.IGNORECASE,
)
_STUDIES = re.compile(
    rf"\b{_PERSON}\s*(?:{_IS})*(?:attend(?:s|ed|ing)?|stud(?:y|ies|ied|ying)\s+(?:\w+\s+){{0,3}}?at"
    r"|enroll?(?:ed)?\s+(?:at|in|with)|graduat(?:ed?|es|ing)\s+from|teach(?:es)?\s+(?:\w+\s+){0,3}?at|got\s+into)\s+"
    r"(?:(?:the|an?|their|its)\s+(?:\w+\s+){0,3}?(?:program|course|class)\s+at\s+)?",
    re.IGNORECASE,
)
_MY_SCHOOL = re.compile(
    r"\b(?:my|our|his|her|their)\s+(?:high\s+)?(?:school|college|university|program)"
    r"(?:\s+(?:is|was|at|named|called)|,|:)\s+",
    re.IGNORECASE,
)
_GOES_TO = re.compile(r"\b(?:go(?:es|ing)?|went)\s+to\s+", re.IGNORECASE)  # also to work, to Ohio, to bed
# Asking about a place is not belonging to it: "Can I work at CVS without a certificate?"
_ASKING = re.compile(
    r"\b(?:can|could|should|would|will|may|might|must|do|does|did|if|when|how|to)\s*$", re.IGNORECASE
)
_ASKS_WITHIN = re.compile(
    r"\b(?:can|should|would|(?<!used\s)to)\s+(?:(?:i|we|he|she|they)\s+)?work", re.IGNORECASE
)
_SCHOOL_WORD = (
    r"(?:high\s+school|middle\s+school|school|college|university|institute|academy"
    r"|(?:career|technical|technology|vocational)\s+(?:center|centre)|polytechnic|seminary|h\.?s\.?)"
)
_OF_SCHOOL = re.compile(rf"\b{_SCHOOL_WORD}", re.IGNORECASE)
_STUDENT = re.compile(
    r"\b(?:student|junior|senior|sophomore|freshman)\b(?!\s+(?:counselor|advis))", re.IGNORECASE
)
_HIGH_SCHOOL = re.compile(
    rf"(?:{CAPITALISED}\.?\s+){{1,4}}(?:High|Middle|Senior\s+High|Junior\s+High)(?:\s+School)?\b"
)
_PART = rf"(?:(?:St|Mt|Ft|Dr|Jr|[A-Z])\.|{CAPITALISED})"
_PHRASE = re.compile(
    rf"(?:the\s+)?{_PART}(?:\s+(?:(?:of|the|and|at|&|de)\s+){{0,2}}{_PART}|\s+#?\d{{1,5}}\b){{0,5}}"
)
_NOT_IN_NAMES = r"(?!(?:and|or|to|at|in|on|the|an?|my|our|go|going|night|home|for)\b)"
_SMALL_SCHOOL = re.compile(rf"(?:{_NOT_IN_NAMES}[\w'’.-]+\s+){{1,4}}?{_SCHOOL_WORD}\b", re.IGNORECASE)
# Written small they are still employers; other small words behind "at" are not ("at night", "at a clinic").
_CHAINS = re.compile(
    r"(?:(?:the|an?|my\s+local|our\s+local)\s+)?(?:cvs|walgreens?|wal-?mart|rite[ -]aid|kroger|costco|publix|h-?e-?b"
    r"|meijer|safeway|albertsons|target|sam['’]?s club|amazon|kaiser(?: permanente)?|hy-?vee|giant eagle|wegmans"
    r"|winn-dixie|stop (?:and|&) shop|food lion|harris teeter|food city|shoprite|fred meyer|optum ?rx"
    r"|express scripts|caremark|humana|omnicare|pharmerica|mayo clinic|cleveland clinic|cardinal health|mckesson)\b",
    re.IGNORECASE,
)
_NOT_OWN = frozenset(
    """board certified certification cpht excpt fda dea medicaid medicare monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december nabp nha
    pharmacy ptcb ptce spanish english technician tech""".split()
)
_GENERIC_SCHOOL = re.compile(
    r"(?:(?:an?|the|my|our|this|that|another|some|any|high|middle|pharmacy|tech(?:nician)?|community|local|public"
    r"|private|online|trade|vocational|technical|career|medical|nursing|graduate|state|junior|good|cheap)\s*)+"
    rf"(?:{_SCHOOL_WORD})?",
    re.IGNORECASE,
)


def affiliation_spans(text: str) -> Iterator[Span]:
    """Where somebody's own school or employer is named; spans may overlap."""
    for match in _HIGH_SCHOOL.finditer(text):
        yield Span("school", *match.span())
    for pattern in (_STUDIES, _MY_SCHOOL):
        for match in pattern.finditer(text):
            yield from _named(text, match, "school")
    for match in _GOES_TO.finditer(text):
        yield from (span for span in _named(text, match, "employer") if span.kind == "school")
    for pattern in (_WORKS, _MINE, _AM_AT):
        for match in pattern.finditer(text):
            yield from _named(text, match, "employer")


def _named(text: str, cue: re.Match[str], kind: Literal["school", "employer"]) -> Iterator[Span]:
    """The organisation behind a cue, unless the cue only asks about it."""
    if _ASKING.search(text, max(0, cue.start() - 30), cue.start()) or _ASKS_WITHIN.search(cue.group()):
        return
    for pattern in (_PHRASE, _CHAINS, _SMALL_SCHOOL):
        found = pattern.match(text, cue.end())
        if found and _is_one(found.group()):
            end = found.end() - (2 if found.group().endswith(("'s", "’s")) else 0)
            is_school = _OF_SCHOOL.search(found.group()) or _STUDENT.search(cue.group())
            yield Span("school" if is_school else kind, found.start(), end)
            return


def _is_one(phrase: str) -> bool:
    """Whether a phrase names an organisation, not a place, a credential or any school."""
    words = [
        word for word in re.findall(r"[^\W\d_]+", fold(phrase)) if word not in ("the", "of", "and", "at")
    ]
    if not words or phrase.strip() in JURISDICTIONS or _GENERIC_SCHOOL.fullmatch(phrase):
        return False
    return not all(word in PLACE_WORDS or word in _NOT_OWN for word in words)
