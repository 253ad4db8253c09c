"""An Answer -> Markdown with [1] marks, as programs, the clipboard and exports take it."""

from __future__ import annotations

from datetime import date

from assistant.freshness import is_overdue
from assistant.types import Answer, Block, Citation, Claim
from assistant.wording import Wording

__all__ = ["block_markdown", "markdown", "reference", "references"]


def markdown(answer: Answer) -> str:
    """The blocks as Markdown; the reference list is apart, in `references`."""
    return "\n\n".join(block_markdown(block) for block in answer.blocks)


def block_markdown(block: Block) -> str:
    """One block as Markdown."""
    if block.kind == "bullets":
        body = "\n".join(f"- {_claim(claim)}" for claim in block.claims)
    elif block.kind == "steps":
        body = "\n".join(f"{n}. {_claim(claim)}" for n, claim in enumerate(block.claims, start=1))
    elif block.kind == "table":
        body = _table(block)
    else:
        body = " ".join(_claim(claim) for claim in block.claims)
    if not block.lead_in:
        return body
    return f"{block.lead_in} {body}" if block.kind == "paragraph" else f"{block.lead_in}\n\n{body}"


def references(answer: Answer, today: date | None = None) -> str:
    """The citations as a numbered list; one whose review is overdue on `today` says whom to ask."""
    return "\n".join(reference(citation, today) for citation in answer.citations)


def reference(citation: Citation, today: date | None = None) -> str:
    """One citation with its number: who published what, of which date, where."""
    source = citation.source
    stated = (
        f"as of {source.as_of}" if source.as_of != "unknown" else f"date not given, read {source.reviewed}"
    )
    where = f", p. {citation.page}" if citation.page else ""
    address = f" {source.url}" if source.url else ""
    overdue = today is not None and is_overdue(source, today)
    check = f" {Wording.CHECK_WITH.format(who=source.publisher)}" if overdue else ""
    return f"[{citation.number}] {source.publisher}: {source.title}{where} ({stated}).{check}{address}"


def _table(block: Block) -> str:
    width = max([len(block.header), *(len(row) for row in block.rows)], default=0)
    header = list(block.header) + [""] * (width - len(block.header))
    lines = [_row(header), _row(["---"] * width)]
    lines += [_row([_claim(cell) for cell in row]) for row in block.rows]
    return "\n".join(lines)


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _claim(claim: Claim) -> str:
    marks = "".join(f"[{number}]" for number in claim.citations)
    return f"{claim.text} {marks}".strip() if marks else claim.text
