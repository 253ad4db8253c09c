"""The environment -> Settings. The only file that reads environment variables."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from assistant.errors import SettingsError

__all__ = ["Settings", "read_settings"]

_REPOSITORY = Path(__file__).resolve().parent.parent


@dataclass(frozen=True, slots=True)
class Settings:
    """What two users would set differently; everything else is a constant next to its use."""

    home: Path  # TECHPATH_HOME: everything that is written lies below it
    knowledge: Path  # TECHPATH_KNOWLEDGE: the bundled knowledge
    port: int  # PORT: the page's port, 1-65535
    address: str  # TECHPATH_ADDRESS: the address the page listens on
    log_level: str  # TECHPATH_LOG: debug, info, warning or error

    @property
    def corpus(self) -> Path:
        """The SQLite file that is the truth of the index."""
        return self.home / "corpus.sqlite"

    @property
    def indexes(self) -> Path:
        """The folder of built indexes, one of them current."""
        return self.home / "indexes"

    @property
    def models(self) -> Path:
        """The folder of the exported encoder."""
        return self.home / "models"


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Environment variables -> Settings; a SettingsError names variable, value and remedy."""
    environ = os.environ if environ is None else environ
    return Settings(
        home=_home(environ),
        knowledge=_path(environ.get("TECHPATH_KNOWLEDGE")) or _REPOSITORY / "knowledge",
        port=_port(environ),
        address=environ.get("TECHPATH_ADDRESS", "").strip() or "localhost",
        log_level=_one_of(environ, "TECHPATH_LOG", ("debug", "info", "warning", "error"), "warning"),
    )


def _home(environ: Mapping[str, str]) -> Path:
    given = _path(environ.get("TECHPATH_HOME"))
    if given is not None:
        return given
    import platformdirs

    return Path(platformdirs.user_data_dir("techpath", appauthor=False))


def _path(text: str | None) -> Path | None:
    return Path(text).expanduser().resolve() if text and text.strip() else None


def _port(environ: Mapping[str, str]) -> int:
    text = environ.get("PORT", "").strip() or "8501"
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise SettingsError(f"PORT is {text!r}; it must be a whole number from 1 to 65535.")
    return int(text)


def _one_of(environ: Mapping[str, str], name: str, accepted: tuple[str, ...], default: str) -> str:
    value = environ.get(name, "").strip().lower() or default
    if value not in accepted:
        raise SettingsError(f"{name} is {value!r}; it must be one of: {', '.join(accepted)}.")
    return value
