"""The confusion table counts pairs."""

from evals.measures.confusion import confusion


def test_the_most_frequent_pair_comes_first() -> None:
    pairs = [("answered", "clarify"), ("answered", "answered"), ("answered", "answered")]
    assert list(confusion(pairs).items()) == [
        (("answered", "answered"), 2),
        (("answered", "clarify"), 1),
    ]
