"""What is asked of a place is known from all places, so that a gap in one record is seen as one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from assistant_samples import make_chunk

from assistant.answering.asked_field import AskedFields
from assistant.answering.likeness import load_likeness
from assistant.build import Assistant
from assistant.retrieval.index import open_index
from assistant.settings import Settings


@pytest.fixture(scope="module")
def asked(assistant: Assistant) -> AskedFields:
    return AskedFields(assistant.index().passages, load_likeness())


@pytest.mark.parametrize(
    ("question", "field"),
    [
        ("whats the most techs one pharmacist can watch at a time", "ratio"),
        ("how much is the application for the license", "application_fee"),
        ("what do they charge me to renew", "renewal_fee"),
        ("does a tech get to give flu shots there", "immunization"),
        ("is there a criminal background check for new techs", "background_check"),
        ("what time does the mall close", None),
    ],
)
def test_the_field_is_told_in_peoples_own_words(
    question: str, field: str | None, asked: AskedFields, assistant: Assistant
) -> None:
    vector = load_likeness().of(assistant.index().encoder.encode_one(question))
    assert asked.of(vector) == field


def test_an_index_without_records_of_places_tells_nothing(
    write_index: Callable[..., Settings], tmp_path: Path
) -> None:
    index = open_index(write_index(tmp_path / "home", "only", [make_chunk("own", "Our shop closes at six.")]))
    try:
        asked = AskedFields(index.passages, load_likeness())
        assert asked.of(index.encoder.encode_one("what is the fee")) is None
    finally:
        index.close()


def test_what_one_state_does_not_know_is_said_as_unknown(assistant: Assistant) -> None:
    answer = assistant.ask("whats the most techs one pharmacist can watch at a time in Nashville TN")
    assert answer.outcome == "not_in_sources"
    said = " ".join(claim.text for block in answer.blocks for claim in block.claims)
    assert "how many technicians one pharmacist may supervise in Tennessee" in said
    assert "Tennessee Board of Pharmacy" in said
