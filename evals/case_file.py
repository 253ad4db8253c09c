"""A YAML file of cases -> its items, each with the line that it starts on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from assistant.errors import KnowledgeError

__all__ = ["LINE", "read_items"]

LINE = "__line__"  # 1-based; no case has a key of this name


class _Loader(yaml.CSafeLoader):
    """Its mappings keep the line they start on."""


def _mapping(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    return {**loader.construct_mapping(node, deep=True), LINE: node.start_mark.line + 1}


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping)


def read_items(path: Path) -> list[dict[str, Any]]:
    """The mappings of a file that holds a list of them; KnowledgeError names file and line."""
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        raise KnowledgeError(f"{path}{line}: is not YAML: {getattr(error, 'problem', error)}") from error
    if not isinstance(data, list) or not all(isinstance(item, dict) for item in data):
        raise KnowledgeError(f'{path}:1: must be a list of cases, each starting with "- id:"')
    return data
