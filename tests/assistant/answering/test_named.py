from __future__ import annotations

from pathlib import Path

import pytest

from assistant.answering.named import Named
from assistant.guidance.fields import Kind
from assistant.guidance.records import load_records
from assistant.guidance.shelf import shelf_of

RECORDS = Path(__file__).resolve().parents[3] / "knowledge" / "records"


@pytest.fixture(scope="module")
def named() -> Named:
    return Named(shelf_of((r.model_dump_json(exclude_defaults=True) for r in load_records(RECORDS)), {}))


@pytest.mark.parametrize(
    ("kind", "text", "ids"),
    [
        ("specialty", "nuclear or sterile compounding", ("nuclear", "sterile-compounding")),
        ("specialty", "sterile compounding, sterile compounding", ("sterile-compounding",)),
        ("setting", "is retail harder than a hospital", ("retail-chain", "hospital-pharmacy")),
        ("setting", "hospitality and retailers", ()),
        ("specialty", "nothing of the kind", ()),
    ],
)
def test_things_are_found_by_what_people_call_them(
    kind: Kind, text: str, ids: tuple[str, ...], named: Named
) -> None:
    assert named.ids(kind, text) == ids
