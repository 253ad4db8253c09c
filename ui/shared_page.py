"""What a shared page shows -> its HTML, and the headers that belong to it. No script, no second request."""

from __future__ import annotations

import base64
import hashlib
import math
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assistant.conversations.snapshot import Snapshot
from assistant.errors import WrongUseError
from ui.options import DARK, LIGHT
from ui.shared_view import SharedView, shared_view
from ui.wording import PageWording
from ui.wording_shared import SharedWording

__all__ = ["HEADERS", "MOST_BYTES", "check_size", "notice_page", "policy", "shared_page"]

MOST_BYTES = 60_000  # of a page, so that it opens at once on a slow phone
_ROOM = 12_000  # bytes left for what will have changed: some twenty statements, old and new
_HERE = Path(__file__).resolve().parent
# The colours of the page, by the names that the style sheet uses.
_COLOURS = {
    "ground": "backgroundColor",
    "raised": "secondaryBackgroundColor",
    "ink": "textColor",
    "quiet": "grayTextColor",
    "link": "linkColor",
    "accent": "primaryColor",
    "line": "borderColor",
    "mark": "yellowBackgroundColor",
    "warn": "orangeTextColor",
    "warned": "orangeBackgroundColor",
}
HEADERS: Mapping[str, str] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


def shared_page(view: SharedView, going_on: str) -> str:
    """The page of a link.

    Args:
        view: what it shows.
        going_on: the address that goes on from here.
    """
    return _render("shared.html", view=view, going_on=going_on)


def check_size(snapshot: Snapshot, today: date) -> None:
    """Whether a snapshot's page stays small; WrongUseError says what to do when it does not."""
    page = shared_page(shared_view(snapshot, None, today, today), "../?continue=")
    size, limit = len(page.encode()), MOST_BYTES - _ROOM
    if size > limit:
        said = SharedWording.TOO_LARGE.format(size=math.ceil(size / 1000), limit=limit // 1000)
        raise WrongUseError(said)


def notice_page(title: str, text: str) -> str:
    """A page that only says something: no such link, too many at once, something is broken."""
    return _render("notice.html", heading=title, text=text)


def policy() -> str:
    """The Content-Security-Policy of these pages: their own style sheet and their icon, nothing else."""
    return _parts().policy


@dataclass(frozen=True, slots=True)
class _Parts:
    """What is the same on every page."""

    environment: Environment
    style: Markup
    mark: Markup
    icon: str
    policy: str


@lru_cache(maxsize=1)
def _parts() -> _Parts:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    mark = (_HERE / "assets" / "mark.svg").read_text(encoding="utf-8")
    style = _palette() + (_HERE / "assets" / "shared.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return _Parts(
        environment=environment,
        # Both are files of ours; nothing that a person wrote is ever marked as safe.
        style=Markup(style),
        mark=Markup(mark),
        icon=f"data:image/svg+xml;base64,{base64.b64encode(mark.encode()).decode()}",
        policy=(
            f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; "
            "form-action 'none'; frame-ancestors 'none'"
        ),
    )


def _palette() -> str:
    """The theme's colours as custom properties, for light and for dark."""
    light = ";".join(f"--{name}:{LIGHT[key]}" for name, key in _COLOURS.items())
    dark = ";".join(f"--{name}:{DARK[key]}" for name, key in _COLOURS.items())
    return f":root{{{light}}}\n@media screen and (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"


def _render(template: str, **values: object) -> str:
    parts = _parts()
    shared = {
        "style": parts.style,
        "mark": parts.mark,
        "icon": parts.icon,
        "words": SharedWording,
        "page": PageWording,
    }
    return parts.environment.get_template(template).render(**shared, **values)
