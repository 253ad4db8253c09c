"""The visitor's links on the page Shared links: counted, shown, withdrawn; and the ways to other devices."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from conversation_samples import newest, say
from streamlit.testing.v1 import AppTest

from assistant.conversations.archive import Archive
from assistant.conversations.stored import NewShare, Visitor
from assistant.settings import read_settings
from ui.moments import now
from ui.resources import shared_archive
from ui.wording_kept import DeviceWording, HandoutWording, LinksWording

SCRIPT = "from ui.pages.links import show\n\nshow()\n"
KEY, OTHER = "a" * 43, "b" * 43

Open = Callable[..., AppTest]


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    return shared_archive(read_settings())


@pytest.fixture
def ann(archive: Archive) -> Visitor:
    return archive.visitors.recognise(KEY, now())


@pytest.fixture
def link(archive: Archive, ann: Visitor) -> NewShare:
    """A link to a conversation called "Ohio", for a week."""
    say(archive, ann, "What does Ohio cost?")
    conversation = newest(archive, ann)
    archive.conversations.rename(ann, conversation, "Ohio")
    return archive.shares.create(ann, conversation, "{}", now() + timedelta(days=7), now(), "For Tuesday.")


@pytest.fixture
def open_page(archive: Archive) -> Open:
    """A function (key) that opens the page as the browser with that key."""

    def opened(key: str = KEY) -> AppTest:
        page = AppTest.from_string(SCRIPT, default_timeout=60)
        page.session_state["visitor_key"] = key
        return page.run()

    return opened


def press(page: AppTest, label: str) -> AppTest:
    return next(button for button in page.button if button.label == label).click().run()


def shown(page: AppTest) -> str:
    parts = [*page.markdown, *page.caption, *page.warning, *page.success, *page.expander]
    return "\n".join(str(getattr(part, "value", "") or getattr(part, "label", "")) for part in parts)


def test_a_link_is_shown_with_its_figures_and_its_address(
    archive: Archive, link: NewShare, open_page: Open
) -> None:
    for _ in range(3):
        archive.shares.open(link.token, now())
    page = open_page()
    assert page.code[0].value.endswith(f"/s/{link.token}")
    for words in ("**Ohio**", LinksWording.OPENED.format(count=3), "works until", r"For Tuesday\."):
        assert words in shown(page)


def test_somebody_else_sees_none_of_it(link: NewShare, open_page: Open) -> None:
    page = open_page(OTHER)
    assert "Ohio" not in shown(page)
    assert link.token not in str(page)
    assert LinksWording.NONE in shown(page)


def test_a_link_is_withdrawn_after_saying_what_that_means(
    archive: Archive, link: NewShare, open_page: Open
) -> None:
    page = open_page()
    assert LinksWording.REVOKE_MEANS in shown(page)
    press(page, LinksWording.REVOKE_SURE)
    assert archive.shares.peek(link.token, now()) is None
    assert LinksWording.CLOSED.format(count=1) in shown(page)
    assert len(page.code) == 0


def test_a_link_that_has_ended_offers_to_open_again(archive: Archive, ann: Visitor, open_page: Open) -> None:
    say(archive, ann, "What does Ohio cost?")
    archive.shares.create(
        ann, newest(archive, ann), "{}", now() - timedelta(days=1), now() - timedelta(days=8)
    )
    page = open_page()
    assert any(button.label == LinksWording.OPEN_AGAIN for button in page.button)
    assert "ended on" in shown(page)


def test_a_handout_link_brings_question_state_and_stage(archive: Archive, open_page: Open) -> None:
    page = open_page()
    page.text_input[0].set_value("How do I start?")
    page.selectbox[0].set_value("OH")
    page.selectbox[1].set_value("student")
    press(page, HandoutWording.MAKE)
    assert "?ask=How+do+I+start%3F&state=OH&stage=student" in page.code[0].value
    assert HandoutWording.NOT_KEPT in shown(page)
    assert HandoutWording.EMBED not in shown(page), "no site may embed it unless the settings say so"


def test_where_a_site_may_embed_the_page_its_line_is_given(
    archive: Archive, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHPATH_EMBED_ORIGINS", "https://www.school.example")
    page = open_page()
    page.text_input[0].set_value('What is "CPhT"?')
    press(page, HandoutWording.MAKE)
    line = page.code[1].value
    assert line.startswith('<iframe src="')
    assert "&amp;embed=true" in line


def test_a_code_takes_the_links_to_another_device(link: NewShare, open_page: Open) -> None:
    code = press(open_page(), DeviceWording.MAKE).code[1].value
    other = open_page(OTHER)
    other.text_input[1].set_value(code.lower())
    press(other, DeviceWording.USE)
    assert DeviceWording.DONE in shown(other)
    assert "Ohio" in shown(open_page(OTHER))


def test_everything_is_deleted_after_saying_so(
    archive: Archive, ann: Visitor, link: NewShare, open_page: Open
) -> None:
    page = open_page()
    page.checkbox[0].check().run()
    press(page, DeviceWording.FORGET_NOW)
    assert archive.visitors.find(KEY) is None
    assert archive.shares.peek(link.token, now()) is None
