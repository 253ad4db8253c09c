"""Every sentence that TechPath says in its own voice. Facts never stand here; they carry citations."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = [
    "ASPECT_PHRASES",
    "DECLINED",
    "FIELD_PHRASES",
    "FIELD_QUESTIONS",
    "GREETING",
    "REDACTED",
    "STARTERS",
    "Wording",
]


class Wording:
    """The fixed sentences, one name each."""

    NOT_COVERED = "My sources do not cover this."
    PLACE_UNKNOWN = "My sources do not say {what} in {place}."
    NO_PLACE = "My sources hold no rules for {place}. Its board of pharmacy can tell you."
    ASK_STATE = "This depends on your state. Which state are you in? I can then give its own rule."
    ASK_STATE_MORE = "Tell me your state, and I can give its own rule."
    NOTHING_MORE = (
        "That is all my sources say about it. Ask me about one part of it, or about something next to it."
    )
    IN_SHORT = "In short:"
    SOURCE = "{title}, by {publisher} ({date})"
    FROM_NEARBY = "What I can tell you:"
    GENERAL = "In general:"
    IN_CASE = "In case you mean “{question}”:"
    CHECK_WITH = "Not compared again for long: check with {who}."
    BOARD = "Who decides:"
    TO_APPLY = "How to apply in {place}:"
    SCHOOLS_NEAR = "Listed in the town you named:"
    SCHOOLS_MOST = "The listed schools with the most graduates:"
    SCHOOL_QUESTIONS = (
        "How do I check whether a program is accredited?",
        "What should I ask a school before I enroll?",
        "How can I pay for pharmacy technician training?",
    )
    HOURS_LEFT = (
        "Hours still missing: {left}. That is {asked} less the {done} that you have, if all of yours count."
    )
    HOURS_ENOUGH = (
        "You count {done} hours, and {asked} are asked for. Check that yours are of the kinds that count."
    )
    EARNINGS = "what technicians earn"
    ENTRY_RULES = "What {place} asks for:"


DECLINED: Mapping[str, str] = {
    "emergency": (
        "If someone may be in danger right now, call 911. For a possible poisoning or overdose in "
        "the US, call Poison Control at 1-800-222-1222, day or night. If you are thinking about "
        "hurting yourself, call or text 988. I am a career guide and cannot help with an "
        "emergency."
    ),
    "clinical": (
        "I cannot advise on medicines, doses or symptoms. Please ask a pharmacist or a doctor; a "
        "pharmacist can often answer the same day, without an appointment. For a possible "
        "poisoning call Poison Control at 1-800-222-1222, and in an emergency call 911. I can "
        "help with the pharmacy technician career."
    ),
    "wrongdoing": (
        "I cannot help with that. It can cost people their health, and you your registration and "
        "your future in pharmacy. If something has already happened, your state's board of "
        "pharmacy and a lawyer can tell you where you stand. I am glad to help with an honest way "
        "to the same goal."
    ),
    "manipulation": (
        "I answer questions about the pharmacy technician career, and only from my sources; I do "
        "not set those aside. Ask me about training, certification, renewal, pay or specialties."
    ),
    "off_topic": (
        "That is outside what I know. I answer questions about the career of pharmacy technicians "
        "in the United States: how to start, certification, renewal, specialties, pay and moving "
        "up."
    ),
}

GREETING = (
    "Hello. I answer questions about the career of pharmacy technicians in the United States, "
    "and show the source of every statement. You can ask how to start in your state, which "
    "exam to take, what to renew and when, which specialty fits you, or what comes next."
)

# What a person may ask next about a place, by the field that must be known.
FIELD_QUESTIONS: Mapping[str, str] = {
    "how_to_apply": "How do I become a pharmacy technician in {place}?",
    "national_certification": "Does {place} require national certification?",
    "application_fee": "How much does it cost to register in {place}?",
    "ce_hours": "How many CE hours do I need in {place}?",
    "renewal_cycle": "When do I renew in {place}?",
    "immunization": "Can technicians give vaccines in {place}?",
    "transfer": "How do I transfer to {place} from another state?",
    "trainee": "Can I work as a trainee in {place}?",
    "ratio": "What is the technician ratio in {place}?",
}

# An aspect -> how to say what is missing.
ASPECT_PHRASES: Mapping[str, str] = {
    "late": "what happens after a late renewal",
    "ce": "how many CE hours technicians need",
    "renewal": "when and how technicians renew",
    "fee": "what it costs",
    "age": "the minimum age",
    "diploma": "whether a diploma is needed",
    "criminal": "how a criminal record is judged",
    "background": "whether there is a background check",
    "ratio": "how many technicians one pharmacist may supervise",
    "vaccines": "whether technicians may give vaccines",
    "verification": "whether technicians may check each other's work",
    "transfer": "how to transfer from another state",
    "trainee": "how trainees may work",
    "certification": "whether national certification is required",
    "training": "what training is required",
    "foreign": "how foreign training is judged",
    "military": "what holds for military members and their families",
    "discipline": "how discipline works",
    "notices": "which changes you must report",
    "scope": "whether technicians may do that",
    "permitted": "whether technicians may do that",
    "pending": "which rules are about to change",
    "scam": "anything about scams",
    "board": "how to reach the board",
    "become": "how to become a technician",
}

# A record field asked for by itself -> how to say that it is missing.
FIELD_PHRASES: Mapping[str, str] = {
    "ce_live_hours": "how many of the CE hours must be live",
    "ce_law_hours": "how many of the CE hours must be on law",
    "ce_safety_hours": "how many of the CE hours must be on safety",
    "ce_first_renewal": "what CE a first renewal takes",
    "renewal_deadline": "the day by which technicians renew",
    "renewal_cycle": "how often technicians renew",
    "late_fee": "what a late renewal costs",
    "trainee_fee": "what a trainee pays",
    "background_check_fee": "what the background check costs",
    "accepted_exams": "which exams count",
    "state_exam": "whether there is a state exam",
    "transfer": "how a registration from another state counts",
    "application_fee": "what the application costs",
    "renewal_fee": "what a renewal costs",
    "other_fee": "what that costs",
    "ce_hours": "how many CE hours technicians need",
    "ce_other": "which further rules hold for CE",
    "minimum_age": "the minimum age",
    "students": "what students may do",
    "diploma": "whether a diploma is needed",
    "training": "what training is required",
    "national_certification": "whether national certification is required",
    "background_check": "whether there is a background check",
    "criminal_record": "how a criminal record is judged",
    "ratio": "how many technicians one pharmacist may supervise",
    "supervision": "how technicians are supervised",
    "scope": "whether technicians may do that",
    "product_verification": "whether technicians may check each other's work",
    "immunization": "whether technicians may give vaccines",
    "late_renewal": "what happens after a late renewal",
    "reinstatement": "how a lapsed registration is restored",
    "trainee": "how trainees may work",
    "foreign_training": "how foreign training is judged",
    "immigration": "which papers immigrants need",
    "military": "what holds for military members and their families",
    "discipline": "how discipline works",
}

STARTERS: Mapping[str, tuple[str, ...]] = {
    "student": (
        "How do I become a pharmacy technician in Ohio?",
        "Can I start at 16 or 17?",
        "What does training cost, and how long does it take?",
    ),
    "technician": (
        "What do I need to renew my PTCB certification?",
        "Which specialties have little patient contact?",
        "I am moving from Texas to Colorado. What carries over?",
    ),
    "counselor": (
        "How do I check whether a program is accredited?",
        "PTCE or ExCPT: which should my student take?",
        "Can a student with a criminal record become a technician?",
    ),
}

# What stands in place of something hidden. It must not tell what was hidden where that is the secret.
REDACTED: Mapping[str, str] = {
    "name": "[name]",
    "email": "[e-mail]",
    "phone": "[phone]",
    "number": "[number]",
    "address": "[address]",
    "school": "[school]",
    "employer": "[employer]",
    "birth": "[date of birth]",
    "immigration": "[private]",
    "record": "[private]",
    "own": "[hidden]",
}
