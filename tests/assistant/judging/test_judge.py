from __future__ import annotations

import random
from collections.abc import Sequence

import pytest

from assistant.answering.chain import Chain
from assistant.build import Assistant
from assistant.judging.judge import CitedSentence, Fault, Judge
from assistant.judging.support import load_bar
from evals.claims import LabelledClaim, load_claims

FEE = CitedSentence(
    "Ohio charges $50 to apply.", "Ohio: rules for pharmacy technicians | Fees", "OH", "2026-05"
)


@pytest.fixture(scope="module")
def chain(assistant: Assistant) -> Chain:
    return assistant.chain()


@pytest.fixture(scope="module")
def judge(chain: Chain) -> Judge:
    return Judge(chain.vocabulary, chain.rarity, chain.index.encoder.encode, load_bar())


@pytest.mark.parametrize(
    ("claim", "kind"),
    [
        ("Ohio charges $50 to apply.", None),
        ("The application fee in Ohio is $50.", None),
        ("You pay $50 to apply.", None),
        ("As of 2026, you pay $50 to apply in Ohio.", None),
        ("Ohio charges $60 to apply.", "figure"),
        ("Texas charges $50 to apply.", "place"),
        ("Ohio charges $50 to apply for the CPhT-Gold.", "name"),
        ("Ohio does not charge $50 to apply.", "meaning"),
        ("Ohio charges $50 to apply at ohio-fees.com.", "address"),
        ("Ohio charges $50 to groom dogs at night.", "support"),
        ("Does Ohio charge $50 to apply?", "form"),
        ("Ohio charges $50 to apply. " * 60, "form"),
    ],
)
def test_each_fault_is_named(judge: Judge, claim: str, kind: str | None) -> None:
    fault = judge.fault(claim, [FEE], ["OH"])
    assert (fault.kind if fault else None) == kind


def test_what_cites_nothing_does_not_stand(judge: Judge) -> None:
    assert judge.fault("Ohio charges $50 to apply.", [], ["OH"]) == Fault("source")


def test_a_sentence_of_one_place_names_it_where_another_was_asked_about(judge: Judge) -> None:
    said = "You pay $50 to apply."
    assert judge.fault(said, [FEE], ["OH"]) is None
    assert judge.fault(said, [FEE], ["TX"]) == Fault("place", "OH")
    assert judge.fault(said, [FEE], ["OH", "TX"]) == Fault("place", "OH")


def share_passing(judge: Judge, claims: Sequence[LabelledClaim]) -> float:
    passing = [judge.fault(claim.text, claim.cited, claim.asked) is None for claim in claims]
    return sum(passing) / len(passing)


@pytest.mark.parametrize("split", ["dev", "test"])
def test_of_written_claims_the_true_stand_and_the_false_fall(judge: Judge, split: str) -> None:
    claims = load_claims(split)
    assert share_passing(judge, [claim for claim in claims if claim.stands]) >= 0.94
    assert share_passing(judge, [claim for claim in claims if not claim.stands]) <= 0.03


def test_what_the_knowledge_says_word_for_word_always_stands(judge: Judge, chain: Chain) -> None:
    passages = chain.index.passages
    documents = [id for id, _, kind in passages.documents() if kind in ("guide", "record")]
    said = [
        (chunk, sentence)
        for id in random.Random(7).sample(documents, 60)
        for chunk in passages.chunks_of_document(id)
        for sentence in chunk.sentences
        if sentence.kind in ("paragraph", "bullet", "step")
    ]
    fallen = []
    for chunk, sentence in random.Random(7).sample(said, 250):
        cited = CitedSentence(sentence.text, f"{chunk.title} | {chunk.section}", chunk.jurisdiction)
        asked = [chunk.jurisdiction] if chunk.jurisdiction else []
        if fault := judge.fault(sentence.text, [cited], asked):
            fallen.append((sentence.text, fault))
    assert len(fallen) <= 1, fallen
