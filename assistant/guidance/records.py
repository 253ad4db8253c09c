"""YAML record files -> validated records: what TechPath knows as typed, sourced statements.

A record describes one thing (a jurisdiction, a credential, a specialty ...). It is a list of
statements. A statement is one field of that thing: a machine-checkable value where there is one,
and the sentence that a person reads. A field without a statement is unknown, never false.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import yaml
from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from assistant.errors import KnowledgeError

__all__ = [
    "FIELDS", "Dispute", "Record", "Statement", "Unknown", "Value", "load_records", "parse_record",
]  # fmt: skip

Kind = Literal[
    "jurisdiction",
    "credential",
    "specialty",
    "setting",
    "education",
    "programs",
    "ce_provider",
    "organization",
    "occupation",
    "wages",
]
# The kinds that describe something of one place, and carry its two-letter code.
_PLACED: frozenset[Kind] = frozenset({"jurisdiction", "programs"})
Value = bool | int | float | str | list[str] | None

# field -> the heading under which a reader finds it. The order is the order on the page.
FIELDS: Mapping[Kind, Mapping[str, str]] = {
    "jurisdiction": {
        "overview": "Overview",
        "regulation": "Overview",
        "credential_name": "Overview",
        "how_to_apply": "How to apply",
        "minimum_age": "Who can apply",
        "diploma": "Who can apply",
        "background_check": "Who can apply",
        "criminal_record": "Criminal record",
        "foreign_training": "Foreign training and immigration status",
        "immigration": "Foreign training and immigration status",
        "military": "Military members and families",
        "students": "Students and minors",
        "trainee": "Working as a trainee",
        "trainee_fee": "Fees",
        "training": "Training",
        "national_certification": "National certification and exams",
        "accepted_exams": "National certification and exams",
        "state_exam": "National certification and exams",
        "application_fee": "Fees",
        "background_check_fee": "Fees",
        "renewal_fee": "Fees",
        "late_fee": "Fees",
        "other_fee": "Fees",
        "renewal_cycle": "Renewal",
        "renewal_deadline": "Renewal",
        "late_renewal": "Renewal",
        "reinstatement": "Renewal",
        "ce_hours": "Continuing education",
        "ce_live_hours": "Continuing education",
        "ce_law_hours": "Continuing education",
        "ce_safety_hours": "Continuing education",
        "ce_other": "Continuing education",
        "ce_first_renewal": "Continuing education",
        "ratio": "Ratio and supervision",
        "supervision": "Ratio and supervision",
        "immunization": "Vaccines",
        "product_verification": "Checking another technician's work",
        "scope": "What technicians may do",
        "transfer": "Moving here from another state",
        "discipline": "Discipline and reporting duties",
        "pending": "Changes under way",
        "scam_alert": "Scams",
        "board": "Board and contact",
    },
    "credential": {
        "what": "What it is",
        "eligibility": "Who can get it",
        "experience": "Who can get it",
        "application": "How to apply",
        "fee": "Fees",
        "retake_fee": "Fees",
        "refund": "Fees",
        "exam_format": "The exam",
        "exam_time": "The exam",
        "exam_content": "What the exam covers",
        "passing_score": "Passing and scores",
        "pass_rate": "Passing and scores",
        "delivery": "Where and how you test",
        "accommodations": "Where and how you test",
        "retake": "If you do not pass",
        "renewal_cycle": "Renewal",
        "renewal_fee": "Renewal",
        "ce_hours": "Renewal",
        "ce_other": "Renewal",
        "late_renewal": "Late renewal and reinstatement",
        "reinstatement": "Late renewal and reinstatement",
        "acceptance": "What it is good for",
        "good_for": "What it is good for",
        "not_good_for": "What it does not do",
        "holders": "How many people hold it",
        "conduct": "Conduct rules",
    },
    "specialty": {
        "what": "What it is",
        "day": "A day at work",
        "fit": "Who it suits",
        "patient_contact": "What the work is like",
        "pace": "What the work is like",
        "stress": "What the work is like",
        "precision": "What the work is like",
        "dexterity": "What the work is like",
        "calculation": "What the work is like",
        "technology": "What the work is like",
        "leadership": "What the work is like",
        "autonomy": "What the work is like",
        "schedule": "Schedule and place",
        "remote": "Schedule and place",
        "settings": "Schedule and place",
        "exposure": "Hazards",
        "entry_experience": "How to get in",
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
        "what": "What it is",
        "day": "A day at work",
        "fit": "Who it suits",
        "patient_contact": "What the work is like",
        "pace": "What the work is like",
        "physical": "What the work is like",
        "skills": "What the work is like",
        "schedule": "Hours",
        "remote": "Hours",
        "entry": "How to get in",
        "pay": "Pay",
        "share": "How many technicians work there",
        "demand": "Demand",
        "likes": "What people like",
        "dislikes": "What people find hard",
        "limits": "Limits",
    },
    "education": {
        "what": "What it is",
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
    "programs": {
        "count": "Schools",
        "institution": "Schools",
        "caveats": "How to read the list",
        "directories": "Where to check a program",
        "ask": "What to ask a school",
    },
    "ce_provider": {
        "what": "What it is",
        "formats": "What it offers",
        "price": "Cost",
        "accreditation": "Accreditation and credit",
        "good_for": "What it is good for",
        "limits": "Limits",
    },
    "organization": {
        "what": "What it is",
        "does": "What it does",
        "does_not": "What it does not do",
        "membership": "Membership",
        "fee": "Cost",
        "contact": "Contact",
    },
    "occupation": {
        "what": "What it is",
        "titles": "Job titles",
        "tasks": "Tasks",
        "skills": "Skills and knowledge",
        "knowledge": "Skills and knowledge",
        "abilities": "Skills and knowledge",
        "activities": "What the work is like",
        "context": "What the work is like",
        "styles": "Who it suits",
        "interests": "Who it suits",
        "tools": "Tools and software",
        "preparation": "Education and training",
        "related": "Jobs close to it",
        "pay": "Pay",
        "outlook": "Job outlook",
        "data": "About the data",
    },
    "wages": {
        "median": "Pay",
        "percentile": "Pay",
        "mean": "Pay",
        "by_industry": "Pay by industry",
        "by_state": "Pay by state",
        "adjacent": "Pay in nearby jobs",
        "outlook": "Job outlook",
        "openings": "Job outlook",
        "employment": "Jobs",
        "method": "How to read these figures",
    },
}


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class _Frozen(BaseModel):
    """Frozen, and a misspelt key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Dispute(_Frozen):
    """What another source says instead, and who decides."""

    says: str = Field(min_length=8)
    source: Annotated[list[str], BeforeValidator(_as_list)] = Field(min_length=1)


