"""A plan as JSON, Markdown and PDF, on the index of the bundled knowledge."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date

import pytest
from plan_samples import START
from pypdf import PdfReader

from assistant.build import Assistant
from assistant.footnotes import Footnotes, footnotes
from assistant.guidance.case import case_of
from assistant.guidance.costs import Costs, costs_of
from assistant.guidance.plan import plan
from assistant.guidance.renew_steps import ledger_of
from assistant.guidance.request import Request
from assistant.guidance.steps import Plan
from assistant.plan_files.document import Document, every_cited, plan_document
from assistant.plan_files.markdown import plan_markdown
from assistant.plan_files.pdf import plan_pdf
from assistant.plan_files.wire import ce_to_json, costs_to_json, plan_to_json
from assistant.wording_plan import PlanWording

REQUEST = Request("become", START, "TX", route="employer-training")
Planned = tuple[Plan, Costs, Footnotes]


@pytest.fixture(scope="module")
def planned(assistant: Assistant) -> Planned:
    found = plan(REQUEST, assistant.shelf())
    money = costs_of(found)
    return found, money, footnotes(every_cited(found, money), assistant.index().passages)


@pytest.fixture(scope="module")
def document(planned: Planned) -> Document:
    return plan_document(*planned, ticked=frozenset({"entry"}))


def test_the_json_of_a_plan_is_spelled_out(planned: Planned) -> None:
    found, _, notes = planned
    data = json.loads(json.dumps(plan_to_json(found, notes)))
    assert list(data) == ["asked", "title", "steps", "notes"]
    assert {tuple(step) for step in data["steps"]} == {
        ("id", "title", "optional", "depends_on", "needs", "beside", "start", "end", "late_start", "late_end",
         "by", "late", "days", "lines", "deadline", "fees")
    }  # fmt: skip
    lines = [line for step in data["steps"] for line in step["lines"]]
    assert {tuple(line) for line in lines} == {("kind", "text", "citations", "computed", "depends_on")}
    assert data["asked"] == {
        "goal": "become", "state": "TX", "route": "employer-training", "start": "2026-12-01",
    }  # fmt: skip


def test_the_json_of_costs_keeps_unknown_apart_from_zero(planned: Planned) -> None:
    _, money, notes = planned
    data = costs_to_json(money, notes)
    assert list(data) == ["first_year", "each_year", "once", "again"]
    unknown = [item for item in (*data["once"], *data["again"]) if item["unknown"]]
    assert unknown
    assert all(item["low"] is None and item["high"] is None for item in unknown)
    assert data["first_year"]["unknown_items"] == sum(item["unknown"] for item in data["once"])


def test_the_json_of_ce_keeps_unknown_null(assistant: Assistant) -> None:
    case = case_of(Request("renew", START, "KY", credential="ptcb-cpht"), assistant.shelf())
    ledger = ledger_of(case)
    data = ce_to_json(ledger, footnotes(ledger.cited(), assistant.index().passages))
    (state,) = [row for row in data["rows"] if row["body"] == "Kentucky"]
    assert (state["needed_hours"], state["missing_hours"]) == (None, None)
    assert list(data["rules"]) == ["PTCB certification (CPhT)", "Kentucky"]


def test_on_paper_each_source_has_one_number(document: Document) -> None:
    ids = [citation.source.id for citation in document.citations]
    assert len(ids) == len(set(ids))
    assert [citation.number for citation in document.citations] == list(range(1, len(ids) + 1))


def test_markdown_has_a_box_for_each_step_and_every_mark_has_its_source(document: Document) -> None:
    text = plan_markdown(document, date(2026, 12, 1))
    assert text.startswith("# Become a pharmacy technician in Texas")
    assert text.count("## [x] ") == 1
    assert text.count("## [ ] ") == len(document.sections) - 2  # one is ticked, one is no step
    assert "| Item | Amount | How often |" in text
    for citation in document.citations:
        assert f"[{citation.number}]" in text
        assert f"<{citation.source.url}>" in text


def test_what_looks_like_markup_stays_text(document: Document) -> None:
    odd = replace(document, title="*x* <b>_y_", sections=(), table=(), totals=())
    assert plan_markdown(odd, date(2026, 12, 1)).startswith(r"# \*x\* \<b\>\_y\_")


def test_the_pdf_reads_back_with_steps_costs_and_links(document: Document) -> None:
    data = plan_pdf(document, date(2026, 12, 1))
    reader = PdfReader(io.BytesIO(data))
    text = " ".join(" ".join(page.extract_text() for page in reader.pages).split())
    assert "[x] 1. Check that you can start in Texas" in text
    assert "[ ] 2. " in text
    assert PlanWording.COSTS in text
    assert "at least $129" in text
    addresses = {
        str(note.get_object()["/A"]["/URI"]) for page in reader.pages for note in page.get("/Annots", ())
    }
    assert {citation.source.url for citation in document.citations} == addresses
    assert plan_pdf(document, date(2026, 12, 1)) == data
