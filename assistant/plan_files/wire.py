"""Plans, costs and CE -> the JSON of docs/programs.md, spelled out key by key."""

from __future__ import annotations

from typing import Any

from assistant.footnotes import Footnotes
from assistant.guidance.cited import Cited
from assistant.guidance.costs import Costs, Item, Total
from assistant.guidance.renewal import CeLedger, CeRow
from assistant.guidance.request import to_params
from assistant.guidance.steps import Dated, Fee, Line, Plan
from assistant.wire import claim_to_json

__all__ = ["ce_to_json", "costs_to_json", "plan_to_json"]


def plan_to_json(planned: Plan, notes: Footnotes) -> dict[str, Any]:
    """A plan; its numbers stand for the citations that are printed with it."""
    return {
        "asked": to_params(planned.request),
        "title": _claim(planned.title.cited, notes),
        "steps": [_step(dated, notes) for dated in planned.steps],
        "notes": [_line(line, notes) for line in (*planned.assumed, *planned.notes)],
    }


def costs_to_json(found: Costs, notes: Footnotes) -> dict[str, Any]:
    """What a plan costs, item by item."""
    return {
        "first_year": _total(found.first_year, notes),
        "each_year": _total(found.each_year, notes),
        "once": [_item(item, notes) for item in found.once],
        "again": [_item(item, notes) for item in found.again],
    }


def ce_to_json(ledger: CeLedger, notes: Footnotes) -> dict[str, Any]:
    """Continuing education against what is required; null is unknown."""
    return {
        "rows": [_ce_row(row, notes) for row in ledger.rows],
        "rules": {
            body: [_line(line, notes) for line in ledger.rules.get(body, ())] for body in ledger.bodies()
        },
    }


def _step(dated: Dated, notes: Footnotes) -> dict[str, Any]:
    step = dated.step
    return {
        "id": step.id,
        "title": step.title.cited.text,
        "optional": step.optional,
        "depends_on": sorted(step.depends),
        "needs": list(step.needs),
        "beside": list(dated.beside),
        "start": dated.start.isoformat(),
        "end": dated.end.isoformat(),
        "late_start": dated.late_start.isoformat(),
        "late_end": dated.late_end.isoformat(),
        "by": [day.isoformat() for day in dated.by] if dated.by else None,
        "late": dated.late,
        "days": {
            "low": step.span.low,
            "high": step.span.high,
            "basis": step.span.basis,
            "says": _claim(step.span.line.cited, notes),
        },
        "lines": [_line(line, notes) for line in (*dated.dates, *step.lines)],
        "deadline": _line(step.deadline.line, notes) if step.deadline else None,
        "fees": [_fee(fee, notes) for fee in step.fees],
    }


def _line(line: Line, notes: Footnotes) -> dict[str, Any]:
    return {
        "kind": line.kind,
        **_claim(line.cited, notes),
        "computed": line.cited.computed,
        "depends_on": sorted(line.depends),
    }


def _fee(fee: Fee, notes: Footnotes) -> dict[str, Any]:
    return {
        "name": fee.name,
        "low": fee.low,
        "high": fee.high,
        "every_months": fee.every or None,
        "says": _claim(fee.line.cited, notes),
    }


def _item(item: Item, notes: Footnotes) -> dict[str, Any]:
    return {
        "step": item.step,
        **_fee(item.fee, notes),
        "counted": item.counted,
        "unknown": item.unknown,
        "optional": item.optional,
    }


def _total(total: Total, notes: Footnotes) -> dict[str, Any]:
    return {
        "low": total.low,
        "high": total.high,
        "unknown_items": total.unknown,
        "says": _claim(total.cited, notes),
    }


def _ce_row(row: CeRow, notes: Footnotes) -> dict[str, Any]:
    return {
        "body": row.body,
        "kind": row.kind,
        "needed_hours": row.needed,
        "done_hours": row.done,
        "missing_hours": row.missing,
        "by": row.by.isoformat() if row.by else None,
        "says": _claim(row.cited, notes),
    }


def _claim(cited: Cited, notes: Footnotes) -> dict[str, Any]:
    return claim_to_json(notes.claim(cited))
