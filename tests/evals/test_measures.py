"""Every measure gives what a person computes by hand."""

import pytest

from assistant.types import Answer, Block, Citation, Claim, Profile, Source
from evals import measures
from evals.measures import Statement

BOARD = Source("oh", "Rules", "Board", "https://example.org", "law-or-board", "2026", "2026-01-01")


def citation(number: int, quote: str, chunk: str = "c1") -> Citation:
    return Citation(number, BOARD, chunk, "records/oh", "Ohio", "Renewal", None, quote, quote)


def answer(*blocks: Block, citations: tuple[Citation, ...] = ()) -> Answer:
    return Answer("q", "q", "answered", "fake", blocks, citations, Profile())


def holds(statement: str, evidence: str) -> bool:
    """A stand-in for the grounding rules: every word of the statement occurs in the evidence."""
    return all(word in evidence.split() for word in statement.split())


@pytest.mark.parametrize(
    ("text", "wording", "expected"),
    [
        pytest.param("You need 6 hours.", "6 hour", True, id="the figure"),
        pytest.param("You need 16 hours.", "6 hour", False, id="the end of another figure"),
        pytest.param("In 2017 it rose.", "17", False, id="digits inside a year"),
        pytest.param("It costs $1,500.", "500", False, id="behind a thousands comma"),
        pytest.param("It costs $50.25.", "50", False, id="before a decimal point"),
        pytest.param("It costs $50.", "50", True, id="before a full stop"),
        pytest.param("CERTIFIED Técnico", "certified tecnico", True, id="case and accents"),
        pytest.param("not “signed-off”", "signed-off", True, id="quotation marks"),
    ],
)
def test_a_wording_is_said_only_when_its_figures_are_whole(text: str, wording: str, expected: bool) -> None:
    assert measures.says(text, wording) is expected


def test_nugget_recall_is_the_share_of_nuggets_with_one_accepted_wording_said() -> None:
    must = [["20 hours", "twenty hours"], ["two years", "biennial"], ["June 30"]]
    assert measures.nugget_recall("Twenty hours, biennial renewal.", must) == pytest.approx(2 / 3)
    assert measures.missed("Twenty hours, biennial renewal.", must) == (("June 30",),)


def test_nugget_recall_says_nothing_where_nothing_is_asked_for() -> None:
    assert measures.nugget_recall("anything", []) is None


def test_what_must_not_be_said_is_named() -> None:
    assert measures.forbidden("It is $17 an hour.", ["$17", "$18"]) == ("$17",)


def test_statements_leave_out_what_speaks_of_techpath_itself() -> None:
    made = answer(
        Block("paragraph", (Claim("Ohio asks for 10 hours.", (1,)),)),
        Block("ask", (Claim("Which state is it?"),)),
        Block("notice", (Claim("I can be wrong."),)),
        citations=(citation(1, "10 hours"),),
    )
    assert [statement.text for statement in measures.statements(made)] == ["Ohio asks for 10 hours."]


def test_a_table_row_is_one_statement_with_the_citations_of_its_cells() -> None:
    cells = (Claim("Ohio"), Claim("10", (2,)))
    made = answer(
        Block("table", header=("State", "Hours"), rows=(cells,)),
        citations=(citation(1, "a"), citation(2, "b")),
    )
    assert measures.statements(made) == [Statement("Ohio | 10", (citation(2, "b"),))]


def test_what_is_said_holds_lead_ins_headers_and_cells() -> None:
    made = answer(
        Block("bullets", (Claim("One."),), "First:"),
        Block("table", header=("State",), rows=((Claim("Ohio"),),)),
    )
    assert measures.said(made).split("\n") == ["First:", "One.", "State", "Ohio"]
    assert measures.length(made) == 4


def test_a_statement_without_a_citation_is_uncited() -> None:
    found = [Statement("a", ()), Statement("b", (citation(1, "b"),))]
    assert measures.uncited(found) == ("a",)


def test_citation_recall_is_the_share_of_statements_that_their_citations_carry_together() -> None:
    found = [
        Statement("ten hours", (citation(1, "ten"), citation(2, "hours"))),  # carried by both
        Statement("nine hours", (citation(2, "hours"),)),  # not carried
        Statement("hours", ()),  # no citation
        Statement("hours", (citation(2, "hours"),)),  # carried
    ]
    assert measures.citation_recall(found, holds) == pytest.approx(2 / 4)
    assert measures.unsupported(found, holds) == ("nine hours",)


def test_citation_precision_counts_the_citations_that_are_needed_or_carry_alone() -> None:
    found = [
        # both needed: 2 relevant of 2
        Statement("ten hours", (citation(1, "ten"), citation(2, "hours"))),
        # the second carries nothing and is not needed: 1 of 2
        Statement("ten", (citation(1, "ten"), citation(2, "hours"))),
        # not supported at all: 0 of 1
        Statement("nine", (citation(1, "ten"),)),
    ]
    assert measures.citation_precision(found, holds) == pytest.approx((2 + 1 + 0) / (2 + 2 + 1))


def test_citation_measures_say_nothing_without_statements() -> None:
    assert measures.citation_recall([], holds) is None
    assert measures.citation_precision([Statement("a", ())], holds) is None


def test_a_quote_that_is_not_in_the_stored_chunk_is_misquoted() -> None:
    stored = {"c1": "The fee is 50 dollars."}
    good, altered, lost = (
        citation(1, "fee is 50"),
        citation(2, "fee is 60"),
        citation(3, "fee is 50", chunk="c9"),
    )
    assert measures.misquoted([good, altered, lost], stored.get) == ("fee is 60", "fee is 50")


def test_a_percentile_is_interpolated() -> None:
    # positions 0..3; 0.5 * 3 = 1.5, half way from 20 to 30
    assert measures.percentile([40.0, 10.0, 30.0, 20.0], 0.5) == pytest.approx((20 + 30) / 2)
    assert measures.percentile([], 0.5) == 0.0


def test_the_bootstrap_interval_holds_the_mean_and_shrinks_with_n() -> None:
    few = measures.bootstrap([0.0, 1.0] * 5)
    many = measures.bootstrap([0.0, 1.0] * 500)
    assert few.value == many.value == pytest.approx(5 / 10)
    assert few.low < few.value < few.high
    assert many.high - many.low < few.high - few.low
    # the normal approximation: 1.96 standard errors of a share of a half
    assert many.high - many.low == pytest.approx(2 * 1.96 * (0.25 / 1000) ** 0.5, rel=0.15)


def test_the_bootstrap_of_equal_values_is_a_point_and_is_repeatable() -> None:
    assert measures.bootstrap([1.0] * 9) == measures.Interval(1.0, 1.0, 1.0, 9)
    assert measures.bootstrap([0.0, 1.0, 1.0]) == measures.bootstrap([0.0, 1.0, 1.0])
    assert measures.bootstrap([]).n == 0


def test_the_confusion_table_counts_pairs_most_frequent_first() -> None:
    pairs = [("answered", "clarify"), ("answered", "answered"), ("answered", "answered")]
    assert list(measures.confusion(pairs).items()) == [
        (("answered", "answered"), 2),
        (("answered", "clarify"), 1),
    ]
