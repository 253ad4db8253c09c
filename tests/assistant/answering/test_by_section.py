from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

import pytest
from assistant_samples import make_chunk

from assistant.answering.by_section import draft_by_section, rank_sections, section_follow_ups
from assistant.answering.evidence import DraftBlock, Relevance
from assistant.answering.understand import Query, is_yes_no
from assistant.retrieval.index import Index
from assistant.retrieval.passages import Passages
from assistant.text import words
from assistant.types import Chunk, Passage, Profile, Sentence, SentenceKind

LONG = " ".join(
    f"The nuclear pharmacy opens at {hour} and closes when the last dose has left." for hour in range(1, 25)
)


def section(id: str, heading: str, text: str, document: str = "guides/nuclear") -> Chunk:
    return make_chunk(id, text, section=heading, document=document, title="Nuclear pharmacy")


def parts(id: str, heading: str, listed: Sequence[tuple[SentenceKind, str]]) -> Chunk:
    text, sentences = "", []
    for kind, part in listed:
        sentences.append(Sentence(part, len(text), len(text) + len(part), kind))
        text += f"{part}\n\n" if kind in ("paragraph", "lead_in") else f"{part}\n"
    return replace(section(id, heading, text), sentences=tuple(sentences))


CHUNKS = [
    section("what", "What is nuclear pharmacy?", "Nuclear pharmacy prepares radioactive drugs for scans. Technicians draw doses behind lead glass."),
    section("pay", "What does nuclear pharmacy pay?", "Nuclear pharmacy technicians earn more than most. Night shifts pay a premium."),
    section("hours", "Which hours does a nuclear pharmacy keep?", LONG),
    parts(
        "steps",
        "How to get into nuclear pharmacy",
        [
            ("paragraph", "You get into nuclear pharmacy through training on the job."),
            ("lead_in", "These are the steps:"),
            ("step", "Find a nuclear pharmacy that trains."),
            ("step", "Pass its radiation safety course."),
            ("lead_in", "What counts as safety:"),
            ("header", "Rule | Limit"),
            ("row", "Badge | always worn"),
            ("row", "Food | never inside"),
        ],
    ),
    section("home", "Can a technician work remotely?", "No, most work is done on site. Health plans have desk jobs.", "guides/home"),
    section("iv", "What is sterile compounding?", "Sterile compounding makes injections in a clean room.", "guides/sterile"),
]  # fmt: skip


@pytest.fixture(scope="module")
def passages(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Passages]:
    opened = write_passages(tmp_path_factory.mktemp("sections") / "passages.sqlite", CHUNKS)
    yield opened
    opened.close()


class Asked:
    """A question on the sections, with every chunk found for it."""

    def __init__(self, question: str, passages: Passages, index: Index) -> None:
        vector = index.encoder.encode_one(question)
        self.query = Query(question, question, question, Profile(), yes_no=is_yes_no(question))
        self.relevance = Relevance(question, vector, passages, {})
        near = [(float(index.encoder.encode_one(chunk.text) @ vector), chunk) for chunk in CHUNKS]
        near.sort(key=lambda pair: -pair[0])
        found = [Passage(chunk, 1 / rank, rank, cosine) for rank, (cosine, chunk) in enumerate(near, start=1)]
        self.ranked = rank_sections(self.query, found, self.relevance)
        self.passages = passages

    def blocks(self, said: frozenset[str] = frozenset()) -> tuple[DraftBlock, ...]:
        found = draft_by_section(self.query, self.ranked, self.passages, self.relevance, said)
        return found.blocks if found else ()


Ask = Callable[[str], Asked]


@pytest.fixture
def ask(passages: Passages, index: Index) -> Ask:
    return lambda question: Asked(question, passages, index)


@pytest.mark.parametrize(
    ("question", "best"),
    [
        ("What is nuclear pharmacy?", "what"),
        ("what do nuclear pharmacy technicians earn", "pay"),
        ("How do I get into nuclear pharmacy?", "steps"),
        ("what is sterile compounding", "iv"),
    ],
)
def test_the_section_that_answers_comes_first(question: str, best: str, ask: Ask) -> None:
    assert ask(question).ranked[0].chunk.id == best


def test_each_section_is_ranked_once_with_falling_scores(ask: Ask) -> None:
    ranked = ask("nuclear pharmacy").ranked
    assert len({(item.document, item.section) for item in ranked}) == len(ranked) == len(CHUNKS)
    assert [item.score for item in ranked] == sorted((item.score for item in ranked), reverse=True)


