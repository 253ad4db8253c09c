from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from assistant.types import Tier
from assistant.wording import STARTERS
from ui.wording import PEOPLE, TIERS


def test_every_tier_has_plain_words() -> None:
    assert set(TIERS) == set(get_args(Tier))


def test_every_person_has_starters() -> None:
    assert list(PEOPLE) == list(STARTERS)


UI = Path(__file__).resolve().parents[2] / "ui"
SHOWN = sorted([*UI.glob("views/*.py"), *UI.glob("pages/*.py"), UI / "tool_page.py", UI / "app.py"])
A_PHRASE = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
CODE = re.compile(r"<\w")  # a piece of HTML to be copied


def said(node: ast.AST) -> Iterator[str]:
    """The phrases in a piece of code, without docstrings and what only the log or a developer reads."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant):
            continue
        if isinstance(child, ast.Assert):
            yield from said(child.test)
        elif isinstance(child, ast.Call) and ast.unparse(child.func).startswith(("_log.", "log_event")):
            continue
        elif isinstance(child, ast.Constant) and isinstance(child.value, str):
            if A_PHRASE.search(child.value) and not CODE.search(child.value):
                yield child.value
        else:
            yield from said(child)


@pytest.mark.parametrize("path", SHOWN, ids=lambda path: path.stem)
def test_what_a_view_says_stands_in_the_wording_files(path: Path) -> None:
    assert list(said(ast.parse(path.read_text(encoding="utf-8")))) == []


def test_a_phrase_in_a_view_would_be_found() -> None:
    assert list(said(ast.parse("st.write('Good morning')\nst.caption(f'Of {n} of them')"))) == [
        "Good morning",
        " of them",
    ]
