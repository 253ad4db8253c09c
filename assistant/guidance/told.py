"""What a person says of themself -> a Profile. Nothing that identifies anybody is read.

Only sentences about the person count ("I work in a hospital"), not what they ask about ("what do
hospital technicians earn?"): a wrong assumption changes answers, a missing one does not.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, replace

from assistant.text import fold, sentences
from assistant.types import Profile

__all__ = ["age_in", "merged", "told"]

_I_AM = r"(?:i'?m|i am|im)"
_I_HAVE = r"(?:i'?ve|i have|ive|i got|i hold)"
_AGE = re.compile(
    r"\b(?:i'?m|i am|im|be|at|turned|turn|turning|age|aged|is|only|he'?s|she'?s)\s+(?:only\s+|just\s+)?(1[3-9]|[2-7]\d)\b(?!\s*(?:hours?|%|dollars|months?|days?|an hour|bucks|k\b))|\b(1[3-9]|[2-7]\d)[- ](?:years?[- ]old|yrs? old|yo\b|y/o)"
)
_OF_ME = re.compile(rf"\b{_I_AM}\b")
_STAGES: Mapping[str, str] = {
    "student": rf"\b{_I_AM} (?:\d\d,? (?:and )?)?(?:a |an |in )?(?:\w+ )?(?:student|high school|senior|junior|sophomore|school)\b",
    "trainee": rf"\b{_I_AM} (?:a |an )?(?:pharmacy )?(?:tech(?:nician)? )?(?:trainee|in training)\b",
    "certified": (
        rf"\b(?:{_I_AM}|i have been|i've been) (?:a |already |now |currently )*(?:certified|cpht|ptcb|nha)\b"
        rf"|\b{_I_HAVE} my (?:cpht|ptcb|certification|nha)\b|\bmy (?:cpht|ptcb|nha|certification) (?:expires|is up|runs out|ends)\b"
    ),
    "experienced": r"\b(?:i'?ve|i have|ive) (?:been|worked)\b.{0,30}\b(?:\d+|several|many|ten|five) (?:years?|yrs?)\b",
}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1
    )
}
_YEARS = re.compile(
    r"\b(?P<n>\d{1,2}|" + "|".join(_NUMBERS) + r")\+? (?:years?|yrs?)\b(?! old)"
    r"(?= (?:of |in |as |at |doing |with |working|experience|retail|hospital|pharmacy|tech)|[^a-z]*$|[,.;])"
)
_MY_WORK = re.compile(
    r"\b(?:i'?ve|i have|ive|i) (?:been|worked|work|did|done|spent|got|have)\b|\bi'?m\b|\bmy\b"
)
# A setting's record id -> how people name it as the place where they work.
_SETTINGS: Mapping[str, str] = {
    "retail-chain": r"retail|cvs|walgreens|rite aid|walmart|kroger|costco|publix|a (?:big )?chain|a drug ?store",
    "independent-pharmacy": r"an? (?:small |local )?(?:independent|mom and pop|family[- ]owned)(?: pharmacy)?",
    "hospital-pharmacy": r"(?:a |an |the )?(?:big |small |local |rural |children's )?(?:hospital|inpatient)(?: pharmacy)?",
    "long-term-care-pharmacy": r"(?:a )?(?:long[- ]term[- ]care|ltc|closed[- ]door|nursing home)(?: pharmacy)?",
    "mail-order": r"(?:a )?(?:mail[- ]order|central fill)(?: pharmacy)?",
    "managed-care-pbm": r"a pbm|managed care|an insurance company",
    "home-infusion": r"(?:a )?home infusion",
    "specialty-pharmacy-company": r"a specialty pharmacy",
    "ambulatory-clinic": r"(?:a |an )?(?:outpatient )?clinic",
    "correctional": r"(?:a |the )?(?:prison|jail|corrections)",
    "federal-va-ihs": r"(?:the |a )?va(?: hospital)?|the indian health service",
}
_AT_WORK = r"\b(?:(?<!can )(?<!could )(?<!should )(?<!do )(?<!may )(?<!would )(?<!if )(?<!must )i (?:currently |now |also )?(?:work|worked|am working|was)|i'?m working|{have} (?:been|worked)|years?|yrs?|job|experience)\b[^.?!]{{0,25}}?\b(?:in|at|for|of)? ?(?:{place})\b"
_TECH_OF = r"\b{i_am} (?:a |an )?(?:{place}) (?:pharmacy )?tech"
_SCHEDULES: Mapping[str, str] = {
    "nights": r"\bi (?:only |can only )?(?:want|like|prefer|can work|work|need) (?:to work )?(?:the )?(?:nights?|night shifts?|overnights?)\b",
    "evenings": r"\bi (?:only |can only )?(?:want|like|prefer|can work|work|need) (?:to work )?evenings?\b",
    "weekends": r"\bi (?:only |can only )?(?:want|like|prefer|can work|work|need) (?:to work )?weekends?\b",
    "days": r"\bi (?:only |can only )?(?:want|like|prefer|can work|work|need) (?:to work )?(?:days|day shifts?|monday to friday)\b|\bno (?:nights|weekends)\b",
    "part-time": r"\bi (?:only |can only )?(?:want|like|prefer|can work|work|need) (?:to work )?part[- ]time\b",
}
_MONTHS = "january february march april may june july august september october november december".split()
_EXPIRES = re.compile(
    r"\b(?:expires?|runs? out|is up|ends|due|renew by|renewal is)\b[^.?!]{0,20}?"
    rf"(?:(?P<iso>20\d\d-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)|\b(?P<month>{'|'.join(m[:3] for m in _MONTHS)})[a-z]*\.? (?:(?P<day>\d{{1,2}}),? )?(?P<year>20\d\d)|(?P<m>1[0-2]|0?[1-9])/(?:(?P<d>[0-3]?\d)/)?(?P<y>20\d\d))"
)


def told(text: str) -> Profile:
    """What a text states of the person who wrote it; state and credential are left unknown.

    Those two need the words of places and credentials; whoever knows those adds them.
    """
    folded = fold(text)
    return Profile(
        stage=_first(_STAGES, folded),
        age=age_in(text) if _OF_ME.search(folded) else None,
        years=_years(text),
        settings=_settings(folded),
        schedule=_first(_SCHEDULES, folded),
        expires=_expires(folded),
    )


def merged(profile: Profile, said: Profile) -> Profile:
    """A profile with what was said since; the settings of both."""
    known = {
        field.name: value
        for field in fields(Profile)
        if (value := getattr(said, field.name)) not in (None, ())
    }
    return replace(profile, **{**known, "settings": tuple(dict.fromkeys(profile.settings + said.settings))})


def age_in(text: str) -> int | None:
    """The age in years that a text speaks of, 13 to 79."""
    match = _AGE.search(fold(text))
    return int(match.group(1) or match.group(2)) if match else None


def _first(patterns: Mapping[str, str], folded: str) -> str | None:
    return next((name for name, pattern in patterns.items() if re.search(pattern, folded)), None)


def _years(text: str) -> int | None:
    """Years of work, from a sentence that tells of one's own; "is it 2 years of experience?" does not."""
    for sentence in sentences(text):
        folded = fold(sentence)
        match = _YEARS.search(folded)
        telling = _MY_WORK.search(folded) if sentence.endswith("?") else match
        if match and telling:
            said = match["n"]
            return int(said) if said.isdigit() else _NUMBERS[said]
    return None


def _settings(folded: str) -> tuple[str, ...]:
    found = []
    for id, place in _SETTINGS.items():
        here = _AT_WORK.format(have=_I_HAVE, place=place) + "|" + _TECH_OF.format(i_am=_I_AM, place=place)
        if re.search(here, folded):
            found.append(id)
    return tuple(found)


def _expires(folded: str) -> str | None:
    match = _EXPIRES.search(folded)
    if match is None:
        return None
    if match["iso"]:
        return match["iso"]
    month = int(match["m"]) if match["m"] else [m[:3] for m in _MONTHS].index(match["month"]) + 1
    year, day = match["y"] or match["year"], match["d"] or match["day"]
    return f"{year}-{month:02}" + (f"-{int(day):02}" if day and 1 <= int(day) <= 31 else "")
