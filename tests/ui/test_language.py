"""Both languages say the same things, and each visitor reads their own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from ui.language import Words
from ui.look import Look, look_from_text

UI = Path(__file__).resolve().parents[2] / "ui"
MODULES = sorted(path.stem for path in UI.glob("wording*.py"))
# Words of English that stay as they are: names, and what both languages share.
SAME = re.compile(r"[^a-z]*|TechPath|PDF.*|Markdown|\d+ .*|.*:material/.*|#.*", re.DOTALL)
# What must be in the sentence of either language: what is filled in, icons, links, and code.
FIXED = re.compile(r"\{[^{}]*\}|:material/\w+:|\]\([^)]*\)|`[^`]*`")


def texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """(place, text) of each text in a value."""
    if isinstance(value, str):
        yield place, value
    elif isinstance(value, Mapping):
        for key in value:
            yield from texts(value[key], f"{place}[{key!r}]")
    elif isinstance(value, tuple):
        for number, item in enumerate(value):
            yield from texts(item, f"{place}[{number}]")


def english(module: str) -> dict[str, str]:
    """Place -> text, of all that is in the visitor's language."""
    found: dict[str, str] = {}
    for name, value in vars(import_module(f"ui.{module}")).items():
        if isinstance(value, type) and issubclass(value, Words) and value is not Words:
            found |= dict(texts(vars_of(value), name))
        elif isinstance(value, Mapping) and not isinstance(value, dict):
            found |= dict(texts(value, name))
    return found


def vars_of(words: type) -> dict[str, Any]:
    return {name: value for name, value in vars(words).items() if name.isupper()}


def spanish(module: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in vars(import_module(f"ui.spanish.{module}")).items():
        if isinstance(value, type) and value.__module__ == f"ui.spanish.{module}":
            found |= dict(texts(vars_of(value), name))
        elif name.isupper():
            found |= dict(texts(value, name))
    return found


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_say_the_same_things(module: str) -> None:
    assert set(english(module)) == set(spanish(module)), f"add the words to ui/spanish/{module}.py"


@pytest.mark.parametrize("module", MODULES)
def test_both_languages_fill_in_the_same(module: str) -> None:
    other = spanish(module)
    for place, text in english(module).items():
        assert sorted(FIXED.findall(other[place])) == sorted(FIXED.findall(text)), place


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.stem)
def test_words_are_read_when_they_are_shown(path: Path) -> None:
    assert list(read_at_import(ast.parse(path.read_text(encoding="utf-8")))) == []


def read_at_import(node: ast.AST) -> Iterator[str]:
    """Words that are read while a module is loaded, before any visitor's language is known."""
    if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
        parts: list[ast.AST] = [*getattr(node, "decorator_list", ()), node.args]
    else:
        parts = list(ast.iter_child_nodes(node))
    for part in parts:
        if isinstance(part, ast.Attribute) and re.fullmatch(r"\w+(Words|Wording)", ast.unparse(part.value)):
            yield ast.unparse(part)
        yield from read_at_import(part)


def test_a_page_speaks_the_language_that_was_chosen() -> None:
    page = AppTest.from_string(
        "import streamlit as st\n"
        "from ui.language import choose_look\n"
        "from ui.look import look_from_text\n"
        "from ui.wording import PAGES, PageWording\n"
        "choose_look(look_from_text(st.text_input('look')))\n"
        "st.write(PageWording.SOURCES, PAGES['plan'])\n"
    ).run()
    assert page.markdown[0].value == "Sources My plan"
    page.text_input[0].set_value("es").run()
    assert page.markdown[0].value == "Fuentes Mi plan"


def test_a_look_survives_the_cookie() -> None:
    chosen = Look("es", "dark", "larger", "OH")
    assert look_from_text(str(chosen)) == chosen


@pytest.mark.parametrize("text", ["", "....", "xx.blue.huge.ZZ", "<script>", "es" * 9])
def test_what_is_none_of_our_words_counts_as_not_said(text: str) -> None:
    assert look_from_text(text) == Look()
