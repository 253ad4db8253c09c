"""Every sentence that the search for a fitting specialty says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["FEELINGS", "SETTLED", "WAY_IN", "FitTerminal", "FitWording"]


class FitWording:
    """The fixed sentences, one name each; braces are filled in."""

    # The items.
    MOST = "Which of these would you like most?"
    LEAST = "And which would you like least?"
    SKIP = "Skip"

    # The person's own answers, as reasons.
    PICKED = "You picked “{offer}” as what you would like most."
    PUT_LAST = "You put “{offer}” last."
    WROTE = "You wrote “{words}”."
    SET = "You said “{feeling}” to {end}."

    # The same, shown back for correction.
    HEARD = "{end}: {feeling}"

    # What is unknown.
    UNKNOWN = "Our sources do not say, for this specialty: {names}. Ask a pharmacy that has such technicians."
    WEIGHS = "Of these, what matters most to you: {names}."
    NOT_SAID = "Not in our sources. Ask someone who does this work."

    # How sure it is.
    SURE = "The chance that your best match is among the first three: {sure} in 100, by what our sources say."
    AMONG = (
        "The chance that it belongs to your best three: {among} in 100 by what our sources say, "
        "{open} in 100 if everything they leave open could go either way."
    )
    SCORE = "{score} of 100, probably between {low} and {high}"
    SCALE = (
        "A score of 100 has everything you want by what our sources say; 50 is as much for it as against; "
        "0 is the opposite of all you want."
    )
    NO_SWAP = "No single answer, given the other way round, would change the first place."
    SWAP = "If you had chosen “{least}” over “{most}”, the first place would go to {name}."
    SWAP_WISH = "If you felt the other way about {about}, the first place would go to {name}."
    EARLY = "You answered {count} of at most {most} questions. Each further answer makes the ranking surer."
    NONE_YET = "You answered no questions yet. Each answer makes the ranking surer."
    FEW = "Nothing to go on yet: answer some questions, or write what you like and dislike."

    # Where the person stands.
    FIRST_TECHNICIAN = "First you become a technician: specialties are for people who already work as one."
    YOUR_YEARS = "You told us about {years} of pharmacy work. Ask which of it counts."
    WAY_LONG = "As a plan: {span}, in {steps} steps. Where no source gives a length of time, we assume one."
    YEARS_ONE = "1 year"
    YEARS_MANY = "{years} years"

    # The ranking in a sentence, for a language model to cite.
    RANKED = "By what you like and dislike"
    PLACE = "{name} is number {rank} of {count} specialties by what you like and dislike."

    # The limits of the method.
    METHOD = (
        "How it works: your choices are turned into weights for {scales} scales of work, with a model of "
        "how people choose the best and the worst of a few things. Each specialty is placed on the same "
        "scales by what our sources say about it. You get the questions that tell most about your best three."
    )
    LIMITS = (
        "What it cannot do: it knows the work only as far as our sources describe it, and many of their "
        "descriptions are one site's or one posting's. It was tested on made-up people, not on real ones. "
        "It weighs one thing against another: if a single thing decides everything for you, look for that "
        "first. It looks at the work, not at openings near you or at pay. Take it as a list to look into, "
        "not as a verdict."
    )


# How probably the best is among the three shown, at least -> how to say it.
SETTLED: Mapping[float, str] = {
    0.9: "The first three are settled.",
    0.7: "The first three are fairly sure.",
    0.0: "The ranking is still open.",
}

# Strength of a wish -> how to say it about the high end of a scale.
FEELINGS: Mapping[int, str] = {
    2: "Love it",
    1: "Like it",
    0: "Either way",
    -1: "Rather not",
    -2: "Not at all",
}

# Part of the way in -> its heading.
WAY_IN: Mapping[str, str] = {
    "stand": "From where you stand",
    "experience": "Experience",
    "entry": "How people get in",
    "credential": "Credentials that help",
    "training": "Training",
    "limits": "Limits",
    "pay": "Pay",
    "likes": "What people like",
    "dislikes": "What people find hard",
}


class FitTerminal:
    """What only the command says."""

    ITEM = "Question {number} of at most {most}"
    ASK = "1 to {count}; s skips, b goes back, q shows the result"
    NOT_UNDERSTOOD = "Please type one of: {accepted}"
    SAME = "That is the one you would like most. Please pick another, or s."
    HEARD = "What was read from your words (correct it with --answers):"
    UNREAD = "Nothing was read from: {words}"
    NO_INPUT = (
        'fit: nothing to go on. Give --text "what you like and dislike" or --answers FILE, '
        "or run it in a terminal."
    )
    ANSWERS_SHAPE = (
        '--answers {path}: {problem}. It must hold an object such as {{"choices": ["pc1pa0ha1te1-02"], '
        '"wishes": {{"patient_contact": -2}}, "text": "no nights", "profile": {{"years": 3}}}}'
    )
    FOR = "Why it fits"
    AGAINST = "What speaks against it"
    UNKNOWN = "What is unknown"
    RANKING = "All specialties, best first"
    HOW_SURE = "How sure this is"
    ABOUT = "About this result"
