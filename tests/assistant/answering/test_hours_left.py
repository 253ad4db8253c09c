"""The hours left are the record's less the person's, and nothing is subtracted where either is unclear."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from assistant_samples import make_chunk

from assistant.answering.evidence import DraftBlock
from assistant.answering.ground import Grounding
from assistant.answering.hours_left import draft_hours_left, hours_done, hours_told
from assistant.answering.spelling import Speller
from assistant.answering.understand import Query, Understanding
from assistant.answering.vocabulary import Vocabulary
from assistant.build import Assistant
from assistant.retrieval.passages import Passages
from assistant.text import figures
from assistant.types import Chunk, Profile, Sentence

CPHT_RULE = "Renewing the CPhT takes 20 hours of continuing education (CE), 1 of them on law."
NHA_RULE = "Renewing NHA's CPhT takes 20 hours of continuing education (CE)."
NHA_CREDITS = "NHA shows the 20 hours as 10 credits."
LAW = "Of the 20 hours, 1 must be on pharmacy law."
NEED_AND_HAVE = "I need 20 CE hours for my PTCB renewal and have 12 with 1 law, what is missing?"


def rule(record: str, *statements: tuple[str, int | None, str]) -> Chunk:
    """A record of (field, value, sentence), one paragraph each."""
    text, sentences = "", []
    for field, value, says in statements:
        sentences.append(
            Sentence(says, len(text), len(text) + len(says), "paragraph", (), record, field, value)
        )
        text += f"{says}\n\n"
    return make_chunk(
        record,
        text.strip(),
        kind="record",
        sentences=tuple(sentences),
        document=f"records/{record}",
        topics=(),
    )


RECORDS = [
    rule("ptcb-cpht", ("ce_hours", 20, CPHT_RULE), ("ce_law_hours", 1, LAW)),
    rule("nha-cpht", ("ce_hours", 20, NHA_RULE), ("ce_other", None, NHA_CREDITS)),
    rule("tx", ("ce_hours", 20, "Texas technicians need 20 hours of CE for each renewal.")),
    rule("oh", ("ce_hours", 10, "Ohio technicians need 10 hours of CE for each renewal.")),
    rule("ar", ("ce_hours", None, "An undated guide says Arkansas asks technicians for no CE.")),
    rule("nj", ("ce_hours", 0, "New Jersey asks for no CE from technicians.")),
    rule("ut", ("ce_hours", 20, "Utah technicians need twenty hours of CE.")),
]


@pytest.fixture(scope="module")
def passages(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Passages]:
    opened = write_passages(tmp_path_factory.mktemp("hours") / "passages.sqlite", RECORDS)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def read(vocabulary: Vocabulary) -> Callable[..., Query]:
    return Understanding(vocabulary, Speller({}, lambda word: True), {}).read


@pytest.mark.parametrize(
    ("question", "done", "told"),
    [
        (NEED_AND_HAVE, 12, 20),
        ("did 14 of the 20 ce hours, how many more", 14, 20),
        ("12/20 hours of CE, what else", 12, 20),
        ("I need to have 20 CE hours and I'm at 12.5, what am I missing?", 12.5, 20),
        ("How many CE hours do I still need, i've 12", 12, None),
        ("got 12 hours and 1 hour of law, what is missing", 12, None),
    ],
)
def test_the_hours_done_and_needed_are_read(question: str, done: float, told: float | None) -> None:
    assert (hours_done(question), hours_told(question)) == (done, told)


@pytest.mark.parametrize(
    "question",
    [
        "I have 12 CE hours",
        "How many CE hours do I need, I have 12 years as a tech",
        "have 12 years as a tech, how many CE hours are left to do?",
        "I have 8 CE hours left, is that enough time?",
        "I have 20 CE hours to do, what is missing in my plan?",
        "I did 12 hours last cycle and got 4 hours now, how many more CE hours?",
        "I need 20 CE hours, what is missing from that list?",
        "I have 2 jobs and my license is missing, who helps?",
    ],
)
def test_no_hours_are_read_where_none_or_other_ones_are_told(question: str) -> None:
    assert hours_done(question) is None


@pytest.mark.parametrize(
    ("question", "left"),
    [
        (NEED_AND_HAVE, "8"),
        ("Texas tech, I did 14 of the 20 CE hours, how many more?", "6"),
        ("I did 7.5 CE hours in Ohio, how many are left?", "2.5"),
    ],
)
def test_the_difference_is_said_with_both_figures(
    question: str, left: str, read: Callable[..., Query], passages: Passages
) -> None:
    draft = draft_hours_left(read(question), passages)
    assert draft is not None
    lead, said = draft.blocks[:2]
    done = hours_done(question)
    asked = lead.items[0].sentence.value
    assert isinstance(asked, int)
    assert figures(said.words) == {left, f"{done:g}", str(asked)}
    assert float(left) == asked - (done or 0)


def test_the_kinds_of_hours_asked_for_follow(read: Callable[..., Query], passages: Passages) -> None:
    draft = draft_hours_left(read(NEED_AND_HAVE), passages)
    assert draft is not None
    assert [item.text for item in draft.blocks[-1].items] == [LAW]


@pytest.mark.parametrize(
    "question",
    [
        "I need 20 hours for PTCB and have 12, how many more",
        "12 CE hours done for my NHA CPhT, I need 20, have 12. What's missing?",
    ],
)
def test_hours_are_those_of_ce_where_the_number_needed_is_the_record_s(
    question: str, read: Callable[..., Query], passages: Passages
) -> None:
    draft = draft_hours_left(read(question), passages)
    assert draft is not None
    assert figures(draft.blocks[1].words) == {"8", "20", "12"}


def test_who_has_enough_is_told_so_and_nothing_is_left(
    read: Callable[..., Query], passages: Passages
) -> None:
    draft = draft_hours_left(read("I have 12 CE hours in Ohio, do I have enough?"), passages)
    assert draft is not None
    assert figures(draft.blocks[1].words) == {"12", "10"}


@pytest.mark.parametrize(
    "question",
    [
        "I need 20 CE hours in Ohio and have 12, what is missing?",  # the record says 10
        "I have 12 CE hours in Arkansas, what is missing?",
        "I have 12 CE hours in New Jersey, what is missing?",
        "I have 12 CE hours in Utah, what is missing?",  # its sentence does not say the figure
        "I have 12 CE hours in Wyoming, what is missing?",
        "I have 12 CE hours, what is missing?",
        "I have 12 CE hours for Texas and Ohio, what is missing?",
        "I have 12 CE hours for PTCB in Texas, what is missing?",
        "How many CE hours does Texas want?",
        "I have 8 credits for my NHA CPhT, how many more?",  # a credit of NHA is two hours
        "I have 12 hours of work experience for PTCB, how many more hours?",
    ],
)
def test_nothing_is_subtracted_where_the_figure_is_not_certain(
    question: str, read: Callable[..., Query], passages: Passages
) -> None:
    assert draft_hours_left(read(question), passages) is None


def test_the_place_a_person_told_before_serves(read: Callable[..., Query], passages: Passages) -> None:
    query = read("I have 12 CE hours, what is missing?", (), Profile(state="TX"))
    draft = draft_hours_left(query, passages)
    assert draft is not None
    assert "8" in figures(draft.blocks[1].words)


def test_the_difference_falls_with_the_sentence_that_it_is_worked_out_from(
    read: Callable[..., Query], passages: Passages, vocabulary: Vocabulary
) -> None:
    draft = draft_hours_left(read(NEED_AND_HAVE), passages)
    assert draft is not None
    ground = Grounding(passages, vocabulary).ground
    lead, said, kinds = draft.blocks
    assert [block.kind for block in ground(draft)[0]] == ["paragraph", "notice", "bullets"]
    item = lead.items[0]
    other = replace(item, sentence=replace(item.sentence, text=item.sentence.text.replace("20", "30")))
    changed = replace(draft, blocks=(DraftBlock("paragraph", (other,)), replace(said, items=(other,)), kinds))
    assert [block.kind for block in ground(changed)[0]] == ["bullets"]


@pytest.mark.parametrize(
    "question", [NEED_AND_HAVE, "texas tech, did 12 of the 20 ce hours. how many more do i need?"]
)
def test_a_whole_question_of_two_sentences_is_answered_by_the_difference(
    question: str, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    notices = [block for block in answer.blocks if block.kind == "notice"]
    assert [figures(claim.text) for block in notices for claim in block.claims] == [{"8", "12", "20"}]
