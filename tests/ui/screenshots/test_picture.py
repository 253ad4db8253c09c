"""A picture for the docs shows the same in fewer bytes."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from ui.screenshots.picture import COLOURS, small_png


def screenshot() -> bytes:
    """A page with a gradient, as a browser writes it."""
    picture = Image.linear_gradient("L").resize((400, 300)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((50, 50, 350, 250), fill="#0f5e59")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def test_a_picture_keeps_its_size_and_its_colours_and_gets_smaller() -> None:
    before, after = (Image.open(io.BytesIO(data)) for data in (screenshot(), small_png(screenshot())))
    assert after.size == before.size
    colours = after.convert("RGB").getcolors(before.width * before.height)
    assert colours is not None
    assert len(colours) <= COLOURS
    seen = after.convert("RGB").getpixel((200, 150))
    assert isinstance(seen, tuple)
    assert max(abs(a - b) for a, b in zip(seen, (15, 94, 89), strict=True)) <= 2
    assert len(small_png(screenshot())) < len(screenshot())
