"""The tool that looks up what the records say of one state or territory."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel, Field

from assistant.answering.by_place import record_of
from assistant.answering.evidence import Evidence
from assistant.errors import WrongUseError
from assistant.generation.context import Citable, citable
from assistant.generation.tools.place import code_of
from assistant.generation.tools.toolbox import Tool
from assistant.guidance.fields import FIELDS
from assistant.retrieval.passages import Passages

__all__ = ["StateRules", "rules_of", "state_rules"]

_FIELDS = FIELDS["jurisdiction"]
_HEADINGS = tuple(dict.fromkeys(_FIELDS.values()))


class StateRules(BaseModel):
    """What may be asked of a state's record."""

    state: str = Field(description="Its name or two-letter code, for example OH.", max_length=40)
    headings: list[str] = Field(
        default=[],
        max_length=8,
        description=f"Which parts, or none for all. They are: {'; '.join(_HEADINGS)}.",
    )


def state_rules(passages: Passages) -> Tool:
    """The tool on one index."""
    return Tool(
        "state_rules",
        "The rules of one US state or territory for pharmacy technicians: who may apply, fees, renewal, "
        "continuing education, what technicians may do. Use it when the sources lack a state asked about.",
        StateRules,
        lambda given: _found(given, passages),
    )


def rules_of(code: str, fields: Sequence[str], passages: Passages) -> list[Citable]:
    """A place's statements in these fields, in their order; all of them without fields."""
    rows = passages.statements(record_of(code), tuple(fields))
    return [citable(Evidence(row.chunk, row.sentence)) for row in rows]


def _found(given: StateRules, passages: Passages) -> list[Citable]:
    code = code_of(given.state)
    wrong = [heading for heading in given.headings if heading not in _HEADINGS]
    if wrong:
        raise WrongUseError(f"{wrong[0]!r} is no heading. They are: {'; '.join(_HEADINGS)}.")
    fields = [field for field, heading in _FIELDS.items() if heading in given.headings]
    return rules_of(code, fields, passages)
