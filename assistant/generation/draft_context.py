"""What the embedded engine considered -> the sentences that a model may cite.

In this order, until the budget is spent: what the embedded engine would say itself, the place's own
rules on what is asked, then the passages by rank.
"""

from __future__ import annotations

from collections.abc import Iterator

from assistant.answering.chain import Considered
from assistant.answering.evidence import Evidence
from assistant.generation.context import Citable, Context, citable, citable_chunk
from assistant.generation.tools.state_rules import rules_of
from assistant.retrieval.passages import Passages

__all__ = ["BUDGET", "TOOLS_BUDGET", "context_of"]

BUDGET = 3_500  # tokens of sources that the model begins with
TOOLS_BUDGET = 3_000  # tokens that tools may add


def context_of(considered: Considered, passages: Passages) -> tuple[Context, str]:
    """A context for one answer, and its text by section."""
    context = Context(passages, BUDGET)
    text = context.add(_items(considered, passages))
    context.allow(TOOLS_BUDGET)
    return context, text


def _items(considered: Considered, passages: Passages) -> Iterator[Citable]:
    said = [item for block in considered.draft.blocks for item in block.items]
    chunks = {item.chunk.id: item.chunk for item in said}
    yield from (citable(Evidence(item.chunk, item.sentence)) for item in said if _is_one(item))
    yield from (item for chunk in chunks.values() for item in citable_chunk(chunk))
    query = considered.query
    for code in dict.fromkeys((*query.states, *((query.state,) if query.state else ()))):
        fields = [field for aspect in query.aspects for field in aspect.jurisdiction]
        if fields:
            yield from rules_of(code, tuple(dict.fromkeys(fields)), passages)
    for passage in considered.found:
        yield from citable_chunk(passage.chunk)


def _is_one(item: Evidence) -> bool:
    """Whether evidence is one stored sentence and not several of a line joined."""
    return any(sentence.text == item.sentence.text for sentence in item.chunk.sentences)
