from __future__ import annotations

from assistant.retrieval.kept import Kept


def kept(most: int) -> tuple[Kept[str], list[list[str]]]:
    asked: list[list[str]] = []

    def read(ids: list[str]) -> dict[str, str]:
        asked.append(ids)
        return {id: id.upper() for id in ids if id != "none"}

    return Kept(read, most), asked


def test_each_value_is_read_once() -> None:
    values, asked = kept(10)
    assert values.of(["a", "none", "b"]) == {"a": "A", "b": "B"}
    assert list(values.of(["b", "c", "none", "b"])) == ["b", "c"]
    assert asked == [["a", "none", "b"], ["c"]]


def test_it_begins_anew_when_it_is_full() -> None:
    values, asked = kept(2)
    values.of(["a", "b"])
    assert values.of(["b", "c"]) == {"b": "B", "c": "C"}
    assert values.of(["a"]) == {"a": "A"}
    assert asked == [["a", "b"], ["c"], ["a"]]
