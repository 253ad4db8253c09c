"""How long what is kept may be; more is refused with a message before anything is written."""

from __future__ import annotations

from assistant.conversations.wording import StorageWording
from assistant.errors import WrongUseError

__all__ = [
    "MOST_FILE_BYTES",
    "MOST_NOTE",
    "MOST_QUESTION",
    "MOST_REASON",
    "MOST_SNAPSHOT",
    "MOST_TITLE",
    "MOST_TURNS",
    "fitting",
]

# In characters.
MOST_TITLE = 120
MOST_QUESTION = 2_000  # what the page takes; longer is a document
MOST_REASON = 1_000
MOST_NOTE = 1_000
MOST_SNAPSHOT = 2_000_000
# Of a conversation in a file.
MOST_FILE_BYTES = 10 * 2**20
MOST_TURNS = 500


def fitting(what: str, text: str, most: int, needed: bool = True) -> str:
    """The text without outer white space; WrongUseError when it is longer than `most`, or missing.

    Args:
        what: how the message names it, at the start of a sentence.
        text: as given.
        most: characters, the white space around it not counted.
        needed: whether it must say something.
    """
    text = text.strip()
    if needed and not text:
        raise WrongUseError(StorageWording.EMPTY.format(what=what))
    if len(text) > most:
        raise WrongUseError(StorageWording.TOO_LONG.format(what=what, count=len(text), most=most))
    return text
