"""What the gist of a guidance tool's result says in its own voice. None of it states a fact of the field."""

from __future__ import annotations

__all__ = ["GistWording"]


class GistWording:
    """The fixed sentences, one name each; braces are filled in."""

    # A plan.
    PLAN = "{title}. {count} steps. If you start on {start}, you are done between {early} and {late}."
    PLAN_ON = "{title}. {count} steps. If you start on {start}, you are done on {early}."
    PLAN_STEPS = "The main steps, in order:"
    PLAN_STEP = "{title}. {line}"
    PLAN_MORE = (
        "Open the plan to see the dates and fees of each step and what they add up to, to set your own "
        "start, to tick steps off and to take it along. Where no source gives a length of time, the plan "
        "says that it is assumed."
    )
    PLAN_STATE = "Which state are you in? Rules, fees and papers differ from state to state."
    PLAN_EXPIRES = "When does your certification run out? With that day every date of the plan is your own."

    # A fit.
    FIT_ASK = (
        "Tell me in a sentence or two what you like in your work and what you do not, for example: "
        "“{example}”. I then rank {count} specialties for you, with the reasons and the sources. Or open the "
        "questions: {fewest} to {most} of them, some five minutes."
    )
    FIT_EXAMPLE = "I hate angry customers, love careful hands-on work, nights are fine"
    FIT_HEARD = "From your words I read: {wishes}. You can correct that on the page."
    FIT_PLACE = "{rank}. {name}"
    FIT_AGAINST = "Against it: {because}"
    FIT_BOTH = "{because} {line}"
    FIT_NEXT = (
        "Open the ranking to see all {count}, to answer questions that make it surer, and to see what each "
        "one takes."
    )
    FIT_PLAN = "Make me a plan to become {article} {name}"

    # A comparison.
    COMPARE_DIFFERENT = "What differs:"
    COMPARE_OPEN = "{count} more rows are in the full comparison, with what is known of only some."
    COMPARE_ALL = "The full comparison has every row, and the sentence behind every value."
    COMPARE_NO_ROW = "Our sources give no value that differs. The full comparison has what they say in words."

    # A move.
    MOVE_CARRIES = "What comes with you:"
    MOVE_CHECK = "What {place} asks for:"
    MOVE_REDO = "What to do, in {place}'s own order:"
    MOVE_MEANWHILE = "Until your papers from {place} are there:"
    MOVE_COSTS = "What {place} charges:"
    MOVE_BOARDS = "Who decides:"
    MOVE_MORE = "Open the page to see what to do before you give notice, and what our sources do not say."

    # Schools.
    SCHOOLS_NEAR = "{headline}:"
    SCHOOLS_NOT = "What the list is not:"
    SCHOOLS_CHECK = "Check a program here before you pay:"
    SCHOOLS_MORE = (
        "The page shows {rest} more, how far each one is, and a map. "
        "We sell nothing and pass your search on to nobody."
    )
    SCHOOLS_MAP = (
        "The page shows how far each one is, on a map. We sell nothing and pass your search on to nobody."
    )

    # Costs.
    COSTS_COLUMNS = ("What", "Amount", "How often")
    COSTS_SUM = "The page adds up what has a figure, for the start and for each year."
