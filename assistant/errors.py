"""The family of errors that TechPath shows to a person.

TechPathError             a message fit to be shown: what, where, what to do
├── WrongUseError         a command or a program called with something it cannot take
├── SettingsError         an environment variable has a value that cannot be used
├── KnowledgeError        a knowledge file breaks its rules
├── WeightsError          the embedding weights are missing or not the published ones
├── IndexMissingError     nothing has been ingested yet
├── IndexBusyError        another ingest is writing
├── ModelError            the language model failed; the embedded engine answers instead
├── StorageError          what is kept of conversations cannot be read or written just now
├── NotYoursError         no such conversation, turn or link, or it is somebody else's
├── TranscriptError       a saved answer or conversation cannot be read
└── DocumentError         one document cannot be read; the others go on
"""

from __future__ import annotations

__all__ = [
    "DocumentError",
    "IndexBusyError",
    "IndexMissingError",
    "KnowledgeError",
    "ModelError",
    "NotYoursError",
    "SettingsError",
    "StorageError",
    "TechPathError",
    "TranscriptError",
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


class StorageError(TechPathError):
    """What is kept of conversations cannot be read or written just now; nothing was half written."""


class NotYoursError(TechPathError):
    """There is no such conversation, turn or link, or it is somebody else's: both are said alike."""


class TranscriptError(TechPathError):
    """A saved answer or conversation is not in a form that can be read."""


class DocumentError(TechPathError):
    """One document cannot be read; the run goes on with the others."""


class WrongUseError(TechPathError):
    """A command or a program gave something that cannot be taken; the message says what is expected."""


class ModelError(TechPathError):
    """The language model could not be reached or used; `fault` says how, in a word, for the log."""

    def __init__(
        self, message: str = "", fault: str = "unknown", attempts: int = 1, status: int | None = None
    ) -> None:
        super().__init__(message)
        self.fault = fault
        self.attempts = attempts  # how often it was tried
        self.status = status  # of HTTP, where there was one
