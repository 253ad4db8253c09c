"""The second section begins behind the first where either may be meant, and nowhere else."""

from __future__ import annotations

import pytest

from assistant.answering.by_section import SectionScore
from assistant.answering.evidence import Relevance
from assistant.answering.runner_up import runner_up
from assistant.build import Assistant
from assistant.retrieval.index import Index
from assistant.types import Chunk
from assistant.wording import Wording

RETAKE, EXAM_DAY = (
    "guides/certification/failing-and-retaking",
    "guides/certification/ptce-exam-day-and-format",
)


def chunk_of(index: Index, document: str) -> Chunk:
    return next(c for c in index.passages.chunks_of_document(document) if c.section.endswith("?"))


def scored(chunk: Chunk, score: float) -> SectionScore:
    return SectionScore(chunk.document, chunk.section, chunk, score)


@pytest.fixture(scope="module")
def relevance(index: Index) -> Relevance:
    question = "what about the test"
    return Relevance(question, index.encoder.encode_one(question), index.passages, {})


def test_a_section_that_is_nearly_as_good_begins_under_its_heading(
    index: Index, relevance: Relevance
) -> None:
    first, second = scored(chunk_of(index, RETAKE), 5.0), scored(chunk_of(index, EXAM_DAY), 4.8)
    block = runner_up([first, second], first, relevance.evidence(first.chunk), relevance)
    assert block is not None
    assert block.lead_in == Wording.IN_CASE.format(question=second.section.rsplit(" > ", 1)[-1])
    assert block.items[0].sentence == second.chunk.sentences[0]
    assert len(block.items) <= 2


def test_a_section_that_is_plainly_worse_is_not_said(index: Index, relevance: Relevance) -> None:
    first, second = scored(chunk_of(index, RETAKE), 5.0), scored(chunk_of(index, EXAM_DAY), 3.9)
    assert runner_up([first, second], first, [], relevance) is None
    assert runner_up([first], first, [], relevance) is None


def test_what_is_said_already_is_not_said_again(index: Index, relevance: Relevance) -> None:
    first, second = scored(chunk_of(index, RETAKE), 5.0), scored(chunk_of(index, EXAM_DAY), 5.0)
    assert runner_up([first, second], first, relevance.evidence(second.chunk), relevance) is None


def test_an_answer_of_one_meaning_stays_as_it_was(assistant: Assistant) -> None:
    answer = assistant.ask("How much does the PTCE cost?")
    assert not any(block.lead_in.startswith("In case") for block in answer.blocks)
