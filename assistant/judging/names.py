"""A text -> the names in it: acronyms, proper names, titles of credentials, addresses."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.judging.clauses import FUNCTION_WORDS, NEGATIONS
from assistant.text import STOP_WORDS, fold, stem, words

__all__ = ["acronyms", "addresses", "unknown_acronym", "unknown_address", "unknown_name", "unknown_title"]

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+|"
    r"\b[a-z0-9][\w-]*(?:\.[\w-]+)*\.(?:com|org|gov|edu|net|us|io|info|biz|co|mil|app|dev|ai|me|tv|ru|cn|xyz|site|online|example|test)\b(?:/[^\s,;)]*)?",
    re.IGNORECASE,
)
# Two capitals or more in one word: PTCB, CPhT, ExCPT, CPhT-Adv, O*NET.
_ACRONYM = re.compile(
    r"\b(?:[A-Z]\.){2,}|(?<![\w.-])[A-Z]{1,4}-?\d{2,}[A-Za-z0-9]*(?![\w])|(?<![\w.])(?=(?:[^\sA-Z]*[A-Z]){2})[A-Za-z][A-Za-z0-9*]*(?:[-/][A-Za-z0-9*]+)*(?![\w])"
)
_LETTER = re.compile(r"(?<=[a-z,] )[B-HJ-Z](?=[\s.,;]|$)(?!\.[A-Z])")
_HALVES = re.compile(r"^([A-Z][\w*]+)-[a-z]{3,}")  # "ACIP-recommended"
_CAPITAL = re.compile(r"(?<![\w.'’-])([A-Z][a-z'’]+(?:-[A-Za-z]+)*)(?![\w])")
_OPENS = re.compile(r"(?:^|[.!?:;]\s+|[\"“(]|\s[-–—]\s|^\W+)$")
_COMMON_CAPITALS = frozenset(
    """january february march april may june july august september october november december monday tuesday
    wednesday thursday friday saturday sunday english spanish american americans federal state board i""".split()
)
_ALWAYS_KNOWN = frozenset({"us", "usa"})
# The last word of what a credential is called. What stands before it must be in the source.
_TITLE = re.compile(
    r"((?:[\w*/'’-]+\s+){1,4}?)(certificates?|certifications?|credentials?|licen[cs]es?|licensure|registrations?|permits?|"
    r"diplomas?|degrees?|exams?|examinations?|designations?|badges?|fellowships?|boards?)\b",
    re.IGNORECASE,
)
_PLAIN_BEFORE_TITLE = frozenset(
    stem(word)
    for word in """pharmacy technician technicians tech techs your own new active current valid both either this that such
    same full whole each every any first next another other passing pass take taking hold holding held get getting got
    earn earned renew renewed apply applying application requires require required need needs keep keeping show proof
    following right real final actual two three of for to the a an its their is are may must can has have
    certification certified registration license exam board credential registered licensed professional""".split()
)


@lru_cache(maxsize=8_192)
def addresses(text: str) -> tuple[str, ...]:
    """Web and mail addresses, folded, without their protocol, "www." and closing punctuation."""
    found = (fold(match.group()).rstrip(".,;:!?)/'\"") for match in _ADDRESS.finditer(text))
    return tuple(re.sub(r"^(?:https?://)?(?:www\.)?", "", address) for address in found)


def unknown_address(claim: str, evidence: str) -> str:
    """The first address of a claim that the evidence does not hold, or ""."""
    stated = addresses(evidence)
    return next((a for a in addresses(claim) if not any(a in other for other in stated)), "")


@lru_cache(maxsize=8_192)
def acronyms(text: str) -> frozenset[str]:
    """The acronyms of a text, folded, without a plural or possessive s."""
    found = (match.group() for match in _ACRONYM.finditer(_ADDRESS.sub(" ", text)))
    return frozenset(_bare((_HALVES.findall(token) or [token])[0]) for token in found)


def unknown_acronym(claim: str, evidence: str) -> str:
    """The first acronym or single capital of a claim that the evidence neither holds nor spells out, or ""."""
    known, initials = _tokens(evidence), _initials(evidence)
    claim = _ADDRESS.sub(" ", claim)
    for match in _ACRONYM.finditer(claim):
        token = _bare(match.group())
        if not _is_known(token, known, initials, _stems(evidence)):
            return match.group()
    letters = (match.group() for match in _LETTER.finditer(claim))
    return next((letter for letter in letters if not re.search(rf"\b{letter}\b", evidence)), "")


def _is_known(token: str, known: frozenset[str], initials: frozenset[str], stems: frozenset[str]) -> bool:
    if token in known or token in _ALWAYS_KNOWN or re.sub(r"\W", "", token) in initials:
        return True
    pieces = re.split(r"[-/]", token)  # "PTCB-recognized"; a new ending such as "CPhT-Pro" is not known
    return len(pieces) > 1 and all(p in known or p in initials or stem(p) in stems for p in pieces)


def unknown_name(claim: str, evidence: str) -> str:
    """The first capitalised word within a claim that the evidence does not hold, or "".

    The first word of a sentence is capitalised anyway and counts only when the next one is, too.
    """
    known, short = _stems(evidence), acronyms(evidence)
    found = list(_CAPITAL.finditer(claim))
    for place, match in enumerate(found):
        word = fold(match.group(1)).removesuffix("'s")
        opens = _OPENS.search(claim[: match.start()]) is not None
        if opens and not _is_followed(found, place, claim):
            continue
        if word in _COMMON_CAPITALS | STOP_WORDS | FUNCTION_WORDS or all(
            stem(part) in known for part in words(word)
        ):
            continue
        if not _is_spelled_out(match, claim, short):
            return match.group(1)
    return ""


def unknown_title(claim: str, evidence: str) -> str:
    """The first title of a credential, exam or board whose defining word the evidence lacks, or ""."""
    known = _stems(evidence)
    for match in _TITLE.finditer(claim):
        before = [word for word in words(match.group(1)) if word not in ("s", "t")]
        last = before[-1] if before else ""
        if not last or last in STOP_WORDS or last in FUNCTION_WORDS | NEGATIONS or last.isdigit():
            continue  # "a license", "without registration": nothing defines it
        if stem(last) not in known | _PLAIN_BEFORE_TITLE:
            return match.group().strip()
    return ""


@lru_cache(maxsize=8_192)
def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in words(text))


@lru_cache(maxsize=8_192)
def _tokens(text: str) -> frozenset[str]:
    """The words of a text as they stand, and what "ACIP-recommended" and "ASHP/ACPE" are made of."""
    whole = re.findall(r"[^\s,;()\"“”]+", text)
    halves = [half for token in whole for half in _HALVES.findall(token)]
    parts = [part for token in whole if "/" in token for part in token.split("/")]
    return frozenset(_bare(token) for token in (*whole, *halves, *parts))


def _bare(token: str) -> str:
    """A token folded, without full stops, a possessive 's or an acronym's plural s."""
    plain = fold(token).strip(".:!?'").replace(".", "")
    if plain.endswith(("'s", "s'")):
        return plain.removesuffix("'s").removesuffix("'")
    written = token.strip(".:!?'")
    plural = len(plain) > 2 and written.endswith("s") and written[:-1].isupper()
    return plain[:-1] if plural else plain


@lru_cache(maxsize=8_192)
def _initials(text: str) -> frozenset[str]:
    """First letters of two to seven neighbouring words, the small words left out or kept."""
    found = set()
    all_words = re.findall(r"[A-Za-z][A-Za-z'’]*", text)
    for kept in (
        all_words,
        [w for w in all_words if w.lower() not in ("of", "and", "for", "the", "in", "to", "on")],
    ):
        letters = "".join(word[0].lower() for word in kept)
        found |= {letters[i : i + n] for n in range(2, 8) for i in range(len(letters) - n + 1)}
    return frozenset(found)


def _is_followed(found: list[re.Match[str]], place: int, claim: str) -> bool:
    """Whether the next word is capitalised, too, so that the two are one name."""
    after = found[place + 1] if place + 1 < len(found) else None
    return after is not None and not claim[found[place].end() : after.start()].strip()


def _is_spelled_out(match: re.Match[str], claim: str, short: frozenset[str]) -> bool:
    """Whether the word belongs to a name whose initials the evidence gives, as NABP does."""
    around = re.findall(r"[A-Za-z][A-Za-z'’]*", claim[max(0, match.start() - 60) : match.end() + 60])
    own = _initials(" ".join(around))
    return any(len(name) > 2 and name in own and match.group(1)[0].lower() in name for name in short)
