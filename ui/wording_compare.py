"""Every sentence that the page "Compare" says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Spoken, Words

__all__ = ["EXAMPLES", "KIND_NAMES", "PAY_GROUPS", "PICKERS", "VIEWS", "CompareWords", "PayWords"]


class CompareWords(Words):
    """The fixed sentences and labels, one name each."""

    TITLE = "Compare"
    INTRO = "Put two to four things side by side. What differs comes first, and every cell shows its source."
    VIEW = "What to show"
    KIND = "What do you want to compare?"
    PICK_HINT = "Pick two to four."
    TOO_FEW = "Pick at least two to see them side by side."
    EXAMPLES = "Or start with one of these:"
    DIFFERING = "Hide rows that are the same"
    FULL = "Show the sentence behind every value"
    LINK = "The address of this page now holds your choice. Copy it to hand it out."

    BAD_KIND = "The address asked to compare “{asked}”. That is not something this page can compare."
    BAD_THING = "The address named “{asked}”, which is not known here, so it was left out."
    TOO_MANY = "The address named more than four. The first four are shown."

    ABOUT = "In short"
    WHO_DECIDES = "Who decides"
    UNKNOWN = "{labels}. Ask {whom}."
    NOTHING = "Nothing is known that could be compared."


# View of the page -> its name.
VIEWS: Mapping[str, str] = Spoken(__name__, "VIEWS") | {"table": "Side by side", "pay": "Pay"}

# What can be compared -> how the page calls it.
KIND_NAMES: Mapping[str, str] = Spoken(__name__, "KIND_NAMES") | {
    "state": "States and territories",
    "credential": "Credentials and certificates",
    "exam": "Exams",
    "setting": "Places to work",
    "specialty": "Specialties",
    "education": "Ways to train",
    "wages": "Years of pay",
}

# What can be compared -> the label of its picker.
PICKERS: Mapping[str, str] = Spoken(__name__, "PICKERS") | {
    "state": "Which states?",
    "credential": "Which credentials?",
    "exam": "Which exams?",
    "setting": "Which places to work?",
    "specialty": "Which specialties?",
    "education": "Which ways to train?",
    "wages": "Which years?",
}

# What can be compared -> how an example of it is called.
EXAMPLES: Mapping[str, str] = Spoken(__name__, "EXAMPLES") | {
    "state": "Texas, California, New York",
    "exam": "PTCE or ExCPT",
    "setting": "Hospital or retail",
    "specialty": "Sterile, nuclear, informatics",
    "education": "School or employer training",
}


class PayWords(Words):
    """The words around the pictures of pay."""

    WHICH = "Whose pay?"
    OLD = "This is an old survey. Pay has risen since; do not take these amounts for today's."
    AS_TEXT = "The same figures as text, with their sources"
    ALT = "Bar chart: {title}, {count} bars, from {lowest} to {highest}. The figures stand below as text."
    UNKNOWN_STATES = "No figure is known here for {states}. BLS has the current ones at bls.gov/oes."
    US_MEAN = "The dashed line marks the mean of the whole country in the same survey. {mean}"
    HOW_TO_READ = "How to read these figures"
    YOURS = "Pharmacy technicians"
    MAY = ", May {year}"
    TITLE: Mapping[str, str] = {
        "national": "What US pharmacy technicians earn, USD a year",
        "by_industry": "By kind of employer: {measure}, May {year}, USD a year",
        "by_state": "By state: {measure}, May {year}, USD a year",
        "adjacent": "Jobs close to it: median, May {year}, USD a year",
    }


# Group of figures -> the name of its picture, and a sentence on what it shows.
PAY_GROUPS: Mapping[str, tuple[str, str]] = Spoken(__name__, "PAY_GROUPS") | {
    "national": ("All technicians", "How pay is spread among all US technicians."),
    "by_industry": (
        "By kind of employer",
        "Means and medians are different measures: compare like with like.",
    ),
    "by_state": (
        "By state",
        "Only some states are known, and from different years. Compare a state with the US mean of its year.",
    ),
    "adjacent": (
        "Jobs close to it",
        "Several of these jobs need a degree or a license. The middle of each job is shown.",
    ),
}
