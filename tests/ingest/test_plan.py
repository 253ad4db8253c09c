"""The plan turns what is stored into what is wanted."""

import random

from ingest.plan import plan


def apply(current: dict[str, str], wanted: dict[str, str]) -> dict[str, str]:
    steps = plan(current, wanted)
    result = {id: sha for id, sha in current.items() if id not in steps.deleted}
    return result | {id: wanted[id] for id in steps.to_read}


def test_applying_a_plan_gives_exactly_what_is_wanted() -> None:
    chance = random.Random(7)
    for _ in range(200):
        current, wanted = (
            {str(chance.randrange(12)): str(chance.randrange(3)) for _ in range(chance.randrange(12))}
            for _ in range(2)
        )
        assert apply(current, wanted) == wanted


def test_every_file_has_exactly_one_fate() -> None:
    steps = plan({"a": "1", "b": "1", "c": "1"}, {"b": "2", "c": "1", "d": "1"})
    assert (steps.added, steps.updated, steps.deleted, steps.unchanged) == (
        ("d",), ("b",), ("a",), ("c",),
    )  # fmt: skip


def test_the_same_again_changes_nothing() -> None:
    assert plan({"a": "1"}, {"a": "1"}).to_read == ()
