"""The shelf of the bundled knowledge, read from its files once."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.guidance.records import load_records
from assistant.guidance.shelf import Shelf, shelf_of
from ingest.files import load_sources

KNOWLEDGE = Path(__file__).resolve().parents[3] / "knowledge"


@pytest.fixture(scope="session")
def shelf() -> Shelf:
    """All bundled records and sources."""
    records = load_records(KNOWLEDGE / "records")
    bodies = (record.model_dump_json(exclude_defaults=True) for record in records)
    return shelf_of(bodies, load_sources(KNOWLEDGE / "sources.yaml"))
