"""Streamlit's options for this page: its unsafe defaults changed, and its colours.

Text has a contrast of at least 4.5:1 on its ground in both themes (WCAG 2.2 AA), under test.
"""

from __future__ import annotations

from assistant.settings import Settings

__all__ = ["DARK", "FONT", "LIGHT", "streamlit_options"]

FONT = "Source Sans, sans-serif"  # what Streamlit calls "sans-serif", for words in pictures

LIGHT = {
    "primaryColor": "#0f5e59",
    "backgroundColor": "#fbf8f2",
    "secondaryBackgroundColor": "#f1ebdf",
    "textColor": "#23302e",
    "linkColor": "#0b5f73",
    "borderColor": "#ddd3c1",
    "yellowTextColor": "#6b4b00",
    "yellowBackgroundColor": "#fce9a9",
    "grayTextColor": "#5a6461",
    "grayBackgroundColor": "#ece5d8",
    "orangeTextColor": "#87430f",
    "orangeBackgroundColor": "#fbe8d3",
    "blueTextColor": "#1d5167",
    "blueBackgroundColor": "#e3eeee",
    "codeBackgroundColor": "#f1ebdf",
    "codeTextColor": "#23302e",
}
DARK = {
    "primaryColor": "#6cc3b6",
    "backgroundColor": "#141c1b",
    "secondaryBackgroundColor": "#1f2a28",
    "textColor": "#ece7dc",
    "linkColor": "#8bcfe0",
    "borderColor": "#384643",
    "yellowTextColor": "#f7e3a1",
    "yellowBackgroundColor": "#5a4a12",
    "grayTextColor": "#a9b3b0",
    "grayBackgroundColor": "#2a3634",
    "orangeTextColor": "#f3b98a",
    "orangeBackgroundColor": "#3b2a1a",
    "blueTextColor": "#a8d6e2",
    "blueBackgroundColor": "#1d3136",
    "codeBackgroundColor": "#1f2a28",
    "codeTextColor": "#ece7dc",
}
_SHARED = {
    "font": "sans-serif",
    "headingFont": "serif",
    "headingFontSizes": ["2.6rem", "1.6rem", "1.25rem", "1.1rem", "1rem", "1rem"],
    "baseFontSize": 17,
    "baseRadius": "0.6rem",
    "buttonRadius": "0.6rem",
    "showWidgetBorder": True,
}
_SAFE = {
    "client.showErrorDetails": "none",  # a visitor never sees a traceback
    "client.showErrorLinks": False,  # error boxes would link to search engines
    "client.toolbarMode": "minimal",
    "browser.gatherUsageStats": False,
    "server.fileWatcherType": "none",
    "server.enableStaticServing": False,
    "server.enableAgentApi": False,
    "server.enableCORS": True,
    "server.enableXsrfProtection": True,
    "server.maxUploadSize": 20,  # MB
    "server.maxMessageSize": 50,  # MB
    "server.headless": True,
    "server.showEmailPrompt": False,
    "runner.magicEnabled": False,
}


def streamlit_options(settings: Settings) -> dict[str, object]:
    """Settings -> the options that the page is started with."""
    return {
        **_SAFE,
        "server.address": settings.address,
        "server.port": settings.port,
        "logger.level": settings.log_level,
        **{f"theme.{name}": value for name, value in _SHARED.items()},
        **{f"theme.light.{name}": value for name, value in LIGHT.items()},
        **{f"theme.dark.{name}": value for name, value in DARK.items()},
    }
