"""Findings of the knowledge check -> lines that a person can act on."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "Severity", "errors", "render"]

Severity = Literal["error", "warning"]


@dataclass(frozen=True, order=True, slots=True)
class Finding:
    """One thing that is wrong, where it is, and what to do about it."""

    file: str  # path below the knowledge folder, with forward slashes
    line: int  # 1-based; 1 when the whole file is meant
    rule: str  # short name of the rule, for example "weak-source"
    message: str
    severity: Severity = "error"


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """The findings that make the check fail."""
    return [finding for finding in findings if finding.severity == "error"]


def render(findings: Iterable[Finding]) -> str:
    """Findings -> one line each, sorted by place, and a last line with the counts."""
    ordered = sorted(findings)
    lines = [f"{item.file}:{item.line}: {item.severity}: {item.message} [{item.rule}]" for item in ordered]
    failed = len(errors(ordered))
    warned = len(ordered) - failed
    lines.append(f"{_count(failed, 'error')}, {_count(warned, 'warning')}.")
    return "\n".join(lines)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
