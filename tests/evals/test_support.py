"""A fact that leaves the knowledge takes the support of the answers with it, and they are named."""

from evals_samples import case

from evals.cases import Expectation
from evals.support import lost_support

WANTED = Expectation("How much?", (("$50", "50 dollars"),), judged={"oh > Fees": 2, "oh > Renewal": 1})
TEXTS = {"oh > Fees": "Ohio charges $50.", "oh > Renewal": "Every two years."}


def test_nothing_is_lost_while_a_judged_section_says_each_nugget() -> None:
    assert lost_support([case(WANTED)], TEXTS) == []


def test_a_changed_figure_is_named_with_the_question() -> None:
    (lost,) = lost_support([case(WANTED)], {**TEXTS, "oh > Fees": "Ohio charges $60."})
    assert str(lost) == "one (How much?): no judged section says: $50 / 50 dollars"


def test_a_section_that_is_gone_is_named() -> None:
    found = lost_support([case(WANTED)], {"oh > Fees": "Ohio charges $50."})
    assert [str(lost) for lost in found] == [
        "one (How much?): the section 'oh > Renewal' is not in the knowledge"
    ]


def test_a_question_kept_for_testing_is_named_by_its_id_alone() -> None:
    (lost,) = lost_support([case(WANTED, split="test")], {**TEXTS, "oh > Fees": ""})
    assert str(lost) == "one"


def test_a_turn_without_judged_sections_is_not_guarded() -> None:
    assert lost_support([case(Expectation("?", (("$50",),)))], {}) == []
