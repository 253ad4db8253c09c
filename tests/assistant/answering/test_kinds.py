"""What sources keep is told from what they do not by the question alone, on questions it was not fitted on."""

from typing import get_args

import numpy as np
import pytest

from assistant.answering.cues import CUES, cues_of
from assistant.answering.kinds import KEPT, Kinds, Missing, inputs_of, load_kinds
from assistant.build import Assistant
from assistant.wording_missing import MISSING

WIDTH = 384 + len(CUES)


def test_the_labels_are_what_is_kept_and_every_kind_that_is_not() -> None:
    assert set(load_kinds().labels) == {KEPT, *get_args(Missing)}


def test_the_weights_fit_what_is_seen() -> None:
    kinds = load_kinds()
    assert kinds.weights.shape == (len(kinds.labels), WIDTH)
    assert inputs_of("Who?", np.zeros(384, np.float32)).shape == (WIDTH,)


def test_there_is_a_reason_to_say_for_every_kind() -> None:
    assert set(MISSING) == set(get_args(Missing))


def test_the_likeliest_kind_is_never_the_kept_one() -> None:
    bias = np.log(np.array([0.7, 0.1, 0.2], np.float32))
    kind = Kinds((KEPT, "live", "own"), np.zeros((3, WIDTH), np.float32), bias).of(
        "?", np.zeros(384, np.float32)
    )
    assert kind.likeliest == "own"
    assert kind.kept == pytest.approx(0.7)


@pytest.mark.parametrize(
    ("question", "cue", "held"),
    [
        ("Who teaches it?", "who", 1.0),
        ("How do I renew?", "who", 0.0),
        ("What will it cost in 2031?", "coming_year", 1.0),
        ("What did it cost in 2021?", "coming_year", 0.0),
        ("Is there a test in New Mexico?", "abroad", 0.0),
    ],
)
def test_a_cue_is_one_where_the_question_holds_it(question: str, cue: str, held: float) -> None:
    assert cues_of(question)[CUES.index(cue)] == held


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("does the Hy-Vee near me give techs a holiday bonus", "employer"),
        ("has the board mailed my permit yet", "own"),
        ("are there technician openings in Salem this week", "live"),
        ("what is the cafeteria at the testing site like and where do I park", "local"),
        ("what does a registration in Scotland cost a pharmacy technician", "abroad"),
        ("What will technicians be paid in 2037?", "future"),
    ],
)
def test_what_no_source_keeps_is_known_by_its_kind(question: str, kind: str, assistant: Assistant) -> None:
    found = load_kinds().of(*assistant.chain().reading(question))
    assert (found.kept < 0.5, found.likeliest) == (True, kind)


@pytest.mark.parametrize(
    "question",
    [
        "Do big drugstore companies cover the exam?",
        "What share of technicians work in hospitals?",
        "How long does PTCB need to approve somebody?",
        "What do technicians earn on average?",
        "I studied pharmacy in Egypt. May I work as a technician in Ohio?",
    ],
)
def test_a_general_question_in_like_words_is_of_a_kept_kind(question: str, assistant: Assistant) -> None:
    assert load_kinds().of(*assistant.chain().reading(question)).kept > 0.5
