from __future__ import annotations

import re
from collections import Counter

from evals.scripted.hallucinating import Hallucinating
from evals.scripted.play import Received

SOURCES = "\n".join([
    "[k000001] Ohio charges $50 to apply.",
    "[k000002] You do not need a diploma in Ohio.",
    "[k000003] Renewing costs $55 every 2 years.",
    "[k000004] The PTCE has 90 questions in all.",
    "[k000005] A pharmacist must supervise you at work.",
    "[k000006] You may apply at 18 in Texas, the board says.",
])


def received(user: str) -> Received:
    return Received(1, "m", "", user, (), (), True)


def test_every_third_sentence_is_a_lie_under_a_true_key_and_is_on_the_list() -> None:
    model = Hallucinating(1)
    kinds = Counter[str]()
    for _ in range(6):
        lines = model(received(SOURCES)).text.split("\n")
        assert [bool(plan.lie) for plan in model.planned] == [False, False, True] * 2
        for line, plan, source in zip(lines, model.planned, SOURCES.split("\n"), strict=True):
            key, true = re.fullmatch(r"\[(k\d+)\] (.+)", source).groups()  # type: ignore[union-attr]
            assert line == f"{plan.text} [{key}]"
            assert (plan.text != true) or not plan.lie
        kinds.update(plan.lie for plan in model.planned if plan.lie)
    assert max(kinds.values()) - min(kinds.values()) <= 2
    assert set(kinds) == {"figure", "state", "credential"}


def test_asked_to_mend_a_lie_it_insists() -> None:
    model = Hallucinating(1)
    model(received(SOURCES))
    lie = model.planned[2]
    again = model(received(f"<failed>\n1. {lie.text}\n   Not kept, because it is wrong.\n</failed>")).text
    assert again == f"1. {lie.text} [k000003]"


def test_the_same_seed_tells_the_same_lies() -> None:
    one, other = Hallucinating(3), Hallucinating(3)
    assert one(received(SOURCES)) == other(received(SOURCES))
