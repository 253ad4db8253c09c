"""The wages of several places stand side by side, and an unknown one is said to be unknown."""

from collections.abc import Callable, Iterator

import pytest
from assistant_samples import make_chunk

from assistant.answering.by_wage import draft_wages
from assistant.answering.spelling import Speller
from assistant.answering.understand import Query, Understanding
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.passages import Passages
from assistant.types import Sentence

GENERAL = "No current wage by state is known here."
OHIO = "For Ohio, only an old figure is known: the mean wage was $31,360 a year in May 2019."
RISEN = "Pay has risen since."
NEVADA = "In Nevada, the mean wage was $38,150 a year in May 2019."
METHOD = "Figures from different years do not compare well."
ROWS: list[tuple[str, int | None, str]] = [
    ("by_state", None, GENERAL),
    ("by_state", 31360, OHIO),
    ("by_state", 31360, RISEN),
    ("by_state", 38150, NEVADA),
    ("method", None, METHOD),
]


@pytest.fixture(scope="module")
def passages(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Passages]:
    text, sentences = "", []
    for field, value, says in ROWS:
        end = len(text) + len(says)
        sentences.append(Sentence(says, len(text), end, "paragraph", (), "pay-by-state", field, value))
        text += f"{says} "
    chunk = make_chunk("wages", text.strip(), kind="record", sentences=tuple(sentences), topics=())
    opened = write_passages(tmp_path_factory.mktemp("wages") / "passages.sqlite", [chunk])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read(vocabulary: Vocabulary) -> Callable[[str], Query]:
    return Understanding(vocabulary, Speller({}, lambda word: True), {}).read


def said(query: Query, passages: Passages) -> list[tuple[str, list[str]]]:
    draft = draft_wages(query, passages)
    assert draft is not None
    return [(b.kind, [item.text for item in b.items] or [b.words]) for b in draft.blocks]


def test_each_place_has_its_own_figure_in_the_order_asked(
    read: Callable[[str], Query], passages: Passages
) -> None:
    found = said(read("how much do techs earn in Nevada vs Ohio"), passages)
    assert found == [("bullets", [NEVADA, OHIO]), ("paragraph", [METHOD, GENERAL])]


def test_a_place_without_a_figure_is_named(read: Callable[[str], Query], passages: Passages) -> None:
    query = read("how much do techs earn in Texas or Ohio")
    found = said(query, passages)
    assert [kind for kind, _ in found] == ["bullets", "notice", "paragraph"]
    assert found[0][1] == [OHIO]
    assert "Texas" in found[1][1][0]
    assert "Ohio" not in found[1][1][0]


def test_where_no_place_has_a_figure_nothing_is_answered(
    read: Callable[[str], Query], passages: Passages
) -> None:
    draft = draft_wages(read("technician salary in Texas or Utah"), passages)
    assert draft is not None
    assert draft.outcome == "not_in_sources"
    assert all(place in draft.blocks[0].words for place in ("Texas", "Utah"))
    assert [item.text for block in draft.blocks for item in block.items] == [GENERAL]


@pytest.mark.parametrize(
    "question",
    [
        "how much do techs earn in Ohio",
        "how much do techs earn",
        "what do hospital techs earn in Ohio vs Nevada",
        "what do techs with the CPhT earn in Ohio vs Nevada",
        "what do I pay to renew in Ohio vs Nevada",
        "how many CE hours in Ohio vs Nevada",
        "I am moving from Ohio to Nevada, how do I transfer, and what is the pay",
    ],
)
def test_other_questions_are_not_about_the_wages_of_places(
    question: str, read: Callable[[str], Query], passages: Passages
) -> None:
    assert draft_wages(read(question), passages) is None


def test_without_the_record_nothing_is_said(
    read: Callable[[str], Query],
    write_passages: Callable[..., Passages],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    opened = write_passages(
        tmp_path_factory.mktemp("none") / "passages.sqlite", [make_chunk("a", "A guide.")]
    )
    assert draft_wages(read("how much do techs earn in Nevada vs Ohio"), opened) is None
    opened.close()
