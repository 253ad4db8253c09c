"""One run of the app: the frame, then the page that the address names."""

from __future__ import annotations

from ui.navigation import navigation
from ui.views import frame


def main() -> None:
    """One run, from top to bottom."""
    frame.begin()
    navigation().run()


main()
