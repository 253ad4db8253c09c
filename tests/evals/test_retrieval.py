"""A search is made in its conversation, and what came late is named."""

from collections.abc import Sequence

from evals_samples import case

from evals.cases import Expectation
from evals.measures.rankings import Ranking
from evals.retrieval import DEPTH, search_cases


def test_a_follow_up_is_searched_with_the_questions_before_it() -> None:
    heard: list[tuple[str, Sequence[str], int]] = []

    def searcher(question: str, earlier: Sequence[str], k: int) -> Ranking:
        heard.append((question, earlier, k))
        return []

    turns = (Expectation("a"), Expectation("b", judged={"s": 2}), Expectation("c", judged={"s": 2}))
    search_cases([case(*turns)], searcher)
    assert heard == [("b", ("a",), DEPTH), ("c", ("a", "b"), DEPTH)]


def test_the_answering_sections_behind_the_first_five_are_named_with_their_rank() -> None:
    wanted = Expectation("?", judged={"late": 2, "lost": 2, "helps": 1, "first": 2})
    ranking = [frozenset([name]) for name in ("first", "1", "2", "3", "4", "late")]
    (found,) = search_cases([case(wanted)], lambda question, earlier, k: ranking)
    assert found.reasons == ("late (rank 6)", f"lost (not among the first {DEPTH})")
