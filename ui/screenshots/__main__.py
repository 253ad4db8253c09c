"""`python -m ui.screenshots [NAME…]`: all pictures, or those named, drawn anew into docs/."""

from __future__ import annotations

import sys
from pathlib import Path

from assistant.errors import TechPathError
from assistant.settings import read_settings
from ui.screenshots.scenes import SCENES
from ui.screenshots.studio import browser, running_page, taken

_DOCS = Path(__file__).resolve().parents[2] / "docs"


def main(names: list[str]) -> None:
    """Draw the scenes with these names; none means all."""
    unknown = set(names) - {scene.name for scene in SCENES}
    if unknown:
        sys.exit(f"No such picture: {', '.join(sorted(unknown))}. There are: {_all_names()}.")
    try:
        with running_page(read_settings()) as address, browser() as chromium:
            for scene in SCENES:
                if not names or scene.name in names:
                    picture = taken(scene, chromium, address)
                    (_DOCS / f"{scene.name}.png").write_bytes(picture)
                    print(f"docs/{scene.name}.png  {len(picture) / 1000:.0f} KB", flush=True)
    except TechPathError as error:
        sys.exit(str(error))


def _all_names() -> str:
    return ", ".join(scene.name for scene in SCENES)


if __name__ == "__main__":
    main(sys.argv[1:])
