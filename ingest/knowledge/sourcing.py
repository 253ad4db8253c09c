"""Library -> findings about sources: each known, used, reachable by its form, and trusted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import get_args
from urllib.parse import urlsplit

from assistant.types import Source, Tier
from ingest.knowledge.coverage import address
from ingest.knowledge.findings import Finding
from ingest.knowledge.library import SOURCES, Library

__all__ = ["UNRELIABLE", "WEAK", "check_sources", "check_sourcing", "cited"]

# Found to publish invented or contradictory claims about this field, November 2026.
UNRELIABLE = (
    "eatsip365.com",
    "hotelsabruzzo.com",
    "stateregstoday.com",
    "visualfoodie.com",
    "winenfood.com",
)
# Good for orientation only: never more than a guide.
WEAK = ("climbtheladder.com", "legalclarity.org", "openfarmtech.org")
_TIERS = tuple(tier for tier in get_args(Tier) if tier != "your-document")
_AS_OF = re.compile(r"\d{4}(-\d\d){0,2}|unknown")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")


def check_sourcing(library: Library) -> Iterator[Finding]:
    """Every guide sentence names a source, and every source that is named exists."""
    for guide in library.guides:
        for sentence in guide.sentences:
            needs_source = sentence.kind not in ("header", "lead_in")
            if needs_source and not sentence.sources:
                text = sentence.text[:80]
                yield Finding(guide.file, sentence.line, "no-source", f"no source: {text!r}")
    for file, line, id in _citations(library):
        if id not in library.sources:
            yield Finding(file, line, "unknown-source", f"{id!r} is not in {SOURCES}")


def check_sources(library: Library) -> Iterator[Finding]:
    """Every source is used, well-formed, listed once, and not one of the refused sites."""
    used = cited(library)
    seen: dict[tuple[str, str], str] = {}
    for source in library.sources.values():
        line = library.source_lines[source.id]
        for rule, message in _faults(source):
            yield Finding(SOURCES, line, rule, f"{source.id}: {message}")
        if source.id not in used:
            yield Finding(SOURCES, line, "unused-source", f"{source.id}: nothing cites it; remove it")
        # One address may stand twice when the page was read in two editions.
        first = seen.setdefault((address(source.url), source.as_of), source.id)
        if first != source.id:
            message = f"{source.id}: the same address as {first}; keep one of them"
            yield Finding(SOURCES, line, "double-source", message)


def cited(library: Library) -> set[str]:
    """The ids of all sources that a sentence or a statement names."""
    return {id for _, _, id in _citations(library)}


def _citations(library: Library) -> Iterator[tuple[str, int, str]]:
    for guide in library.guides:
        for sentence in guide.sentences:
            for id in sentence.sources:
                yield guide.file, sentence.line, id
    for placed in library.records:
        for line, statement in placed.statements:
            disputed = statement.disputed.source if statement.disputed else []
            for id in [*statement.source, *disputed]:
                yield placed.file, line, id


def _faults(source: Source) -> Iterator[tuple[str, str]]:
    host = _host(source.url)
    if not host:
        yield "bad-address", f"{source.url!r} is not a full http(s) address"
    if _is_of(host, UNRELIABLE):
        yield "refused-site", f"{host} publishes invented claims; find another source"
    if source.tier not in _TIERS:
        yield "bad-tier", f"tier {source.tier!r} is not one of: {', '.join(_TIERS)}"
    elif _is_of(host, WEAK) and source.tier != "guide":
        yield "bad-tier", f"{host} is for orientation only: its tier is guide"
    if not _AS_OF.fullmatch(source.as_of):
        yield "bad-date", f"as_of {source.as_of!r} is not YYYY, YYYY-MM, YYYY-MM-DD or unknown"
    if not _DAY.fullmatch(source.reviewed):
        yield "bad-date", f"reviewed {source.reviewed!r} is not YYYY-MM-DD"


def _host(url: str) -> str:
    """The host name of a well-formed http(s) address, else nothing."""
    if re.search(r"\s", url):
        return ""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:
        return ""
    return host if parts.scheme in ("http", "https") and "." in host else ""


def _is_of(host: str, sites: tuple[str, ...]) -> bool:
    return any(host == site or host.endswith(f".{site}") for site in sites)
