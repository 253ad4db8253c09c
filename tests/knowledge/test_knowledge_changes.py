"""What changed between two states of the knowledge, and what git remembers of the first."""

import json
import subprocess
from pathlib import Path

import pytest
from knowledge_folder import GUIDE, RECORD, SOUND

from assistant.errors import KnowledgeError
from ingest.knowledge.changes import changes, changes_to_json, render_changes
from ingest.knowledge.history import texts_at
from ingest.knowledge.library import read_texts


def test_nothing_changed_is_no_change() -> None:
    assert changes(SOUND, SOUND) == []
    assert render_changes([]) == "0 added, 0 changed, 0 removed."


def test_a_new_fee_shows_old_and_new_side_by_side() -> None:
    record = RECORD.replace("$75", "$80").replace("value: 75", "value: 80")
    (change,) = changes(SOUND, {**SOUND, "records/oh.yaml": record})
    assert (change.kind, change.document, change.place) == (
        "changed", "records/jurisdiction/oh", "renewal_fee",
    )  # fmt: skip
    assert change.old is not None and change.new is not None
    assert (change.old.value, change.new.value) == (75, 80)
    assert render_changes([change]).splitlines() == [
        "changed: records/jurisdiction/oh > renewal_fee",
        "  - Renewing in Ohio costs $75. (value: 75; unit: USD; sources: board)",
        "  + Renewing in Ohio costs $80. (value: 80; unit: USD; sources: board)",
        "",
        "0 added, 1 changed, 0 removed.",
    ]


def test_a_new_source_alone_is_a_change() -> None:
    record = RECORD.replace("source: board", "source: blog", 1)
    (change,) = changes(SOUND, {**SOUND, "records/oh.yaml": record})
    assert change.old is not None and change.new is not None
    assert (change.old.sources, change.new.sources) == (("board",), ("blog",))


def test_added_and_removed_sentences_are_told_from_changed_ones() -> None:
    guide = GUIDE.replace(" A blog says that you wait 3 weeks.[^blog]", "").replace(
        "1. Apply on the Board's page.[^board]",
        "1. Apply on the Board's own page.[^board]\n2. Bring a friend along.[^board]",
    )
    found = changes(SOUND, {**SOUND, "guides/state.md": guide})
    assert [(change.kind, (change.new or change.old).says) for change in found] == [  # type: ignore[union-attr]
        ("changed", "Apply on the Board's own page."),
        ("removed", "A blog says that you wait 3 weeks."),
        ("added", "Bring a friend along."),
    ]


def test_a_sentence_moved_within_its_section_is_no_change() -> None:
    first, second = (
        "Ohio asks $50 when you apply.[^board]",
        "A blog says that you wait 3 weeks.[^blog]",
    )
    guide = GUIDE.replace(f"{first} {second}", f"{second} {first}")
    assert changes(SOUND, {**SOUND, "guides/state.md": guide}) == []


def test_swapping_before_and_after_swaps_added_and_removed() -> None:
    there = {**SOUND, "guides/new.md": GUIDE}
    forth, back = changes(SOUND, there), changes(there, SOUND)
    assert {change.kind for change in forth} == {"added"}
    assert {change.kind for change in back} == {"removed"}
    assert [change.new for change in forth] == [change.old for change in back]


def test_json_spells_out_every_key() -> None:
    record = RECORD.replace("$75", "$80").replace("value: 75", "value: 80")
    (item,) = json.loads(changes_to_json(changes(SOUND, {**SOUND, "records/oh.yaml": record})))
    assert list(item) == ["kind", "document", "place", "old", "new"]
    assert list(item["old"]) == ["says", "sources", "value", "unit", "as_of"]
    assert item["old"]["value"] == 75 and item["new"]["value"] == 80


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository whose knowledge folder was committed once and edited since."""
    folder = tmp_path / "knowledge"
    for name, text in {**SOUND, "README.md": "read me", "guides/é.md": GUIDE}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    author = ["-c", "user.name=A", "-c", "user.email=a@example.com"]
    for command in (["init", "-q"], ["add", "."], [*author, "commit", "-q", "-m", "first"]):
        subprocess.run(["git", "-C", str(tmp_path), *command], check=True)
    (folder / "records/oh.yaml").write_text(RECORD.replace("75", "80"), encoding="utf-8")
    return folder


def test_git_gives_the_files_as_they_were(repository: Path) -> None:
    before = texts_at(repository, "HEAD")
    assert before == {**SOUND, "guides/é.md": GUIDE}
    (change,) = changes(before, read_texts(repository))
    assert change.place == "renewal_fee"


@pytest.mark.parametrize("revision", ["no-such-revision", "--output=/tmp/x"])
def test_an_unknown_revision_says_so(repository: Path, revision: str) -> None:
    with pytest.raises(KnowledgeError, match="rev-parse failed"):
        texts_at(repository, revision)


def test_a_folder_outside_a_repository_says_so(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="not a git repository"):
        texts_at(tmp_path, "HEAD")
