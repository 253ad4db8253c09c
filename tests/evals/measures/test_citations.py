"""Citation recall, precision and quote fidelity are what a person computes by hand."""

import pytest
from evals_samples import citation

from evals.measures.citation_precision import citation_precision
from evals.measures.citation_recall import citation_recall, unsupported
from evals.measures.cited_sections import cites_what_answers
from evals.measures.quotes import misquoted
from evals.measures.statements import Statement


def holds(statement: str, evidence: str) -> bool:
    """A stand-in for the grounding rules: every word of the statement occurs in the evidence."""
    return all(word in evidence.split() for word in statement.split())


def test_recall_is_the_share_of_statements_that_their_citations_carry_together() -> None:
    found = [
        Statement("ten hours", (citation(1, "ten"), citation(2, "hours"))),  # carried by both
        Statement("nine hours", (citation(2, "hours"),)),  # not carried
        Statement("hours", ()),  # no citation
        Statement("hours", (citation(2, "hours"),)),  # carried
    ]
    assert citation_recall(found, holds) == pytest.approx(2 / 4)
    assert unsupported(found, holds) == ("nine hours",)


def test_precision_counts_the_citations_that_are_needed_or_carry_alone() -> None:
    found = [
        # both needed: 2 relevant of 2
        Statement("ten hours", (citation(1, "ten"), citation(2, "hours"))),
        # the second carries nothing and is not needed: 1 of 2
        Statement("ten", (citation(1, "ten"), citation(2, "hours"))),
        # not supported at all: 0 of 1
        Statement("nine", (citation(1, "ten"),)),
    ]
    assert citation_precision(found, holds) == pytest.approx((2 + 1 + 0) / (2 + 2 + 1))


def test_they_say_nothing_without_statements() -> None:
    assert citation_recall([], holds) is None
    assert citation_precision([Statement("a", ())], holds) is None


def test_a_quote_that_is_not_in_the_stored_chunk_is_misquoted() -> None:
    stored = {"c1": "The fee is 50 dollars."}
    good, altered, lost = (
        citation(1, "fee is 50"),
        citation(2, "fee is 60"),
        citation(3, "fee is 50", chunk="c9"),
    )
    assert misquoted([good, altered, lost], stored.get) == ("fee is 60", "fee is 50")


def test_one_citation_in_an_answering_section_is_enough() -> None:
    cited = [citation(1, "a", section="Fees"), citation(2, "b", section="Renewal")]
    assert cites_what_answers(cited, {"records/oh > Renewal": 2}) == 1.0
    assert cites_what_answers(cited, {"records/oh > Renewal": 1, "records/oh > Ratio": 2}) == 0.0


def test_it_says_nothing_without_citations_or_judgements() -> None:
    assert cites_what_answers([], {"records/oh > Renewal": 2}) is None
    assert cites_what_answers([citation(1, "a")], {}) is None
