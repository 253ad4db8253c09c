"""Every sentence that the page "Library" says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Spoken, Words

__all__ = [
    "GROUPS",
    "KINDS",
    "READER_NAMES",
    "SHELF_WORDS",
    "CardWords",
    "ChangesWords",
    "DocumentWords",
    "HandbookWords",
    "LibraryWords",
]


class LibraryWords(Words):
    """The shelves, the search and the lists; one name each."""

    TITLE = "Library"
    INTRO = "Everything that answers are made of: read it, check it, hand it on."
    SEARCH = "Search"
    SEARCH_HINT = "For example: fingerprints, night shift, CE for law"
    FIND = "Search"
    TOPIC = "Topic"
    ANY_TOPIC = "All topics"
    STATE = "State or territory"
    ANY_STATE = "All places"
    READER = "For"
    ANY_READER = "Everyone"
    PICK = "Choose a state or territory"
    TOPICS = "Or choose a topic"
    NEWS = "What changed lately"
    NEWS_HINT = "Changes of rules to watch, and the newest sources"
    ONE, MANY = "1 page", "{count} pages"
    ONE_FOUND, MANY_FOUND = "1 page found", "{count} pages found"
    BEST_FIRST = "{found} for “{search}”, the best first"
    NOTHING = (
        "No page fits all of this. Choose fewer filters or other words. You can also ask your question on "
        "the page Ask: it says so when the sources have no answer."
    )
    CLEAR = "Show everything"
    ANSWERS = "Answers:"
    COVERS = "Covers:"
    AND_MORE = "and {count} more"
    CHECKED = "Checked {date}"
    BACK = "All of the library"
    READ_HERE = "Read the whole page in the library"
    READ_PAGE = "See page {page} in the library"
    # Parameter of the address -> what is said when it names nothing.
    UNUSED: Mapping[str, str] = {
        "doc": "The address named the page “{asked}”, which is not in this library. It may have a new name.",
        "topic": "The address named the topic “{asked}”, which is not in this library.",
        "state": "The address named “{asked}”, which is not a state or territory with rules here.",
        "for": "The address named readers “{asked}”, who have no list of their own here.",
    }


class DocumentWords(Words):
    """A page of the library."""

    REVIEWED = "Compared with its sources on {date}"
    SOURCES = "Sources of this page"
    ONE_SOURCE, MANY_SOURCES = "1 source", "{count} sources"
    ON_THIS_PAGE = "On this page"
    ASK = "Ask about this"
    ASK_STATE = ("How do I become a pharmacy technician in {name}?", "How many CE hours do I need in {name}?")
    ASK_TITLE = "What should I know about “{title}”?"
    RULES = "The rules of {name} in short"
    SEND = "Send this page"
    SEND_HINT = "Whoever opens this address sees the page as it is on that day. It shows nothing about you."
    UNKNOWN = "Not in our sources"
    UNKNOWN_LINE = "Looked for and not found. {whom} can tell you:"
    PAGE = "Page {page}"
    OWN = "This document was added here. Nobody has compared it with other sources."
    SAYS_ITSELF = "This document is its own source."


class HandbookWords(Words):
    """The handbook, page by page."""

    INTRO = "All guides as one PDF of {pages} pages, to print or to keep. Its last pages list its sources."
    PAGE = "Page"
    BEFORE, AFTER = "Previous", "Next"
    PICTURE = "Picture of page {page} of the handbook. Its text stands beside it."
    TEXT = "The text of page {page}"
    NO_TEXT = "This page has no text of its own."
    DOWNLOAD = "Download"
    OPEN = "Open as PDF"
    CHANGED = (
        "The PDF file is newer than what answers were made from, so its pages may differ. This is the text "
        "that answers cite."
    )
    NO_FILE = "The PDF file is not on this computer. This is its text."
    NONE = "There is no such page."
    TOO_MANY = "Too many pages at once. Please wait a few seconds."


class CardWords(Words):
    """A state's card."""

    TITLE = "{name}: the rules in short"
    PENDING = "Changes to watch"
    ALERT = "The board warns of scams"
    UNKNOWN = "Not in our sources. Ask {whom}"
    BOARD = "Who decides"
    OPEN_BOARD = "Open the board's site"
    REVIEWED = "Compared with the sources on {date}"
    PLAN = "Plan the way to your first job in {name}"
    RENEW = "Plan your renewal in {name}"
    MOVING = "Moving to {name}? See what carries over"
    COMPARE = "Compare {name} with another state"
    PROGRAMS = "Find a school in {name}"
    WHOLE = "Read all rules of {name}"
    OTHER = "Another state or territory"


