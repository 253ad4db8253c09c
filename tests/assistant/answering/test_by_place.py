from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from assistant_samples import make_chunk

from assistant.answering.by_place import (
    draft_by_place,
    draft_place_table,
    place_follow_ups,
    place_similarity,
    record_of,
)
from assistant.answering.evidence import Draft, DraftBlock, Evidence, Relevance
from assistant.answering.spelling import Speller
from assistant.answering.understand import Query, Understanding
from assistant.answering.vocabulary import Vocabulary
from assistant.retrieval.index import Index
from assistant.retrieval.passages import Passages
from assistant.text import figures
from assistant.types import Chunk, Profile, Sentence

Value = bool | int | str | None
OHIO: dict[str, tuple[Value, str]] = {
    "overview": (None, "Ohio registers pharmacy technicians before they start."),
    "how_to_apply": (None, "Apply on the Ohio eLicense page of the Board."),
    "minimum_age": (18, "In Ohio you must be at least 18 to register as a pharmacy technician."),
    "background_check": (True, "Ohio requires a criminal background check with fingerprints."),
    "national_certification": (
        "not-required",
        "Ohio does not require national certification of registered technicians.",
    ),
    "application_fee": (65, "Registering as a pharmacy technician in Ohio costs $65."),
    "renewal_cycle": (2, "Ohio technicians renew every 2 years."),
    "ce_hours": (10, "Ohio technicians need 10 hours of continuing education for a renewal."),
    "immunization": (True, "Trained technicians may give vaccines in Ohio."),
    "product_verification": (False, "Ohio does not let technicians verify each other's work."),
    "board": (None, "The Ohio Board of Pharmacy is at pharmacy.ohio.gov."),
}
TEXAS: dict[str, tuple[Value, str]] = {
    "national_certification": (
        "required",
        "Texas requires national certification of registered technicians.",
    ),
    "renewal_cycle": (2, "Texas technicians renew every 2 years."),
    "ce_hours": (20, "Texas technicians need 20 hours of continuing education for a renewal."),
    "board": (None, "The Texas State Board of Pharmacy is in Austin."),
}
UTAH: dict[str, tuple[Value, str]] = {
    "diploma": ("required", "Utah asks technicians for a high school diploma."),
    "minimum_age": (17, "In Utah you must be at least 17. At 16 you may register as a trainee."),
}


def record(code: str, facts: dict[str, tuple[Value, str]]) -> Chunk:
    """A place's record in one chunk, a paragraph a statement."""
    text, sentences = "", []
    for field, (value, says) in facts.items():
        for part in says.split(". ") if field == "minimum_age" else [says]:
            part = part if part.endswith(".") else f"{part}."
            start = len(text)
            text += f"{part} "
            sentences.append(
                Sentence(part, start, start + len(part), "paragraph", (), record_of(code), field, value)
            )
        text = f"{text.strip()}\n\n"
    return make_chunk(
        code.lower(), text, kind="record", jurisdiction=code, sentences=tuple(sentences),
        document=f"records/jurisdiction/{code.lower()}", topics=(),
    )  # fmt: skip


@pytest.fixture(scope="module")
def passages(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Passages]:
    chunks = [record("OH", OHIO), record("TX", TEXAS), record("UT", UTAH)]
    opened = write_passages(tmp_path_factory.mktemp("places") / "passages.sqlite", chunks)
    yield opened
    opened.close()


Ask = Callable[[str], tuple[Query, Relevance]]


@pytest.fixture
def read(vocabulary: Vocabulary, passages: Passages, index: Index) -> Ask:
    understanding = Understanding(vocabulary, Speller({}, lambda word: True), {})

    def ask(question: str) -> tuple[Query, Relevance]:
        query = understanding.read(question)
        vector = index.encoder.encode_one(query.search_text)
        return query, Relevance(query.search_text, vector, passages, {})

    return ask


@pytest.fixture
def draft(read: Ask, passages: Passages) -> Callable[[str], Draft]:
    def write(question: str) -> Draft:
        query, relevance = read(question)
        assert query.state
        found = draft_by_place(query, query.state, passages, relevance)
        assert found is not None
        return found

    return write


