"""The page Ask with a language model behind it: a scripted one, through OpenAI's real client."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.generation.wording import NOTICES
from evals.scripted.faults import FAULTS
from evals.scripted.scripts import faithful
from evals.scripted.server import ScriptedServer, scripted_server
from ui.wording import PageWording

SCRIPT = "from ui.pages.ask import show\n\nshow()\n"
QUESTION = "How much does it cost to register as a technician in Ohio?"
KEY = "sk-scripted-key"


@pytest.fixture(scope="module")
def running() -> Iterator[ScriptedServer]:
    with scripted_server(faithful()) as started:
        yield started


@pytest.fixture
def server(running: ScriptedServer) -> ScriptedServer:
    running.play(faithful())
    return running


@pytest.fixture
def page(knowledge_home: Path, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    monkeypatch.setenv("TECHPATH_MODEL", "openai:scripted")
    monkeypatch.setenv("TECHPATH_MODEL_TOKENS", "20000")
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", f"{server.address}/v1")
    return AppTest.from_string(SCRIPT, default_timeout=60).run()


def ask(page: AppTest, question: str = QUESTION) -> AppTest:
    return page.chat_input(key="question").set_value(question).run()


def answer(page: AppTest) -> str:
    return "\n".join(element.value for element in page.chat_message[1].markdown).replace("\\", "")


def text(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown).replace("\\", "")


def captions(page: AppTest) -> list[str]:
    return [caption.value.replace("\\", "") for caption in page.caption]


def test_the_answer_says_which_model_wrote_it_and_shows_its_marks(
    page: AppTest, server: ScriptedServer
) -> None:
    ask(page)
    assert PageWording.MODEL.format(engine="openai:scripted") in captions(page)
    assert "[1](#source-1-1)" in answer(page)
    assert len(page.chat_message) == 2, "what grew has made room for the whole"
    assert server.authorizations == [f"Bearer {KEY}"]
    assert not page.exception


def test_where_the_model_fails_the_page_answers_without_it_and_says_so(
    page: AppTest, server: ScriptedServer
) -> None:
    server.play(FAULTS["401 wrong key"])
    ask(page)
    assert "Ohio charges $50" in answer(page)
    assert NOTICES["failed"] in answer(page)
    assert PageWording.EMBEDDED in captions(page)
    assert not page.exception


def test_nothing_on_the_page_or_in_what_is_copied_holds_the_key(
    page: AppTest, server: ScriptedServer
) -> None:
    ask(page)
    assert KEY not in str(page) + page.code[0].value


def test_a_visitor_s_share_of_the_day_is_counted_on_the_page(
    page: AppTest, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TECHPATH_MODEL_TOKENS", "4000")
    ask(page)
    assert NOTICES["spent"] not in text(page)
    ask(page, "How many CE hours do I need in Texas?")
    assert NOTICES["spent"] in text(page)
    assert len(server.received) == 1
