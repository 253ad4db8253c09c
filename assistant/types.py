"""The nouns of TechPath: frozen values that every other module speaks in.

A step never changes a value; it returns a new one. Text is parsed once, at the border.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal
from urllib.parse import urlencode

__all__ = [
    "Answer",
    "Block",
    "BlockKind",
    "Chunk",
    "Citation",
    "Claim",
    "DocumentKind",
    "Outcome",
    "Passage",
    "Profile",
    "Sentence",
    "SentenceKind",
    "Source",
    "Tier",
    "Tool",
    "ToolLink",
    "Turn",
    "Verdict",
    "VerdictKind",
]

Tier = Literal[
    "law-or-board",
    "certifier",
    "federal",
    "accreditor-or-association",
    "employer-or-school",
    "publication",
    "guide",
    "your-document",  # a file somebody ingested; its own authority is not judged
]
DocumentKind = Literal["guide", "record", "markdown", "pdf", "html", "text"]
SentenceKind = Literal["paragraph", "bullet", "step", "header", "row", "lead_in"]
BlockKind = Literal["paragraph", "bullets", "steps", "table", "ask", "notice"]
Tool = Literal["plan", "compare", "specialty", "moving", "programs"]
Outcome = Literal["answered", "clarify", "not_in_sources", "declined"]
VerdictKind = Literal["shown", "repaired", "dropped"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who published something, where, and when it was true."""

    id: str
    title: str
    publisher: str
    url: str  # http(s) address, or "" for a person's own file
    tier: Tier
    as_of: str  # YYYY, YYYY-MM, YYYY-MM-DD or "unknown": the date the source speaks of
    reviewed: str  # YYYY-MM-DD: when a person last compared it


@dataclass(frozen=True, slots=True)
class Sentence:
    """One citable sentence of a chunk; `chunk.text[start:end] == text`."""

    text: str
    start: int  # characters from the start of the chunk's text, 0-based
    end: int  # exclusive
    kind: SentenceKind
    sources: tuple[str, ...] = ()  # source ids; empty: the document itself is the source
    record: str | None = None  # id of the record it states, when it states one
    field: str | None = None  # that record's field
    value: bool | int | float | str | tuple[str, ...] | None = None
    confidence: Literal["high", "medium", "low"] | None = None


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of one section or page of one document: what is embedded, found and quoted."""

    id: str  # stable: a hash of document id, place and text
    document: str  # document id, for example guides/becoming/at-16-or-17
    title: str  # the document's title
    kind: DocumentKind
    section: str  # the heading path joined by " > "; "" when there is none
    page: int | None  # 1-based page of a PDF
    start: int  # characters from the start of the document's text, 0-based
    end: int  # exclusive
    text: str
    sentences: tuple[Sentence, ...] = ()
    questions: tuple[str, ...] = ()  # questions this section answers, in people's words
    topics: tuple[str, ...] = ()
    jurisdiction: str | None = None  # two-letter code when it speaks of one place only
    source: str = ""  # id of the document's own source


@dataclass(frozen=True, slots=True)
class Passage:
    """A chunk found for a query."""

    chunk: Chunk
    score: float  # fused score, higher is better; comparable within one query only
    rank: int  # 1-based
    similarity: float = 0.0  # cosine of the query to the chunk's best representation, -1..1
    lexical: float = 0.0  # BM25 score, 0 when the chunk shares no term with the query
    likeness: float = 0.0  # the same by `answering/likeness.py`, of the question or of it in its conversation


@dataclass(frozen=True, slots=True)
class Citation:
    """What a number in the answer stands for. `quote` occurs verbatim in the stored chunk."""

    number: int  # 1-based, in order of first appearance
    source: Source
    chunk: str  # chunk id
    document: str
    title: str
    section: str
    page: int | None
    quote: str
    passage: str  # the chunk's text, so that a reader sees the quote in its place
    confidence: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One sentence of the answer and the numbers of the citations that carry it."""

    text: str
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, list or table, each made of claims.

    In a table, `header` names the columns and `rows` holds one claim a cell.
    An `ask` or `notice` block speaks of TechPath itself, states no fact, and needs no citation.
    """

    kind: BlockKind
    claims: tuple[Claim, ...] = ()
    lead_in: str = ""
    header: tuple[str, ...] = ()
    rows: tuple[tuple[Claim, ...], ...] = ()

    def every_claim(self) -> tuple[Claim, ...]:
        """The claims of this block, table cells row by row."""
        return self.claims + tuple(cell for row in self.rows for cell in row)


@dataclass(frozen=True, slots=True)
class Profile:
    """What is known of the person; None and () are unknown. Nothing here identifies anybody."""

    state: str | None = None  # two-letter code
    stage: str | None = None  # exploring, student, trainee, certified, experienced
    credential: str | None = None  # credential record id, for example ptcb-cpht
    expires: str | None = None  # YYYY-MM or YYYY-MM-DD: when that credential runs out
    settings: tuple[str, ...] = ()  # setting record ids worked in, for example retail-chain
    years: int | None = None  # of work in pharmacies
    age: int | None = None  # years
    schedule: str | None = None  # days, evenings, nights, weekends or part-time: what the person can work
    goal: str | None = None  # what they want to reach, as a plan's goal id


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one sentence that a language model wrote. A dropped one is never shown."""

    text: str  # as shown; of a dropped one as written
    verdict: VerdictKind
    reason: str = ""  # why it, or its first writing, could not stand; "" when it stood at once
    citations: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class ToolLink:
    """A guidance tool, filled in with what was said; an address of this app."""

    tool: Tool
    parameters: tuple[tuple[str, str], ...] = ()

    def address(self) -> str:
        """The path of the tool's page, for example /plan?goal=become&state=TX."""
        return f"/{self.tool}" + (f"?{urlencode(self.parameters)}" if self.parameters else "")


@dataclass(frozen=True, slots=True)
class Answer:
    """A question answered, or honestly not."""

    question: str
    standalone_question: str
    outcome: Outcome
    engine: str
    blocks: tuple[Block, ...]
    citations: tuple[Citation, ...]
    assumptions: Profile
    follow_ups: tuple[str, ...] = ()
    timings_ms: dict[str, float] = field(default_factory=dict)  # understand, retrieve, write, ground, total
    tool: ToolLink | None = None  # the guidance tool that goes further than this answer
    verdicts: tuple[Verdict, ...] = ()  # of every sentence of a language model, in order; else empty

    def claims(self) -> tuple[Claim, ...]:
        """All claims in reading order."""
        return tuple(claim for block in self.blocks for claim in block.every_claim())


@dataclass(frozen=True, slots=True)
class Turn:
    """One exchange of a conversation: what was asked, how it was understood, what was said."""

    question: str
    standalone_question: str
    answer: Answer | None = None  # None where only the user's words are known
