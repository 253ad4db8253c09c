"""Every sentence about conversations that are kept, taken along, and shared."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Words

__all__ = ["KeptWording", "LinksWording", "ShareWording"]


class KeptWording(Words):
    """The sidebar."""

    YOURS = "Your conversations"
    SEARCH = "Search your conversations"
    NOTHING_FOUND = "No conversation holds these words."
    OLDER = "{count} older ones: search to find them."
    TOUCHED = "Last used on {date}"
    SHARE = "Share"
    SHARED = "Shared: {count} open"
    MORE = "More"
    TITLE = "Title"
    RENAME = "Rename"
    TAKE_ALONG = "Take it with you"
    FORMS: Mapping[str, str] = {"md": "Text", "pdf": "PDF", "json": "To bring back"}
    DOWNLOAD = "Download"
    DELETE_SURE = "Yes, delete this conversation"
    DELETE_MEANS = "Really deleted, with its shared links and your feedback. It cannot be brought back."
    DELETE = "Delete"
    BRING = "Bring one back"
    BRING_FILE = "A file that was downloaded here as “To bring back”"
    BRING_IN = "Bring it in"
    PRIVACY = "Only this browser can open them. No account, no name."


class ShareWording(Words):
    """The dialog that makes a link."""

    TITLE = "Share these answers"
    EXPLAINED = "Whoever has the link can read what you choose here, and nothing else. It shows no name."
    WHICH = "Which answers?"
    NOTE = "Why you send this (may stay empty)"
    NOTE_HINT = "For our talk on Tuesday: read the second answer first."
    HIDE = "What to hide"
    HIDE_HINT = "This may tell who somebody is. What is ticked is removed before anything is stored."
    NOTHING_TO_HIDE = "I found nothing that tells who somebody is. Please look once more yourself."
    HIDE_ONE = "“{words}” becomes {shown}"
    HIDE_OWN = "Hide other words too"
    HIDE_OWN_HINT = "Separate them with semicolons"
    EXPIRES = "How long the link works"
    DAYS: Mapping[int, str] = {1: "1 day", 7: "7 days", 30: "30 days", 90: "90 days", 0: "Never ends"}
    UNDER = "Where"
    UNDER_NEW = "A new link"
    UNDER_OLD = "Under the link of {date}, in place of what it shows"
    MAKE = "Make the link"
    MADE = "The link is ready. You find it again under Shared links."
    LOOK = "Look at the page"
    QR = "QR code for a handout"


class LinksWording(Words):
    """The page Shared links."""

    TITLE = "Shared links"
    INTRO = "Pages that you made for others. Who opens them is not recorded, only how often."
    NONE = "You have shared nothing yet. Open a conversation and choose Share."
    STATE: Mapping[str, str] = {"open": "open", "expired": "ended", "revoked": "withdrawn"}
    OPENED = "opened {count} times"
    OPENED_ONCE = "opened once"
    NEVER_OPENED = "not opened yet"
    ENDS = "works until {date}"
    NO_END = "has no end"
    MADE = "made {date}"
    REVOKE = "Withdraw"
    REVOKE_HELP = "The link stops working at once, for good, and what it showed is deleted."
    OPEN_CONVERSATION = "Open the conversation"
    STARTER = "A link that asks a first question"
    STARTER_HINT = (
        "For a handout or a class page: whoever opens it gets the answer at once, in a conversation of "
        "their own."
    )
    QUESTION = "The question"
    QUESTION_HINT = "How do I become a pharmacy technician in Ohio?"
    STATE_LABEL = "State it is asked for"
    ANY_STATE = "None"
    MAKE = "Make the link"
    DEVICE = "Use your conversations on another device"
    DEVICE_HINT = "Make a code here, then type it there. It works once, for ten minutes."
    CODE_MAKE = "Make a code"
    CODE_HERE = "Type a code from another device"
    CODE_USE = "Use it"
    CODE_WRONG = (
        "That code is not known here, or its ten minutes are over. Make a new one on the other device."
    )
    CODE_DONE = "Done. The conversations of the other device are now here too."
    CODE_UNTIL = "Until {time} UTC"
    FORGET = "Delete everything that is kept of me"
    FORGET_MEANS = "All conversations, links, codes and feedback of this browser. It cannot be undone."
    FORGET_SURE = "Yes, delete everything"
    FORGOTTEN = "Everything is deleted."
