"""Every sentence that the kept conversations say in TechPath's own voice."""

from __future__ import annotations

__all__ = ["CommandWording", "ExportWording", "StorageWording"]


class StorageWording:
    """What is said when something cannot be found or taken."""

    NO_CONVERSATION = "This conversation is not here. It may have been deleted."
    NO_LINK = "This link is not here. It may have been deleted with its conversation."
    NO_SUCH_LINK = "There is no such link. See: techpath share list"
    NOT_WAITING = "This question has its answer already."
    NO_ANSWER = "This question has no answer yet."
    REVOKED = "This link has been revoked and stays closed. Make a new one."
    TOO_LONG = "{what} has {count:,} characters; at most {most:,} can be kept. Shorten it."
    EMPTY = "{what} is empty. Write something first."
    NOT_A_CONVERSATION = "This is not a conversation saved by TechPath: {reason}"
    FILE_TOO_LARGE = "This file has {size:.1f} MB; a conversation of at most {most:.0f} MB can be read."
    TOO_MANY_TURNS = "This file holds {count} questions; at most {most} can be read."
    UNTITLED = "New conversation"


class ExportWording:
    """What an exported conversation says around the answers."""

    SAVED = "Saved from TechPath on {day}."
    NOTICE = (
        "Rules, fees and dates change. Before you pay or decide, ask the board, certifier or school that "
        "is named. TechPath gives no legal or medical advice."
    )
    SOURCES = "Sources"
    BROUGHT = "This answer was read from a file. TechPath did not check it."
    ASSUMED = "Answer assumes: {what}"
    TITLE = "TechPath conversation"


class CommandWording:
    """What the commands report."""

    KEPT = "conversations {conversations}, turns {turns}, links {shares}, thumbs {feedback}"
    BACKED_UP = "Saved in {file}: {kept}."
    RESTORED = (
        "Restored from {file}: {kept}. What was there before is in {before}; delete that file when you no "
        "longer need it."
    )
    NO_LINKS = "There are no links."
    REVOKED = "Link {id} is closed, and what it showed is deleted. Times opened: {opened}."
    NO_FEEDBACK = "There is no feedback yet."
    EXPORTED = "Saved in {file}: thumbs {count}."
