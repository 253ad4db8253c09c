"""A screenshot as the browser writes it -> a PNG that is small enough to keep in the repository."""

from __future__ import annotations

import io

__all__ = ["COLOURS", "small_png"]

COLOURS = 96  # text on plain grounds needs no more, and the file is a third of its size


def small_png(screenshot: bytes) -> bytes:
    """The same picture with few colours, as a PNG."""
    from PIL import Image

    picture = Image.open(io.BytesIO(screenshot)).convert("RGB")
    few = picture.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    file = io.BytesIO()
    few.save(file, "PNG", optimize=True)
    return file.getvalue()