def evidence(blocks: tuple[DraftBlock, ...]) -> list[Evidence]:
    cells = [cell for block in blocks for row in block.rows for cell in row]
    return [item for block in blocks for item in block.items] + [c for c in cells if isinstance(c, Evidence)]


def first(found: Draft) -> str:
    return found.blocks[0].items[0].text


@pytest.mark.parametrize(
    ("question", "opening"),
    [
        ("Can I register in Ohio at 19?", "Yes."),
        ("I'm 17, can I register in Ohio?", "No."),
        ("Can I be a technician at 17 in Utah?", "Yes."),
        ("Can I be a technician at 16 in Utah?", "It depends."),
        ("Can I be a technician at 15 in Utah?", "No."),
        ("Do I need a background check in Ohio?", "Yes."),
        ("Does Ohio require national certification?", "No."),
        ("Is national certification required in Texas?", "Yes."),
        ("Can technicians give vaccines in Ohio?", "Yes."),
        ("Is tech-check-tech allowed in Ohio?", "No."),
        ("Can I register without a diploma in Utah?", "No."),
    ],
)
def test_a_yes_no_question_is_answered_by_the_value_first(
    question: str, opening: str, draft: Callable[[str], Draft]
) -> None:
    found = draft(question)
    assert found.outcome == "answered"
    assert first(found).startswith(opening)


@pytest.mark.parametrize(
    ("question", "figure"),
    [
        ("How much does it cost to register in Ohio?", "65"),
        ("How many CE hours do I need in Ohio?", "10"),
        ("how old do you have to be in ohio", "18"),
        ("When do I renew in Texas?", "2"),
        ("How many CE hours in Texas?", "20"),
    ],
)
def test_the_figure_asked_for_comes_first(question: str, figure: str, draft: Callable[[str], Draft]) -> None:
    said = first(draft(question))
    assert figure in figures(said)
    assert not said.startswith(("Yes", "No", "It depends"))


def test_how_to_start_gives_the_steps_and_the_board(draft: Callable[[str], Draft]) -> None:
    found = draft("How do I become a pharmacy technician in Ohio?")
    fields = [item.sentence.field for item in evidence(found.blocks)]
    assert fields[0] == "overview"
    assert "how_to_apply" in fields
    assert len(set(fields)) >= 4, "what a person must bring is said as well"
    assert fields[-1] == "board"


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("What is the technician ratio in Ohio?", "OH"),
        ("How much does it cost to register in Texas?", "TX"),
        ("Do I need a background check in Texas?", "TX"),
    ],
)
def test_what_is_unknown_stays_unknown_and_names_the_board(
    question: str, code: str, draft: Callable[[str], Draft]
) -> None:
    found = draft(question)
    assert found.outcome == "not_in_sources"
    notice = found.blocks[0]
    assert notice.kind == "notice"
    assert {"OH": "Ohio", "TX": "Texas"}[code] in notice.words
    assert figures(notice.words) == set()
    assert [item.sentence.field for item in found.blocks[1].items] == ["board"]


def test_a_place_without_a_record_says_so_and_cites_nothing(draft: Callable[[str], Draft]) -> None:
    found = draft("How do I renew in Wyoming?")
    assert found.outcome == "not_in_sources"
    assert "Wyoming" in found.blocks[0].words
    assert evidence(found.blocks) == []


@pytest.mark.parametrize(
    "question",
    [
        "How do I become a technician in Ohio?",
        "What is the ratio in Ohio?",
        "How do I renew in Texas?",
        "what does it cost in Ohio",
        "Can I start at 16 in Utah?",
        "can felons work in texas",
    ],
)
def test_nothing_is_said_that_no_record_of_that_place_says(
    question: str, read: Ask, passages: Passages, draft: Callable[[str], Draft]
) -> None:
    query, _ = read(question)
    for item in evidence(draft(question).blocks):
        assert item.chunk.jurisdiction == query.state
        assert item.sentence in passages.chunks([item.chunk.id])[item.chunk.id].sentences


