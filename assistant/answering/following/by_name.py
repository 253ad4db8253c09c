"""A turn that asked for something vaguely -> the same with the name that its answer gave.

"Whats the ptcb sterile thing called" is answered by the CSPT; "how many questions" then asks about the CSPT.
"""

from __future__ import annotations

import re

from assistant.answering.vocabulary import Vocabulary

__all__ = ["by_name"]

_VAGUE = re.compile(r"\b(?:things?|certs?|certificates?|certifications?|credentials?)\b")
_GENERAL = frozenset({"ptcb-cpht", "nha-cpht"})  # also what their certifiers are called
_CERTIFIER = re.compile(r"(?i)\b(?:ptcb|nha)\b")


def by_name(asked: str, answered: str, vocabulary: Vocabulary) -> str:
    """The turn with the one credential that the answer's first sentence names and the question did not.

    Args:
        asked: the stand-alone question.
        answered: the first sentence of its answer; "" when there was none.
        vocabulary: for reading credentials.
    """
    if not _VAGUE.search(asked) or set(vocabulary.credentials_of(asked)) - _GENERAL:
        return asked
    found = [id for id in vocabulary.credentials_of(answered) if id not in _GENERAL]
    if len(found) != 1:
        return asked
    names = (name for name, id in vocabulary.credential_names.items() if id == found[0])
    name = next(name for name in names if re.search(rf"(?i)(?<![\w-]){re.escape(name)}", answered))
    return _CERTIFIER.sub(name, asked, count=1) if _CERTIFIER.search(asked) else f"{asked} {name}"
