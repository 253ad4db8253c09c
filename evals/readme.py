"""Measured figures -> the part of README.md that holds them."""

from __future__ import annotations

from pathlib import Path

__all__ = ["README", "write_section"]

README = Path(__file__).with_name("README.md")


def write_section(name: str, text: str, path: Path = README) -> None:
    """Put a text between the marks <!-- name --> and <!-- /name --> of the page.

    A page without them gets none.
    """
    page = path.read_text(encoding="utf-8")
    before, start, rest = page.partition(f"<!-- {name} -->")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if start and end:
        path.write_text(f"{before}{start}\n{text}{end}{after}", encoding="utf-8")
