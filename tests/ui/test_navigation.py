from __future__ import annotations

import re
from pathlib import Path

import ui.navigation
from ui.navigation import addresses

SCRIPT = Path(ui.navigation.__file__).parent / "assets" / "page.js"


def test_a_chosen_look_holds_on_every_page() -> None:
    found = re.search(r"const PAGES = \[(.*?)\];", SCRIPT.read_text(encoding="utf-8"))
    assert found
    assert sorted(re.findall(r'"(\w*)"', found[1])) == sorted(addresses())
