"""What README and docs/ name exists: commands, options, targets of make, files, settings and pictures."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer
from typer.core import TyperGroup

from assistant.cli import app
from assistant.variables import VARIABLES, markdown_table
from ui.screenshots.scenes import SCENES

REPOSITORY = Path(__file__).resolve().parent.parent
DOCS = REPOSITORY / "docs"
PAGES = [REPOSITORY / "README.md", *sorted(DOCS.glob("*.md"))]
CODE = re.compile(r"^```\w*\n(.*?)^```|`([^`\n]+)`", re.DOTALL | re.MULTILINE)
CALLED = re.compile(r"(?:\S*/)?techpath ([a-z]+)([^#\n|;]*)")
TARGET = re.compile(r"\bmake ([a-z]+)\b")
VARIABLE = re.compile(r"\bTECHPATH_[A-Z_]+\b")
LINKED = re.compile(r"\]\(([^)#\s]+)[^)]*\)|(?:src|srcset)=\"([^\"]+)\"")
MOST_BYTES = 120_000  # of one picture: all of them are fetched with the repository
MAIN = typer.main.get_command(app)


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


def text(page: Path) -> str:
    return page.read_text(encoding="utf-8")


def code(page: Path) -> str:
    return "\n".join(block or span for block, span in CODE.findall(text(page)))


def command(words: list[str]) -> Any:
    """The command that these words begin with; None when there is none."""
    found: Any = MAIN
    for word in words:
        if not isinstance(found, TyperGroup):
            break
        found = found.get_command(typer.Context(found), word)
    return None if isinstance(found, TyperGroup) else found


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_every_command_and_option_exists(page: Path) -> None:
    for name, rest in CALLED.findall(code(page)):
        called = command([name, *rest.split()])
        assert called is not None, f"techpath {name}{rest}"
        known = {option for parameter in called.params for option in parameter.opts} | {"--help"}
        given = (word.strip("[]") for word in rest.split('"')[0].split())
        assert {word for word in given if word.startswith("-")} <= known, f"techpath {name}{rest}"


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_every_target_of_make_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", text(REPOSITORY / "Makefile"), re.MULTILINE))
    assert set(TARGET.findall(code(page))) <= targets


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_every_linked_file_and_picture_is_there(page: Path) -> None:
    for link in (first or second for first, second in LINKED.findall(text(page))):
        if not link.startswith(("http://", "https://")):
            assert (page.parent / link).exists(), link


@pytest.mark.parametrize("page", PAGES, ids=names(PAGES))
def test_every_setting_that_is_named_is_read(page: Path) -> None:
    assert set(VARIABLE.findall(text(page))) <= {variable.name for variable in VARIABLES}


def test_the_table_of_settings_is_what_the_command_prints() -> None:
    shown = text(DOCS / "administrators.md").split("<!-- settings -->\n")[1].split("\n<!-- /settings -->")[0]
    assert shown == markdown_table(), "Run: techpath settings --markdown"


def test_every_picture_is_drawn_by_a_scene_shown_somewhere_and_small() -> None:
    shown = {Path(first or second).name for page in PAGES for first, second in LINKED.findall(text(page))}
    drawn = {f"{scene.name}.png" for scene in SCENES}
    kept = {path.name: path.stat().st_size for path in DOCS.glob("*.png")}
    assert drawn == set(kept)
    assert set(kept) <= shown
    assert {name: size for name, size in kept.items() if size > MOST_BYTES} == {}