class Statement(_Frozen):
    """One field of a record: its value and the sentence a person reads."""

    field: str
    says: str = Field(min_length=8)  # one or two whole sentences that stand alone
    value: Value = None  # hours, US dollars, years or months as the field's name and `unit` say
    unit: str | None = None  # USD, years, months, hours ...
    source: Annotated[list[str], BeforeValidator(_as_list)] = Field(min_length=1)
    as_of: str | None = None  # YYYY, YYYY-MM or YYYY-MM-DD; None: the source's own date
    confidence: Literal["high", "medium", "low"]
    disputed: Dispute | None = None
    note: str | None = None  # for maintainers; never shown

    @model_validator(mode="after")
    def _check(self) -> Statement:
        if not self.says.rstrip().endswith((".", "?", "!")):
            raise ValueError("`says` must be whole sentences ending with a full stop")
        if self.as_of and not re.fullmatch(r"\d{4}(-\d\d){0,2}|unknown", self.as_of):
            raise ValueError("`as_of` must be YYYY, YYYY-MM, YYYY-MM-DD or unknown")
        return self


class Unknown(_Frozen):
    """A field that was looked for and not found, or found only in sources too weak to show."""

    field: str
    why: str = Field(min_length=8)  # for maintainers: where it was looked for


class Record(_Frozen):
    """One thing TechPath knows about, as statements."""

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    kind: Kind
    name: str
    code: str | None = None  # of what belongs to one place: its two-letter postal code
    aliases: list[str] = []
    reviewed: str = Field(pattern=r"^\d{4}-\d\d-\d\d$")
    questions: dict[str, list[str]] = {}  # heading -> questions in people's own words
    statements: list[Statement] = Field(min_length=1)
    unknown: list[Unknown] = []

    @model_validator(mode="after")
    def _check(self) -> Record:
        fields = FIELDS[self.kind]
        listed: list[Statement | Unknown] = [*self.statements, *self.unknown]
        for item in listed:
            if item.field not in fields:
                raise ValueError(f"field {item.field!r} is not one of a {self.kind}'s: {', '.join(fields)}")
        headings = set(fields.values())
        for heading in self.questions:
            if heading not in headings:
                raise ValueError(f"questions under {heading!r}, which is not a heading of its kind")
        if (self.kind in _PLACED) != (self.code is not None):
            raise ValueError(f"`code` belongs to {' and '.join(sorted(_PLACED))}, to no other kind")
        return self

    def statements_of(self, *fields: str) -> list[Statement]:
        """The statements of these fields, in the order of the fields asked for."""
        return [s for field in fields for s in self.statements if s.field == field]


def parse_record(data: object, where: str) -> Record:
    """One YAML mapping -> a Record; a KnowledgeError names file, field and remedy."""
    try:
        return Record.model_validate(data)
    except ValidationError as error:
        lines = [
            f"{where}: {'.'.join(str(part) for part in item['loc']) or 'record'}: {item['msg']}"
            for item in error.errors()
        ]
        raise KnowledgeError("\n".join(lines)) from error


def load_records(folder: Path) -> list[Record]:
    """Every record below a folder, sorted by kind and id. A file holds one record or a list."""
    records = [record for path in sorted(folder.rglob("*.yaml")) for record in _read(path)]
    _refuse_doubles(records)
    return sorted(records, key=lambda record: (record.kind, record.id))


def _read(path: Path) -> Iterable[Record]:
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: not readable as YAML: {error}") from error
    items = data if isinstance(data, list) else [data]
    return [parse_record(item, f"{path} [{index}]") for index, item in enumerate(items)]


def _refuse_doubles(records: Iterable[Record]) -> None:
    seen: set[str] = set()
    for record in records:
        if record.id in seen:
            raise KnowledgeError(f"record id {record.id!r} is used twice; ids are unique")
        seen.add(record.id)
