"""The page Compare: as Streamlit runs it, and in a real Chromium."""

from __future__ import annotations

from pathlib import Path

import pytest
from browsing import DESKTOP, PHONE, WAIT, OpenPage, overflow, settled
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.wording_compare import VERDICTS
from ui.wording_compare import PAY_GROUPS, CompareWords, PayWords

SCRIPT = "from ui.pages.compare import show\n\nshow()\n"


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def opened(page: AppTest, **parameters: str) -> AppTest:
    page.query_params.update(parameters)
    return page.run()


def text(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown).replace("\\", "")


def test_the_empty_page_offers_examples_that_fill_themselves_in(page: AppTest) -> None:
    opened(page)
    assert CompareWords.EXAMPLES in text(page)
    page.button(key="compare-example-exam").click().run()
    assert page.multiselect[0].value == ["ptcb-cpht", "nha-cpht"]
    assert "Exam time" in text(page)
    assert dict(page.query_params) == {"kind": "exam", "a": "ptcb-cpht", "b": "nha-cpht"}
    assert not page.exception


def test_an_address_fills_the_page_and_the_page_writes_it_back(page: AppTest) -> None:
    opened(page, kind="state", a="TX", b="Colorado")
    assert page.multiselect[0].value == ["TX", "CO"]
    page.multiselect[0].set_value(["TX", "CO", "NY"]).run()
    assert page.query_params["c"] == "NY"
    assert "New York" in text(page)
    assert not page.exception


def test_what_an_address_gets_wrong_is_said_and_left_out(page: AppTest) -> None:
    opened(page, kind="state", a="TX", b="<b>Mars</b>")
    assert "Mars" in page.info[0].value
    assert "<b>" not in page.info[0].value
    assert page.multiselect[0].value == ["TX"]


def test_what_differs_comes_before_what_is_the_same_and_the_same_can_be_hidden(page: AppTest) -> None:
    shown = text(opened(page, kind="state", a="TX", b="CA"))
    assert shown.index(VERDICTS["differs"]) < shown.index(f"#### {VERDICTS['same']}")
    page.toggle(key="compare-differing").set_value(True).run()
    assert f"#### {VERDICTS['same']}" not in text(page)


def test_the_sentence_behind_a_value_is_shown_on_demand(page: AppTest) -> None:
    opened(page, kind="state", a="TX", b="CA")
    assert "Texas technicians renew every 2 years." not in text(page).split(CompareWords.WHO_DECIDES)[0]
    page.toggle(key="compare-full").set_value(True).run()
    assert "Texas technicians renew every 2 years." in text(page).split(CompareWords.WHO_DECIDES)[0]


def test_nothing_from_documents_is_shown_as_html(page: AppTest) -> None:
    opened(page, kind="state", a="TX", b="CA")
    assert not any(element.allow_html for element in page.markdown)


def test_pay_is_shown_as_pictures_with_the_same_figures_as_text(page: AppTest) -> None:
    opened(page, view="pay")
    for group, (name, _) in PAY_GROUPS.items():
        page.selectbox(key="pay-group").set_value(group).run()
        assert not page.exception, name
        assert any(expander.label == PayWords.AS_TEXT for expander in page.expander)
    page.selectbox(key="pay-group").set_value("by_state").run()
    assert "Texas" in page.info[-1].value, "what is unknown is named"
    assert page.query_params["view"] == "pay"


def test_coming_back_from_pay_the_choice_stands(page: AppTest) -> None:
    opened(page, kind="state", a="TX", b="CA")
    page.segmented_control[0].set_value("pay").run()
    page.segmented_control[0].set_value("table").run()
    assert page.multiselect[0].value == ["TX", "CA"]


def test_without_an_index_the_page_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert "techpath ingest" in page.warning[0].value
    assert not page.exception


@pytest.mark.browser
@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_a_visitor_compares_three_states(open_page: OpenPage, size: tuple[int, int]) -> None:
    page = open_page(size, path="compare?kind=state&a=TX&b=CA&c=NY")
    table = page.locator("[class*='st-key-compare-table-differs']")
    expect(table).to_contain_text("Renewal every", timeout=WAIT)
    names = table.locator("tbody tr").first.locator("em")
    expect(names).to_have_count(3)
    expect(names.first).to_be_visible(visible=size == PHONE)
    settled(page)
    assert overflow(page) == 0
    mark = table.locator("a[href^='#source-']").first
    mark.click()
    panel = page.locator("[class*='st-key-panel-source-']:visible")
    expect(panel).to_have_count(1)
    expect(panel.locator("span[style*='background']").first).to_be_visible()
    assert overflow(page) == 0


@pytest.mark.browser
@pytest.mark.parametrize(("size", "scheme"), [(DESKTOP, "light"), (PHONE, "dark")], ids=["desktop", "phone"])
def test_a_visitor_looks_at_pay(open_page: OpenPage, size: tuple[int, int], scheme: str) -> None:
    page = open_page(size, scheme, path="compare?view=pay")
    picture = page.get_by_test_id("stVegaLiteChart").first
    expect(picture.locator("canvas, svg").first).to_be_visible(timeout=WAIT)
    page.get_by_text(PayWords.AS_TEXT).first.click()
    expect(page.get_by_text("$45,750 a year").first).to_be_visible()
    assert overflow(page) == 0