class ChangesWords(Words):
    """What changed lately."""

    TITLE = "What changed lately"
    INTRO = "Changes of rules to watch, and the newest of the sources that answers rest on."
    REVIEWED = "The sources here were last compared on {date}."
    PENDING = "Rules that changed lately or may change"
    PENDING_HINT = "Sources tell of changes in {count} places. Ask the board before you rely on one."
    CHECKED = "compared on {date}"
    NEW = "The newest sources"
    NEW_HINT = (
        "By the date that a source gives itself. Most boards and certifiers print no date on their pages; "
        "those cannot stand here."
    )
    USED_IN = "Used in:"
    USED_IN_MANY = "Used in {count} pages, such as:"


# Shelf -> its icon, name and a line that says what stands on it.
SHELF_WORDS: Mapping[str, tuple[str, str, str]] = Spoken(__name__, "SHELF_WORDS") | {
    "becoming": (
        ":material/flag:",
        "Becoming a technician",
        "Age, school, money, a criminal record, the first job",
    ),
    "states": (":material/map:", "Rules of each state", "Who may start, fees, renewal, CE, ratio"),
    "schools": (":material/school:", "Schools by state", "Who reports a technician program"),
    "certification": (
        ":material/verified:",
        "Certification and exams",
        "PTCE, ExCPT, certificates: cost, content, retakes",
    ),
    "renewal": (":material/autorenew:", "Renewal and CE", "Deadlines, CE that counts, what if it lapsed"),
    "scope": (":material/rule:", "What technicians may do", "Vaccines, checking, privacy, ratios"),
    "settings": (":material/storefront:", "Places to work", "Hospital, retail, mail order, home infusion"),
    "specialties": (
        ":material/explore:",
        "Specialties",
        "Sterile compounding, oncology, informatics and more",
    ),
    "moving-up": (":material/trending_up:", "Moving up and moving on", "Lead, educator, nurse, pharmacist"),
    "moving-states": (
        ":material/local_shipping:",
        "Moving to another state",
        "What carries over, what does not",
    ),
    "pay": (":material/payments:", "Pay and jobs", "Wages by state and setting, outlook"),
    "organizations": (":material/groups:", "Boards, certifiers, associations", "Who does what, whom to join"),
    "counselors": (":material/support_agent:", "For counselors and teachers", "How to advise, common myths"),
    "handbook": (":material/menu_book:", "The handbook", "All guides as one PDF, to print"),
    "documents": (":material/description:", "Documents added here", "What your own organization put in"),
}

# Reader -> what the choice says.
READER_NAMES: Mapping[str, str] = Spoken(__name__, "READER_NAMES") | {
    "student": "Starting out",
    "technician": "Working as a technician",
    "counselor": "Advising others",
}

# Kind of document -> what its badge says. A record's kind is its topic.
KINDS: Mapping[str, str] = Spoken(__name__, "KINDS") | {
    "guide": "Guide",
    "record": "Facts",
    "pdf": "PDF",
    "markdown": "Document",
    "html": "Document",
    "text": "Document",
}

# Group of a state's card -> its heading.
GROUPS: Mapping[str, str] = Spoken(__name__, "GROUPS") | {
    "start": "Getting in",
    "training": "Training and exams",
    "fees": "Fees",
    "renewal": "Renewal and CE",
    "work": "At work",
}
