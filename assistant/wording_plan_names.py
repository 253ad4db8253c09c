"""What plans and costs call things: goals, exams, paths, fees, kinds of line, and what may be missing."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "ASK_ABOUT",
    "CERTIFIERS",
    "CE_KINDS",
    "EXAMS",
    "FEE_NAMES",
    "FIND_TITLES",
    "GOALS",
    "LINE_LABELS",
    "PATHS",
    "SHORT_NAMES",
    "TRAINEE_TITLES",
    "WHOM",
]

# Goal id -> its name in a menu. Each specialty is a goal of its own besides.
GOALS: Mapping[str, str] = {
    "become": "Become a pharmacy technician",
    "certify": "Get certified (CPhT)",
    "renew": "Renew my certification and registration",
    "move": "Move to another state",
    "lead": "Become a lead technician",
    "educator": "Teach technicians",
    "informatics": "Work in pharmacy informatics",
    "pharmacist": "Become a pharmacist",
}
EXAMS: Mapping[str, str] = {"ptce": "PTCE", "excpt": "ExCPT"}
CERTIFIERS: Mapping[str, str] = {"ptce": "PTCB", "excpt": "NHA"}
# How a person becomes eligible for an exam.
PATHS: Mapping[str, str] = {
    "program": "by a training program",
    "work": "by hours of work",
    "military": "by military training",
    "degree": "by a pharmacy degree",
}
# Route -> what finding it is called; other routes are programs that one enrolls in.
FIND_TITLES: Mapping[str, str] = {
    "employer-training": "Find a pharmacy that trains beginners",
    "apprenticeship": "Find an apprenticeship",
    "high-school-program": "Join the pharmacy technician program at your high school",
    "military-training": "Talk to a military recruiter",
    "job-corps": "Ask a Job Corps center or an American Job Center",
}
# Route -> whom to ask what it costs; other routes are schools.
WHOM: Mapping[str, str] = {
    "employer-training": "the employer",
    "apprenticeship": "the employer",
    "high-school-program": "your high school",
    "military-training": "a recruiter",
    "job-corps": "the center",
}
# Credential record id -> a name short enough for a step; others go by the letters in their names.
SHORT_NAMES: Mapping[str, str] = {
    "ptcb-cpht": "PTCB certification (CPhT)",
    "nha-cpht": "NHA certification (CPhT)",
}
# Kind of line -> the word before it.
LINE_LABELS: Mapping[str, str] = {
    "deadline": "Deadline",
    "caution": "Careful",
    "do": "To do",
    "prepare": "Have ready",
    "ask": "Find out",
    "fee": "Cost",
    "payer": "Who may pay",
}
# What a board calls its permission to learn -> the step's title.
TRAINEE_TITLES: Mapping[str, str] = {
    "trainee": "Register as a trainee in {place}",
    "in training": "Register as a technician in training in {place}",
    "in-training": "Register as a technician in training in {place}",
    "training permit": "Get the training permit in {place}",
    "candidate registration": "Register as a candidate in {place}",
    "temporary license": "Get the temporary license in {place}",
    "provisional certification": "Get the provisional certification in {place}",
    "authorize your internship": "Ask the board in {place} to authorize your internship",
}
# Kind of continuing education -> its name in a table.
CE_KINDS: Mapping[str, str] = {
    "total": "All hours",
    "law": "Pharmacy law",
    "safety": "Patient safety",
    "live": "Live",
}
# Field -> the name of an item in a list of costs.
FEE_NAMES: Mapping[str, str] = {
    "application_fee": "Application to the board",
    "background_check_fee": "Background check",
    "trainee_fee": "Trainee registration",
    "other_fee": "Other fee of the board",
    "upgrade_fee": "Application for the full level",
    "renewal_fee": "Renewal of your state papers",
    "credential_renewal_fee": "Renewal of your certification",
    "cost": "Training",
    "training": "Training",
    "reinstatement": "Bringing it back",
    "fee": "Exam",
    "late_fee": "Late renewal",
    "ce": "Continuing education (CE) courses",
}
# What is missing -> how to say it behind "Our sources do not say".
ASK_ABOUT: Mapping[str, str] = {
    "minimum_age": "how old you must be",
    "diploma": "whether you need a high school diploma",
    "criminal_record": "how a criminal record is looked at",
    "training": "which training you need",
    "national_certification": "whether you need national certification",
    "accepted_exams": "which exams count",
    "background_check": "whether there is a background check",
    "background_check_fee": "what the background check costs",
    "trainee_fee": "what the trainee registration costs",
    "application_fee": "what the application costs",
    "upgrade_fee": "what the full level costs after the exam",
    "how_to_apply": "how to apply",
    "transfer": "what carries over from another state",
    "renewal_cycle": "how often you renew",
    "renewal_fee": "what a renewal costs",
    "other_fee": "what else the board charges",
    "renewal_deadline": "by which day you renew",
    "ce_hours": "how many hours of continuing education (CE) you need",
    "immunization": "whether technicians may give vaccines",
    "product_verification": "whether technicians may check each other's work",
    "military": "how military training counts",
}
