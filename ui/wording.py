"""Every sentence that the page says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

from assistant.types import Tier
from assistant.wording import STARTERS
from ui.language import Spoken, Words

__all__ = ["PAGES", "PEOPLE", "PROFILE", "STAGE_NAMES", "STARTER_LABELS", "TIERS", "TOOLS", "PageWording"]


class PageWording(Words):
    """The fixed sentences and labels, one name each; braces are filled in by the views."""

    NAME = "TechPath"
    TITLE = "Your path as a pharmacy technician"
    PROMISE = "Ask in your own words. Every statement in the answer shows its source and its date."
    OR_A_TOOL = "Or go straight to:"
    MENU_MORE = "More"  # the section of the menu with the other pages
    INPUT = "Ask about the technician career"
    WORKING = "Looking through the sources…"
    NEW = "New conversation"

    SOURCES = "Sources"
    OPEN_ORIGINAL = "Open the original"
    CLOSE = "Close"
    DATE_UNKNOWN = "date not given"
    AS_OF = "as of {date}"
    REVIEWED = "checked {date}"
    YOUR_FILE = "A document that was added here"
    FOUND_IN = "Where it stands"
    PAGE = "page {page}"

    ASSUMES = "Answers assume:"
    CLEAR_HELP = "Stop assuming: {what}"
    ABOUT_YOU = "About you"
    ABOUT_YOU_HINT = (
        "What answers and plans may assume of you. Fill in only what helps; nothing here says who you are."
    )
    EXPIRES = "Credential expires on"
    SETTINGS = "Places you have worked in"
    YEARS = "Years of pharmacy work"
    AGE = "Age"
    USE_THIS = "Use this"

    NEXT = "You could ask next"
    COPY = "Copy"
    COPY_HELP = "The answer as plain text, with its references."
    EDIT = "Edit question"
    EDIT_HELP = "Change this question. The conversation goes on from there; what was said stays beside it."
    EDIT_LABEL = "Your question"
    EDIT_ASK = "Ask this instead"
    CANCEL = "Cancel"
    VERSION: Mapping[str, str] = {"back": "Version before", "on": "Version after"}
    VERSION_OF = "{place} of {all}"
    BROUGHT = "Brought in from a file; not written here"
    WAS_IT_RIGHT = "Was this right?"
    THUMBS: Mapping[str, str] = {"up": "Yes", "down": "No"}
    REASON = "What was right or wrong?"
    REASON_HINT = "The fee was raised in July. The board's page says so."
    SEND = "Send"
    THANKS = "Thank you. It is kept with this answer for those who mend the sources."
    AGAIN = "Ask again"
    AGAIN_HELP = "Look through the sources once more for the same question."
    EMBEDDED = "Offline mode: answers come word for word from the sources"
    MODEL = "Written by {engine} from the sources"

    NOT_FOUND = "Not in my sources"
    DECLINED = "Outside what I can help with"
    NO_INDEX = "Nothing to answer from yet"
    NO_INDEX_HINT = (
        "Whoever runs this page can mend that in some minutes: run `techpath ingest` on the "
        "computer that serves it. This page notices by itself; ask again afterwards."
    )
    UNEXPECTED = "Something went wrong on our side"
    UNEXPECTED_HINT = (
        "Your question was fine. Please try again in a moment; if it happens again, tell whoever "
        "runs this page. The details are in its log."
    )
    TRY_AGAIN = "Try again"
    NO_STORAGE = "Conversations cannot be kept just now"
    NO_STORAGE_HINT = (
        "Nothing is lost. I show no answer that I cannot keep. Please try again in a moment; whoever runs "
        "this page finds the details in its log."
    )
    GONE = "This conversation is no longer there"
    GONE_HINT = "It was deleted, perhaps in another tab. Start a new one whenever you like."
    UNANSWERED = "Your question is kept, but its answer did not arrive."
    ANSWER_NOW = "Answer it now"
    TOO_MANY = "That was quick. Please wait {seconds} seconds, then ask again."
    NOTHING_TO_CONTINUE = (
        "The link that you came from has expired or was withdrawn, so there is nothing to continue. "
        "You can ask your own question below."
    )
    TOO_LONG = (
        "That is {length} characters; I can read {limit}. Please shorten it to the one thing you "
        "want to know, then ask the rest as follow-ups."
    )
    DISCLAIMER = "Rules change. Check with your board before you pay or apply."


# Tool -> what its link below an answer says, and its icon.
TOOLS: Mapping[str, tuple[str, str]] = Spoken(__name__, "TOOLS") | {
    "plan": ("Make this a plan with dates", ":material/checklist:"),
    "compare": ("Set them side by side", ":material/table_chart:"),
    "specialty": ("Find the specialty that fits you", ":material/explore:"),
    "moving": ("See what carries over, step by step", ":material/local_shipping:"),
    "programs": ("Search schools by place and distance", ":material/school:"),
}

# Page -> its name in the navigation.
PAGES: Mapping[str, str] = Spoken(__name__, "PAGES") | {
    "ask": "Ask",
    "specialty": "Find my specialty",
    "plan": "My plan",
    "compare": "Compare",
    "ladder": "Career ladder",
    "moving": "Moving",
    "schools": "Schools",
    "library": "Library",
    "links": "Shared links",
    "help": "Help",
}

# What a chip says of each field, and what the form calls it.
PROFILE: Mapping[str, str] = Spoken(__name__, "PROFILE") | {
    "state_label": "State or territory",
    "stage_label": "Where you are",
    "credential_label": "Credential you hold",
    "schedule_label": "When you can work",
    "goal_label": "What you want to reach",
    "unknown": "Not said",
    "expires": "expires {}",
    "years": "{} years of work",
    "age": "age {}",
    "schedule": "works {}",
    "goal": "goal: {}",
}
STAGE_NAMES: Mapping[str, str] = Spoken(__name__, "STAGE_NAMES") | {
    "exploring": "looking around",
    "student": "student",
    "trainee": "trainee",
    "certified": "certified",
    "experienced": "experienced",
}

# Person -> icon, heading and one line of what they get. The keys are those of STARTERS.
PEOPLE: Mapping[str, tuple[str, str, str]] = Spoken(__name__, "PEOPLE") | {
    "student": (
        ":material/school:",
        "I want to become a technician",
        "Steps, cost and time in your state",
    ),
    "technician": (
        ":material/medication:",
        "I work as a technician",
        "Renewal, specialties, the next step up",
    ),
    "counselor": (
        ":material/groups:",
        "I advise students",
        "Answers you can check and pass on",
    ),
}

# Person -> what the buttons with their questions say; the question itself is asked in English.
STARTER_LABELS: Mapping[str, tuple[str, ...]] = Spoken(__name__, "STARTER_LABELS") | STARTERS

# How far a source's word goes, in plain words.
TIERS: Mapping[Tier, str] = Spoken(__name__, "TIERS") | {
    "law-or-board": "Law or state board",
    "certifier": "Certifying body",
    "federal": "Federal agency",
    "accreditor-or-association": "Accreditor or professional association",
    "employer-or-school": "Employer or school",
    "publication": "Publication",
    "guide": "Guide; check with the authority it names",
    "your-document": "Added document; its authority is not judged",
}