def test_a_short_section_is_said_whole_and_in_its_order(ask: Ask) -> None:
    blocks = ask("What is nuclear pharmacy?").blocks()
    said = [item.sentence.text for item in blocks[0].items]
    assert said == [sentence.text for sentence in CHUNKS[0].sentences]


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("Can a technician work remotely?", "No, most work is done on site."),
        ("Is the parking garage on site free for visitors on weekends?", "Most work is done on site."),
    ],
)
def test_a_section_says_yes_or_no_only_to_its_own_question(question: str, first: str, ask: Ask) -> None:
    asked = ask(question)
    asked.ranked.sort(key=lambda item: item.chunk.id != "home")
    assert asked.blocks()[0].items[0].text == first


def test_of_a_record_only_the_places_asked_about_are_said(
    write_passages: Callable[..., Passages], tmp_path_factory: pytest.TempPathFactory, index: Index
) -> None:
    told = ["In Texas technicians earned $20 an hour.", "In Ohio technicians earned $19 an hour. Ask BLS for more.",
            "Pay differs by state."]  # fmt: skip
    text = "\n\n".join(told)
    wages = make_chunk("wages", text, kind="record", section="Pay", document="records/wages")
    opened = write_passages(tmp_path_factory.mktemp("wages") / "passages.sqlite", [wages])
    question = "how much do technicians earn in Texas"
    vector = index.encoder.encode_one(question)
    relevance = Relevance(question, vector, opened, {})
    query = Query(question, question, question, Profile(), states=("TX",))
    ranked = rank_sections(query, [Passage(wages, 1.0, 1, 0.9)], relevance)
    found = draft_by_section(query, ranked, opened, relevance)
    assert found is not None
    said = [item.sentence.text for block in found.blocks for item in block.items]
    assert said == [told[0], told[2]]
    opened.close()


def test_steps_and_tables_keep_their_form_and_their_lead_ins(ask: Ask) -> None:
    blocks = ask("How do I get into nuclear pharmacy?").blocks()
    assert [block.kind for block in blocks[:3]] == ["paragraph", "steps", "table"]
    assert blocks[1].lead_in == "These are the steps:"
    assert len(blocks[1].items) == 2
    assert blocks[2].lead_in == "What counts as safety:"
    assert blocks[2].header == ("Rule", "Limit")
    assert len(blocks[2].rows) == 2


def test_a_long_section_is_shortened_and_keeps_its_first_sentence_and_its_order(ask: Ask) -> None:
    blocks = ask("Which hours does a nuclear pharmacy keep?").blocks()
    own = [item for block in blocks for item in block.items if item.chunk.id == "hours"]
    assert 1 < len(own) < 24
    assert sum(len(words(item.sentence.text)) for item in own) <= 160
    assert own[0].sentence == CHUNKS[2].sentences[0]
    assert [item.sentence.start for item in own] == sorted(item.sentence.start for item in own)


def test_what_was_said_is_not_said_again(ask: Ask) -> None:
    asked = ask("What is nuclear pharmacy?")
    said: frozenset[str] = frozenset()
    for _ in range(len(CHUNKS) + 1):
        now = {
            item.sentence.text
            for block in asked.blocks(said)
            for item in block.items
            if item.sentence.kind != "lead_in"
        }
        assert not now & said
        if not now:
            break
        said |= now
    assert {sentence.text for sentence in CHUNKS[0].sentences} <= said


def test_when_all_was_said_nothing_is(ask: Ask) -> None:
    said = frozenset(sentence.text for chunk in CHUNKS for sentence in chunk.sentences)
    assert ask("What is nuclear pharmacy?").blocks(said) == ()


def test_nothing_is_said_twice_in_one_answer(ask: Ask) -> None:
    for question in ("What is nuclear pharmacy?", "nuclear pharmacy pay", "how do I get in"):
        said = [item.sentence.text for block in ask(question).blocks() for item in block.items]
        assert len(said) == len(set(said))


def test_what_to_ask_next_are_questions_that_other_sections_answer(ask: Ask) -> None:
    ranked = ask("What is nuclear pharmacy?").ranked
    found = section_follow_ups(ranked, ranked[0])
    headings = {chunk.section for chunk in CHUNKS}
    assert 0 < len(found) <= 3
    assert ranked[0].section not in found
    assert all(question in headings and question.endswith("?") for question in found)


def test_no_sections_make_no_answer(ask: Ask, passages: Passages) -> None:
    asked = ask("anything")
    assert draft_by_section(asked.query, [], passages, asked.relevance) is None
