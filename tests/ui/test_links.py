from __future__ import annotations

from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.errors import WrongUseError
from assistant.types import Profile
from ui.links import (
    MOST_ASKED,
    continue_link,
    read_continue,
    read_starter,
    share_link,
    starter_link,
)
from ui.wording_shared import LinkWording

BASE = "https://techpath.example"
TOKEN = "tpl_AbC-_0123456789AbC-_0123456789Ab"


def params(url: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(url).query, keep_blank_values=True))


def test_a_starter_link_brings_question_and_profile_back() -> None:
    url = starter_link(BASE + "/", "How do I start? 50% & more +", "oh", "student", "ptcb-cpht")
    assert url.startswith("https://techpath.example/?ask=How+do+I+start")
    starter = read_starter(params(url))
    assert starter.question == "How do I start? 50% & more +"
    assert starter.profile == Profile(state="OH", stage="student", credential="ptcb-cpht")
    assert starter.notes == ()
    assert starter


@given(st.text(min_size=1, max_size=MOST_ASKED))
def test_any_question_that_a_link_takes_comes_back_on_one_line(question: str) -> None:
    try:
        url = starter_link(BASE, question)
    except WrongUseError:
        assert not read_starter({"ask": question}).question
        return
    assert url.isascii()
    assert read_starter(params(url)).question == read_starter({"ask": question}).question


@pytest.mark.parametrize("question", ["", "  \n", "x" * (MOST_ASKED + 1)], ids=["none", "blank", "long"])
def test_a_question_that_no_link_takes_is_refused(question: str) -> None:
    with pytest.raises(WrongUseError, match=f"1 to {MOST_ASKED}"):
        starter_link(BASE, question)


def test_a_state_or_address_that_is_none_is_refused() -> None:
    with pytest.raises(WrongUseError, match="two-letter"):
        starter_link(BASE, "Q?", "Ohio")
    for base in ("techpath.example", "javascript:alert(1)", "https://x.example/?a=1"):
        with pytest.raises(WrongUseError, match="address"):
            starter_link(base, "Q?")


@pytest.mark.parametrize(
    ("given", "note"),
    [
        (
            {"ask": "x" * (MOST_ASKED + 1)},
            LinkWording.QUESTION_IGNORED.format(length=MOST_ASKED + 1, limit=MOST_ASKED),
        ),
        ({"state": "Ohio"}, LinkWording.VALUE_IGNORED.format(key="state")),
        ({"state": "<script>"}, LinkWording.VALUE_IGNORED.format(key="state")),
        ({"stage": "boss"}, LinkWording.VALUE_IGNORED.format(key="stage")),
        ({"credential": "../../etc"}, LinkWording.VALUE_IGNORED.format(key="credential")),
    ],
)
def test_what_cannot_be_used_is_left_out_with_a_note(given: dict[str, str], note: str) -> None:
    starter = read_starter(given)
    assert (starter.question, starter.profile, starter.notes) == ("", Profile(), (note,))


def test_other_keys_and_an_age_are_left_alone() -> None:
    assert not read_starter({"embed": "true", "utm_source": "x", "age": "16", "ask": " ", "state": ""})


def test_control_characters_do_not_come_in_by_a_link() -> None:
    assert read_starter({"ask": "a\u202eb\x00 c\nd"}).question == "ab c d"


def test_a_shared_page_is_gone_on_from_by_its_token() -> None:
    assert share_link(BASE, TOKEN) == f"{BASE}/s/{TOKEN}"
    assert read_continue(params(continue_link(TOKEN))) == TOKEN
    assert share_link("http://localhost:8501/guide/", "a/b") == "http://localhost:8501/guide/s/a%2Fb"


@pytest.mark.parametrize("given", [{}, {"continue": ""}, {"continue": "../s/x"}, {"continue": "a" * 200}])
def test_what_is_no_token_is_not_gone_on_from(given: dict[str, str]) -> None:
    assert read_continue(given) is None
