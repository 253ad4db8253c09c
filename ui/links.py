"""What a link asks for <-> its address: a shared page, going on from it, a first question.

The contract of the page's own address, `/`:

    ?continue=TOKEN   open a new conversation of the visitor's own that holds the turns of that shared
                      page (Shares.peek, then Snapshot.turns), then take the key out of the address
    ?ask=QUESTION     fill in a first question, together with any of
    ?state=OH  ?stage=student  ?credential=ptcb-cpht

Other keys are not ours (Streamlit reads `embed`), and are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode, urlsplit

from assistant.errors import WrongUseError
from assistant.profile_wire import profile_from_json, profile_to_json
from assistant.types import Profile
from ui.escaping import clean
from ui.wording_shared import LinkWording

__all__ = [
    "MOST_ASKED",
    "Starter",
    "continue_link",
    "read_continue",
    "read_starter",
    "share_link",
    "starter_link",
]

MOST_ASKED = 300  # characters of a first question: the QR code of its link is still easy to scan
_ASK, _CONTINUE = "ask", "continue"
_PROFILE = ("state", "stage", "credential")  # what a handout may fill in; a person's age is not among them
_TOKEN = re.compile(r"[\w-]{16,128}", re.ASCII)


@dataclass(frozen=True, slots=True)
class Starter:
    """What a starter link fills in."""

    question: str  # "" when there is none
    profile: Profile
    notes: tuple[str, ...]  # what was left out and why, in words for the visitor

    def __bool__(self) -> bool:
        """Whether the link fills in anything or has something to say."""
        return bool(self.question or self.notes) or self.profile != Profile()


def share_link(base_url: str, token: str) -> str:
    """The address of a shared page."""
    return f"{_base(base_url)}/s/{quote(token, safe='')}"


def continue_link(token: str) -> str:
    """From a shared page to the page that goes on from it; relative, so that a path prefix stays."""
    return f"../?{urlencode({_CONTINUE: token})}"


def read_continue(query_params: Mapping[str, str]) -> str | None:
    """The token of the shared page that the visitor goes on from; None when there is none."""
    token = query_params.get(_CONTINUE, "")
    return token if _TOKEN.fullmatch(token) else None


def starter_link(
    base_url: str,
    question: str,
    state: str | None = None,
    stage: str | None = None,
    credential: str | None = None,
) -> str:
    """A link that opens the page with a first question filled in.

    Args:
        base_url: the http(s) address of the page.
        question: at most MOST_ASKED characters.
        state: two-letter code.
        stage: as in Profile.
        credential: id of a credential record.

    Raises:
        WrongUseError: something cannot be put into a link; says what.
    """
    question = _plain(question)
    if not question or len(question) > MOST_ASKED:
        raise WrongUseError(LinkWording.QUESTION_LENGTH.format(length=len(question), limit=MOST_ASKED))
    given = {"state": state, "stage": stage, "credential": credential}
    known = profile_to_json(profile_from_json({key: value for key, value in given.items() if value}))
    return f"{_base(base_url)}/?{urlencode({_ASK: question, **known})}"


def read_starter(query_params: Mapping[str, str]) -> Starter:
    """What the address fills in; what cannot be used is left out with a note, never cut or guessed."""
    question, notes = _plain(query_params.get(_ASK, "")), []
    if len(question) > MOST_ASKED:
        notes.append(LinkWording.QUESTION_IGNORED.format(length=len(question), limit=MOST_ASKED))
        question = ""
    values: dict[str, object] = {}
    for key in _PROFILE:
        value = query_params.get(key, "").strip()
        try:
            values |= profile_to_json(profile_from_json({key: value or None}))
        except WrongUseError:
            notes.append(LinkWording.VALUE_IGNORED.format(key=key))
    return Starter(question, profile_from_json(values), tuple(notes))


def _plain(text: str) -> str:
    return " ".join(clean(text).split())


def _base(base_url: str) -> str:
    parts = urlsplit(base_url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise WrongUseError(LinkWording.BASE_URL.format(url=base_url))
    return base_url.rstrip("/")
