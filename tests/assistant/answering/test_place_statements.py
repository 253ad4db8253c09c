"""The statements of a record come whole, and those of the section that answers come first."""

import pytest

from assistant.answering.evidence import Relevance
from assistant.answering.place_statements import statements_of
from assistant.retrieval.index import Index

QUESTION = "do techs in ohio need anything before they start"


@pytest.fixture
def relevance(index: Index) -> Relevance:
    return Relevance(QUESTION, index.encoder.encode_one(QUESTION), index.passages, {})


@pytest.mark.parametrize("section", ["Vaccines", "Renewal"])
def test_a_favored_section_comes_first(section: str, index: Index, relevance: Relevance) -> None:
    plain = statements_of("oh", (), index.passages, relevance)
    favored = statements_of("oh", (), index.passages, relevance, {section: 1.0})
    assert plain[0].items[0].chunk.section != section
    assert favored[0].items[0].chunk.section == section
    assert {stated.text for stated in favored} == {stated.text for stated in plain}


def test_what_is_added_changes_no_similarity(index: Index, relevance: Relevance) -> None:
    before = {s.text: s.similarity for s in statements_of("oh", (), index.passages, relevance)}
    after = statements_of("oh", (), index.passages, relevance, {"Vaccines": 0.2})
    assert {stated.text: stated.similarity for stated in after} == before
