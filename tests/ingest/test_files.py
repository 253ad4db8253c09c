"""Folders become found files with stable ids; what cannot be read is reported, file by file."""

from pathlib import Path

import pytest

from assistant.errors import DocumentError, KnowledgeError
from ingest.documents import Document
from ingest.files import BUNDLED, find_files, load_sources, name_collections
from ingest.parse import parse_file


def parse_one(path: Path) -> Document:
    (file,) = (f for f in find_files({"mine": path.parent}, {}) if f.path == path)
    (document,) = parse_file(file, {})
    return document


def test_only_readable_kinds_are_found_and_hidden_files_are_not(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("a.md", "b.PDF", "c.html", "d.txt", "e.docx", ".f.md", ".git/g.md"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    ids = [file.id for file in find_files({"mine": tmp_path}, {})]
    assert ids == ["mine/a.md", "mine/b.PDF", "mine/c.html", "mine/d.txt"]


def test_two_files_of_one_name_are_two_documents(tmp_path: Path) -> None:
    for name in ("fees.md", "fees.txt"):
        (tmp_path / name).write_text("It is $5.", encoding="utf-8")
    assert len({file.document_id for file in find_files({"mine": tmp_path}, {})}) == 2


def test_bundled_documents_are_named_by_their_place_alone(tmp_path: Path) -> None:
    (tmp_path / "guides" / "pay").mkdir(parents=True)
    (tmp_path / "guides" / "pay" / "x.md").write_text("x", encoding="utf-8")
    (file,) = find_files({BUNDLED: tmp_path}, {})
    assert file.document_id == "guides/pay/x"


def test_a_hash_changes_with_the_bytes_only(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("one", encoding="utf-8")
    first = find_files({"mine": tmp_path}, {})
    assert find_files({"mine": tmp_path}, {}) == first
    path.write_text("two", encoding="utf-8")
    assert find_files({"mine": tmp_path}, {})[0].sha256 != first[0].sha256


def test_folders_of_one_name_get_numbers_and_known_ones_keep_theirs() -> None:
    folders = [Path("/x/notes"), Path("/y/notes"), Path("/x/notes"), Path("/z/techpath")]
    assert name_collections(folders, {"notes": "/y/notes"}) == {
        "notes-2": Path("/x/notes"),
        "notes": Path("/y/notes"),
        "techpath-2": Path("/z/techpath"),
    }


@pytest.mark.parametrize(
    "data",
    ["Fee: 5 €.".encode("cp1252"), "Fee: 5 €.".encode("utf-16"), "Fee: 5 €.".encode("utf-16-le"),
     "Fee: 5 €.".encode("utf-8-sig")],
    ids=["cp1252", "utf-16", "utf-16 without mark", "utf-8 with mark"],
)  # fmt: skip
def test_usual_encodings_are_understood(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert parse_one(tmp_path / "a.txt").text == "Fee: 5 €."


@pytest.mark.parametrize(
    "data",
    [bytes(range(256)) * 20, b"%PDF-1.7\n" + b"\x00\x01\x02" * 50, b"\x7fELF" + b"\x00" * 200],
    ids=["every byte", "a PDF", "a program"],
)
def test_a_binary_file_with_a_text_name_is_reported(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(DocumentError, match=r"a\.txt: is not text"):
        parse_one(tmp_path / "a.txt")


@pytest.mark.parametrize("name", ["a.md", "a.txt"])
def test_an_empty_file_is_reported(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text(" \n", encoding="utf-8")
    with pytest.raises(DocumentError, match="holds no text"):
        parse_one(tmp_path / name)


def test_a_file_that_vanishes_is_reported(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x", encoding="utf-8")
    (file,) = find_files({"mine": tmp_path}, {})
    file.path.unlink()
    with pytest.raises(DocumentError, match="cannot be opened"):
        parse_file(file, {})


@pytest.mark.parametrize(
    "text",
    ["a: [", "- one", "a: {title: t}", "a: 5",
     "a: {title: t, publisher: p, url: u, tier: rumour, as_of: x, reviewed: x}"],
    ids=["not YAML", "a list", "fields missing", "not a mapping", "unknown tier"],
)  # fmt: skip
def test_a_broken_sources_file_is_named(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sources.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(KnowledgeError, match=r"sources\.yaml"):
        load_sources(path)
