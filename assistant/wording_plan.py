"""Every sentence that a plan, a cost list and a renewal say in our own voice. Facts never stand here."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["PlanWording"]


class PlanWording:
    """The fixed sentences, one name each; braces are filled in by the tools."""

    DC = "D.C."
    SOMEWHERE = "your state"
    SOMEWHERE_ELSE = "another state"
    SPECIALTY_GOAL = "Move into: {name}"

    # An address or a command line with something that cannot be used.
    UNKNOWN_NAME = "{name!r} is not something a plan knows. Known are: {accepted}."
    UNUSABLE = "{name}={value} cannot be used. Accepted: {accepted}."
    TWO_LETTERS = "a two-letter code such as TX"

    # Titles of plans.
    BECOME = "Become a pharmacy technician in {place}: {route}"
    BECOME_CERTIFIED = "Become a pharmacy technician in {place} with the certification you hold"
    CERTIFY = "Get certified with the {exam}, {path}"
    RENEW = "Renew {what}"
    MOVE = "Move from {origin} to {place} as a technician"
    SPECIALTY = "{name}: from where you stand"
    PHARMACIST = "From technician to pharmacist"

    # Titles of steps.
    ENTRY = "Check that you can start in {place}"
    AGE = "Wait until you are {age}"
    RECORD = "Ask about your record before you pay for anything"
    FITS = "Check that this way counts in {place}: {route}"
    FIND = "Choose a program and enroll"
    FIND_STUDENT = "Check the program you are in"
    CHECK = "Have the background check done for {place}"
    TRAIN = "Do the training: {route}"
    TRAIN_ON = "Finish your training"
    MORE_TRAINING = "Do the training that {place} asks for besides"
    HOURS = "Work the hours that the {exam} asks for"
    STUDY = "Study for the {exam}"
    EXAM_APPLY = "Apply for the {exam}"
    EXAM_SIT = "Book and take the {exam}"
    EXAM_SCORE = "Get your {exam} result"
    STATE_EXAM = "Pass the exam of the board in {place}"
    HIRE = "Find a technician job"
    PROOF = "Show what you already have"
    APPLY = "Apply for your {credential} in {place}"
    UPGRADE = "Send the board of {place} proof that you passed"
    WORK = "Work as a technician in {place}"
    KEEP = "Keep it: write down your renewal day"
    KEEP_CERT = "Keep your certification ({exam}): write down the day it ends"
    CHOOSE = "Check that the {exam} is the exam you need"
    SERVICE = "Show how your military training fits"
    DEGREE = "Have your pharmacy degree looked at"
    TRANSFER = "Ask {place} what carries over"
    BASE = "First become a technician"
    LOOK = "See the work from close by: {name}"
    STATE_RULE = "Check what {place} allows"
    EXPERIENCE = "Gain the experience that is asked for"
    COURSE = "Take the training for it"
    CREDENTIAL_STEP = "Get the credential: {name}"
    JOB = "Move into the job"
    LOOK_UP = "Look up the day each of your papers ends"
    CE = "Do the CE for your {name}"
    FILE = "Renew your {name}"
    STATE_FILE = "Renew your {credential} in {place}"
    REINSTATE = "Bring back your {name}"
    AGAIN = "Get certified again: your {name} ended too long ago"
    COLLEGE = "Take the college courses that pharmacy schools ask for"
    SCHOOL = "Apply to pharmacy schools and earn the degree"
    LICENSE = "Get licensed as a pharmacist in {place}"
    OLD_STATE = "Settle things with {origin}"
    CREDENTIALS: Mapping[str, str] = {
        "licensure": "license",
        "registration": "registration",
        "certification": "state certification",
        "permit": "permit",
    }
    CREDENTIAL = "registration"

    # Unknown.
    THE_SCHOOL = "the school"
    NOT_SAID = "Our sources do not say {what} in {place}."
    ASK_WHERE = "Tell us your state to see {what}."
    ASK_BOARD = "Ask the board of pharmacy in {place}."
    ASK_BOARD_AT = "Ask the board in {place}: {address}."
    STATE_CE = "Do the CE that {place} asks for"
    IN, AND, PAPERS = "in", "and", "my papers"
    PHARMACISTS = "pharmacists"
    CE_PROVIDER = "the course provider"
    CERTIFIER = "the body that gives it"
    STAGE_ASSUMED = "We assume that you hold national certification. Tell us your stage if you do not."
    OLD_STATE_DO = (
        "Ask the board of {origin} what it wants to hear when you leave, and whether you should keep "
        "your papers there "
        "until the new ones are active."
    )
    BASE_SPAN = "How long: {span}, as the plan to become a technician counts it."
    BASE_DO = "This is a plan of its own: open the goal 'Become a pharmacy technician'."
    LOOK_DO = "Ask to spend a day beside somebody who does this work."
    EXPERIENCE_UNKNOWN = (
        "Our sources do not say how much experience is asked for. Ask a place that has such technicians."
    )
    EXPERIENCE_DO = (
        "Write down what you did, where, and for how long. Ask for tasks that belong to this work."
    )
    CREDENTIAL_WHY = "Ask employers whether they want this before you pay for it."
    JOB_DO = "Ask inside your own workplace first, then look for postings with this title."
    PROOF_DO = "Your certificate with its number and end date, and proof of your hours of work."
    COLLEGE_DO = "Ask two pharmacy schools for the courses they want, before you choose college classes."
    SCHOOL_DO = (
        "Ask each school how long it takes, what it costs in all, and what it thinks of work as a technician."
    )
    SCHOOL_PAY = (
        "Ask your employer whether it helps to pay for pharmacy school, and what you owe if you leave."
    )
    LICENSE_DO = "Ask the board which exams and hours of practice a new pharmacist needs."
    CE_ROW = "{says} Done: {done}. Still to do: {missing}."
    CE_WHOLE = "It takes {needed} of CE. Done: {done}. Still to do: {missing}."
    CE_PART = "Of these, {needed} in {kind}. Done: {done}. Still to do: {missing}."
    CE_ROW_UNKNOWN = "{says} Done: {done}."
    CE_UNTIL = "How long: you have until {day}."
    HOUR, HOURS_OF = "{n} hour", "{n} hours"
    CE_BOTH = (
        "You set the same hours against each body. Ask your board whether hours that you do for your "
        "certifier "
        "count there too."
    )
    LOOK_UP_DO = (
        "Look at your papers or your account: the day your certification ends and the day your state "
        "papers end."
    )
    LOOK_UP_WHY = "We know only what you told us. Give both days, and the dates here follow."
    FILE_BY = "To be on time, file by {by}."
    EXPIRED_ON = "You said that it ended on {day}."
    NO_CREDENTIAL = "Tell us which certification you hold to see what it takes to renew it."
    NEXT_DAY = "By this source the next renewal day is {by}. The day on your papers counts."
    CE_UNKNOWN = "Our sources do not say how many hours of CE this takes: {name}. Ask who gives it."
    ASK_FEE = "Our sources do not say what this costs. Ask {whom}."
    ASK_LENGTH = "Ask how long it takes before you say yes."

    # Lengths of time.
    ABOUT = "about {span}"
    RANGE = "{low} to {high}"
    UP_TO = "up to {span}"
    STATED = "How long: {span}, by this source."
    ASSUMED = "How long: depends on you; we assume {span}."
    SET_BY_YOU = "How long: {span}, as you set it."
    NO_TIME = "How long: a moment."
    HOURS_SPAN = "How long: {span}, for {needed} hours at {hours} hours a week. You can change the hours."
    AGE_SPAN = "How long: {span}, since you are {now} now."

    ASSUMPTIONS = (
        "Where no source gives a length of time, we say 'we assume'. These lengths are ours, not a "
        "rule. Change them "
        "as soon as you know better, and the dates follow."
    )

    # What a plan takes as given where the person did not say.
    FROM_START = "You did not say where you stand, so this plan starts from the beginning."
    THIS_WAY = "You did not say how you want to learn, so it takes this way: {route}."

    # Dates.
    DATES = "From {start} to {end}."
    DATES_LATER = "Starts {start}, ends between {end} and {late_end}."
    DATES_RANGE = "Starts between {start} and {late_start}, ends between {end} and {late_end}."
    ON_DAY = "On {end}."
    ON_DAY_RANGE = "Between {end} and {late_end}."
    BY = "Do it by {by}."
    BY_RANGE = "Do it by {by}, or by {late_by} if the steps before it are slow."
    TOO_LATE = (
        "At the slow end this comes after its deadline. Start the slow steps early, or ask for more time."
    )
    OVERDUE = "This day has passed. Ask right away what is still possible."
    BESIDE = "Can run at the same time: {titles}."

    # Advice in our own voice.
    PREPARE = "A photo ID, proof of school and a way to pay. The form says what else."
    COPY = "A copy of everything you send, with the day you sent it."
    RECORD_DO = (
        "Write down what happened, when, and how the case ended. Ask the board in writing how it looks "
        "at such "
        "a case, before you pay for school, an exam or an application."
    )
    NO_TRAINEE = (
        "We found no trainee registration for {place}. Ask the board and the employer what you may do "
        "before you "
        "are registered. If the rules in this step do not name your way, choose another way first."
    )
    TRAINEE_AT_SCHOOL = (
        "Ask the school when in the program you need this. Have it before your first hours in a pharmacy, "
        "and not too early if its time is limited."
    )
    APPLY_AT_SCHOOL = (
        "Ask the school and the board whether you need this before your first hours in a pharmacy. "
        "If a clock starts when you register, do not register too early."
    )
    CHECK_WHEN = "Ask the board whether it wants the check now or with a later application."
    SAME_CHECK = "You may have done this as a trainee. Ask the board whether it wants it again."
    TRAINEE_CLOCK = (
        "Your time as a trainee has been running since the day you were registered. Look that day up."
    )
    WAIT = "Wait until the board says that you may start. Filing the form is not yet permission."
    EXAM_CHOICE = "The state decides which exam counts. Check before you pay."
    EXAM_NOT_NAMED = "Our sources do not name the {exam} for {place}. Ask the board before you pay for it."
    EXAM_OPTIONAL = "This is your choice, not a rule of {place} that we found."
    STUDY_DO = "Take a practice test first, so that you know which parts need work."
    HIRE_DO = (
        "Ask at pharmacies, hospitals and clinics near you, and say which credential you have or when it "
        "comes."
    )
    WORK_DO = "Start once your {credential} is active, and show it to your employer."
    WORK_NONE = (
        "Start when the employer says so, and ask the board if an employer tells you that you need a license."
    )
    KEEP_DO = "Your papers name the day they end. Put it into your calendar now."
    CHECK_LATER = "Ask for the rules again shortly before you apply. They change."

    # Files to keep.
    OPTIONAL = "your choice"
    DEADLINE_EVENT = "Deadline: {title}"
    SOURCE_LINE = "{publisher}: {title} {url}"
    SOURCES = "Sources"
    NOTES = "Good to know"
    STARTING = "Starts {day}."
    NOTICE = "Rules change. Check with your board before you pay or apply. Made with TechPath."

    # Costs.
    COSTS_TITLE = "What it costs: {title}"
    TOTAL_ONCE = "To get started"
    TOTAL_YEAR = "Renewals, per year"
    TOTAL = "{what}: {amount}."
    TOTAL_AT_LEAST = "{what}: at least {amount}. {items} not known."
    TOTAL_NONE = "{what}: not known. No source gives an amount that everybody pays."
    TOTAL_NOTHING = "{what}: nothing to pay that we know of."
    ITEM, ITEMS = "{n} item is", "{n} items are"
    AMOUNT_UNKNOWN = "not known"
    EXAMPLE = "{amount}, not counted"
    AMOUNT_OPEN = "read it"
    EVERY = "every {years} years"
    EVERY_YEAR = "every year"
    COSTS = "What it costs"
    COL_ITEM, COL_AMOUNT, COL_OFTEN, COL_SAYS = "Item", "Amount", "How often", "What the source says"
    EVERY_UNKNOWN = "each renewal"
    ONCE = "once"
    COSTS_NOTE = (
        "Only items with a known amount that everybody pays are added up. Examples, ceilings and fees "
        "for some people "
        "are shown and not counted."
    )
