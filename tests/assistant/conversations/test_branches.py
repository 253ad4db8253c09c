from __future__ import annotations

from assistant.conversations.branches import Node, children_of, path_to, shown_branch

#   a ── b ── d        e was asked in the place of b, f in the place of a
#    \── e
#   f
A, B, D = Node("a", None, 1, True), Node("b", "a", 2, False), Node("d", "b", 3, False)
E, F = Node("e", "a", 4, True), Node("f", None, 5, False)
TREE = (A, B, D, E, F)


def test_turns_of_one_parent_stand_together_oldest_first() -> None:
    assert children_of(reversed(TREE)) == {None: (A, F), "a": (B, E), "b": (D,)}


def test_the_chosen_turns_are_shown() -> None:
    assert shown_branch(children_of(TREE)) == (A, E)


def test_where_none_is_chosen_the_newest_is_shown() -> None:
    assert shown_branch(children_of([Node("x", None, 1, False), Node("y", None, 2, False)]))[0].id == "y"


def test_no_turns_have_no_branch() -> None:
    assert (children_of(()), shown_branch({}), path_to(None, ())) == ({}, (), ())


def test_the_way_to_a_turn_begins_at_the_first() -> None:
    assert path_to("d", TREE) == ("a", "b", "d")
    assert path_to("f", TREE) == ("f",)
