"""Schools near a place: the real list, measured and honest."""

from __future__ import annotations

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.schools import FARTHEST, MILES, Found, every_line, find_schools, headline
from assistant.guidance.shelf import Shelf


def names(found: Found) -> list[str]:
    return [school.name for school in found.schools]


def test_near_columbus_the_nearest_comes_first(shelf: Shelf) -> None:
    found = find_schools(shelf, "43215", 50)
    assert names(found)[0] == "Columbus State Community College"
    miles = [school.miles for school in found.schools]
    assert miles == sorted(m for m in miles if m is not None)
    assert all(m is not None and m <= 50 for m in miles)
    assert headline(found) == ("Schools listed within 50 miles of 43215 (Columbus, OH)",)


def test_a_wider_circle_holds_the_narrower_one(shelf: Shelf) -> None:
    narrow, wide = (names(find_schools(shelf, "43215", miles)) for miles in (50, 100))
    assert wide[: len(narrow)] == narrow
    assert len(wide) > len(narrow)


def test_what_a_record_says_of_a_school_is_read_whole(shelf: Shelf) -> None:
    school = next(s for s in find_schools(shelf, "Fargo", 50).schools if s.city == "Wahpeton")
    assert school.name == "North Dakota State College of Science"
    assert (school.state, school.zip, school.control) == ("ND", "58076", "public")
    assert school.website == "ndscs.edu"
    assert school.levels == ("certificate of 1 to under 2 years", "associate degree")
    assert school.awards == 12
    assert "12 awards in 2023-24" in school.cited.text


def test_every_school_of_the_records_is_read_placed_and_carried(shelf: Shelf) -> None:
    stated = sum(len(record.statements_of("institution")) for record in shelf.of_kind("programs"))
    found = [find_schools(shelf, record.code or "") for record in shelf.of_kind("programs")]
    schools = [school for one in found for school in one.schools]
    assert len(schools) == stated
    assert all(s.name and s.city and s.control and s.levels and s.website and s.at for s in schools)
    assert not any("_" in word for s in schools for word in (s.control, *s.levels))
    for one in found:
        assert [cited.text for cited in every_line(one) if not carried(cited)] == []


@pytest.mark.parametrize("place", ["94509", "Juana Diaz, PR"])
def test_a_school_whose_zip_code_is_a_post_office_elsewhere_is_placed_in_its_city(
    place: str, shelf: Shelf
) -> None:
    """Two schools report ZIP codes of Napa and San Juan, some 35 miles from where they are."""
    first = find_schools(shelf, place, 10).schools[0]
    assert first.name in {"Contra Costa Medical Career College", "Dewey University-Juana Díaz"}


def test_a_distance_is_computed_and_says_so(shelf: Shelf) -> None:
    found = find_schools(shelf, "43215", 50)
    distances = [school.distance for school in found.schools]
    assert [d.text for d in distances if d] == ["about 1 mile or less", "about 33 miles", "about 43 miles"]
    assert all(d and d.computed and d.support for d in distances)


def test_a_state_is_listed_whole_by_city_and_without_distances(shelf: Shelf) -> None:
    found = find_schools(shelf, "Ohio")
    assert len(found.schools) == 13
    assert [s.city for s in found.schools] == sorted(s.city for s in found.schools)
    assert all(school.miles is None and school.distance is None for school in found.schools)


def test_a_state_without_a_school_says_so_and_names_the_nearest_beyond_its_border(shelf: Shelf) -> None:
    found = find_schools(shelf, "DE")
    assert (found.schools, headline(found)[0]) == ((), "No school is listed in Delaware.")
    assert found.nearest
    assert "DE" not in {school.state for school in found.nearest}
    assert any("does not mean that you cannot train" in cited.text for cited in found.notes["count"])


def test_where_nothing_is_near_nothing_is_invented(shelf: Shelf) -> None:
    found = find_schools(shelf, "96910", MILES)
    assert (found.schools, found.nearest) == ((), ())
    assert str(FARTHEST) in headline(found)[1]
    assert "employer training" in headline(found)[1]


def test_just_outside_of_the_circle_the_nearest_are_named(shelf: Shelf) -> None:
    found = find_schools(shelf, "Springfield, MO", 50)
    assert found.schools == ()
    assert all(school.miles and 50 < school.miles <= FARTHEST for school in found.nearest)


@pytest.mark.parametrize("asked", ["99999", "Atlantis", "Springfield"])
def test_a_place_that_is_not_understood_lists_nothing(asked: str, shelf: Shelf) -> None:
    found = find_schools(shelf, asked)
    assert (found.schools, found.nearest, found.notes) == ((), (), {})
    assert headline(found) == (found.asked.problem,)


def test_what_the_list_is_not_stands_beside_every_list(shelf: Shelf) -> None:
    for record in shelf.of_kind("programs"):
        notes = find_schools(shelf, record.code or "").notes
        assert {"count", "caveats", "directories", "ask"} == set(notes)
        assert len(notes["ask"]) == 5
        assert any("accredited or PTCB-recognized" in cited.text for cited in notes["caveats"])
        said = " ".join(cited.text for cited in notes["directories"])
        assert "PTCB's live directory" in said
        assert "ASHP" in said
