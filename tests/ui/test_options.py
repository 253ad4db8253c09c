from __future__ import annotations

import pytest
import streamlit.config

from assistant.settings import read_settings
from ui.options import DARK, LIGHT, streamlit_options

AA = 4.5  # the least contrast of text, WCAG 2.2, success criterion 1.4.3


def luminance(color: str) -> float:
    """Relative luminance, WCAG 2.2."""
    channels = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("textColor", "backgroundColor"),
        ("textColor", "secondaryBackgroundColor"),
        ("textColor", "yellowBackgroundColor"),
        ("yellowTextColor", "yellowBackgroundColor"),
        ("primaryColor", "backgroundColor"),
        ("linkColor", "backgroundColor"),
        ("linkColor", "secondaryBackgroundColor"),
        ("grayTextColor", "backgroundColor"),
        ("grayTextColor", "secondaryBackgroundColor"),
        ("grayTextColor", "grayBackgroundColor"),
        ("orangeTextColor", "orangeBackgroundColor"),
        ("blueTextColor", "blueBackgroundColor"),
        ("codeTextColor", "codeBackgroundColor"),
    ],
)
def test_text_can_be_read_on_its_ground(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= AA


def test_streamlit_knows_every_option() -> None:
    known = streamlit.config._config_options_template
    assert [name for name in streamlit_options(read_settings({})) if name not in known] == []


def test_the_unsafe_defaults_are_changed() -> None:
    options = streamlit_options(read_settings({"PORT": "8999", "TECHPATH_ADDRESS": "0.0.0.0"}))
    assert options["client.showErrorDetails"] == "none"
    assert options["browser.gatherUsageStats"] is False
    assert options["server.fileWatcherType"] == "none"
    assert options["server.enableStaticServing"] is False
    assert options["server.enableAgentApi"] is False
    assert options["server.maxUploadSize"] == 20
    assert (options["server.port"], options["server.address"]) == (8999, "0.0.0.0")
