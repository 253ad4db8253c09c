"""One found file -> its documents, by the parser of its suffix."""

from __future__ import annotations

import codecs
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import yaml

from assistant.errors import DocumentError, KnowledgeError
from assistant.guidance.records import parse_record
from assistant.types import Source
from ingest.documents import Document
from ingest.files import BUNDLED, FoundFile, printable
from ingest.html import parse_html
from ingest.markdown import parse_markdown
from ingest.pdf import parse_pdf
from ingest.plain import parse_text
from ingest.records import record_document

__all__ = ["parse_file"]

_NEVER_IN_TEXT = [chr(code) for code in (*range(1, 9), *range(14, 27), *range(28, 32), 0x7F, 0xFFFD)]
_MAX_ODD = 0.02  # share of such characters above which a file is not text
_MAX_BYTES = 50 * 2**20  # a text file larger than this is not a handout


def parse_file(file: FoundFile, sources: Mapping[str, Source]) -> tuple[Document, ...]:
    """A file -> documents; a DocumentError says in one line why it cannot be read."""
    try:
        documents = _parse(file, sources)
    except OSError as error:
        raise DocumentError(f"{file.path}: cannot be opened: {error.strerror}") from error
    if not any(document.text for document in documents):
        raise DocumentError(f"{file.path}: holds no text. Remove it, or write something into it.")
    return documents


def _parse(file: FoundFile, sources: Mapping[str, Source]) -> tuple[Document, ...]:
    suffix = file.path.suffix.lower()
    size = file.path.stat().st_size
    if size > _MAX_BYTES:
        raise DocumentError(
            f"{file.path}: {size / 2**20:.0f} MB; the limit is {_MAX_BYTES // 2**20} MB. Split it."
        )
    source = _own_source(file)
    if suffix == ".pdf":
        return (parse_pdf(file.path, file.document_id, source),)
    text = _decode(file.path)
    if suffix == ".yaml":
        return _records(text, file, source)
    if suffix in (".html", ".htm"):
        return (parse_html(text, file.document_id, source),)
    if suffix == ".txt":
        return (parse_text(text, file.document_id, source),)
    known = sources if file.collection == BUNDLED else {}
    return (parse_markdown(text, file.document_id, source, known),)


def _own_source(file: FoundFile) -> Source:
    """The source that a document is by itself, where its sentences name no other."""
    changed = datetime.fromtimestamp(file.path.stat().st_mtime, UTC).date().isoformat()
    if file.collection == BUNDLED:
        return Source(
            f"doc:{file.document_id}", file.document_id, "TechPath", "", "guide", "unknown", changed
        )
    return Source(
        f"doc:{file.document_id}",
        printable(file.path.name),
        file.collection,
        "",
        "your-document",
        changed,
        changed,
    )


def _records(text: str, file: FoundFile, source: Source) -> tuple[Document, ...]:
    try:
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date that does not exist
        raise DocumentError(f"{file.path}: not readable as YAML: {error}") from error
    items = data if isinstance(data, list) else [data]
    try:
        records = [parse_record(item, str(file.path)) for item in items]
    except KnowledgeError as error:
        raise DocumentError(str(error)) from error
    return tuple(record_document(record, source) for record in records)


def _decode(path: Path) -> str:
    data = path.read_bytes()
    text = _decoded(data)
    odd = sum(map(text.count, _NEVER_IN_TEXT))
    if odd > len(text) * _MAX_ODD or "\0" in text:
        raise DocumentError(f"{path}: is not text, whatever its name says. Remove or rename it.")
    return text


def _decoded(data: bytes) -> str:
    encodings = ["utf-8-sig"]
    if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        encodings.insert(0, "utf-16")
    elif data[1:400:2].count(0) > len(data[1:400:2]) * 0.8:  # UTF-16 by a program that leaves no mark
        encodings.insert(0, "utf-16-le")
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")  # the commonest encoding of old handouts
