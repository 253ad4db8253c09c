"""A scene becomes a picture of the running page."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import Browser

from ui.screenshots.scenes import SCENES
from ui.screenshots.studio import taken


@pytest.mark.browser
def test_an_answer_with_its_source_open_is_drawn_on_a_phone_in_the_dark(
    chromium: Browser, page_address: str
) -> None:
    scene = next(scene for scene in SCENES if scene.name == "phone")
    picture = Image.open(io.BytesIO(taken(scene, chromium, page_address)))
    assert picture.size == scene.size
    corner = picture.convert("RGB").getpixel((2, 2))
    assert isinstance(corner, tuple)
    assert max(corner) < 64


def test_each_scene_has_a_name_of_its_own() -> None:
    names = [scene.name for scene in SCENES]
    assert sorted(set(names)) == sorted(names)
