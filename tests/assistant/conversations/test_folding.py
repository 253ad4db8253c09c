from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.conversations.folding import fold_with_places


@pytest.mark.parametrize("spelling", ["maria", "MARIA", "María", "Mari\u0301a", "Ｍaria", "ＭＡＲＩＡ"])
def test_one_name_in_any_spelling_is_one_text(spelling: str) -> None:
    assert fold_with_places(spelling).text == "maria"


@pytest.mark.parametrize(
    ("text", "word", "found"),
    [
        ("for Jose\u0301, now", "jose", "Jose\u0301"),
        ("die Straße hier", "strasse", "Straße"),
        ("an oﬃce", "office", "oﬃce"),
        ("İzmir is", "izmir", "İzmir"),
        ("x 😀 Ana y", "ana", "Ana"),
    ],
    ids=["a combining accent", "one letter becomes two", "a ligature", "a dotted capital", "beyond the first plane"],
)  # fmt: skip
def test_a_place_in_the_folded_text_leads_back_to_the_original(text: str, word: str, found: str) -> None:
    folded = fold_with_places(text)
    start = folded.text.index(word)
    begin, end = folded.span(start, start + len(word))
    assert text[begin:end] == found


@given(st.text())
def test_every_character_knows_its_origin_in_order(text: str) -> None:
    folded = fold_with_places(text)
    assert len(folded.places) == len(folded.text)
    assert list(folded.places) == sorted(folded.places)
    assert all(0 <= place < len(text) for place in folded.places)
    if folded.text:
        assert folded.span(0, len(folded.text))[1] == len(text)
