from __future__ import annotations

import random
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pytest
from shared_page_samples import SMALL, all_the_same, stale
from shared_samples import NOW
from starlette.applications import Starlette
from starlette.testclient import TestClient

from assistant.conversations.snapshot import Snapshot
from assistant.conversations.snapshot_wire import snapshot_to_text
from assistant.conversations.staleness import Staleness
from assistant.errors import IndexMissingError
from ui.rates import Rates
from ui.resources import LOOKUP_BURST as BURST
from ui.resources import LOOKUPS_PER_SECOND as PER_SECOND
from ui.routes.shared import Compare, shared_routes
from ui.wording_shared import SharedWording

TOKEN = "tpl_AbC-_0123456789AbC-_0123456789Ab"


@dataclass(frozen=True)
class Kept:
    """A link in memory."""

    snapshot: str
    expires: datetime | None = None
    revoked: bool = False


@dataclass
class Links:
    """Links in memory, as a ShareReader."""

    kept: dict[str, Kept] = field(default_factory=dict)
    opened: list[str] = field(default_factory=list)

    def open(self, token: str, now: datetime) -> Kept | None:
        found = self.peek(token, now)
        if found:
            self.opened.append(token)
        return found

    def peek(self, token: str, now: datetime) -> Kept | None:
        found = self.kept.get(token)
        gone = found is None or found.revoked or (found.expires is not None and found.expires <= now)
        return None if gone else found


class Desk:
    """The routes on links in memory, with a clock that a test moves."""

    def __init__(self, compare: Compare = all_the_same) -> None:
        self.now = NOW
        self.links = Links({TOKEN: Kept(snapshot_to_text(SMALL), NOW + timedelta(days=30))})
        rates = Rates(BURST, PER_SECOND, lambda: self.now.timestamp())
        routes = shared_routes(self.links, compare, lambda: self.now, rates)
        self.client = TestClient(Starlette(routes=routes))


@pytest.fixture
def desk() -> Desk:
    return Desk()


def test_a_link_opens_its_page_and_is_counted(desk: Desk) -> None:
    response = desk.client.get(f"/s/{TOKEN}")
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    assert "Ohio asks $50 when you apply." in response.text
    assert "This link works until December 22, 2026." in response.text
    assert f"../?continue={TOKEN}" in response.text
    assert desk.links.opened == [TOKEN]


def test_a_look_at_the_headers_alone_is_not_counted(desk: Desk) -> None:
    assert desk.client.head(f"/s/{TOKEN}").status_code == 200
    assert desk.links.opened == []


def test_every_response_is_private_and_lets_nothing_in(desk: Desk) -> None:
    for path in (f"/s/{TOKEN}", "/s/unknown"):
        headers = desk.client.get(path).headers
        assert headers["content-security-policy"].startswith("default-src 'none'; style-src 'sha256-")
        assert "frame-ancestors 'none'" in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "noindex" in headers["x-robots-tag"]
        assert headers["x-frame-options"] == "DENY"
        assert "set-cookie" not in headers


def test_unknown_expired_and_revoked_links_look_the_same(desk: Desk) -> None:
    unknown = desk.client.get("/s/tpl_unknown")
    desk.links.kept["revoked"] = Kept(snapshot_to_text(SMALL), revoked=True)
    revoked = desk.client.get("/s/revoked")
    desk.now += timedelta(days=30)
    expired = desk.client.get(f"/s/{TOKEN}")
    assert unknown.status_code == revoked.status_code == expired.status_code == 404
    assert unknown.text == revoked.text == expired.text
    assert dict(unknown.headers) == dict(revoked.headers) == dict(expired.headers)
    assert SharedWording.NOT_FOUND_TITLE in unknown.text


@pytest.mark.parametrize(
    "path", ["/s/", "/s", "/s/a/b", "/s/%2e%2e%2fetc", "/s/" + "a" * 5_000, "/s/%00", "/s/😀"]
)
def test_odd_addresses_open_nothing(desk: Desk, path: str) -> None:
    assert desk.client.get(path, follow_redirects=False).status_code in (404, 307)
    assert desk.links.opened == []


def test_only_looking_is_possible(desk: Desk) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert desk.client.request(method, f"/s/{TOKEN}").status_code == 405


def test_a_guesser_is_slowed_down_and_told_how_long(desk: Desk) -> None:
    codes = [desk.client.get(f"/s/tpl_{secrets.token_urlsafe(24)}").status_code for _ in range(BURST + 5)]
    assert codes == [404] * BURST + [429] * 5
    refused = desk.client.get(f"/s/{TOKEN}")
    assert refused.status_code == 429
    assert refused.headers["retry-after"] == "1"
    assert SharedWording.TOO_MANY.format(seconds=1) in refused.text
    desk.now += timedelta(seconds=2)
    assert desk.client.get(f"/s/{TOKEN}").status_code == 200


def test_a_token_near_to_a_real_one_opens_nothing(desk: Desk) -> None:
    chance = random.Random(7)
    for _ in range(BURST - 1):
        place = chance.randrange(len(TOKEN))
        near = TOKEN[:place] + chance.choice("ghijkl") + TOKEN[place + 1 :]
        if near != TOKEN:
            assert desk.client.get(f"/s/{near}").status_code == 404


def test_a_page_that_has_gone_stale_says_so() -> None:
    page = Desk(stale).client.get(f"/s/{TOKEN}").text
    assert "2 of 4 cited statements have changed or been withdrawn since this was sent" in page


def _no_index(snapshot: Snapshot) -> Staleness:
    raise IndexMissingError("There is no index.")


@pytest.mark.parametrize("compare", [_no_index, lambda snapshot: None], ids=["an error", "nothing known"])
def test_a_page_is_shown_even_when_it_cannot_be_compared(
    compare: Callable[[Snapshot], Staleness | None],
) -> None:
    response = Desk(compare).client.get(f"/s/{TOKEN}")
    assert response.status_code == 200
    assert SharedWording.NOT_COMPARED.split(" could")[0] in response.text


def test_a_snapshot_of_a_later_version_is_not_the_readers_fault(desk: Desk) -> None:
    desk.links.kept[TOKEN] = Kept('{"version": 99}')
    response = desk.client.get(f"/s/{TOKEN}")
    assert response.status_code == 500
    assert SharedWording.BROKEN in response.text
