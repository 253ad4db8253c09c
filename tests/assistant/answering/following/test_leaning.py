from __future__ import annotations

import pytest

from assistant.answering.following.leaning import leans
from assistant.answering.following.talk import Talk
from assistant.answering.vocabulary import Vocabulary


@pytest.mark.parametrize(
    "question",
    ["do u need special training", "money any better?", "is there an exam", "do you need experience"],
)
def test_what_every_job_has_is_asked_of_the_one_spoken_of(question: str, vocabulary: Vocabulary) -> None:
    assert leans(Talk(["what does a chemo tech do"], {}, vocabulary), question)


@pytest.mark.parametrize(
    "question",
    [
        "do u need special training for nuclear pharmacy",
        "how much does a hospital pharmacy technician earn",
        "what does the PTCE cost",
    ],
)
def test_a_question_that_names_its_own_subject_stands_alone(question: str, vocabulary: Vocabulary) -> None:
    assert not leans(Talk(["what does a chemo tech do"], {}, vocabulary), question)
