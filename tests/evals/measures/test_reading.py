"""The reading grade follows Flesch and Kincaid's formula."""

import pytest

from evals.measures.reading import reading_grade

SENTENCE = "The cat sat on the mat and the dog ran to it."  # 12 words of one syllable


def test_the_grade_is_the_formula_by_hand() -> None:
    expected = 0.39 * (36 / 3) + 11.8 * (36 / 36) - 15.59
    assert reading_grade([SENTENCE] * 3) == pytest.approx(expected, abs=0.05)


def test_longer_words_in_longer_sentences_are_harder() -> None:
    hard = "Certification examinations necessitate considerable preparation and determination, " * 6
    easy = reading_grade([SENTENCE] * 3)
    found = reading_grade([hard])
    assert easy is not None
    assert found is not None
    assert found > easy + 5


def test_a_few_words_have_no_grade() -> None:
    assert reading_grade([SENTENCE]) is None
    assert reading_grade([]) is None
