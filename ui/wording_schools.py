"""Every sentence that the page "Schools" says in its own voice."""

from __future__ import annotations

from ui.language import Words

__all__ = ["SchoolWords"]


class SchoolWords(Words):
    """The fixed sentences and labels, one name each."""

    TITLE = "Find a program"
    INTRO = (
        "Schools that report a pharmacy technician program to the federal survey. We sell nothing and pass "
        "your search on to nobody."
    )
    NEAR = "ZIP code, city or state"
    NEAR_HINT = "43215, Columbus OH, or Ohio"
    MILES = "Within how many miles"
    SEARCH = "Search"
    BAD_MILES = "The address asked for “{asked}” miles. Miles go from 1 to {most}, so {miles} is used."
    OTHERS = "Meant another place of that name?"
    START = "Type where you want to learn. A state shows its whole list."

    AWARDS = "awards given that year: {awards}"
    NO_AWARDS = "no awards given that year"

    MAP_ALT = (
        "Small map of {count} schools around {place}, north at the top, without roads. The nearest is "
        "{nearest}. The list has the same schools with their distances."
    )
    STATE_MAP_ALT = (
        "Small map of {count} schools in {place}, north at the top, without roads. The list has the same "
        "schools."
    )
    NORTH = "North is at the top."
    NORTH_AND_NUMBERS = "North is at the top; the numbers are those of the list."
    MORE = "The other {count} schools"
    NUMBER = "Number"
    RING = "{miles} miles"
    SCHOOL = "School"
    PLACE = "Place"
