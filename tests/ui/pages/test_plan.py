"""The page My plan: as Streamlit runs it, and in a real Chromium."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browsing import DESKTOP, PHONE, WAIT, OpenPage, overflow
from playwright.sync_api import expect
from streamlit.testing.v1 import AppTest

from assistant.guidance.durations import ASSUMED
from ui.wording_plan import VIEWS, PlanWords

SCRIPT = "from ui.pages.plan import show\n\nshow()\n"
TEXAS = {"state": "TX", "goal": "become", "route": "employer-training", "start": "2026-12-01"}
ADDRESS = "plan?state=TX&goal=become&route=employer-training&start=2026-12-01"


@pytest.fixture
def page(knowledge_home: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    return AppTest.from_string(SCRIPT, default_timeout=60)


def opened(page: AppTest, **parameters: str) -> AppTest:
    page.query_params.update(parameters)
    return page.run()


def text(page: AppTest) -> str:
    return "\n".join(element.value for element in page.markdown).replace("\\", "")


def steps(page: AppTest) -> list[str]:
    boxes = (box for box in page.checkbox if (box.key or "").startswith("plan-tick"))
    return [re.sub(r"[*\\]", "", box.label) for box in boxes]


def test_an_address_fills_the_page_and_the_page_writes_it_back(page: AppTest) -> None:
    opened(page, **TEXAS)
    assert page.selectbox(key="plan-state").value == "TX"
    assert page.selectbox(key="plan-route").value == "employer-training"
    assert steps(page)[3] == "4. Register as a trainee in Texas"
    page.selectbox(key="plan-state").set_value("FL").run()
    assert dict(page.query_params) == {**TEXAS, "state": "FL"}
    assert "4. Do the training: employer training (on the job)" in steps(page)
    assert not page.exception


def test_without_an_address_a_plan_stands_and_asks_for_the_state(page: AppTest) -> None:
    opened(page)
    assert steps(page)
    assert "Tell us your state" in text(page)
    assert not page.exception


def test_what_an_address_gets_wrong_is_said_and_left_out(page: AppTest) -> None:
    opened(page, state="<b>Mars</b>", goal="fly", start="2026-12-01")
    said = " ".join(note.value for note in page.info)
    assert "Mars" in said
    assert "<b>" not in said
    assert page.selectbox(key="plan-goal").value == "become"
    page.selectbox(key="plan-state").set_value("OH").run()
    assert not page.info


def test_ticks_are_kept_when_the_plan_changes(page: AppTest) -> None:
    opened(page, **TEXAS)
    page.checkbox(key="plan-tick-become-entry").check().run()
    page.selectbox(key="plan-state").set_value("OH").run()
    assert page.checkbox(key="plan-tick-become-entry").value
    page.segmented_control(key="plan-view").set_value("costs").run()
    page.segmented_control(key="plan-view").set_value("steps").run()
    assert page.checkbox(key="plan-tick-become-entry").value


def test_a_change_is_told_with_what_stayed(page: AppTest) -> None:
    opened(page, **TEXAS)
    page.selectbox(key="plan-state").set_value("OH").run()
    assert any("lines changed" in element.value and "stayed" in element.value for element in page.markdown)
    assert PlanWords.CHANGED in [box.label for box in page.expander]


def test_a_length_that_we_assumed_can_be_set_and_taken_back(page: AppTest) -> None:
    opened(page, **TEXAS)
    page.selectbox(key="plan-length-step").set_value("find").run()
    page.slider(key="plan-length-find").set_range(100, 200).run()
    assert page.slider(key="plan-length-find").value == (100, 200)
    assert "as you set it" in text(page)
    next(button for button in page.button if button.label == PlanWords.LENGTHS_RESET).click().run()
    assert page.slider(key="plan-length-find").value == ASSUMED["find"]
    assert not page.exception


def test_costs_name_what_is_not_known(page: AppTest) -> None:
    opened(page, view="costs", **TEXAS)
    assert "To get started: at least $129" in text(page)
    assert "not known" in text(page)
    assert page.query_params["view"] == "costs"


def test_the_timeline_has_its_dates_as_text(page: AppTest) -> None:
    opened(page, view="timeline", **TEXAS)
    assert "1. **Check that you can start in Texas**: Starts Dec 1, 2026" in text(page)
    assert not page.exception


def test_ce_hours_are_set_against_what_is_required(page: AppTest) -> None:
    opened(page, goal="renew", state="KY", credential="ptcb-cpht", expires="2027-05-31", view="ce")
    page.number_input(key="plan-general").set_value(9.0).run()
    assert "Done: 9 hours. Still to do: 11 hours." in text(page)
    assert "how many are needed is not in our sources" in text(page)
    assert not page.exception


def test_each_goal_shows_a_plan(page: AppTest) -> None:
    opened(page, **TEXAS)
    for goal in ("certify", "renew", "move", "specialty-nuclear", "lead", "pharmacist", "become"):
        page.selectbox(key="plan-goal").set_value(goal).run()
        assert steps(page), goal
        assert not page.exception
    assert page.selectbox(key="plan-route").value == "employer-training"


def test_a_record_is_never_put_into_the_address(page: AppTest) -> None:
    opened(page, **TEXAS)
    page.checkbox(key="plan-record").check().run()
    assert "2. Ask about your record before you pay for anything" in steps(page)
    assert dict(page.query_params) == TEXAS


def test_without_an_index_the_page_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(tmp_path))
    page = AppTest.from_string(SCRIPT, default_timeout=60).run()
    assert "techpath ingest" in page.warning[0].value


@pytest.mark.browser
def test_a_plan_is_walked_at_a_desk(open_page: OpenPage) -> None:
    page = open_page(DESKTOP, path=ADDRESS)
    step = page.locator(".st-key-plan-step-trainee")
    expect(step).to_contain_text("Register as a trainee in Texas", timeout=WAIT)
    step.locator("a[href^='#source-']").first.click()
    expect(page.locator("[class*='st-key-panel-source-']:visible")).to_contain_text("Texas")
    page.keyboard.press("Escape")
    step.get_by_text("Register as a trainee in Texas").click()
    expect(page.get_by_text(PlanWords.DONE.format(done=1, all=15))).to_be_visible(timeout=WAIT)
    page.get_by_role("radio", name=VIEWS["files"]).click()
    with page.expect_download() as download:
        page.get_by_role("button", name=PlanWords.ICS).click()
    assert download.value.suggested_filename.endswith(".ics")
    assert Path(download.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_shows_every_view_without_scrolling_sideways(open_page: OpenPage, scheme: str) -> None:
    page = open_page(PHONE, scheme, path=ADDRESS)
    for view, sign in (
        ("steps", ".st-key-plan-step-entry"),
        ("timeline", "[data-testid=stVegaLiteChart]"),
        ("costs", "h4"),
        ("files", "[data-testid=stDownloadButton]"),
    ):
        page.get_by_role("radio", name=VIEWS[view]).click(timeout=WAIT)
        expect(page.locator(sign).first).to_be_visible(timeout=WAIT)
        assert overflow(page) == 0
