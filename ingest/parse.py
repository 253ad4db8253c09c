"""One found file -> its documents, by the parser of its suffix."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

import yaml

from assistant.errors import DocumentError, KnowledgeError
from assistant.guidance.records import parse_record
from assistant.types import Source
from ingest.documents import Document
from ingest.files import BUNDLED, FoundFile
from ingest.html import parse_html
from ingest.markdown import parse_markdown
from ingest.pdf import parse_pdf
from ingest.plain import parse_text
from ingest.records import record_document

__all__ = ["parse_file"]

_MAX_BYTES = 50 * 2**20  # a text file larger than this is not a handout


def parse_file(file: FoundFile, sources: Mapping[str, Source]) -> tuple[Document, ...]:
    """A file -> documents; a DocumentError says in one line why it cannot be read."""
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
        return Source(f"doc:{file.document_id}", file.document_id, "TechPath", "", "guide", "unknown", changed)
    return Source(
        f"doc:{file.document_id}", file.path.name, file.collection, "", "your-document", changed, changed
    )


def _records(text: str, file: FoundFile, source: Source) -> tuple[Document, ...]:
    try:
        data = yaml.load(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        raise DocumentError(f"{file.path}: not readable as YAML: {error}") from error
    items = data if isinstance(data, list) else [data]
    try:
        records = [parse_record(item, str(file.path)) for item in items]
    except KnowledgeError as error:
        raise DocumentError(str(error)) from error
    return tuple(record_document(record, source) for record in records)


def _decode(path: Path) -> str:
    data = path.read_bytes()
    for encoding in ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("cp1252", errors="replace")  # the commonest encoding of old handouts