def test_places_side_by_side_make_a_table_in_which_the_unknown_says_so(read: Ask, passages: Passages) -> None:
    query, relevance = read("Compare the requirements of Ohio and Texas")
    found = draft_place_table(query, passages, relevance)
    assert found is not None
    (table,) = found.blocks
    assert table.header == ("", "Ohio", "Texas")
    assert all(len(row) == 3 for row in table.rows)
    for _, *cells in table.rows:
        for code, cell in zip(("OH", "TX"), cells, strict=True):
            if isinstance(cell, Evidence):
                assert cell.chunk.jurisdiction == code
            else:
                assert "not in my sources" in cell
    assert any(isinstance(cell, str) for _, *cells in table.rows for cell in cells)


def test_one_known_place_makes_no_table(read: Ask, passages: Passages) -> None:
    query, relevance = read("Compare Ohio and Wyoming")
    assert draft_place_table(query, passages, relevance) is None


def test_what_to_ask_next_can_be_answered_and_was_not_asked(read: Ask, passages: Passages) -> None:
    query, _ = read("How many CE hours do I need in Texas?")
    found = place_follow_ups(query, "TX", passages)
    assert found
    assert len(found) <= 3
    assert all("Texas" in question for question in found)
    assert not any("CE hours" in question or "cost" in question for question in found)


def test_a_question_beside_the_record_is_less_like_it(read: Ask, passages: Passages) -> None:
    _, near = read("Do Ohio technicians need a criminal background check?")
    _, far = read("What does a nuclear pharmacy smell like?")
    assert place_similarity("OH", passages, near) > place_similarity("OH", passages, far)
    assert place_similarity("WY", passages, near) == -1.0


def test_the_person_s_own_state_is_asked_about_when_none_is_named(vocabulary: Vocabulary) -> None:
    understanding = Understanding(vocabulary, Speller({}, lambda word: True), {})
    assert understanding.read("How do I renew?", profile=Profile(state="TX")).state == "TX"


def test_a_statement_of_two_sentences_is_said_whole(draft: Callable[[str], Draft]) -> None:
    said = [item.text for item in evidence(draft("What diploma and what age does Utah ask for?").blocks)]
    at = next(i for i, text in enumerate(said) if "at least 17" in text)
    assert "At 16 you may register as a trainee." in " ".join(said[at : at + 2])


def test_beside_an_answer_nothing_is_said_that_was_not_asked(draft: Callable[[str], Draft]) -> None:
    fields = {item.sentence.field for item in evidence(draft("How many CE hours do I need in Ohio?").blocks)}
    assert fields <= {"ce_hours", "renewal_cycle", "board"}


def test_what_was_asked_by_name_and_is_not_known_is_said_as_unknown(draft: Callable[[str], Draft]) -> None:
    found = draft("How many CE hours do I need in Ohio, and how many of them live?")
    assert "10" in figures(first(found))
    assert "live" in " ".join(block.words for block in found.blocks)


def test_an_unknown_duty_is_not_answered_with_what_stands_near_it(read: Ask, passages: Passages) -> None:
    query, relevance = read("Can a technician take a prescription over the phone in Texas?")
    found = draft_by_place(query, "TX", passages, relevance)
    assert found is not None
    assert found.outcome == "not_in_sources"


def test_a_plan_for_a_place_is_its_steps(draft: Callable[[str], Draft]) -> None:
    found = draft("make me a plan to become a certified technician in Ohio")
    assert any(block.kind == "steps" for block in found.blocks)


def test_a_field_that_the_words_do_not_name_is_said_as_unknown(read: Ask, passages: Passages) -> None:
    query, relevance = read("how many may one pharmacist watch at a time in Utah")
    found = draft_by_place(replace(query, field="ratio"), "UT", passages, relevance)
    assert found is not None
    assert found.outcome == "not_in_sources"
    assert "how many technicians one pharmacist may supervise in Utah" in found.blocks[0].words


def test_a_field_that_the_words_do_not_name_leads_where_it_is_known(read: Ask, passages: Passages) -> None:
    query, relevance = read("what do i hand over when i sign up in Ohio")
    found = draft_by_place(replace(query, field="application_fee"), "OH", passages, relevance)
    assert found is not None
    assert first(found) == "Registering as a pharmacy technician in Ohio costs $65."
