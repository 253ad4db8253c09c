"""Two credentials are set side by side in the one respect that both records know."""

from collections.abc import Callable, Iterator

import pytest
from assistant_samples import make_chunk

from assistant.answering.by_credential import draft_credentials
from assistant.answering.evidence import Draft, Relevance
from assistant.answering.spelling import Speller
from assistant.answering.understand import Understanding
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.index import Index
from assistant.retrieval.passages import Passages
from assistant.types import Chunk, Sentence

RECORDS = {
    "ptcb-cpht": {
        "fee": "Applying for PTCB's CPhT costs $129.",
        "renewal_fee": "Renewing PTCB's CPhT costs $55.",
        "ce_hours": "PTCB's CPhT takes 20 hours of CE.",
    },
    "cspt": {"fee": "The CSPT costs $199.", "ce_hours": "The CSPT takes 16 hours of CE a cycle."},
    "nha-cpht": {"renewal_fee": "Renewing NHA's CPhT costs $60."},
}


def record(name: str) -> Chunk:
    text, sentences = "", []
    for field, says in RECORDS[name].items():
        end = len(text) + len(says)
        sentences.append(Sentence(says, len(text), end, "paragraph", (), name, field))
        text += f"{says}\n\n"
    return make_chunk(name, text.strip(), kind="record", sentences=tuple(sentences), topics=())


@pytest.fixture(scope="module")
def passages(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Passages]:
    opened = write_passages(tmp_path_factory.mktemp("credentials") / "p.sqlite", [record(r) for r in RECORDS])
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def draft(vocabulary: Vocabulary, index: Index, passages: Passages) -> Callable[[str], Draft | None]:
    understanding = Understanding(vocabulary, Speller({}, lambda word: True), {})

    def write(question: str) -> Draft | None:
        query = understanding.read(question)
        vector = index.encoder.encode_one(query.search_text)
        return draft_credentials(query, passages, Relevance(query.search_text, vector, passages, {}))

    return write


@pytest.mark.parametrize(
    ("question", "first", "second"),
    [
        ("PTCB CPhT vs CSPT fee", ("ptcb-cpht", "fee"), ("cspt", "fee")),
        ("difference in fees of the CSPT and the PTCB CPhT", ("cspt", "fee"), ("ptcb-cpht", "fee")),
        ("CE hours PTCB CPhT vs CSPT", ("ptcb-cpht", "ce_hours"), ("cspt", "ce_hours")),
    ],
)
def test_each_record_speaks_of_the_same_field(
    question: str, first: tuple[str, str], second: tuple[str, str], draft: Callable[[str], Draft | None]
) -> None:
    found = draft(question)
    assert found is not None
    assert [[item.text for item in block.items] for block in found.blocks] == [
        [RECORDS[name][field]] for name, field in (first, second)
    ]


@pytest.mark.parametrize(
    "question",
    [
        "PTCB CPhT vs CSPT",  # as a whole
        "PTCB CPhT vs CSPT, fee and CE hours",  # two respects
        "I hold the PTCB CPhT. What is the fee of the CSPT?",  # one is asked about
        "NHA vs CSPT fee",  # nothing that both know
        "NHA or PTCB price",  # what both know is another price
        "PTCB vs BCSCPT fee",  # no record
        "PTCB vs NHA vs CSPT fee",
        "PTCB or CSPT fee in Texas",
        "what is the fee of the CSPT",
    ],
)
def test_other_questions_are_left_to_the_guides(question: str, draft: Callable[[str], Draft | None]) -> None:
    assert draft(question) is None
