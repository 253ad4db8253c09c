"""Signing in at a provider of OpenID Connect: the conversations go along, and other browsers find them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from browsing import WAIT, OpenPage
from oidc_provider import CLIENT, EMAIL, SECRET, oidc_provider
from playwright.sync_api import Page, expect

from ui.wording import PageWording
from ui.wording_kept import AccountWording, KeptWording, LinksWording

pytestmark = pytest.mark.browser


@pytest.fixture
def address(
    start_page: Callable[[Path], str], knowledge_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """A page of an installation that has sign-in."""
    for name in ("indexes", "models"):
        (tmp_path / name).symlink_to(knowledge_home / name)
    monkeypatch.setenv("HOME", str(tmp_path))
    with oidc_provider() as provider:
        started = start_page(tmp_path)
        secrets = tmp_path / ".streamlit" / "secrets.toml"
        secrets.parent.mkdir()
        secrets.write_text(
            f'[auth]\nredirect_uri = "{started}/oauth2callback"\ncookie_secret = "a long secret of the page"\n'
            f'client_id = "{CLIENT}"\nclient_secret = "{SECRET}"\n'
            f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n',
            encoding="utf-8",
        )
        yield started


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/links")
    page.get_by_role("button", name=AccountWording.IN, exact=True).click()
    expect(page.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=WAIT)
    page.goto(f"{address}/links")
    expect(page.get_by_role("heading", name=LinksWording.TITLE)).to_be_visible(timeout=WAIT)
    expect(page.locator(".st-key-account")).to_contain_text(EMAIL.split("@")[0], timeout=WAIT)


def test_conversations_go_into_the_account_and_other_browsers_find_them(
    open_page: OpenPage, address: str
) -> None:
    page = open_page(address=address)
    box = page.get_by_test_id("stChatInputTextArea")
    box.fill("How many CE hours do I need in Texas?")
    box.press("Enter")
    expect(page.get_by_role("button", name=PageWording.COPY)).to_be_visible(timeout=WAIT)
    sign_in(page, address)
    page.get_by_role("button", name=AccountWording.BRING).click()
    expect(page.get_by_role("button", name=AccountWording.BRING)).to_have_count(0, timeout=WAIT)

    other = open_page(address=address)
    expect(other.get_by_text(KeptWording.YOURS)).to_have_count(0)
    sign_in(other, address)
    other.goto(address)
    expect(other.get_by_role("button", name="How many CE hours do I need in Texas?")).to_be_visible(
        timeout=WAIT
    )

    other.goto(f"{address}/links")
    other.get_by_role("button", name=AccountWording.OUT).click()
    expect(other.get_by_test_id("stChatInputTextArea")).to_be_visible(timeout=WAIT)
    expect(other.get_by_role("button", name="How many CE hours do I need in Texas?")).to_have_count(0)
