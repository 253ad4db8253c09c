"""Every sentence that the page "Find my specialty" says in its own voice."""

from __future__ import annotations

from ui.language import Words

__all__ = ["SpecialtyWords"]


class SpecialtyWords(Words):
    """The fixed sentences and labels, one name each; braces are filled in by the views."""

    TITLE = "Which specialty fits me?"
    INTRO = "Say what kind of work you like. You get a ranking with the reasons, the doubts and the sources."

    IN_SHORT = "In short"
    LADDER = "See the whole career ladder"
    START = "Answer some questions"
    START_HINT = (
        "Each shows four kinds of work; you pick what you would like most and least. There are {fewest} to "
        "{most} of them, some five minutes. You can skip any, go back, and stop whenever you like."
    )
    GO = "Start"
    WORDS = "Or say it in your own words"
    WORDS_LABEL = "What do you like, and what not?"
    WORDS_HINT = "I hate angry customers, love careful hands-on work, nights are fine, 3 years retail"
    READ = "Read my words"
    PRIVATE = "Your text is forgotten when you close this window. The address of the page does not hold it."

    PROGRESS = "Question {number} of at most {most}"
    MOST_MARK = "most"
    BACK = "Back"
    SKIP = "Skip"
    SKIP_LEAST = "None of them"
    RESULT = "Show my result"
    SURE_SO_FAR = "So far the chance that your best match is among the first three is {sure} in 100."

    HEARD = "This is what was read from your words. Is it right?"
    HEARD_NONE = (
        "Nothing could be read from that. Try plain words, such as “I like math” or “no night shifts”."
    )
    UNREAD = "Nothing was read from: {pieces}"
    ALSO = "Also noted for your profile: {facts}"
    LEAVE_OUT = "Leave it out"
    HEARD_TITLE = "Add or correct your own words"

    VERDICT = "How sure this is"
    RANKING = "Your ranking"
    CHART_ALT = (
        "Bar chart of {count} specialties by how well they fit, from {first} with {high} of 100 to {last} "
        "with {low} of 100, each with the range in which the score probably lies. The table below has the "
        "figures."
    )
    CHART_LABEL = "{rank}. {name}: {score}"
    CHART_HINT = "The bar is the score; the line below it is the range in which it probably lies."
    AS_TABLE = "All {count} specialties as a table"
    COLUMNS = ("Rank", "Specialty", "Score", "Probably between", "Chance of best three")
    BETWEEN = "{low} and {high}"
    CHANCE = "{among} in 100"
    CLOSER = "A closer look at the first five"
    OPEN = "{rank}. {name}"
    WHY = "Why it fits"
    AGAINST = "What speaks against it"
    NO_WHY = "Nothing that you said speaks for it in particular."
    NO_AGAINST = "Nothing that you said speaks against it, as far as our sources know the work."
    UNKNOWN = "What is unknown"
    TAKES = "What it takes"
    NO_TAKES = "Our sources do not say what it takes. Ask a pharmacy that has such technicians."
    PEOPLE = "What people say"
    PLAN = "Make a plan for this"
    COMPARE = "Compare the first three"

    LEANINGS = "What was understood of you"
    LEANING = "{end} (sure: {sure} in 100)"
    LEANINGS_NONE = "Nothing is clear enough yet."
    ABOUT = "How this works, and what it cannot do"
    MORE = "Answer more"
    AGAIN = "Start again"
    SHARE = "The address of this page now holds your answers. Copy it to keep the result or to hand it out."

    BAD_CHOICE = "The address held {count} answers that make no sense here. They were left out."
    BAD_CHOICE_ONE = "The address held one answer that makes no sense here. It was left out."
    BAD_WISH = "The address said something about “{asked}”, which is not known here. It was left out."
