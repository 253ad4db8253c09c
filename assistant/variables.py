"""Every environment variable that TechPath reads: what it does and what holds without it, in words.

`techpath settings` prints them; docs/administrators.md holds the same table. A test compares the names
with those that assistant/settings.py asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from assistant.settings import PROVIDERS, Settings

__all__ = ["VARIABLES", "Variable", "in_force", "markdown_table"]

_NONE = "none"


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable."""

    name: str
    does: str
    default: str  # in words
    value: Callable[[Settings], object]  # what holds now; None and "" are the default


VARIABLES = (
    Variable(
        "TECHPATH_HOME",
        "Everything that TechPath writes lies below this folder.",
        "the user's data folder",
        lambda settings: settings.home,
    ),
    Variable(
        "TECHPATH_KNOWLEDGE",
        "The folder of the knowledge to take in.",
        "`knowledge/` of this copy",
        lambda settings: settings.knowledge,
    ),
    Variable("PORT", "The page's port, 1 to 65535.", "8501", lambda settings: settings.port),
    Variable(
        "TECHPATH_ADDRESS",
        "The address that the page listens on. `0.0.0.0` lets other computers in.",
        "localhost",
        lambda settings: settings.address,
    ),
    Variable(
        "TECHPATH_LOG",
        "How much goes into the log: debug, info, warning or error.",
        "warning",
        lambda settings: settings.log_level,
    ),
    Variable(
        "TECHPATH_LOG_QUESTIONS",
        "Whether the log may hold what people ask: yes or no.",
        "no",
        lambda settings: "yes" if settings.log_questions else "no",
    ),
    Variable(
        "TECHPATH_DATABASE_URL",
        "A PostgreSQL server for conversations, links and feedback: "
        "`postgresql://user:password@host:5432/name`.",
        "a SQLite file below TECHPATH_HOME",
        lambda settings: "set, and not shown" if settings.database_url else None,
    ),
    Variable(
        "TECHPATH_RETENTION_DAYS",
        "Delete conversations, with their links, that nobody has touched for so many days.",
        "keep them",
        lambda settings: settings.retention_days,
    ),
    Variable(
        "TECHPATH_EMBED_ORIGINS",
        "Sites that may show the page inside their own, divided by spaces, such as "
        "`https://www.school.example`.",
        _NONE,
        lambda settings: " ".join(settings.embed_origins),
    ),
    Variable(
        "TECHPATH_MODEL",
        f"A language model that words the answers, as provider:model. Providers: {', '.join(PROVIDERS)}.",
        _NONE,
        lambda settings: settings.model,
    ),
    Variable(
        "TECHPATH_MODEL_SECONDS",
        "The longest that one answer of the model may take, 1 to 600 seconds.",
        "30",
        lambda settings: settings.model_seconds,
    ),
    Variable(
        "TECHPATH_MODEL_TOKENS",
        "Tokens that one visitor may use in a day; 0 sets no limit.",
        "100000",
        lambda settings: settings.model_tokens,
    ),
)


def in_force(variable: Variable, settings: Settings) -> str:
    """What holds now, in words; a password is never among them."""
    value = variable.value(settings)
    return variable.default if value in (None, "") else str(value)


def markdown_table() -> str:
    """The table of the documentation."""
    rows = [f"| `{variable.name}` | {variable.does} | {variable.default} |" for variable in VARIABLES]
    return "\n".join(("| variable | what it does | default |", "|---|---|---|", *rows))
