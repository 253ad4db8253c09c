from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from assistant_samples import BOARD, make_chunk, make_sentences

from assistant.answering.evidence import Draft, DraftBlock, Evidence
from assistant.answering.ground import Grounding, supports
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.passages import Passages
from assistant.types import Block, Citation, Sentence

FEE = make_chunk(
    "fee", "The fee is $50. It is due on March 31. The PTCE costs $129.", title="Ohio", section="Fees"
)
AGE = make_chunk("age", "You must be 18.", title="Ohio", section="Age")
TABLE_TEXT = "Exam | Price\nPTCE | $129\nExCPT | $129"
TABLE = make_chunk(
    "table",
    TABLE_TEXT,
    sentences=(
        Sentence("Exam | Price", 0, 12, "header"),
        Sentence("PTCE | $129", 13, 24, "row"),
        Sentence("ExCPT | $129", 25, 37, "row"),
    ),
)


@pytest.fixture(scope="module")
def passages(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Passages]:
    opened = write_passages(tmp_path_factory.mktemp("ground") / "passages.sqlite", [FEE, AGE, TABLE])
    yield opened
    opened.close()


Ground = Callable[..., tuple[tuple[Block, ...], tuple[Citation, ...]]]


@pytest.fixture
def ground(passages: Passages, vocabulary: Vocabulary) -> Ground:
    def run(*blocks: DraftBlock) -> tuple[tuple[Block, ...], tuple[Citation, ...]]:
        return Grounding(passages, vocabulary).ground(Draft("answered", blocks))

    return run


def paragraph(*items: Evidence) -> DraftBlock:
    return DraftBlock("paragraph", items)


def said(blocks: tuple[Block, ...]) -> list[str]:
    return [claim.text for block in blocks for claim in block.every_claim()]


def test_a_sound_draft_passes_whole(ground: Ground) -> None:
    items = [Evidence(FEE, sentence) for sentence in FEE.sentences]
    blocks, citations = ground(paragraph(*items))
    assert said(blocks) == [sentence.text for sentence in FEE.sentences]
    assert [citation.number for citation in citations] == [1]
    assert citations[0].quote == citations[0].passage == FEE.text
    assert citations[0].source == BOARD


@pytest.mark.parametrize(
    "tampered",
    [
        pytest.param(replace(FEE.sentences[0], text="The fee is $40."), id="a figure of the quote"),
        pytest.param(replace(FEE.sentences[0], text="The fee is not $50."), id="a word of the quote"),
        pytest.param(replace(FEE.sentences[0], text="the fee is $50."), id="a capital of the quote"),
        pytest.param(replace(FEE.sentences[0], text="The fee  is $50."), id="white space of the quote"),
        pytest.param(AGE.sentences[0], id="a sentence of another chunk"),
    ],
)
def test_a_quote_that_is_not_in_the_stored_chunk_is_dropped(tampered: Sentence, ground: Ground) -> None:
    blocks, citations = ground(paragraph(Evidence(FEE, tampered), Evidence(FEE, FEE.sentences[1])))
    assert said(blocks) == ["It is due on March 31."]
    assert len(citations) == 1


def test_the_stored_chunk_counts_and_not_the_one_in_the_draft(ground: Ground) -> None:
    forged = make_chunk("fee", "The fee is $1.")
    assert ground(paragraph(Evidence(forged, forged.sentences[0]))) == ((), ())


def test_a_chunk_that_is_not_stored_is_dropped(ground: Ground) -> None:
    gone = make_chunk("gone", "The fee is $50.")
    assert ground(paragraph(Evidence(gone, gone.sentences[0]))) == ((), ())


@pytest.mark.parametrize("opening", ["$75:", "With the CSPT,", "In Texas,", "Within 30 days,"])
def test_what_is_put_before_a_quote_may_add_no_fact(opening: str, ground: Ground) -> None:
    assert ground(paragraph(Evidence(FEE, FEE.sentences[0], opening=opening))) == ((), ())


@pytest.mark.parametrize("opening", ["Yes.", "No.", "It depends."])
def test_yes_and_no_may_stand_before_a_quote(opening: str, ground: Ground) -> None:
    blocks, _ = ground(paragraph(Evidence(FEE, FEE.sentences[0], opening=opening)))
    assert said(blocks) == [f"{opening} The fee is $50."]


