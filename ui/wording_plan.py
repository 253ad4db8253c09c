"""Every sentence that the page "My plan" says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

from ui.language import Spoken, Words

__all__ = ["VIEWS", "PlanWords"]

# View of the page -> its name; the keys stand in the address.
VIEWS: Mapping[str, str] = Spoken(__name__, "VIEWS") | {
    "steps": "Steps",
    "timeline": "Timeline",
    "costs": "Costs",
    "ce": "CE hours",
    "files": "Take it along",
}


class PlanWords(Words):
    """The fixed sentences and labels, one name each."""

    TITLE = "My plan"
    INTRO = (
        "Choose where you want to get to. You see the steps in order, with dates, costs and the source "
        "of each rule."
    )
    GOAL = "What do you want to do?"
    STATE = "Your state"
    NEW_STATE = "The state you go to"
    ORIGIN = "The state you leave"
    STAGE = "Where you stand"
    NOT_SAID = "Not said"
    ROUTE = "How you want to learn"
    START = "When you start"
    EXAM = "National exam"
    NO_EXAM = "As the state asks"
    PATH = "How you qualify for the exam"
    AS_USUAL = "The usual way"
    CREDENTIAL = "Certification you hold"
    EXPIRES = "It ends on"
    STATE_EXPIRES = "Your state papers end on"
    CE_DONE = "CE hours done in this cycle"
    GENERAL, LAW, SAFETY, LIVE = "General", "Pharmacy law", "Patient safety", "Live, of these"
    MORE = "More about you"
    AGE = "Your age"
    HOURS = "Hours a week that you work while learning"
    RECORD = "I have a question about a criminal record"
    RECORD_HELP = "Adds a step near the start. It stays in this tab and is never put into the address."
    VIEW = "What to show"

    BAD_VALUE = "The address said “{name}={value}”. This page cannot use that, so it was left out."

    FINISH = "Done between {early} and {late}"
    FINISH_ON = "Done on {early}"
    DONE = "{done} of {all} steps done"
    IN_SHORT = "In short"
    DETAILS = "What to know"
    OPTIONAL = "your choice"
    LATE = "Deadline at risk"
    DEPENDS = "Depends on: {what}"
    DEPENDS_NOTHING = "The same for everybody, in every state."
    ASPECTS: Mapping[str, str] = {
        "state": "your state",
        "stage": "where you stand",
        "start": "the start date",
        "choice": "the way you chose",
        "you": "what you told us",
    }
    CHANGED = "What your last change did"
    CHANGED_COUNT = "{changed} lines changed, {same} stayed as they were."
    CHANGED_MORE = "And {n} more."
    GONE, NEW = "Gone", "New"

    LENGTHS = "Change how long a step takes"
    LENGTHS_STEP = "Which step?"
    LENGTHS_DAYS = "Days, at least and at most"
    LENGTHS_RESET = "Back to what we assumed"

    TIMELINE_ALT = "A timeline of {n} steps from {start} to {end}. The same dates stand as text below."
    TIMELINE_KEY = (
        "Strong: if all goes quickly. Faint: if it goes slowly. Mark: a deadline, counted from the slow "
        "dates."
    )
    TIMELINE_TEXT = "The timeline as text"

    NO_COSTS = "No costs are known for these steps."

    CE_BAR = "{kind}: {done} of {needed}"
    CE_BAR_UNKNOWN = "{kind}: {done} done; how many are needed is not in our sources"
    CE_BY = "by {day}"
    CE_HINT = "Type the hours that you have done above; the bars follow."

    FILES = "A file of this plan, to keep or to hand on."
    ICS, MARKDOWN, PDF = "Calendar (.ics)", "Markdown", "PDF to print"
    ICS_HELP = "Opens in your calendar, with reminders. A newer file updates the events."
    LINK = "The address of this page holds your choice. Copy it to hand the plan out."
