"""What an answer states is found in all its blocks, and nothing else is."""

from evals_samples import answer, citation

from assistant.types import Block, Claim
from evals.measures.length import length
from evals.measures.statements import Statement, said, statements, uncited


def test_statements_leave_out_what_speaks_of_techpath_itself() -> None:
    made = answer(
        Block("paragraph", (Claim("Ohio asks for 10 hours.", (1,)),)),
        Block("ask", (Claim("Which state is it?"),)),
        Block("notice", (Claim("I can be wrong."),)),
        citations=(citation(1, "10 hours"),),
    )
    assert [statement.text for statement in statements(made)] == ["Ohio asks for 10 hours."]


def test_a_table_row_is_one_statement_with_the_citations_of_its_cells() -> None:
    cells = (Claim("Ohio"), Claim("10", (2,)))
    made = answer(
        Block("table", header=("State", "Hours"), rows=(cells,)),
        citations=(citation(1, "a"), citation(2, "b")),
    )
    assert statements(made) == [Statement("Ohio | 10", (citation(2, "b"),))]


def test_what_is_said_holds_lead_ins_headers_and_cells() -> None:
    made = answer(
        Block("bullets", (Claim("One."),), "First:"),
        Block("table", header=("State",), rows=((Claim("Ohio"),),)),
    )
    assert said(made).split("\n") == ["First:", "One.", "State", "Ohio"]
    assert length(made) == 4


def test_a_statement_without_a_citation_is_uncited() -> None:
    found = [Statement("a", ()), Statement("b", (citation(1, "b"),))]
    assert uncited(found) == ("a",)
