"""A name is covered where something found says of it what is asked, and only there."""

from dataclasses import replace

import pytest
from assistant_samples import make_chunk

from assistant.answering.anchors import Anchor, anchors_of, missed_anchor
from assistant.answering.evidence import Relevance
from assistant.answering.understand import Query
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.index import Index
from assistant.types import Chunk, Profile

WALMART = replace(
    make_chunk("chain", "Walmart pays for the exam of its technicians. A raise follows in many shops."),
    questions=("does walmart pay for certification",),
)


@pytest.mark.parametrize(
    ("question", "anchors"),
    [
        ("Does Walmart pay for the exam?", [("employer", "walmart")]),
        ("tuition at Blue Ridge Community College", [("school", "blue ridge")]),
        ("Should I go to a community college?", []),
        ("Is my college accredited?", []),
        ("nursing programs in Dallas", [("trade", "nursing")]),
        ("Can a technician become a nurse?", []),
        ("must the pharmacist be in the room", []),
        ("do shops like CVS pay less than hospitals", []),
        ("laid off from Walmart, who pays for training now", []),
        ("how much do techs in walgreens make", [("employer", "walgreens")]),
    ],
)
def test_names_are_found_where_a_question_hangs_on_them(
    question: str, anchors: list[tuple[str, str]], vocabulary: Vocabulary
) -> None:
    assert [(anchor.kind, anchor.name) for anchor in anchors_of(question, vocabulary)] == anchors


def missed(question: str, found: list[Chunk], index: Index, vocabulary: Vocabulary) -> Anchor | None:
    relevance = Relevance(question, index.encoder.encode_one(question), index.passages, {})
    return missed_anchor(Query(question, question, question, Profile()), found, relevance, vocabulary)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Does Walmart pay for the exam?", None),
        ("Does Walmart pay for certification?", None),
        ("Does Walmart give technicians a grocery discount?", "walmart"),
        ("Does Kroger pay for the exam?", "kroger"),
        ("Does the exam get paid by many shops?", None),
    ],
)
def test_a_name_is_missed_where_nothing_beside_it_says_what_is_asked(
    question: str, name: str | None, index: Index, vocabulary: Vocabulary
) -> None:
    anchor = missed(question, [WALMART], index, vocabulary)
    assert (anchor.name if anchor else None) == name


def test_a_name_that_only_an_earlier_turn_spoke_of_is_not_missed(
    index: Index, vocabulary: Vocabulary
) -> None:
    standalone = "how long are the contracts kroger"
    query = Query("how long are the contracts", standalone, standalone, Profile())
    relevance = Relevance(standalone, index.encoder.encode_one(standalone), index.passages, {})
    assert missed_anchor(query, [WALMART], relevance, vocabulary) is None


@pytest.mark.parametrize(("states", "name"), [(("RI",), None), ((), "providence")])
def test_a_town_is_no_employer_of_that_name(
    states: tuple[str, ...], name: str | None, index: Index, vocabulary: Vocabulary
) -> None:
    question = "is there a job in Providence"
    relevance = Relevance(question, index.encoder.encode_one(question), index.passages, {})
    query = Query(question, question, question, Profile(), states=states)
    anchor = missed_anchor(query, [WALMART], relevance, vocabulary)
    assert (anchor.name if anchor else None) == name


def test_a_record_of_a_state_says_nothing_of_another_trade(index: Index, vocabulary: Vocabulary) -> None:
    text = "Nursing license renewal fee of the state."
    question = "what is the nursing license renewal fee"
    assert missed(question, [make_chunk("guide", text)], index, vocabulary) is None
    assert missed(question, [make_chunk("oh", text, jurisdiction="OH")], index, vocabulary) is not None
