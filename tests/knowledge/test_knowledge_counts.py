"""The counts of knowledge/README.md are those of the knowledge."""

from pathlib import Path

from knowledge_folder import SOUND

from ingest.knowledge.counts import put_counts, render_counts
from ingest.knowledge.library import read_library, read_texts

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_the_small_folder_is_counted() -> None:
    counts = render_counts(read_library(SOUND))
    for line in (
        "| guides | 1 |",
        "| sentences in guides | 5 |",  # two in the paragraph, a row, a lead-in, a step
        "| records: jurisdiction | 1 |",
        "| statements in records | 2 |",
        "| law-or-board | 1 |",
        "Of the 2 statements about states and credentials, 2 (100%)",
    ):
        assert line in counts


def test_counts_are_put_between_the_marks_and_nowhere_else() -> None:
    readme = "before\n<!-- counts -->\nold\n<!-- /counts -->\nafter\n"
    once = put_counts(readme, "new\n")
    assert once == "before\n<!-- counts -->\nnew\n<!-- /counts -->\nafter\n"
    assert put_counts(once, "new\n") == once


def test_the_readme_shows_today_s_counts() -> None:
    readme = (KNOWLEDGE / "README.md").read_text(encoding="utf-8")
    counts = render_counts(read_library(read_texts(KNOWLEDGE)))
    assert put_counts(readme, counts) == readme, "run: python -m ingest.knowledge.counts knowledge"
