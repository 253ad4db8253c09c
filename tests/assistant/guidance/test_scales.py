"""The scales on which people and specialties meet."""

from __future__ import annotations

from collections import Counter

from assistant.guidance.fields import FIELDS
from assistant.guidance.scales import LEVELS, load_scales, scales_by_code
from assistant.text import figures


def test_every_scale_has_a_code_of_two_letters_of_its_own() -> None:
    assert len(scales_by_code()) == len(load_scales())
    assert all(len(code) == 2 and code.isalpha() and code.islower() for code in scales_by_code())


def test_every_field_that_describes_the_work_is_read_by_one_scale() -> None:
    described = {"patient_contact", "pace", "stress", "precision", "dexterity", "calculation"}
    described |= {"technology", "leadership", "autonomy", "schedule", "remote", "exposure", "settings"}
    assert described <= set(FIELDS["specialty"])
    assert Counter(field for scale in load_scales() for field in scale.fields) == Counter(described)


def test_a_word_of_people_stands_for_one_end_of_one_scale() -> None:
    ends = [end for scale in load_scales() for end in (scale.low, scale.high)]
    said = Counter(words for end in ends for words in (*end.said, *end.hard))
    assert [words for words, count in said.items() if count > 1] == []


def test_cards_name_no_figure() -> None:
    assert not any(figures(s.low.offer + s.high.offer + s.low.short + s.high.short) for s in load_scales())


def test_values_are_levels() -> None:
    assert {level for scale in load_scales() for level in scale.values.values()} <= set(LEVELS)
