from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from assistant_samples import make_chunk

from assistant.retrieval.index import Index, open_index
from assistant.retrieval.retriever import Filters, Retriever
from assistant.settings import Settings
from assistant.types import Passage

FEE = "To register as a pharmacy technician you pay a fee of $50 to the board."
CHUNKS = [
    make_chunk(
        "oh",
        f"{FEE} This is the rule of Ohio today.",
        jurisdiction="OH",
        kind="record",
        topics=("fees",),
    ),
    make_chunk(
        "tx",
        f"{FEE} Texas adds a second form for it.",
        jurisdiction="TX",
        kind="record",
        topics=("fees",),
    ),
    make_chunk("fee", f"{FEE} Most states ask for something like it."),
    make_chunk("copy", f"{FEE} Most states ask for something like it!", document="guides/copy"),
    make_chunk(
        "book",
        f"{FEE} As every state does, more or less, in print.",
        document="handbook",
        kind="pdf",
        page=4,
    ),
    make_chunk("iv", "Sterile compounding is done in a clean room by trained people.", topics=("sterile",)),
    make_chunk(
        "renew",
        "Certificates are renewed every two years with 20 hours.",
        questions=("how do I keep my CPhT",),
    ),
]


@pytest.fixture(scope="module")
def small(write_index: Callable[..., Settings], tmp_path_factory: pytest.TempPathFactory) -> Iterator[Index]:
    opened = open_index(write_index(tmp_path_factory.mktemp("retriever") / "home", "only", CHUNKS))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def retriever(small: Index) -> Retriever:
    return Retriever(small)


def ids(passages: list[Passage]) -> list[str]:
    return [passage.chunk.id for passage in passages]


def test_passages_are_ranked_from_one_with_falling_scores(retriever: Retriever) -> None:
    found = retriever.search("What does registration cost?", 5)
    assert [passage.rank for passage in found] == list(range(1, len(found) + 1))
    scores = [passage.score for passage in found]
    assert scores == sorted(scores, reverse=True)
    assert all(-1.0 <= passage.similarity <= 1.001 for passage in found)


def test_no_more_than_k_are_given(retriever: Retriever) -> None:
    assert len(retriever.search("technician", 2)) == 2


def test_a_chunk_is_found_by_the_questions_it_answers(retriever: Retriever) -> None:
    assert ids(retriever.search("how do i keep my cpht", 1)) == ["renew"]


@pytest.mark.parametrize(("state", "other"), [("OH", "tx"), ("TX", "oh")])
def test_the_place_asked_about_comes_first_and_the_others_stay(
    state: str, other: str, retriever: Retriever
) -> None:
    found = ids(retriever.search("What does it cost to register?", 7, states=[state]))
    assert found[0] == state.lower()
    assert other in found
    assert found.index("fee") < found.index(other) if "fee" in found else True


def test_the_place_does_not_outweigh_the_topic(retriever: Retriever) -> None:
    assert ids(retriever.search("sterile compounding in a clean room", 3, states=["OH"]))[0] == "iv"


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        pytest.param(Filters(jurisdiction="OH"), {"oh"}, id="place"),
        pytest.param(Filters(topic="fees"), {"oh", "tx"}, id="topic"),
        pytest.param(Filters(kind="pdf"), {"book"}, id="kind"),
        pytest.param(Filters(jurisdiction="TX", topic="fees", kind="record"), {"tx"}, id="all three"),
        pytest.param(Filters(jurisdiction="WY"), set(), id="nothing"),
    ],
)
def test_filters_are_hard(filters: Filters, expected: set[str], retriever: Retriever) -> None:
    assert set(ids(retriever.search("fee to register", 7, filters=filters))) == expected
    assert set(ids(retriever.search("sterile compounding", 7, filters=filters))) == expected


def test_a_near_duplicate_is_shown_once(retriever: Retriever) -> None:
    found = ids(retriever.search("What do most states ask for?", 7))
    assert len({"fee", "copy"} & set(found)) == 1


def test_the_printed_handbook_gives_way_to_the_guide(retriever: Retriever) -> None:
    found = ids(retriever.search(FEE, 7))
    assert found.index("book") > min(found.index(id) for id in ("fee", "copy") if id in found)


def test_a_vector_given_spares_encoding_and_changes_nothing(retriever: Retriever, small: Index) -> None:
    text = "What does it cost?"
    assert retriever.search(text, 5, small.encoder.encode_one(text)) == retriever.search(text, 5)


@pytest.mark.parametrize("text", ["", " ", "???", "zzz qqq xxx", "¿cuánto?", "x" * 5_000])
def test_any_text_may_be_searched_for(text: str, retriever: Retriever) -> None:
    assert len(retriever.search(text, 3)) == 3


@pytest.mark.parametrize(
    "question", ["How do I become a technician in Ohio?", "hazardous drugs", "what is the PTCE"]
)
def test_on_the_real_index_no_two_passages_say_the_same(question: str, index: Index) -> None:
    found = Retriever(index).search(question, 12)
    texts = [" ".join(passage.chunk.text.split()) for passage in found]
    assert len(texts) == len(set(texts)) == 12
