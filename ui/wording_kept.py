"""Every sentence about conversations that are kept, taken along, and shared."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Words

__all__ = [
    "AccountWording",
    "DeviceWording",
    "HandoutWording",
    "HidingWording",
    "KeptWording",
    "LinkCardWording",
    "LinksWording",
    "ShareWording",
    "StopWording",
]


class KeptWording(Words):
    """The sidebar."""

    YOURS = "Your conversations"
    SEARCH = "Search your conversations"
    NOTHING_FOUND = "No conversation holds these words."
    OLDER = "{count} older ones: search to find them."
    TOUCHED = "Last used on {date}"
    SHARE = "Share"
    SHARED = "Shared: {count} open"
    IS_SHARED = "This chat is shared: one link is open."
    IS_SHARED_UNTIL = "This chat is shared: one link is open, until {day}."
    IS_SHARED_OFTEN = "This chat is shared: {count} links are open."
    MANAGE = "Shared links"
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
    PRIVACY_TAB = "This page may keep no cookie here: your conversations end with this tab."


class ShareWording(Words):
    """The dialog that makes a link."""

    TITLE = "Share these answers"
    EXPLAINED = "Whoever has the link can read what you choose here, and nothing else. It shows no name."
    WHICH = "Which answers?"
    NOTE = "Why you send this (may stay empty)"
    NOTE_HINT = "For our talk on Tuesday: read the second answer first."
    EXPIRES = "How long the link works"
    DAYS: Mapping[int, str] = {1: "1 day", 7: "7 days", 30: "30 days", 90: "90 days", 0: "Never ends"}
    UNDER = "Where"
    UNDER_NEW = "A new link"
    UNDER_OLD = "The link of {date}: same address, new content"
    MAKE = "Make the link"
    UPDATE = "Change what the link shows"
    MADE = "The link is ready. Copy it, or show its code."
    UPDATED = "Done. The same link now shows this."
    ENDS = "It works until {day}."
    NO_END = "It works until you withdraw it."
    AFTERWARDS = "You find it again under Shared links."


class HidingWording(Words):
    """What is hidden before a link is made."""

    HIDE = "What to hide"
    HIDE_HINT = (
        "This may tell who somebody is. What is ticked is taken out before anything is stored for the link."
    )
    NOTHING_TO_HIDE = "I found nothing that tells who somebody is. Please look once more yourself."
    HIDE_ONE = "“{words}” becomes {shown}"
    HIDE_OWN = "Hide other words too"
    HIDE_OWN_HINT = "Separate them with semicolons"
    HERE = "Hide it in my own conversation too"
    HERE_HELP = (
        "Otherwise your own copy keeps these words; only your browser opens it. Hidden there too, they stand "
        "nowhere any more and cannot be brought back."
    )
    PREVIEW = "How your words will read"


class LinkCardWording(Words):
    """What can be done with any link."""

    LOOK = "Look at the page"
    QR = "QR code"
    QR_SAVE = "Save the picture"


class LinksWording(Words):
    """The page Shared links."""

    TITLE = "Shared links"
    INTRO = "Pages that you made for others. Who opens them is not recorded, only how often."
    NONE = "You have no open link. Open a conversation and choose Share."
    TO_CHAT = "To my conversations"
    UNTITLED = "An older conversation"
    STATE: Mapping[str, str] = {"open": "open", "expired": "ended", "revoked": "withdrawn"}
    OPENED = "opened {count} times"
    OPENED_ONCE = "opened once"
    NEVER_OPENED = "not opened yet"
    ENDS = "works until {date}"
    ENDED = "ended on {date}"
    NO_END = "has no end"
    MADE = "made on {date}"
    CHANGED = "changed on {date}"
    CHANGE = "Change"
    CHANGE_HELP = "Show other answers, another note or another end under the same address."
    OPEN_AGAIN = "Open again"
    OPEN_AGAIN_HELP = "The same address works once more, with a new end."
    REVOKE = "Withdraw"
    REVOKE_MEANS = "The link stops working at once and for good, and what it showed is deleted."
    REVOKE_SURE = "Yes, withdraw it"
    CLOSED = "Links that no longer open: {count}"


class HandoutWording(Words):
    """A link that asks a first question."""

    TITLE = "A link for a handout"
    HINT = "Whoever opens it gets the answer to your question at once, in a conversation of their own."
    QUESTION = "The question"
    QUESTION_HINT = "How do I become a pharmacy technician in Ohio?"
    STAGE = "Where the readers are"
    MAKE = "Make the link"
    NOT_KEPT = "Nothing is kept for this link: it works for ever and counts nobody."
    EMBED = "Show it inside your own page"
    EMBED_HINT = (
        "Give this to whoever looks after that page. It works on the sites that this TechPath allows."
    )


class DeviceWording(Words):
    """Another device, and the end of what is kept."""

    TITLE = "On another device"
    HINT = "Make a code here and type it there: your conversations are then on both."
    MAKE = "Make a code"
    UNTIL = "It works once, within ten minutes."
    HERE = "Type a code from another device"
    USE = "Use it"
    WRONG = "That code is not known here, or its ten minutes are over. Make a new one on the other device."
    DONE = "Done. The conversations of the other device are now here too."
    FORGET = "Delete everything that is kept of me"
    FORGET_MEANS = "All conversations, links, codes and feedback of this browser. It cannot be undone."
    FORGET_SURE = "Yes, I want that"
    FORGET_NOW = "Delete everything"
    FORGOTTEN = "Everything is deleted."


class StopWording(Words):
    """An answer that is stopped while it is being written."""

    STOP = "Stop"
    STOP_HELP = "Write no more of this answer. The question and what stands of it are not kept."
    STOPPED = "Stopped. This question was not kept:"
    ASK_AGAIN = "Ask it again"


class AccountWording(Words):
    """Sign-in, where the installation has it."""

    HINT = "Sign in, and your conversations are with your account on every device. You need not."
    IN = "Sign in"
    AS = "Signed in as **{name}**"
    NAMELESS = "your account"
    OUT = "Sign out"
    BRING_HINT = "Conversations that this browser kept before you signed in: {count}"
    BRING = "Bring them into my account"
