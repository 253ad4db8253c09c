from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from assistant_samples import ANSWER, BOARD, CITATION
from conversation_samples import NOW, answer_to
from markdown_it import MarkdownIt

from assistant.conversations.export import conversation_markdown, printed
from assistant.conversations.stored import Conversation, StoredTurn
from assistant.conversations.wording import ExportWording
from assistant.types import Answer, Block, Citation, Claim, Profile

TODAY = date(2026, 11, 22)
PAPER = replace(BOARD, id="paper", title="A paper", publisher="A journal", url="", as_of="2025")


def conversation(*answers: Answer, title: str = "Fees", brought: bool = False) -> Conversation:
    turns = [
        StoredTurn(str(n), None, answer.question, answer, NOW, NOW, "g", brought, (str(n),))
        for n, answer in enumerate(answers)
    ]
    return Conversation("id", title, NOW, NOW, tuple(turns), None, Profile(), None)


def answer(*claims: tuple[str, tuple[int, ...]], cites: tuple[Citation, ...]) -> Answer:
    blocks = (Block("bullets", tuple(Claim(text, numbers) for text, numbers in claims)),)
    return replace(ANSWER, blocks=blocks, citations=cites)


def test_references_of_all_answers_share_one_list() -> None:
    first = answer(("Fifty.", (1,)), cites=(CITATION,))
    page_4 = replace(CITATION, number=2, page=4)
    second = answer(
        ("Five.", (2, 1)), ("Fifty.", (3,)),
        cites=(replace(CITATION, number=1, source=PAPER), page_4, replace(CITATION, number=3, quote="other")),
    )  # fmt: skip
    page = printed(conversation(first, second))
    assert [(c.number, c.source.id, c.page) for c in page.citations] == [(1, "board", 3), (2, "paper", 3), (3, "board", 4)]  # fmt: skip
    assert [claim.citations for claim in page.turns[1].answer.claims()] == [(3, 2), (1,)]


def test_the_page_reads_from_the_question_to_the_references() -> None:
    text = conversation_markdown(conversation(answer_to("What does it cost?")), TODAY)
    assert text == (
        "# Fees\n\n*Saved from TechPath on 2026-11-22.*\n\n## What does it cost?\n\n*Answer assumes: Ohio*\n\n"
        "The fee is $50. [1]\n\n## Sources\n\n"
        "1. Ohio Board of Pharmacy: Technician fees, p. 3 (as of 2026-05). https://board.example/fees\n\n"
        f"*{ExportWording.NOTICE}*\n"
    )


def test_an_answer_read_from_a_file_says_so() -> None:
    text = conversation_markdown(conversation(answer_to("q"), brought=True), TODAY)
    assert ExportWording.BROUGHT in text


def test_a_place_that_is_none_is_not_named() -> None:
    text = conversation_markdown(conversation(answer_to("q", state="QQ")), TODAY)
    assert "assumes" not in text


def test_a_source_that_nobody_has_compared_for_long_says_whom_to_ask() -> None:
    text = conversation_markdown(conversation(answer_to("q")), date(2029, 1, 1))
    assert "check with Ohio Board of Pharmacy" in text


NASTY = [
    "![x](https://evil.example/x.png)", "<img src=x onerror=alert(1)>", "[a](javascript:alert(1))",
    "# not a heading", "1. not a list", "- nor this", "`code` *a* _b_", "a | b", "[1]: https://evil.example", "\\![x](y)",
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_what_somebody_typed_stays_text(text: str) -> None:
    asked = replace(answer_to(text, text), follow_ups=())
    html = MarkdownIt("commonmark").render(conversation_markdown(conversation(asked, title=text), TODAY))
    assert not any(tag in html for tag in ("<img", "<a ", "<code", "<strong", "<ul"))
    assert html.count("<h1>") == 1
    assert html.count("<h2>") == 2
    assert html.count("<ol>") == 1
    shown = text.replace("<", "&lt;").replace(">", "&gt;")
    assert shown in html


def test_a_conversation_without_turns_is_a_page_too() -> None:
    assert conversation_markdown(conversation(), TODAY).startswith("# Fees\n")
