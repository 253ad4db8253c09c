"""What the page Ask keeps: turns before they are shown, for their visitor only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.conversations.archive import Archive
from assistant.settings import read_settings
from ui.moments import now
from ui.resources import shared_archive, shared_rates
from ui.wording import PageWording
from ui.wording_kept import KeptWording

SCRIPT = "from ui.pages.ask import show\n\nshow()\n"
KEY, OTHER = "a" * 43, "b" * 43
QUESTION = "How do I become a pharmacy technician in Ohio?"

Open = Callable[..., AppTest]


@pytest.fixture
def home(knowledge_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home of its own for conversations, on the shared index."""
    for name in ("indexes", "models"):
        (tmp_path / name).symlink_to(knowledge_home / name)
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    return tmp_path


@pytest.fixture
def archive(home: Path) -> Archive:
    return shared_archive(read_settings())


@pytest.fixture
def open_page(home: Path) -> Open:
    """A function (key, **address) that opens the page as the browser with that key."""

    def opened(key: str = KEY, **address: str) -> AppTest:
        page = AppTest.from_string(SCRIPT, default_timeout=60)
        page.session_state["visitor_key"] = key
        for name, value in address.items():
            page.query_params[name] = value
        return page.run()

    return opened


def ask(page: AppTest, question: str) -> AppTest:
    return page.chat_input(key="question").set_value(question).run()


def press(page: AppTest, label: str) -> AppTest:
    return next(b for b in page.button if b.label.replace("\\", "") == label).click().run()


def address(page: AppTest) -> str:
    found = page.query_params["c"]
    return found[0] if isinstance(found, list) else found


def test_a_conversation_is_there_again_after_a_refresh(open_page: Open) -> None:
    page = ask(open_page(), QUESTION)
    again = open_page(c=address(page))
    assert [m.name for m in again.chat_message] == ["user", "assistant"]
    assert again.chat_message[1].markdown[0].value == page.chat_message[1].markdown[0].value


def test_what_is_shown_is_stored(open_page: Open, archive: Archive) -> None:
    page = ask(open_page(), QUESTION)
    visitor = archive.visitors.recognise(KEY, now())
    stored = archive.conversations.read(visitor, address(page))
    assert [turn.question for turn in stored.turns] == [QUESTION]
    assert stored.turns[0].generation


def test_another_visitor_finds_nothing_under_the_address(open_page: Open) -> None:
    page = ask(open_page(), QUESTION)
    stranger = open_page(OTHER, c=address(page))
    assert len(stranger.chat_message) == 0
    assert "c" not in stranger.query_params
    assert not any(QUESTION[:20] in b.label for b in stranger.sidebar.button)


def test_the_list_opens_searches_and_starts_conversations(open_page: Open) -> None:
    page = ask(open_page(), QUESTION)
    press(page, PageWording.NEW)
    assert len(page.chat_message) == 0
    ask(page, "How much does the PTCE cost?")
    page.sidebar.text_input(key="find").set_value("ohio").run()
    found = [b for b in page.sidebar.button if (b.key or "").startswith("match-")]
    assert len(found) == 1
    found[0].click().run()
    assert QUESTION in page.chat_message[0].markdown[0].value.replace("\\", "")


def test_a_conversation_is_renamed_and_really_deleted(open_page: Open, archive: Archive, home: Path) -> None:
    page = ask(open_page(), "My name is Zebedee. How do I start in Ohio?")
    page.sidebar.text_input[0].set_value("For Tuesday")
    press(page, KeptWording.RENAME)
    assert any("For Tuesday" in m.value for m in page.sidebar.markdown)
    page.sidebar.checkbox[0].check().run()
    press(page, KeptWording.DELETE)
    assert len(page.chat_message) == 0
    assert archive.conversations.mine(archive.visitors.recognise(KEY, now()), now()) == ()
    assert all(b"Zebedee" not in file.read_bytes() for file in home.glob("conversations.sqlite*"))


def test_an_edited_question_makes_a_branch_beside_the_old_one(open_page: Open) -> None:
    page = ask(open_page(), QUESTION)
    press(page, PageWording.EDIT)
    page.text_area[0].set_value("How do I become a pharmacy technician in Texas?")
    press(page, PageWording.EDIT_ASK)
    assert len(page.chat_message) == 2
    assert "Texas" in page.chat_message[1].markdown[0].value
    press(page, PageWording.VERSION["back"])
    assert "Ohio" in page.chat_message[1].markdown[0].value


def test_a_thumb_and_its_reason_are_kept_with_the_answer(open_page: Open, archive: Archive) -> None:
    page = ask(open_page(), QUESTION)
    page.radio[0].set_value("down")
    page.text_area[0].set_value("The fee is old.")
    press(page, PageWording.SEND)
    entry = archive.thumbs.all()[0]
    assert (entry.thumb, entry.reason, entry.question) == ("down", "The fee is old.", QUESTION)
    assert entry.chunks
    again = open_page(c=address(page))
    assert (again.radio[0].value, again.text_area[0].value) == ("down", "The fee is old.")


def test_a_starter_link_asks_its_question_with_its_state(open_page: Open) -> None:
    page = open_page(ask="How many CE hours do I need?", state="TX")
    assert "Texas" in page.chat_message[1].markdown[0].value
    assert "ask" not in page.query_params


def test_a_starter_link_that_makes_no_sense_says_so(open_page: Open) -> None:
    page = open_page(ask="x" * 500, state="Atlantis")
    assert len(page.info) == 2
    assert len(page.chat_message) == 0


def test_a_link_that_is_no_longer_open_cannot_be_continued(open_page: Open) -> None:
    page = open_page(**{"continue": "tpl_" + "x" * 32})
    assert page.warning[0].value == PageWording.NOTHING_TO_CONTINUE


def test_a_question_whose_answer_never_came_waits_to_be_answered(open_page: Open, archive: Archive) -> None:
    visitor = archive.visitors.recognise(KEY, now())
    pending = archive.turns.begin(visitor, QUESTION, now())
    page = open_page(c=pending.conversation)
    assert PageWording.UNANSWERED in page.info[0].value
    press(page, PageWording.ANSWER_NOW)
    assert len(page.chat_message) == 2
    assert len(archive.conversations.read(visitor, pending.conversation).turns) == 1


def test_asking_faster_than_anybody_reads_is_slowed_down(open_page: Open, archive: Archive) -> None:
    visitor = archive.visitors.recognise(KEY, now())
    page = open_page()
    while not shared_rates().wait(visitor.id):
        pass
    ask(page, QUESTION)
    assert "wait" in page.warning[0].value
    assert len(page.chat_message) == 0
    assert archive.conversations.mine(visitor, now()) == ()
