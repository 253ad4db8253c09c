"""A search shows documents, the best first, each with the sentences that answer it and their sources."""

from __future__ import annotations

from library_samples import chunk

from assistant.types import Chunk, Passage
from ui.library.catalog import Catalog, Entry
from ui.library.findings import findings, to_the_point


def entry(id: str) -> Entry:
    return Entry(id, id, "guide", "renewal", None, (), frozenset(), frozenset(), 0, "")


CATALOG = Catalog({id: entry(id) for id in ("a", "b", "c")}, ())


def found(*chunks: Chunk) -> list[Passage]:
    return [Passage(each, 1.0 / rank, rank) for rank, each in enumerate(chunks, 1)]


FEES = chunk(
    ("paragraph", "It depends.", ()),
    ("paragraph", "The late fee is $25.", ("s1",)),
    document="a",
    section="Fees",
)


def test_a_document_stands_where_its_best_passage_does() -> None:
    others = [chunk(("paragraph", "One.", ()), document=id, id=id) for id in ("b", "a")]
    seen = findings("late fee", found(FEES, *others), CATALOG, {"a", "b", "c"}, {})
    assert [(finding.entry.id, len(finding.excerpts)) for finding in seen] == [("a", 2), ("b", 1)]


def test_only_chosen_documents_are_shown() -> None:
    assert findings("late fee", found(FEES), CATALOG, {"b"}, {}) == ()


def test_the_sentence_that_shares_the_words_is_shown_with_its_source() -> None:
    excerpt = findings("late fees", found(FEES), CATALOG, {"a"}, {})[0].excerpts[0]
    assert (excerpt.text, excerpt.sources, excerpt.heading) == ("The late fee is $25.", ("s1",), "Fees")


def test_the_sentence_that_means_it_is_shown_where_no_word_is_shared() -> None:
    near = {"c": [0.9, 0.1]}
    assert findings("penalty", found(FEES), CATALOG, {"a"}, near)[0].excerpts[0].text == "It depends."


def test_a_sentence_without_a_source_shows_its_documents_own() -> None:
    own = chunk(("paragraph", "Our rule.", ()), document="a", source="doc:a")
    assert findings("rule", found(own), CATALOG, {"a"}, {})[0].excerpts[0].sources == ("doc:a",)


def test_a_row_of_a_table_is_shown_as_its_cells() -> None:
    table = chunk(("header", "Item | Cost", ()), ("row", "Late fee | $25", ("s1",)), document="a")
    assert findings("late fee", found(table), CATALOG, {"a"}, {})[0].excerpts[0].text == "Late fee · $25"


def passage(document: str, text: str, similarity: float, lexical: float = 1.0) -> Passage:
    said = chunk(("paragraph", text, ()), document=document, id=document + text)
    return Passage(said, 1.0, 1, similarity, lexical)


def test_a_word_by_the_way_is_not_found_and_a_good_document_keeps_all_that_speaks_of_it() -> None:
    nights = passage("nights", "Hospitals run a night shift.", 0.8)
    more = passage("nights", "A shift is divided.", 0.4)
    aside = passage("aside", "The rules shift each year.", 0.4)
    literal = passage("literal", "Night after night, shift after shift.", 0.1)
    assert to_the_point("night shift", [nights, more, aside, literal]) == (nights, more, literal)


def test_where_nothing_is_near_nothing_is_found() -> None:
    assert to_the_point("zebra stripes", [passage("a", "Unions bargain.", 0.26, 0.0)]) == ()
    assert to_the_point("zebra stripes", []) == ()
