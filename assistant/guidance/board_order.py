"""A board's own way to apply, as sentences -> which kinds of step it names, in its order.

The records keep that way as sentences for people ("First, give your fingerprints ... Next, apply
for a trainee registration ..."). Their verbs tell which kind of step each one is. What cannot be
told stays with the step that it stands next to, so that nothing a board says is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from assistant.guidance.records import Record, Statement

__all__ = ["BoardStep", "Kind", "board_steps", "kinds_of"]

Kind = Literal[
    "school", "hire", "train", "trainee", "check", "exam", "proof", "apply", "wait", "certified", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class BoardStep:
    """One sentence of a board's way and the kinds of step in it, in the order of its words."""

    statement: Statement
    kinds: tuple[Kind, ...]  # at least one; "other" where the verbs tell nothing


_OPENING = re.compile(r"^(?:step \d+ in [^,:]*|first|next|then|last|start)\b[,:]?\s*", re.IGNORECASE)
_CONDITION = re.compile(r"^(?:if|while|once) [^,:]*[,:]\s*", re.IGNORECASE)
# For people who are certified already, or who want more than the first credential.
_ONLY_SOME = re.compile(
    r"^(?:later\b|to become\b|if you want more|for the wider|if you were ever"
    r"|if you are (?:already )?(?:nationally )?certified)",
    re.IGNORECASE,
)
_TRAINEE = (
    r"(?:trainee|in[- ]training|candidate registration|temporary license|provisional certification"
    r"|training permit|authorize your internship)"
)
_VERB = r"(?:register|apply|get|ask|work)"
_VERBS: Mapping[Kind, str] = {
    "school": r"\bfinish high school\b|\bhave your high school diploma\b",
    "hire": r"\bget (?:hired|a (?:technician |pharmacy )?job)\b|\bfind a pharmacy job\b"
    r"|\ba pharmacy hires\b|\bapply for a pharmacy job\b",
    "train": r"\b(?:finish|complete)\b[^.:;]*?\b(?:training|program|phase|course|route)\b"
    r"|\bhours of guided study\b|\b20-hour training\b|\bqualify for the full\b"
    r"|\bmeet \d+ of [^.:;]*?qualifications\b|\bcourse or [^.;]*? program\b",
    "proof": r"\bproof of (?:your )?training\b|\bpharmacist-in-charge signs an affidavit\b",
    "trainee": rf"\b{_VERB}\b(?:(?!\b{_VERB}\b)[^.;:])*?\b{_TRAINEE}",
    "check": r"\bfingerprint|\bbackground check\b|\bself-query\b|\bget your reports\b"
    r"|\bcriminal[- ](?:history|records?) (?:records )?check\b",
    "exam": r"\bpass\b[^.;:]*?\b(?:exam|PTCE)\b|\bget (?:nationally |national )?certifi"
    r"|\bget a certification\b|\bboard's technician exam\b|\bget certified\b",
    "apply": r"\bapply\b(?! for (?:a pharmacy job|the [^.;]*?board's technician exam))|\bregister\b"
    r"|\bsend\b[^.;]*?\b(?:application|proof)\b|\bfile\b|\bfill in\b|\bopen an account\b|\bdownload\b"
    r"|\bpay\b[^.;]*?\bfor your certificate\b|\bbe on the registry\b|\badd your proof\b",
    "wait": r"\bwait\b",
}  # fmt: skip
_PATTERNS = {kind: re.compile(pattern, re.IGNORECASE) for kind, pattern in _VERBS.items()}
_EQUIVALENCY = re.compile(r"equivalency exam", re.IGNORECASE)


def board_steps(record: Record) -> tuple[BoardStep, ...]:
    """How a board says that one applies, sentence by sentence."""
    return tuple(
        BoardStep(statement, kinds_of(statement.says)) for statement in record.statements_of("how_to_apply")
    )


def kinds_of(says: str) -> tuple[Kind, ...]:
    """The kinds of step that a sentence names, in the order of its verbs."""
    text = _OPENING.sub("", " ".join(says.replace("D.C.", "DC").split()))
    if _ONLY_SOME.match(text):
        return ("certified",)
    found = sorted((match.start(), kind) for kind, match in _matches(text))
    kinds = [kind for _, kind in found]
    if "trainee" in kinds:  # registering as a trainee is no registering besides
        kinds = [kind for kind in kinds if kind != "apply"]
    return tuple(kinds) or ("other",)


def _matches(text: str) -> Iterator[tuple[Kind, re.Match[str]]]:
    """The first match of each kind; what only a condition names ("if you have not passed") is left out."""
    told = _CONDITION.sub("", _EQUIVALENCY.sub("", text))
    for kind, pattern in _PATTERNS.items():
        match = pattern.search(told) or (pattern.search(text) if kind == "hire" else None)
        if match:
            yield kind, match
