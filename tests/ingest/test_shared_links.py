"""A shared page, and what real ingests of edited knowledge make of its statements."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from knowledge_folder import GUIDE, RECORD, SOUND, SOURCES
from small_folders import handout

from assistant.conversations.snapshot import Snapshot, freeze
from assistant.conversations.staleness import CurrentStatements
from assistant.conversations.stored import StoredTurn
from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings, read_settings
from assistant.types import Answer, Block, Citation, Claim, Profile

Ingest = Callable[..., dict[str, Any]]
NOW = datetime(2026, 11, 22, tzinfo=UTC)
ROOMS = "\n".join(f"Room {number} opens at {number} in the morning.[^board]\n" for number in range(1, 40))


def write(knowledge: Path, files: Mapping[str, str]) -> None:
    """Put these files in place of all that the folder holds."""
    for file in knowledge.rglob("*.*"):
        file.unlink()
    for name, text in files.items():
        (knowledge / name).parent.mkdir(parents=True, exist_ok=True)
        (knowledge / name).write_text(text, encoding="utf-8")


def current(settings: Settings) -> Passages:
    return Passages(current_folder(settings) / "passages.sqlite")


def shared(passages: Passages) -> Snapshot:
    """An answer of every sentence that the small knowledge holds, frozen."""
    chunks = [chunk for id, _, _ in passages.documents() for chunk in passages.chunks_of_document(id)]
    citations, claims = [], []
    for number, chunk in enumerate(chunks, start=1):
        said = [sentence for sentence in chunk.sentences if sentence.kind not in ("header", "lead_in")]
        source = passages.source(said[0].sources[0])
        quote = chunk.text[said[0].start : said[-1].end]
        where = (chunk.id, chunk.document, chunk.title, chunk.section, None)
        citations.append(Citation(number, source, *where, quote, chunk.text))
        claims += [Claim(sentence.text, (number,)) for sentence in said]
    blocks = (Block("bullets", tuple(claims)),)
    answer = Answer("Q?", "Q?", "answered", "embedded", blocks, tuple(citations), Profile())
    turn = StoredTurn("t", None, "Q?", answer, NOW, NOW, "g", False, ("t",))
    return freeze([turn], "", [], passages, date(2026, 11, 22))


@pytest.fixture(scope="module")
def settings(exported_models: Path, tmp_path_factory: pytest.TempPathFactory) -> Settings:
    place = tmp_path_factory.mktemp("shared")
    (place / "home").mkdir()
    (place / "home" / "models").symlink_to(exported_models)
    environ = {"TECHPATH_HOME": str(place / "home"), "TECHPATH_KNOWLEDGE": str(place / "knowledge")}
    return read_settings(environ)


@pytest.fixture(scope="module")
def frozen(settings: Settings, ingest: Ingest) -> Snapshot:
    """A page shared from the small knowledge."""
    write(settings.knowledge, SOUND)
    ingest(settings)
    with closing(current(settings)) as passages:
        return shared(passages)


def different(settings: Settings, frozen: Snapshot) -> set[tuple[str, str, str]]:
    """What the index in force makes of the page: (status, then, now)."""
    with closing(current(settings)) as passages:
        found = CurrentStatements(passages).compare(frozen)
    return {(state.status, state.statement.text, state.now) for state in found.different}


def test_a_page_knows_statements_of_records_and_of_guides(settings: Settings, frozen: Snapshot) -> None:
    assert {(s.record, s.field, s.text) for s in frozen.statements} == {
        ("oh", "application_fee", "Ohio asks $50 of everybody who applies."),
        ("oh", "renewal_fee", "Renewing in Ohio costs $75."),
        (None, None, "Ohio asks $50 when you apply."),
        (None, None, "A blog says that you wait 3 weeks."),
        (None, None, "At first | $50"),
        (None, None, "Apply on the Board's page."),
    }
    assert different(settings, frozen) == set()


def test_more_knowledge_a_moved_guide_other_chunks_and_newer_reviews_raise_nothing(
    settings: Settings, frozen: Snapshot, ingest: Ingest, tmp_path: Path
) -> None:
    (tmp_path / "rooms.md").write_text(handout("rooms"), encoding="utf-8")
    before = current_folder(settings).name
    write(
        settings.knowledge,
        {
            "sources.yaml": SOURCES.replace("'2026-11-01'", "'2027-01-15'").replace("'2026'", "'2027'"),
            "guides/fees/ohio.md": GUIDE.replace("| When", f"{ROOMS}\n| When"),
            "guides/school.md": GUIDE.replace("Paying the state", "Paying the school").replace("$50", "$900"),
            "records/oh.yaml": RECORD
            + "- field: trainee_fee\n  says: The Ohio trainee fee is $25.\n  source: board\n  confidence: high\n",
        },
    )
    ingest(settings, tmp_path)
    assert current_folder(settings).name != before
    assert different(settings, frozen) == set()


def test_what_was_changed_and_what_was_taken_out_is_found_in_records_and_guides(
    settings: Settings, frozen: Snapshot, ingest: Ingest
) -> None:
    dearer = RECORD[: RECORD.index("- field: renewal_fee")].replace("$50", "$65").replace("50\n", "65\n")
    shorter = GUIDE.replace("$50", "$65").replace(" A blog says that you wait 3 weeks.[^blog]", "")
    write(settings.knowledge, {**SOUND, "records/oh.yaml": dearer, "guides/state.md": shorter})
    ingest(settings)
    assert different(settings, frozen) == {
        ("changed", "Ohio asks $50 of everybody who applies.", "Ohio asks $65 of everybody who applies."),
        ("withdrawn", "Renewing in Ohio costs $75.", ""),
        ("changed", "Ohio asks $50 when you apply.", "Ohio asks $65 when you apply."),
        ("withdrawn", "A blog says that you wait 3 weeks.", ""),
        ("changed", "At first | $50", "At first | $65"),
    }
