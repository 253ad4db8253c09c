"""The family of errors that TechPath shows to a person.

TechPathError             a message fit to be shown: what, where, what to do
├── WrongUseError         a command or a program called with something it cannot take
├── SettingsError         an environment variable has a value that cannot be used
├── KnowledgeError        a knowledge file breaks its rules
├── WeightsError          the embedding weights are missing or not the published ones
├── IndexMissingError     nothing has been ingested yet
├── IndexBusyError        another ingest is writing
└── DocumentError         one document cannot be read; the others go on
"""

from __future__ import annotations

__all__ = [
    "DocumentError",
    "IndexBusyError",
    "IndexMissingError",
    "KnowledgeError",
    "SettingsError",
    "TechPathError",
    "WeightsError",
    "WrongUseError",
]


class TechPathError(Exception):
    """Its message says what is wrong, where, and what to do."""


class SettingsError(TechPathError):
    """An environment variable has a value that cannot be used."""


class KnowledgeError(TechPathError):
    """A knowledge file breaks its rules."""


class WeightsError(TechPathError):
    """The embedding weights are missing or are not the published ones."""


class IndexMissingError(TechPathError):
    """Nothing has been ingested yet."""


class IndexBusyError(TechPathError):
    """Another ingest holds the write lock."""


class DocumentError(TechPathError):
    """One document cannot be read; the run goes on with the others."""


class WrongUseError(TechPathError):
    """A command or a program gave something that cannot be taken; the message says what is expected."""
