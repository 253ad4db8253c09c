"""A web page -> a Document: its main content by trafilatura, as Markdown with headings."""

from __future__ import annotations

from dataclasses import replace

from assistant.errors import DocumentError
from assistant.types import Source
from ingest.documents import Document
from ingest.markdown import parse_markdown

__all__ = ["parse_html"]


def parse_html(text: str, document_id: str, source: Source) -> Document:
    """HTML -> Document; DocumentError when no main content is found."""
    import trafilatura

    body = trafilatura.extract(
        text,
        output_format="markdown",
        include_tables=True,
        include_comments=False,
        include_links=False,
        include_images=False,
        favor_recall=True,
    )
    if not body or not body.strip():
        raise DocumentError(f"{document_id}: no main text was found in the page. Save it as PDF or text.")
    metadata = trafilatura.extract_metadata(text)
    title = (metadata.title if metadata else None) or ""
    document = parse_markdown(body, document_id, source, {})
    title = title or document.title
    return replace(document, kind="html", title=title, source=replace(source, title=title))
