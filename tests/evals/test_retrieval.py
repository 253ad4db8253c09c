"""A search is made in its conversation, and what came late is named."""

from collections.abc import Sequence
from dataclasses import replace

from evals_samples import case

from assistant.types import Profile
from evals.cases import Expectation
from evals.measures.rankings import Ranking
from evals.retrieval import DEPTH, search_cases


def test_a_follow_up_is_searched_with_the_questions_before_it_and_the_profile() -> None:
    heard: list[tuple[str, Sequence[str], int, Profile | None]] = []

    def searcher(question: str, earlier: Sequence[str], k: int, profile: Profile | None) -> Ranking:
        heard.append((question, earlier, k, profile))
        return []

    turns = (Expectation("a"), Expectation("b", judged={"s": 2}), Expectation("c", judged={"s": 2}))
    ohioan = Profile(state="OH")
    search_cases([replace(case(*turns), profile=ohioan)], searcher)
    assert heard == [("b", ("a",), DEPTH, ohioan), ("c", ("a", "b"), DEPTH, ohioan)]


def test_the_answering_sections_behind_the_first_five_are_named_with_their_rank() -> None:
    wanted = Expectation("?", judged={"late": 2, "lost": 2, "helps": 1, "first": 2})
    ranking = [frozenset([name]) for name in ("first", "1", "2", "3", "4", "late")]
    (found,) = search_cases([case(wanted)], lambda question, earlier, k, profile: ranking)
    assert found.reasons == ("late (rank 6)", f"lost (not among the first {DEPTH})")
