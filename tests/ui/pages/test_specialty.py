"""The page "Find my specialty": as Streamlit runs it, and in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import DESKTOP, PHONE, WAIT, OpenPage, overflow
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.guidance.choices import read_choice
from assistant.guidance.questionnaire import FEWEST, MOST
from assistant.types import Profile
from assistant.wording_fit import FitWording
from ui.wording_specialty import SpecialtyWords

# The navigation is made, not run: links to other tools need it.
SCRIPT = """
from ui.navigation import navigation
from ui.pages.specialty import show

navigation()
show()
"""
TEXT = "I hate angry customers, love careful hands-on work, nights are fine, 3 years retail. The sky is blue."
ANSWERED = {"c": "ha1pc1ho1au1-01.pc0te1da1ph1-03.de1ru1pa0le1-x3", "w": "da0.ma1"}


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def opened(page: AppTest, **parameters: str) -> AppTest:
    page.query_params.update(parameters)
    return page.run()


def text(page: AppTest) -> str:
    shown = (*page.markdown, *page.caption, *page.info, *page.subheader)
    return "\n".join(element.value for element in shown).replace("\\", "")


def cards(page: AppTest) -> list[str]:
    return [b.label for b in page.button if (b.key or "").startswith("fit-card-")]


def press(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


def answer(page: AppTest, most: int, least: int) -> AppTest:
    press(page, f"fit-card-{most}")
    return press(page, f"fit-card-{least}-least")


def write(page: AppTest, words: str) -> AppTest:
    page.text_area[0].set_value(words)
    return press(page, f"FormSubmitter:fit-words-{SpecialtyWords.READ}")


def test_the_empty_page_offers_questions_and_a_box(page: AppTest) -> None:
    opened(page)
    assert page.button(key="fit-go").label == SpecialtyWords.GO
    assert page.text_area[0].label == SpecialtyWords.WORDS_LABEL
    assert dict(page.query_params) == {}
    assert not page.exception


def test_a_question_is_answered_by_two_taps_and_kept_in_the_address(page: AppTest) -> None:
    press(opened(page), "fit-go")
    first = cards(page)
    assert len(first) == 4
    press(page, "fit-card-1")
    assert FitWording.LEAST in text(page)
    assert page.button(key="fit-card-1-least").disabled
    press(page, "fit-card-3-least")
    choice = read_choice(page.query_params["c"])
    assert choice is not None
    assert (choice.most, choice.least) == (choice.item[1], choice.item[3])
    assert cards(page) != first


def test_one_can_go_back_and_skip(page: AppTest) -> None:
    press(opened(page), "fit-go")
    first = cards(page)
    assert page.button(key="fit-back").disabled
    press(page, "fit-card-0")
    press(page, "fit-back")
    assert FitWording.MOST in text(page)
    press(page, "fit-skip")
    assert page.query_params["c"].endswith("-xx")
    assert cards(page) != first
    press(page, "fit-back")
    assert cards(page) == first
    assert "c" not in page.query_params


def test_the_questions_come_to_an_end_in_a_result(page: AppTest) -> None:
    press(opened(page), "fit-go")
    count = 0
    while cards(page):
        answer(page, 0, 3)
        count += 1
    assert FEWEST <= count <= MOST
    assert SpecialtyWords.RANKING in text(page)
    assert not page.exception


def test_an_address_brings_the_result_with_reasons_and_sources(page: AppTest) -> None:
    opened(page, **ANSWERED)
    shown = text(page)
    assert SpecialtyWords.RANKING in shown
    assert "You picked “Work with your hands, for example measure, mix or prepare”" in shown
    assert "(#source-1-1)" in shown
    assert FitWording.EARLY.split("{")[0] in shown
    assert dict(page.query_params) == ANSWERED
    assert len(page.expander) >= 5
    assert not page.exception


def test_the_picture_has_its_figures_in_a_table(page: AppTest) -> None:
    table = next(m.value for m in opened(page, **ANSWERED).markdown if "| Rank |" in m.value)
    assert len(table.splitlines()) == 2 + 26


def test_what_an_address_gets_wrong_is_said_and_left_out(page: AppTest) -> None:
    opened(page, c="ha1pc1ho1au1-01.nonsense", w="<b>x")
    notes = "\n".join(info.value for info in page.info)
    assert SpecialtyWords.BAD_CHOICE_ONE in notes.replace("\\", "")
    assert "<b>" not in notes
    assert page.query_params["c"] == "ha1pc1ho1au1-01"


def test_own_words_are_read_back_and_can_be_corrected(page: AppTest) -> None:
    write(opened(page), TEXT)
    assert SpecialtyWords.HEARD in text(page)
    assert "The sky is blue" in text(page)
    assert page.query_params["w"] == "pc-2.de2.ha2.da0"
    assert page.session_state["profile"] == Profile(settings=("retail-chain",), years=3, schedule="nights")
    page.selectbox(key="fit-wish-patient_contact").set_value(1).run()
    page.selectbox(key="fit-wish-daytime").select(SpecialtyWords.LEAVE_OUT).run()
    assert page.query_params["w"] == "pc1.de2.ha2"
    press(page, "fit-result")
    assert "You wrote “love careful hands-on work”." in text(page)
    assert "You told us about 3 years of pharmacy work." in text(page)
    assert not page.exception


def test_words_that_say_nothing_are_answered_kindly(page: AppTest) -> None:
    write(opened(page), "The sky is blue.")
    assert SpecialtyWords.HEARD_NONE in page.info[0].value
    assert dict(page.query_params) == {}


def test_after_a_result_one_can_answer_more_or_start_again(page: AppTest) -> None:
    press(opened(page, **ANSWERED), "fit-more")
    assert len(cards(page)) == 4
    press(page, "fit-result")
    press(page, "fit-again")
    assert page.button(key="fit-go")
    assert dict(page.query_params) == {}


def test_nothing_from_people_or_documents_is_shown_as_html(page: AppTest) -> None:
    write(opened(page), "I love <b>math</b> ![x](https://evil.example/x.png)")
    press(page, "fit-result")
    assert not any(element.allow_html for element in page.markdown)
    assert "![x](" not in "".join(element.value for element in page.markdown)


def test_without_an_index_the_page_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert "techpath ingest" in page.warning[0].value
    assert not page.exception


@pytest.mark.browser
@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"])
def test_a_visitor_finds_a_specialty(open_page: OpenPage, size: tuple[int, int], scheme: str) -> None:
    page = open_page(size, scheme, path="specialty")
    page.get_by_role("button", name=SpecialtyWords.GO, exact=True).click()
    cards = page.locator(".st-key-fit-cards button")
    for number in range(1, 4):
        progress = SpecialtyWords.PROGRESS.format(number=number, most=MOST)
        expect(page.get_by_text(progress)).to_be_visible(timeout=WAIT)
        cards.nth(0).click()
        expect(page.locator(".st-key-fit-card-0-least button")).to_be_disabled(timeout=WAIT)
        expect(page.get_by_text(FitWording.LEAST)).to_be_visible()
        assert overflow(page) == 0
        page.locator(".st-key-fit-card-3-least button").click()
    page.get_by_role("button", name=SpecialtyWords.RESULT).click()
    expect(page.get_by_test_id("stVegaLiteChart").locator("canvas, svg").first).to_be_visible(timeout=WAIT)
    assert overflow(page) == 0
    page.locator("[data-testid=stExpander] a[href^='#source-']:visible").first.click()
    panel = page.locator("[class*='st-key-panel-source-']:visible")
    expect(panel).to_have_count(1)
    expect(panel.locator("span[style*='background']").first).to_be_visible()


@pytest.mark.browser
def test_a_result_that_was_handed_out_leads_on_to_a_plan(open_page: OpenPage) -> None:
    page = open_page(path=f"specialty?c={ANSWERED['c']}&w={ANSWERED['w']}")
    expect(page.get_by_text(SpecialtyWords.RANKING)).to_be_visible(timeout=WAIT)
    page.get_by_role("tab", name=SpecialtyWords.TAKES).first.click()
    page.get_by_role("link", name=SpecialtyWords.PLAN).first.click()
    page.wait_for_url("**/plan?goal=specialty-*")
