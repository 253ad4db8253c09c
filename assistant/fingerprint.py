"""A file of fitted numbers -> what tells it from another: the beginning of its SHA-256."""

from __future__ import annotations

import hashlib
from pathlib import Path

__all__ = ["fingerprint"]

_LENGTH = 8  # characters


def fingerprint(path: Path) -> str:
    """The first hexadecimal digits of the file's digest; "none" where there is no file."""
    if not path.is_file():
        return "none"
    return hashlib.sha256(path.read_bytes()).hexdigest()[:_LENGTH]
