"""The environment, and Streamlit's secrets -> Settings. The only file that reads environment variables."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from assistant.errors import SettingsError

__all__ = ["PROVIDERS", "Settings", "load_secrets", "read_settings"]

# What may stand before the colon of TECHPATH_MODEL.
PROVIDERS = ("openai", "anthropic", "google", "mistral", "groq", "ollama")

_SECRETS = Path(".streamlit") / "secrets.toml"
_REPOSITORY = Path(__file__).resolve().parent.parent
_ORIGIN = re.compile(r"https?://[a-z0-9.-]+(?::[0-9]{1,5})?", re.ASCII)
_MOST_DAYS = 36_500  # a hundred years: more is a slip of the hand


@dataclass(frozen=True, slots=True)
class Settings:
    """What two users would set differently; everything else is a constant next to its use."""

    home: Path  # TECHPATH_HOME: everything that is written lies below it
    knowledge: Path  # TECHPATH_KNOWLEDGE: the bundled knowledge
    port: int  # PORT: the page's port, 1-65535
    address: str  # TECHPATH_ADDRESS: the address the page listens on
    log_level: str  # TECHPATH_LOG: debug, info, warning or error
    # TECHPATH_DATABASE_URL: a PostgreSQL server for conversations, or None for a file below home.
    # It may hold a password, so that it is not shown with the others.
    database_url: str | None = field(default=None, repr=False)
    retention_days: int | None = None  # TECHPATH_RETENTION_DAYS: 1 or more; None keeps everything
    # TECHPATH_EMBED_ORIGINS: sites that may show the page inside their own; () is none
    embed_origins: tuple[str, ...] = ()
    log_questions: bool = False  # TECHPATH_LOG_QUESTIONS: whether logs may hold what people ask
    model: str = ""  # TECHPATH_MODEL: provider:model; "" answers with the embedded engine alone
    model_seconds: int = 30  # TECHPATH_MODEL_SECONDS: the longest that one answer may take, 1-600
    model_tokens: int = 100_000  # TECHPATH_MODEL_TOKENS: a visitor's share of one day; 0 sets no limit

    @property
    def corpus(self) -> Path:
        """The SQLite file that is the truth of the index."""
        return self.home / "corpus.sqlite"

    @property
    def conversations(self) -> Path:
        """The SQLite file of conversations, links and feedback, where no server is set."""
        return self.home / "conversations.sqlite"

    @property
    def indexes(self) -> Path:
        """The folder of built indexes, one of them current."""
        return self.home / "indexes"

    @property
    def models(self) -> Path:
        """The folder of the exported encoder."""
        return self.home / "models"


def load_secrets(
    environ: MutableMapping[str, str] | None = None, folders: Sequence[Path] | None = None
) -> None:
    """Streamlit's secrets -> the environment, so that every command knows the keys that the page knows.

    As Streamlit does it, a value of the file stands over one of the environment, and only names and
    values on its top level count.

    Args:
        environ: default: the process's.
        folders: those that may hold .streamlit/secrets.toml, the last of them the strongest; default:
            the person's own and the current one.

    Raises:
        SettingsError: a file is no TOML. Its contents are never repeated.
    """
    environ = os.environ if environ is None else environ
    for folder in (Path.home(), Path.cwd()) if folders is None else folders:
        file = folder / _SECRETS
        if not file.is_file():
            continue
        try:
            found = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise SettingsError(f'{file} cannot be read; a line must look like NAME = "value".') from error
        environ.update({
            name: str(value) for name, value in found.items() if type(value) in (str, int, float)
        })


def read_settings(environ: Mapping[str, str] | None = None) -> Settings:
    """Environment variables -> Settings; a SettingsError names variable, value and remedy."""
    environ = os.environ if environ is None else environ
    return Settings(
        home=_home(environ),
        knowledge=_path(environ.get("TECHPATH_KNOWLEDGE")) or _REPOSITORY / "knowledge",
        port=_port(environ),
        address=environ.get("TECHPATH_ADDRESS", "").strip() or "localhost",
        log_level=_one_of(environ, "TECHPATH_LOG", ("debug", "info", "warning", "error"), "warning"),
        database_url=_database_url(environ),
        retention_days=_days(environ, "TECHPATH_RETENTION_DAYS"),
        embed_origins=_origins(environ, "TECHPATH_EMBED_ORIGINS"),
        log_questions=_one_of(environ, "TECHPATH_LOG_QUESTIONS", ("yes", "no"), "no") == "yes",
        model=_model(environ),
        model_seconds=_number(environ, "TECHPATH_MODEL_SECONDS", 1, 600, 30),
        model_tokens=_number(environ, "TECHPATH_MODEL_TOKENS", 0, 1_000_000_000, 100_000),
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


def _database_url(environ: Mapping[str, str]) -> str | None:
    """The address as given; its value is never repeated in a message, for it may hold a password."""
    url = environ.get("TECHPATH_DATABASE_URL", "").strip()
    if url and not url.startswith(("postgresql://", "postgres://", "postgresql+psycopg://")):
        raise SettingsError(
            "TECHPATH_DATABASE_URL must begin with postgresql://, for example "
            "postgresql://user:password@localhost:5432/techpath. Unset it to keep conversations in a file."
        )
    return url or None


def _days(environ: Mapping[str, str], name: str) -> int | None:
    text = environ.get(name, "").strip()
    if not text:
        return None
    if not text.isascii() or not text.isdecimal() or not 1 <= int(text) <= _MOST_DAYS:
        raise SettingsError(
            f"{name} is {text!r}; it must be a whole number of days from 1 to {_MOST_DAYS}. "
            "Unset it to keep everything."
        )
    return int(text)


def _origins(environ: Mapping[str, str], name: str) -> tuple[str, ...]:
    """Addresses of sites, divided by spaces or commas: scheme, host and port, and nothing behind them."""
    given = environ.get(name, "").replace(",", " ").lower().split()
    for origin in given:
        if not _ORIGIN.fullmatch(origin):
            raise SettingsError(
                f"{name} holds {origin!r}; each must be the address of a site without a path, for example "
                "https://www.school.example."
            )
    return tuple(dict.fromkeys(given))


def _model(environ: Mapping[str, str]) -> str:
    text = environ.get("TECHPATH_MODEL", "").strip()
    provider, colon, name = text.partition(":")
    if text and (provider not in PROVIDERS or not colon or not name.strip()):
        raise SettingsError(
            f"TECHPATH_MODEL is {text!r}; it must be provider:model, with one of these providers: "
            f"{', '.join(PROVIDERS)}. Unset it to answer without a language model."
        )
    return text


def _number(environ: Mapping[str, str], name: str, least: int, most: int, default: int) -> int:
    text = environ.get(name, "").strip() or str(default)
    if not text.isascii() or not text.isdecimal() or not least <= int(text) <= most:
        raise SettingsError(f"{name} is {text!r}; it must be a whole number from {least} to {most}.")
    return int(text)


def _one_of(environ: Mapping[str, str], name: str, accepted: tuple[str, ...], default: str) -> str:
    value = environ.get(name, "").strip().lower() or default
    if value not in accepted:
        raise SettingsError(f"{name} is {value!r}; it must be one of: {', '.join(accepted)}.")
    return value
