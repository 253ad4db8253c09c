"""What TechPath says where its sources are silent: what is missing, and whom to ask."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["MISSING", "Whom"]

# A kind of thing that no source keeps -> why it is missing.
MISSING: Mapping[str, str] = {
    "live": "They do not follow what changes from day to day: openings, seats, dates, waiting times.",
    "own": (
        "I cannot see anybody's own application, result, account or record, or tell how it will be decided."
    ),
    "person": "They do not name the people in an office, a shop or a school.",
    "employer": "They tell what is known of employers in general, not what this one pays, offers or asks.",
    "school": "They do not tell the prices, dates, rules or results of this one school.",
    "future": "Nobody can say yet what will be decided, charged or paid in time to come.",
    "abroad": "They speak of the United States and its territories only.",
    "trade": "They are about pharmacy technicians, not about the license or the schooling of another job.",
    "local": "They do not describe single offices and buildings: opening hours, telephone lines, parking.",
    "count": "None of them counts this.",
    "detail": "None of them goes into this detail.",
}


class Whom:
    """Whom to ask, one sentence each."""

    STATE = "The board of pharmacy of your state decides such things and can tell you."
    PLACE = "The board there can tell you:"
    PTCB = "PTCB can answer questions about its own exams and credentials, at ptcb.org."
    NHA = "NHA can answer questions about the ExCPT and its CPhT, at nhanow.com."
    CERTIFIER = "Your own account with PTCB (ptcb.org) or NHA (nhanow.com) shows your results and dates."
    BOTH = (
        "The board of your state shows the status of a registration; your account with PTCB (ptcb.org) or "
        "NHA (nhanow.com) shows results, dates and hours."
    )
    EMPLOYER = "Ask the employer: its hiring office, its own job page or a manager there."
    SCHOOL = "Ask the school: its admissions office can tell you."
    TEST_CENTER = "Ask the company that runs the test center; your appointment's confirmation names it."
    ABROAD = "The authority for pharmacy in that country can tell you."
    TRADE = "The office that licenses that job in your state, or a school for it, can tell you."
    OFFICE = "The office itself can tell you, on its own website or by phone."
    DECIDES = (
        "Whoever decides it will publish it: a board for its state, PTCB or NHA for exams, an employer "
        "for pay."
    )
    COUNTS = "If anybody counts it, it is the board, certifier, employer or school that it is about."
    MAKER = "Ask whoever makes, sells or runs it."
    ANYBODY = (
        "Ask whoever decides it: the board of pharmacy for a state's rules, PTCB or NHA for exams, an "
        "employer for jobs, a school for its classes."
    )
