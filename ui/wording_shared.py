"""Every sentence that the shared page and the links say in their own voice."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Words

__all__ = ["CONFIDENCE", "LinkWording", "SharedWording"]


class SharedWording:
    """The page behind a link; braces are filled in by ui/shared_view.py."""

    TITLE = "Shared with TechPath"  # never what was asked: a title shows in previews and in histories
    HEADING = "Someone shared these answers with you"
    HOME = "TechPath, the first page"
    NOTE = "A note from the sender"
    AS_OF = "These facts are as of {day}."
    AS_OF_RANGE = "These facts are as of {first} to {last}; each answer says its day."
    ANSWERED = "Answered on {day}"
    STANDS = "Compared with TechPath's sources today: all {total} cited statements still stand as sent."
    STANDS_ONE = "Compared with TechPath's sources today: the cited statement still stands as sent."
    NOT_COMPARED = "They could not be compared with TechPath's current sources just now."
    CHANGED = "{count} of {total} cited statements {have} changed since this was sent"
    WITHDRAWN = "{count} of {total} cited statements {have} been withdrawn since this was sent"
    BOTH = "{count} of {total} cited statements {have} changed or been withdrawn since this was sent"
    CHANGED_HINT = "The answers below are as they were sent. What is different today:"
    THEN = "When it was sent"
    NOW = "Today"
    GONE = "TechPath's sources no longer say this. Ask the publisher before you rely on it."
    FLAG = {"changed": "changed", "withdrawn": "withdrawn"}
    IN_SOURCE = "Source"
    QUESTION = "Question"
    STATE = "Answered for {place}"
    BROUGHT = "This answer was brought in from a file. It was not written here, and nobody has checked it."
    SOURCES = "Sources"
    TO_QUOTE = "Source {label}"
    BACK = "Back to the sentence"
    CONTINUE = "Continue from here"
    CONTINUE_HINT = (
        "Ask your own questions, with these answers in front of you. No sign-in. The sender does not see it."
    )
    EXPIRES = "This link works until {day}."
    TABLE = "Table: scroll sideways to see all of it"

    NOT_FOUND_TITLE = "This link does not open anything"
    NOT_FOUND = (
        "It may have run out, the sender may have closed it, or a letter of the address is missing. Ask "
        "the person who sent it for a new one."
    )
    ASK_YOURSELF = "Ask TechPath yourself"
    TOO_MANY_TITLE = "A short pause, please"
    TOO_MANY = (
        "Many links were opened from your network just now. Wait {seconds} seconds, then load this "
        "page again."
    )
    TOO_LARGE = (
        "That is more than one page can show: it would have {size} KB, and {limit} KB is the most, so that "
        "it opens on any phone. Choose fewer answers."
    )
    BROKEN_TITLE = "This page cannot be shown right now"
    BROKEN = "The link is fine; something went wrong on our side. Please try again later."


class LinkWording(Words):
    """What is said about links that cannot be made or read."""

    QUESTION_LENGTH = "The question has {length} characters; a link takes 1 to {limit}. Shorten it."
    QUESTION_IGNORED = (
        "The link's question was left out: it has {length} characters, and a link takes {limit}."
    )
    VALUE_IGNORED = "The link's “{key}” was left out: it is not one that I know."
    BASE_URL = "{url!r} is no address of a page; give one such as https://techpath.example."
    QR_TOO_LONG = "An address of {length} characters is too long for a QR code. Shorten the question."
    QR_TITLE = "QR code of the link"


# A record's confidence -> what a reader should know of it; the highest needs no words.
CONFIDENCE: Mapping[str, str] = {
    "medium": "Less certain: an older page, or a third party that agrees",
    "low": "Uncertain: a single third party, or an old page",
}
