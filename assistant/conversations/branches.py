"""The turns of a conversation as a tree -> the branch that is shown. Pure; no database."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Node", "children_of", "path_to", "shown_branch"]


@dataclass(frozen=True, slots=True)
class Node:
    """Where a turn stands."""

    id: str
    parent: str | None
    number: int  # order of asking
    chosen: bool  # the shown one among its parent's


def children_of(nodes: Iterable[Node]) -> dict[str | None, tuple[Node, ...]]:
    """Parent -> its turns, oldest first; None holds the first turns."""
    found: dict[str | None, list[Node]] = {}
    for node in sorted(nodes, key=lambda node: node.number):
        found.setdefault(node.parent, []).append(node)
    return {parent: tuple(children) for parent, children in found.items()}


def shown_branch(children: Mapping[str | None, Sequence[Node]]) -> tuple[Node, ...]:
    """From the first turn to the last: at each fork the chosen turn, or the newest one."""
    branch: list[Node] = []
    at: str | None = None
    while at in children:
        here = children[at]
        node = next((child for child in here if child.chosen), here[-1])
        branch.append(node)
        at = node.id
    return tuple(branch)


def path_to(turn: str | None, nodes: Iterable[Node]) -> tuple[str, ...]:
    """The ids from the first turn down to this one, itself included; () for None."""
    parents = {node.id: node.parent for node in nodes}
    path: list[str] = []
    while turn is not None:
        path.append(turn)
        turn = parents.get(turn)
    return tuple(reversed(path))
