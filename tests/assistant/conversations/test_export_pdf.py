from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

from assistant_samples import ANSWER
from conversation_samples import NOW, answer_to
from pypdf import PdfReader

from assistant.conversations.export_pdf import conversation_pdf
from assistant.conversations.stored import Conversation, StoredTurn
from assistant.conversations.wording import ExportWording
from assistant.types import Answer, Block, Claim, Profile

TODAY = date(2026, 11, 22)


def conversation(*answers: Answer) -> Conversation:
    turns = [
        StoredTurn(str(n), None, answer.question, answer, NOW, NOW, "g", n > 0, (str(n),))
        for n, answer in enumerate(answers)
    ]
    return Conversation("id", "My fees", NOW, NOW, tuple(turns), None, Profile(), None)


def words(pdf: bytes) -> str:
    return " ".join(" ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages).split())


def test_everything_that_was_said_is_printed() -> None:
    blocks = (
        Block("paragraph", (Claim("In Ohio the fee is $50.", (1,)),), lead_in="Fees:"),
        Block("bullets", (Claim("Bring a photo.", (1,)), Claim("Pay online."))),
        Block("steps", (Claim("Apply."), Claim("Wait."))),
        Block("table", header=("What", "Ohio"), rows=((Claim("Renewal"), Claim("$60", (1,))),)),
    )
    said = words(conversation_pdf(conversation(replace(ANSWER, blocks=blocks), answer_to("Señor?")), TODAY))
    for text in (
        "My fees", "what does it cost", "Answer assumes: Ohio", "Fees:", "In Ohio the fee is $50. [1]",
        "• Bring a photo. [1]", "2. Wait.", "What Ohio", "Renewal $60 [1]", "Señor?", ExportWording.BROUGHT,
        "[1] Ohio Board of Pharmacy: Technician fees, p. 3 (as of 2026-05).", "https://board.example/fees",
        ExportWording.NOTICE, "Saved from TechPath on 2026-11-22.",
    ):  # fmt: skip
        assert text in said, text


def test_the_address_of_a_source_is_a_link() -> None:
    reader = PdfReader(BytesIO(conversation_pdf(conversation(answer_to("q")), TODAY)))
    links = [
        note.get_object()["/A"]["/URI"]
        for page in reader.pages
        for note in page.get("/Annots", [])
        if "/URI" in note.get_object().get("/A", {})
    ]
    assert set(links) == {"https://board.example/fees"}


def test_the_same_conversation_gives_the_same_bytes() -> None:
    pages = conversation(answer_to("q"), answer_to("r"))
    assert conversation_pdf(pages, TODAY) == conversation_pdf(pages, TODAY)


def test_a_long_conversation_runs_over_pages() -> None:
    answers = [answer_to(f"question {n}", "Words and words. " * 60) for n in range(30)]
    reader = PdfReader(BytesIO(conversation_pdf(conversation(*answers), TODAY)))
    assert len(reader.pages) > 5
    assert "question 29" in reader.pages[-1].extract_text() + reader.pages[-2].extract_text()


def test_odd_characters_and_endless_words_are_printed_too() -> None:
    odd = answer_to("日本語 🎓 \u202e " + "x" * 1500, "y" * 3000)
    assert conversation_pdf(conversation(odd), TODAY).startswith(b"%PDF-")


def test_a_conversation_without_turns_is_printed() -> None:
    assert "My fees" in words(conversation_pdf(conversation(), TODAY))


def test_empty_blocks_leave_nothing_behind() -> None:
    empty = replace(ANSWER, blocks=(Block("table"), Block("bullets"), Block("paragraph")))
    assert "what does it cost" in words(conversation_pdf(conversation(empty), TODAY))
