from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from assistant_samples import make_chunk

from assistant.generation.context import Context, citable_chunk
from assistant.generation.repair import Fallen, repair_message, repaired
from assistant.generation.sentences import Written
from assistant.judging.judge import Fault
from assistant.retrieval.passages import Passages

FEES = make_chunk("fees", "The fee is $50. Pay online. Renew in March.")


def fallen(text: str, *keys: str, position: int = 0) -> Fallen:
    return Fallen(position, Written(text, keys, 0, "paragraph", 1), Fault("figure", "60"))


def test_the_request_names_each_fault_and_holds_only_what_is_needed(
    tmp_path: Path, write_passages: Callable[..., Passages]
) -> None:
    context = Context(write_passages(tmp_path / "passages.sqlite", [FEES]), 1_000)
    items = citable_chunk(FEES)
    context.add(items)
    text = repair_message([fallen("The fee is $60.", items[0].key)], context).text
    assert "1. The fee is $60.\n   Not kept, because its source gives no such figure or date (60)." in text
    assert items[0].key in text and items[2].key not in text
    near = repair_message([fallen("You renew in April.", "k999999")], context).text
    assert items[2].key in near, "without a key that exists, the nearest sentences are offered"


def test_each_line_that_comes_back_takes_the_place_of_its_number() -> None:
    gone = [fallen("A.", position=3), fallen("B.", position=5), fallen("C.", position=7)]
    reply = (
        "Sure!\n1. The fee is $50. [k1a2b3c]\n2. DROP\n3) Renew in March. [k4d5e6f]\n9. Nothing. [k1a2b3c]"
    )
    found = list(repaired(reply, gone))
    assert [(before.position, one.text, one.keys) for before, one in found] == [
        (3, "The fee is $50.", ("k1a2b3c",)),
        (7, "Renew in March.", ("k4d5e6f",)),
    ]


def test_two_sentences_for_one_are_none() -> None:
    assert list(repaired("1. The fee is $50. [k1a2b3c] Pay online. [k1a2b3c]", [fallen("A.")])) == []
