"""Folders go in, the index follows them, and only what changed costs anything."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from small_folders import IngestFailedError, chunk_ids, handout

from assistant.build import build_assistant
from assistant.settings import Settings

Ingest = Callable[..., dict[str, Any]]
GUIDE = "guides/renewal"


def test_a_first_run_takes_in_the_knowledge_and_the_folder(
    ingest: Ingest, settings: Settings, handouts: Path
) -> None:
    report = ingest(settings, handouts)
    assert (report["files"], report["added"], report["failed"]) == (1 + 3, 1 + 3, [])
    # the guide's section, its two questions (the heading is one) and its two sentences; two sections
    # of each handout
    assert report["embedded"] == (1 + 2 + 2) + 3 * 2
    assert report["chunks"] == 1 + 3 * 2
    assert set(chunk_ids(settings)) == {
        GUIDE,
        "handouts/fees.md",
        "handouts/hours.md",
        "handouts/rooms.md",
    }


def test_a_second_run_changes_nothing(ingest: Ingest, settings: Settings, handouts: Path) -> None:
    ingest(settings, handouts)
    before = chunk_ids(settings)
    report = ingest(settings)
    assert (report["unchanged"], report["embedded"], report["switched"]) == (4, 0, False)
    assert chunk_ids(settings) == before


def test_only_the_section_that_changed_is_embedded(
    ingest: Ingest, settings: Settings, handouts: Path
) -> None:
    ingest(settings, handouts)
    before = chunk_ids(settings)
    (handouts / "fees.md").write_text(handout("fees", "Ask at desk 9."), encoding="utf-8")
    report = ingest(settings)
    after = chunk_ids(settings)
    assert (report["updated"], report["unchanged"], report["embedded"]) == (1, 3, 1)
    assert after["handouts/fees.md"][0] == before["handouts/fees.md"][0]
    assert after["handouts/fees.md"][1] != before["handouts/fees.md"][1]
    assert after["handouts/hours.md"] == before["handouts/hours.md"]


def test_a_deleted_file_leaves_the_index(ingest: Ingest, settings: Settings, handouts: Path) -> None:
    ingest(settings, handouts)
    (handouts / "rooms.md").unlink()
    report = ingest(settings)
    assert (report["deleted"], report["embedded"]) == (1, 0)
    assert "handouts/rooms.md" not in chunk_ids(settings)


def test_a_renamed_file_is_not_embedded_again(ingest: Ingest, settings: Settings, handouts: Path) -> None:
    ingest(settings, handouts)
    (handouts / "rooms.md").rename(handouts / "places.md")
    report = ingest(settings)
    assert (report["added"], report["deleted"], report["embedded"]) == (1, 1, 0)


def test_ids_depend_on_the_documents_only(
    ingest: Ingest, make_settings: Callable[[Path], Settings], handouts: Path, tmp_path: Path
) -> None:
    places = [tmp_path / "one", tmp_path / "two"]
    found = []
    for place in places:
        place.mkdir()
        settings = make_settings(place)
        ingest(settings, handouts)
        found.append(chunk_ids(settings))
    assert found[0] == found[1]


def test_a_folder_stays_beside_the_knowledge_until_only_leaves_it_out(
    ingest: Ingest, settings: Settings, handouts: Path, tmp_path: Path
) -> None:
    other = tmp_path / "notes"
    other.mkdir()
    (other / "a.txt").write_text("The lounge has green chairs.", encoding="utf-8")
    ingest(settings, handouts)
    ingest(settings, other)
    assert {GUIDE, "handouts/fees.md", "notes/a.txt"} <= set(chunk_ids(settings))
    ingest(settings, other, only=True)
    assert set(chunk_ids(settings)) == {"notes/a.txt"}
    ingest(settings)
    assert set(chunk_ids(settings)) == {GUIDE, "notes/a.txt"}


def test_two_folders_of_one_name_keep_apart(ingest: Ingest, settings: Settings, tmp_path: Path) -> None:
    folders = [tmp_path / "one" / "notes", tmp_path / "two" / "notes"]
    for folder in folders:
        folder.mkdir(parents=True)
        (folder / "a.txt").write_text(f"The lounge of {folder.parent.name}.", encoding="utf-8")
        ingest(settings, folder)
    assert {"notes/a.txt", "notes-2/a.txt"} <= set(chunk_ids(settings))


def test_files_that_cannot_be_read_are_reported_and_the_others_go_in(
    ingest: Ingest, settings: Settings, handouts: Path
) -> None:
    (handouts / "empty.md").write_text("", encoding="utf-8")
    (handouts / "broken.pdf").write_bytes(b"%PDF-1.4 broken")
    (handouts / "noise.txt").write_bytes(bytes(range(256)) * 4)
    report = ingest(settings, handouts)
    assert [failure["file"] for failure in report["failed"]] == [
        "handouts/broken.pdf",
        "handouts/empty.md",
        "handouts/noise.txt",
    ]
    assert all(failure["reason"] for failure in report["failed"])
    assert report["added"] == 1 + 3
    assert "handouts/fees.md" in chunk_ids(settings)


def test_a_file_that_breaks_leaves_the_index_and_returns_when_mended(
    ingest: Ingest, settings: Settings, handouts: Path
) -> None:
    ingest(settings, handouts)
    (handouts / "fees.md").write_bytes(b"\0\1\2" * 50)
    report = ingest(settings)
    assert (report["updated"], len(report["failed"])) == (0, 1)
    assert "handouts/fees.md" not in chunk_ids(settings)
    (handouts / "fees.md").write_text(handout("fees"), encoding="utf-8")
    assert ingest(settings)["added"] == 1
    assert "handouts/fees.md" in chunk_ids(settings)


def test_a_name_that_is_not_unicode_is_spelled_out(
    ingest: Ingest, settings: Settings, handouts: Path
) -> None:
    try:
        (handouts / os.fsdecode(b"caf\xe9.txt")).write_text("Ask at the café.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes Unicode names only")
    report = ingest(settings, handouts)
    assert report["failed"] == []
    assert r"handouts/caf\udce9.txt" in chunk_ids(settings)


def test_a_record_in_two_files_is_reported_by_both_names(ingest: Ingest, settings: Settings) -> None:
    write_record(settings, "a.yaml", "one")
    write_record(settings, "b.yaml", "one")
    (failure,) = ingest(settings)["failed"]
    assert failure["file"] == "techpath/records/b.yaml"
    assert "stands in techpath/records/a.yaml already" in failure["reason"]


def test_a_record_may_move_from_one_file_to_another(ingest: Ingest, settings: Settings) -> None:
    write_record(settings, "a.yaml", "one")
    write_record(settings, "b.yaml", "two")
    ingest(settings)
    write_record(settings, "a.yaml", "two")
    write_record(settings, "b.yaml", "one")
    report = ingest(settings)
    assert (report["updated"], report["failed"], report["embedded"]) == (2, [], 0)


def test_a_folder_that_is_not_there_is_named(ingest: Ingest, settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(IngestFailedError, match="KnowledgeError: .*nowhere is not a folder"):
        ingest(settings, tmp_path / "nowhere")


def test_a_running_assistant_moves_to_the_new_index(
    ingest: Ingest, settings: Settings, handouts: Path
) -> None:
    ingest(settings)
    assistant = build_assistant(settings)
    documents = {passage.chunk.document for passage in assistant.search("club rooms")[1]}
    assert documents == {GUIDE}
    ingest(settings, handouts)
    best = assistant.search("Where does the club keep the rooms?")[1][0]
    assert best.chunk.document == "handouts/rooms.md"


def write_record(settings: Settings, file: str, id: str) -> None:
    folder = settings.knowledge / "records"
    folder.mkdir(exist_ok=True)
    (folder / file).write_text(
        f"id: {id}\nkind: organization\nname: Society {id}\nreviewed: '2026-02-01'\nstatements:\n"
        f"- field: what\n  says: Society {id} is a club of technicians.\n  source: board-oh\n"
        "  confidence: high\n",
        encoding="utf-8",
    )