@pytest.mark.parametrize(
    ("claim", "evidence", "stands"),
    [
        ("The fee is $50.", "The fee is $50.", True),
        ("The fee is 1,200.", "It costs $1200.00 in all.", True),
        ("The fee is $40.", "The fee is $50.", False),
        ("5 hours", "25 hours", False),
        ("Within 60 days", "60 days of notice", True),
        ("The PTCE is long.", "PTCB gives its exam.", True),
        ("The ExCPT is long.", "PTCB gives its exam.", False),
        ("In Ohio it is so.", "Ohio: it is so.", True),
        ("In Ohio it is so.", "It is so.", False),
        ("In Ohio it is so.", "In Iowa it is so.", False),
        ("It is so.", "", True),
    ],
)
def test_figures_credentials_and_places_must_stand_in_the_evidence(
    claim: str, evidence: str, stands: bool, vocabulary: Vocabulary
) -> None:
    assert supports(claim, evidence, vocabulary) == stands


def test_a_place_may_stand_in_the_title_above_the_quote(ground: Ground) -> None:
    blocks, _ = ground(paragraph(Evidence(FEE, FEE.sentences[0], opening="In Ohio:")))
    assert said(blocks) == ["In Ohio: The fee is $50."]


def test_numbers_follow_the_first_appearance_and_repeat_for_the_same_source(ground: Ground) -> None:
    blocks, citations = ground(
        paragraph(Evidence(AGE, AGE.sentences[0]), Evidence(FEE, FEE.sentences[0])),
        DraftBlock("bullets", (Evidence(FEE, FEE.sentences[2]), Evidence(AGE, AGE.sentences[0]))),
    )
    assert [claim.citations for block in blocks for claim in block.claims] == [(1,), (2,), (2,), (1,)]
    assert [(c.number, c.chunk) for c in citations] == [(1, "age"), (2, "fee")]


def test_a_quote_spans_all_that_is_said_of_its_chunk(ground: Ground) -> None:
    _, (citation,) = ground(paragraph(Evidence(FEE, FEE.sentences[1]), Evidence(FEE, FEE.sentences[2])))
    assert citation.quote == "It is due on March 31. The PTCE costs $129."
    assert citation.quote in citation.passage


def test_own_words_need_no_evidence(ground: Ground) -> None:
    blocks, citations = ground(DraftBlock("ask", words="Which state are you in?"))
    assert said(blocks) == ["Which state are you in?"]
    assert citations == ()


def test_a_block_of_which_nothing_stands_is_gone_with_its_lead_in(ground: Ground) -> None:
    forged = Evidence(FEE, replace(FEE.sentences[0], text="It is free."))
    assert ground(DraftBlock("bullets", (forged,), "For example:")) == ((), ())


def test_a_table_row_is_split_into_cells_and_cited_in_the_last(ground: Ground) -> None:
    rows = tuple((Evidence(TABLE, sentence),) for sentence in TABLE.sentences[1:])
    blocks, citations = ground(DraftBlock("table", header=("Exam", "Price"), rows=rows))
    assert [[claim.text for claim in row] for row in blocks[0].rows] == [["PTCE", "$129"], ["ExCPT", "$129"]]
    assert [[claim.citations for claim in row] for row in blocks[0].rows] == [[(), (1,)], [(), (1,)]]
    assert len(citations) == 1


def test_a_forged_row_is_dropped_and_leaves_no_citation(ground: Ground) -> None:
    forged = replace(TABLE.sentences[1], text="PTCE | $99")
    assert ground(DraftBlock("table", header=("Exam", "Price"), rows=((Evidence(TABLE, forged),),))) == (
        (),
        (),
    )


def test_a_row_with_one_forged_cell_is_dropped(ground: Ground) -> None:
    forged = Evidence(FEE, replace(FEE.sentences[0], text="The fee is $40."))
    row = ("Fee", forged, Evidence(AGE, AGE.sentences[0]))
    assert ground(DraftBlock("table", header=("", "Ohio", "Iowa"), rows=(row,)))[0] == ()


def test_a_dropped_row_leaves_no_citation_behind(ground: Ground) -> None:
    forged = Evidence(FEE, replace(FEE.sentences[0], text="The fee is $40."))
    row = ("Fee", forged, Evidence(AGE, AGE.sentences[0]))
    blocks, citations = ground(DraftBlock("table", header=("", "Ohio", "Iowa"), rows=(row,)))
    assert citations == ()


def test_a_quote_holds_the_sentence_that_it_carries(ground: Ground) -> None:
    moved = replace(FEE.sentences[2], start=0, end=15)
    blocks, citations = ground(paragraph(Evidence(FEE, moved)))
    assert all(claim.text in citations[0].quote for block in blocks for claim in block.claims)


def test_up_to_three_sources_are_named_for_a_sentence(passages: Passages, vocabulary: Vocabulary) -> None:
    chunk = replace(AGE, sentences=make_sentences(AGE.text, sources=(BOARD.id,)))
    _, citations = Grounding(passages, vocabulary).ground(
        Draft("answered", (paragraph(Evidence(chunk, chunk.sentences[0])),))
    )
    assert [citation.source for citation in citations] == [BOARD]
