from __future__ import annotations

from collections.abc import Sequence

import pytest
from assistant_samples import make_chunk

from assistant.answering.evidence import Evidence, Relevance, drop_repeats
from assistant.retrieval.index import Index


def said(*texts: str) -> list[Evidence]:
    chunks = [make_chunk(str(number), text) for number, text in enumerate(texts)]
    return [Evidence(chunk, chunk.sentences[0]) for chunk in chunks]


def texts(items: Sequence[Evidence]) -> list[str]:
    return [item.text for item in items]


@pytest.fixture
def relevance(index: Index) -> Relevance:
    question = "PTCE fee"
    return Relevance(question, index.encoder.encode_one(question), index.passages, {"ptce": 3.0, "fee": 1.0})


def test_an_opening_is_put_before_the_sentence() -> None:
    (item,) = said("It is so.")
    assert Evidence(item.chunk, item.sentence, opening="Yes.").text == "Yes. It is so."


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Yes, you may start.", "You may start."),
        ("No, but you may ask.", "You may ask."),
        ("Yes, if you are 18.", "Yes, if you are 18."),
        ("Nobody may.", "Nobody may."),
    ],
)
def test_yes_and_no_are_left_out_where_they_were_not_asked(text: str, bare: str) -> None:
    (item,) = said(text)
    assert Evidence(item.chunk, item.sentence, bare=True).text == bare
    assert item.text == text


@pytest.mark.parametrize(
    ("text", "listed"),
    [
        ("Step 1 in North Dakota: register as a trainee.", "Register as a trainee."),
        (
            "Step 3 in Kentucky, if you want more tasks: pass the PTCE.",
            "If you want more tasks: pass the PTCE.",
        ),
        ("Steps in Ohio: three.", "Steps in Ohio: three."),
    ],
)
def test_a_numbered_list_says_its_numbers_once(text: str, listed: str) -> None:
    (item,) = said(text)
    assert Evidence(item.chunk, item.sentence, in_order=True).text == listed
    assert item.text == text


def test_a_repeat_is_dropped_and_the_first_kept() -> None:
    items = said("The fee is due in March.", "In March the fee is due.", "Photos are not needed.")
    assert texts(drop_repeats(items)) == [items[0].text, items[2].text]


def test_what_was_said_before_is_a_repeat_too() -> None:
    before, again, other = said("The fee is due in March.", "The fee is due in March!", "Send a photo.")
    assert texts(drop_repeats([again, other], [before])) == ["Send a photo."]


def test_a_sentence_with_a_new_figure_is_no_repeat() -> None:
    before, fee = said(
        "Ohio registers pharmacy technicians before they start.",
        "Registering as a pharmacy technician in Ohio costs $65.",
    )
    assert texts(drop_repeats([fee], [before], 0.5)) == [fee.text]


def test_coverage_is_the_share_of_the_terms_by_rarity(relevance: Relevance) -> None:
    assert relevance.coverage(["The fees are high."]) == pytest.approx(1 / (3 + 1))
    assert relevance.coverage(["The PTCE", "has a fee"]) == pytest.approx(1.0)
    assert relevance.coverage([]) == 0.0


def test_a_chunk_without_vectors_is_judged_by_its_terms(relevance: Relevance) -> None:
    chunk = make_chunk("unstored", "The PTCE is long. Photos are not needed.")
    first, second = relevance.of_chunks([chunk])["unstored"]
    assert first == pytest.approx(3 / (3 + 1))
    assert second == 0.0
