"""A YAML file of example questions, listed by what they are an example of -> the same as a mapping."""

from __future__ import annotations

from pathlib import Path

import yaml

__all__ = ["read_examples"]


def read_examples(path: Path) -> dict[str, list[str]]:
    """Label -> example questions, in the order of the file."""
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    return {label: [str(text) for text in texts] for label, texts in data.items()}
