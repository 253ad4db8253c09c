"""A real link in a real Chromium while time goes on: its facts change, then it ends."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import uvicorn
from assistant_samples import make_chunk
from browsing import PHONE
from playwright.sync_api import Browser, expect
from shared_samples import FEES, GUIDE, KNOWLEDGE, NOW, TODAY, TURNS, reworded, write_statements
from starlette.applications import Starlette

from assistant.conversations.archive import Archive, open_archive
from assistant.conversations.snapshot import Snapshot, freeze
from assistant.conversations.snapshot_wire import snapshot_to_text
from assistant.conversations.staleness import CurrentStatements, Staleness
from assistant.conversations.stored import NewTurn
from assistant.retrieval.passages import Passages
from assistant.settings import read_settings
from ui.rates import Rates
from ui.routes.shared import shared_routes
from ui.wording_shared import SharedWording

pytestmark = pytest.mark.browser


@dataclass
class World:
    """What goes on while a link is out: the clock, and what the index says."""

    now: datetime
    passages: Passages
    address: str = ""


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with closing(open_archive(read_settings({"TECHPATH_HOME": str(tmp_path / "home")}))) as opened:
        yield opened


@pytest.fixture
def world(archive: Archive, tmp_path: Path) -> Iterator[World]:
    """The routes on a real archive behind a real server, with a clock that the test moves."""
    here = World(NOW, write_statements(tmp_path / "then.sqlite", KNOWLEDGE))

    def compare(snapshot: Snapshot) -> Staleness:
        return CurrentStatements(here.passages).compare(snapshot)

    routes = shared_routes(archive.shares, compare, lambda: here.now, Rates(1_000, 100, time.monotonic))
    server = uvicorn.Server(uvicorn.Config(Starlette(routes=routes), port=0, log_level="warning", ws="none"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    here.address = f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    yield here
    server.should_exit = True
    thread.join()


def test_a_link_tells_when_its_facts_have_changed_and_ends_at_its_time(
    chromium: Browser, archive: Archive, world: World, tmp_path: Path
) -> None:
    ann = archive.visitors.recognise("key of ann", NOW)
    first = TURNS[0]
    kept = archive.turns.keep(ann, "", [NewTurn(first.question, first.answer, NOW, NOW, None)], NOW, False)
    snapshot = snapshot_to_text(freeze(TURNS, "", [], world.passages, TODAY))
    token = archive.shares.create(ann, kept, snapshot, NOW + timedelta(days=7), NOW).token

    with closing(chromium.new_context(viewport={"width": PHONE[0], "height": PHONE[1]})) as context:
        page = context.new_page()
        page.goto(f"{world.address}/s/{token}")
        expect(page.get_by_text("still stand as sent")).to_be_visible()

        unrelated = make_chunk("parking", "Parking is free.", document="guides/parking")
        world.passages = write_statements(tmp_path / "unrelated.sqlite", (*KNOWLEDGE, unrelated))
        page.reload()
        expect(page.locator(".alarm")).to_have_count(0)

        dearer = reworded(FEES, "Ohio asks $65 when you apply.", "Renewing in Ohio costs $75.")
        world.passages = write_statements(tmp_path / "now.sqlite", (dearer, GUIDE))
        page.reload()
        expect(page.locator(".alarm h2")).to_contain_text("1 of")
        pair = page.locator(".pair").first
        expect(pair).to_contain_text(SharedWording.THEN)
        expect(pair).to_contain_text("Ohio asks $50 when you apply.")
        expect(pair).to_contain_text("Ohio asks $65 when you apply.")
        expect(page.locator("article").first).to_contain_text("$50")

        world.now += timedelta(days=7)
        answer = page.reload()
        assert answer is not None
        assert answer.status == 404
        expect(page.get_by_role("heading")).to_have_text(SharedWording.NOT_FOUND_TITLE)
