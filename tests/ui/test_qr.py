from __future__ import annotations

import xml.etree.ElementTree as ET

import pytest

from assistant.errors import WrongUseError
from ui.links import MOST_ASKED, starter_link
from ui.qr import qr_png, qr_svg
from ui.wording_shared import LinkWording


def test_the_code_is_one_svg_element_with_a_name() -> None:
    root = ET.fromstring(qr_svg("https://techpath.example/s/tpl_abc"))
    assert root.tag.endswith("svg")
    assert "viewBox" in root.attrib
    assert LinkWording.QR_TITLE in "".join(root.itertext())


def test_the_longest_starter_link_fits_in_a_code() -> None:
    assert qr_svg(starter_link("https://techpath.example", "é" * MOST_ASKED)).startswith("<svg")


def test_an_address_that_fits_in_no_code_is_refused() -> None:
    with pytest.raises(WrongUseError, match="too long for a QR code"):
        qr_svg("https://techpath.example/" + "a" * 3_000)


def test_the_picture_is_large_enough_to_print() -> None:
    png = qr_png("https://techpath.example/s/tpl_abc")
    assert png.startswith(b"\x89PNG")
    assert int.from_bytes(png[16:20]) >= 400, "pixels wide"
