"""The page Ask as Streamlit runs it, without a browser, on the index of the bundled knowledge."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.wording import DECLINED, STARTERS
from ui.wording import PROFILE, PageWording

SCRIPT = "from ui.pages.ask import show\n\nshow()\n"


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60).run()


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input(key="question").set_value(question).run()


def text(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown)


def labels(page: AppTest) -> list[str]:
    return [button.label.replace("\\", "") for button in page.button]


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label.replace("\\", "") == label).click().run()


def test_the_empty_page_offers_the_starters_of_all_three_people(page: AppTest) -> None:
    offered = [button.label for button in page.button if (button.key or "").startswith("starter-")]
    assert [label.replace("\\", "") for label in offered] == [
        q for person in STARTERS.values() for q in person
    ]
    assert page.title[0].value == PageWording.TITLE
    assert not page.exception


def test_a_starter_asks_itself(page: AppTest) -> None:
    question = STARTERS["student"][0]
    press(page, question)
    assert question in page.chat_message[0].markdown[0].value.replace("\\", "")
    assert len(page.chat_message) == 2


def test_an_answer_shows_marks_that_lead_to_its_sources(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    assert "[1](#source-1-1)" in page.chat_message[1].markdown[0].value
    assert page.subheader[0].anchor == "source-1-1"
    assert ":yellow-background[" in text(page)
    assert not page.exception


def test_the_answer_says_how_it_was_written(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    assert PageWording.EMBEDDED in [caption.value for caption in page.caption]


def test_the_answer_can_be_copied_with_its_references(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    copied = page.code[0].value
    assert copied.startswith("How do I become a pharmacy technician in Ohio?")
    assert "\n[1] " in copied
    assert "https://" in copied


def test_a_follow_up_leans_on_the_conversation(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    ask(page, "and in Texas?")
    assert len(page.chat_message) == 4
    assert "Texas" in page.chat_message[3].markdown[0].value


def test_a_suggested_question_asks_itself(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    suggested = next(b for b in page.button if (b.key or "").startswith("follow-up-"))
    question = suggested.label.replace("\\", "")
    suggested.click().run()
    assert page.chat_message[2].markdown[0].value.replace("\\", "") == question


def assumed(page: AppTest) -> list[str]:
    labels = (button.label for button in page.button if (button.key or "").startswith("clear-"))
    return [label.replace("\\", "") for label in labels]


def test_clearing_the_place_answers_again_without_it(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    ask(page, "Can I get registered with a criminal record?")
    assert assumed(page) == ["Ohio"]
    page.button(key="clear-state").click().run()
    assert assumed(page) == []
    assert len(page.chat_message) == 4
    assert page.session_state["profile"].state is None


def test_another_state_in_the_form_answers_the_last_question_again(page: AppTest) -> None:
    ask(page, "I'm a certified tech with 6 years in retail. How many CE hours do I need?")
    assert assumed(page) == ["certified", "Retail chain pharmacy", "6 years of work"]
    next(box for box in page.selectbox if box.label == PROFILE["state_label"]).set_value("OH")
    press(page, PageWording.USE_THIS)
    assert assumed(page)[0] == "Ohio"
    assert len(page.chat_message) == 2
    assert "Ohio" in page.chat_message[1].markdown[0].value


def test_a_month_that_was_left_alone_stays_a_month(page: AppTest) -> None:
    ask(page, "My PTCB certification expires in May 2027. What do I need?")
    press(page, PageWording.USE_THIS)
    assert page.session_state["profile"].expires == "2027-05"


def test_asking_again_replaces_the_answer(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    press(page, PageWording.AGAIN)
    assert len(page.chat_message) == 2


def test_a_new_conversation_starts_empty(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    press(page, PageWording.NEW)
    assert len(page.chat_message) == 0
    assert page.title[0].value == PageWording.TITLE


def test_a_clinical_question_is_declined_with_where_to_go(page: AppTest) -> None:
    ask(page, "What is the maximum dose of ibuprofen for a child?")
    said = page.chat_message[1].markdown
    assert any(PageWording.DECLINED in element.value for element in said)
    assert DECLINED["clinical"][:40] in "".join(e.value for e in said).replace("\\", "")


@pytest.mark.parametrize("length", [2000, 2001])
def test_a_question_of_more_than_2000_characters_is_refused(page: AppTest, length: int) -> None:
    ask(page, "How do I renew? ".ljust(length, "x"))
    assert bool(page.warning) == (length > 2000)
    assert len(page.chat_message) == (0 if length > 2000 else 2)


def test_what_a_person_types_is_shown_as_text(page: AppTest) -> None:
    ask(page, "![x](https://evil.example/x.png) <b>How</b> do I renew for $5?")
    shown = page.chat_message[0].markdown[0]
    assert "![" not in shown.value.replace("\\!", "").replace("\\[", "")
    assert not shown.allow_html


def test_nothing_from_people_or_documents_is_shown_as_html(page: AppTest) -> None:
    ask(page, "How do I become a pharmacy technician in Ohio?")
    assert not any(element.allow_html for element in page.markdown)


def test_without_an_index_the_page_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert "techpath ingest" in page.warning[0].value
    assert "techpath ingest" in ask(page, "How do I renew?").warning[0].value
    assert not page.exception


def test_an_unexpected_failure_is_said_kindly_and_logged(
    knowledge_home: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    indexes = tmp_path / "indexes" / "broken"
    indexes.mkdir(parents=True)
    (indexes / "manifest.json").write_text("{}", encoding="utf-8")
    (indexes.parent / "current").write_text("broken", encoding="utf-8")
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert PageWording.UNEXPECTED in page.error[0].value
    assert not page.exception
    ask(page, "How do I renew?")
    assert PageWording.UNEXPECTED in page.error[0].value
    assert "Traceback" not in page.error[0].value
    assert caplog.records
    assert PageWording.TRY_AGAIN in labels(page)


def test_what_the_question_itself_told_can_be_cleared_too(page: AppTest) -> None:
    ask(page, "I'm a certified tech with 6 years in retail and I want to become a lead tech. What do I need?")
    before = assumed(page)
    assert {"certified", "6 years of work", "goal: become a lead technician"} <= set(before)
    page.button(key="clear-years").click().run()
    assert assumed(page) == [words for words in before if words != "6 years of work"]
    page.button(key="clear-goal").click().run()
    assert "goal: become a lead technician" not in assumed(page)
    assert "6 years of work" not in assumed(page)
