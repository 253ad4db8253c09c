"""A PDF -> a Document, one section a page and outline entry, read in a child process."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from assistant.errors import DocumentError
from assistant.text import sentence_spans
from assistant.types import Sentence, SentenceKind, Source
from ingest.documents import Document, Line, Section, build_section, join_sections
from ingest.pdf_child import Limits

__all__ = ["PROBLEMS", "parse_pdf"]

_ROOT = Path(__file__).resolve().parent.parent  # where `-m ingest.pdf_child` is found
_LIMITS = Limits()
# What the child may report -> what a person reads after the file's path.
PROBLEMS = {
    "size": "{detail} MB; the limit is {size:.0f} MB. Split it.",
    "password": "it is protected by a password. Save a copy without the password.",
    "cipher": "it is encrypted in a way that needs another package. "
    "Run `pip install cryptography`, or print it to a new PDF.",
    "pages": "{detail} pages; the limit is {pages}. Split it.",
    "text": "it holds more than {characters} characters of text. Split it.",
    "no_text": "no text on any of its {detail} pages: it looks scanned. Run OCR on it first.",
    "garbled": "its fonts do not say which letters they show. Run OCR on it, or find the original.",
    "memory": "it needs more than {memory:.0f} MB of memory to read. Print it to a new PDF.",
    "slow": "reading it takes longer than {seconds} seconds. Print it to a new PDF.",
    "died": "it brings the PDF reader down. Open it in a viewer and print it to a new PDF.",
    "broken": "it is damaged ({detail}). Open it in a viewer and print it to a new PDF.",
}
_TOO_MUCH_PROCESSOR_TIME = -24  # SIGXCPU


def parse_pdf(path: Path, document_id: str, source: Source, limits: Limits = _LIMITS) -> Document:
    """PDF file -> Document; a DocumentError says in one line why it cannot be read."""
    size = path.stat().st_size
    if size > limits.size:
        raise _error(path, limits, "size", f"{size / 2**20:.0f}")
    result = _run(path, limits)
    if "problem" in result:
        raise _error(path, limits, result["problem"], result["detail"])
    text, sections = join_sections(_section(part) for part in result["parts"])
    title = result["title"] or document_id.rsplit("/", 1)[-1]
    return Document(document_id, title, "pdf", text, sections, replace(source, title=title))


def _run(path: Path, limits: Limits) -> dict[str, Any]:
    """The child's report; a child that hangs or dies is a report too."""
    arguments = [str(path.resolve()), json.dumps(asdict(limits))]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "ingest.pdf_child", *arguments],
            cwd=_ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limits.seconds,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"problem": "slow", "detail": ""}
    if done.returncode:
        slow = done.returncode == _TOO_MUCH_PROCESSOR_TIME
        return {"problem": "slow" if slow else "died", "detail": ""}
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def _error(path: Path, limits: Limits, problem: str, detail: str) -> DocumentError:
    figures = asdict(limits) | {"size": limits.size / 2**20, "memory": limits.memory / 2**20}
    return DocumentError(f"{path}: {PROBLEMS[problem].format(detail=detail, **figures)}")


def _section(part: dict[str, Any]) -> Section:
    lines = [_line(item["kind"], item["prefix"], item["text"]) for item in part["paragraphs"]]
    return build_section(part["path"], lines, page=part["page"])


def _line(kind: SentenceKind, prefix: str, text: str) -> Line:
    spans = sentence_spans(text)
    kinds = [kind] * len(spans)
    if text.endswith(":"):
        kinds[-1] = "lead_in"
    found = (Sentence(text[a:b], a, b, role) for (a, b), role in zip(spans, kinds, strict=True))
    return Line(kind, prefix, tuple(found), text)
