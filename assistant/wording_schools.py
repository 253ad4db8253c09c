"""What "Find a program" says in its own voice."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["CONTROLS", "LEVELS", "NOTES", "SchoolWording"]


class SchoolWording:
    """The fixed sentences, one name each."""

    IN_STATE = "Schools listed in {place}"
    NEAR = "Schools listed within {miles} miles of {place}"
    ZIP_PLACE = "{code} ({city}, {state})"
    CITY_PLACE = "{city}, {state}"
    MIDDLE = "the middle of {place}"

    NO_PLACE = (
        "No city or state by the name {asked} is in our table of US places. Type a ZIP code, a city with its "
        "state such as Columbus, OH, or a state."
    )
    NO_ZIP = (
        "No place with the ZIP code {asked} is in our table of US ZIP codes. Check the five digits, or type "
        "the city."
    )
    WHICH = "Several states have a place called {name}. Which one do you mean?"
    NONE_NEAR = "No school is listed within {miles} miles of {place}."
    NONE_IN_STATE = "No school is listed in {place}."
    NEAREST = "The nearest listed schools, measured from {place}:"
    NOTHING_NEAR = (
        "None is listed within {miles} miles. Look at online programs, employer training and the "
        "live directories below."
    )
    DISTANCE = "about {miles} miles"
    SAME_ZIP = "the same ZIP code"
    NEAR_BY = "about 1 mile or less"
    DISTANCE_HINT = (
        "Distances run as the crow flies between the middles of ZIP codes; the road is longer. "
        "Coordinates: GeoNames, CC BY 4.0."
    )
    NO_AWARDS = "None"


CONTROLS: Mapping[str, str] = {
    "private_forprofit": "private, for profit",
    "private_nonprofit": "private, nonprofit",
    "public": "public",
}

LEVELS: Mapping[str, str] = {
    "certificate_lt_12_weeks": "certificate of less than 12 weeks",
    "certificate_12_weeks_to_lt_1_year": "certificate of 12 weeks to under 1 year",
    "certificate_1_to_lt_2_years": "certificate of 1 to under 2 years",
    "certificate_2_to_lt_4_years": "certificate of 2 to under 4 years",
    "associate": "associate degree",
}

# What is said with every list -> its heading.
NOTES: Mapping[str, str] = {
    "count": "The list in figures",
    "caveats": "What the list is not",
    "directories": "Where to check a program",
    "ask": "What to ask any school",
}
