"""Every word that a comparison says in its own voice: labels of rows, words for values, fixed sentences."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["ASK", "COLUMN_NAMES", "ISSUERS", "LABELS", "VALUE_WORDS", "VERDICTS", "CompareWording"]


class CompareWording:
    """The fixed sentences, one name each."""

    UNKNOWN = "Not in our sources. Ask {whom}."
    OTHERWISE = "Another source says: {says}"
    NONE = "None"
    NO_CHARGE = "No charge"
    YES = "Yes"
    NO = "No"
    RANGE = "{low} to {high}"

    SOURCES = "Sources"
    WHO_DECIDES = "Who decides"
    NOTHING_CALLED = "compare: no {kind} is called {asked}. See: techpath compare {kind}"


# How a row came out -> the heading of its group.
VERDICTS: Mapping[str, str] = {
    "differs": "Different",
    "worded": "Described in words: read each",
    "open": "Known for some only",
    "same": "The same",
    "unknown": "Not in our sources for any of them",
}

# kind -> field -> what the row is called. "overview", "what" and "board" stand above and below the table.
LABELS: Mapping[str, Mapping[str, str]] = {
    "jurisdiction": {
        "regulation": "What the state issues",
        "credential_name": "Name of the credential",
        "how_to_apply": "How to apply",
        "minimum_age": "Minimum age",
        "diploma": "High school diploma or GED needed",
        "background_check": "Background check needed",
        "criminal_record": "With a criminal record",
        "foreign_training": "Trained abroad",
        "immigration": "Immigration status",
        "military": "Military members and families",
        "students": "Students and minors",
        "trainee": "Time you may work as a trainee",
        "trainee_fee": "Trainee fee",
        "training": "Training",
        "national_certification": "National certification",
        "accepted_exams": "Exams named",
        "state_exam": "State exam",
        "application_fee": "Application fee",
        "background_check_fee": "Background check fee",
        "renewal_fee": "Renewal fee",
        "late_fee": "Late fee",
        "other_fee": "Other fees",
        "renewal_cycle": "Renewal every",
        "renewal_deadline": "Renewal deadline",
        "late_renewal": "Renewing late",
        "reinstatement": "Coming back after a lapse",
        "ce_hours": "CE hours",
        "ce_live_hours": "CE hours that must be live",
        "ce_law_hours": "CE hours in pharmacy law",
        "ce_safety_hours": "CE hours in patient safety",
        "ce_other": "More about CE",
        "ce_first_renewal": "CE for the first renewal",
        "ratio": "Technicians per pharmacist",
        "supervision": "Supervision",
        "immunization": "Technicians may give vaccines",
        "product_verification": "Technicians may check each other's work",
        "scope": "What technicians may do",
        "transfer": "Coming from another state",
        "discipline": "Discipline and reporting duties",
        "pending": "Changes under way",
        "scam_alert": "Scams",
    },
    "credential": {
        "eligibility": "Who can get it",
        "experience": "Work experience",
        "application": "How to apply",
        "fee": "Fee with the exam",
        "retake_fee": "Fee for a new try",
        "refund": "Refund",
        "exam_format": "Questions",
        "exam_time": "Exam time",
        "exam_content": "What the exam covers",
        "passing_score": "Passing score",
        "pass_rate": "Pass rate",
        "delivery": "Where you test",
        "accommodations": "Accommodations",
        "retake": "If you do not pass",
        "renewal_cycle": "Renewal every",
        "renewal_fee": "Renewal fee",
        "ce_hours": "CE hours",
        "ce_other": "More about CE",
        "late_renewal": "Renewing late",
        "reinstatement": "Coming back after a lapse",
        "acceptance": "Where it is accepted",
        "good_for": "What it is good for",
        "not_good_for": "What it does not do",
        "holders": "People who hold it",
        "conduct": "Conduct rules",
    },
    "specialty": {
        "day": "A day at work",
        "fit": "Who it suits",
        "patient_contact": "Patient contact",
        "pace": "Pace",
        "stress": "Stress",
        "precision": "Attention to detail",
        "dexterity": "Skill with your hands",
        "calculation": "Calculations",
        "technology": "Computers and machines",
        "leadership": "Leading others",
        "autonomy": "Deciding by yourself",
        "schedule": "Working hours",
        "remote": "Work from home",
        "settings": "Where you work",
        "exposure": "Hazards",
        "entry_experience": "Experience asked for",
        "entry": "How to get in",
        "credential": "Credentials that help",
        "training": "Training",
        "pay": "Pay",
        "demand": "Demand",
        "evidence": "What studies show",
        "likes": "What people like",
        "dislikes": "What people find hard",
        "limits": "Limits",
    },
    "setting": {
        "day": "A day at work",
        "fit": "Who it suits",
        "patient_contact": "Patient contact",
        "pace": "Pace",
        "physical": "On your body",
        "skills": "Skills",
        "schedule": "Working hours",
        "remote": "Work from home",
        "entry": "How to get in",
        "pay": "Pay",
        "share": "How many technicians work there",
        "demand": "Demand",
        "likes": "What people like",
        "dislikes": "What people find hard",
        "limits": "Limits",
    },
    "education": {
        "entry": "Who can get in",
        "length": "How long it takes",
        "content": "What you learn",
        "cost": "Cost",
        "who_pays": "Who pays",
        "accreditation": "Accreditation and recognition",
        "leads_to": "What it leads to",
        "awards": "How many people finish it",
        "limits": "Limits",
        "check": "What to check first",
    },
}

# A record's value -> the words for a cell; other values are shown as they stand, with a capital.
VALUE_WORDS: Mapping[str, str] = {
    "alternative-path": "One way among others",
    "certification": "State certification",
    "licensure": "License",
    "none": "None found",
    "none-special": "None named",
    "not-required": "Not required",
    "permit": "Permit",
    "registration": "Registration",
    "required": "Required",
    "required-for-some": "Only for some levels or tasks",
}

# Record id -> a name that fits above a column; others carry the record's own.
COLUMN_NAMES: Mapping[tuple[str, str], str] = {
    ("credential", "nha-cpht"): "NHA CPhT (ExCPT)",
    ("credential", "ptcb-cpht"): "PTCB CPhT (PTCE)",
    ("exam", "bcmtms"): "BCMTMS exam",
    ("exam", "bcscpt"): "BCSCPT exam",
    ("exam", "boc-cdme"): "CDME exam",
    ("exam", "cspt"): "CSPT exam",
    ("exam", "nha-cpht"): "ExCPT",
    ("exam", "pbmct"): "PBMCT exam",
    ("exam", "ptcb-cpht"): "PTCE",
}

# Whom to ask about what is unknown; {name} is the thing's own name.
ASK: Mapping[str, str] = {
    "state": "the {name} board",
    "credential": "whoever gives it",
    "exam": "whoever gives it",
    "setting": "an employer of that kind",
    "specialty": "a pharmacy that has such technicians",
    "education": "the school or employer",
    "wages": "BLS at bls.gov/oes",
}

# Start of a credential's id -> who gives it.
ISSUERS: Mapping[str, str] = {"cpht-adv": "PTCB", "cspt": "PTCB", "nha-": "NHA", "ptcb-": "PTCB"}
