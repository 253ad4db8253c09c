"""Shared pages for the tests: a small one, one of usual length, and one with hostile texts."""

from __future__ import annotations

from dataclasses import replace

from assistant_samples import BOARD, make_chunk
from shared_samples import CERTIFIER, TODAY, TURNS, answer, cite, stored

from assistant.conversations.snapshot import Snapshot, freeze
from assistant.conversations.staleness import Staleness, StatementState
from assistant.types import Block, Citation, Claim

__all__ = ["EVIL", "HOSTILE", "SMALL", "USUAL", "all_the_same", "stale"]

SMALL = freeze(TURNS, "Read this first.\nThen call the board.", [], None, TODAY)
EVIL = (
    "<script>alert(1)</script><img src=x onerror=alert(1)> ![i](https://evil.example/i.png) "
    "\"><svg onload=alert(1)> </style> {{ 7*7 }} {% raw %} &lt;b&gt; 'x' \u202egnp.exe"
)


def _usual() -> Snapshot:
    """Two answers of usual length: 8 statements in lists, 3 rows in a table, 13 sources."""
    rules = make_chunk(
        "rules",
        " ".join(
            f"In Ohio rule {number} asks every registered technician to keep the {number} pages of the "
            "training record for 2 years after the last day of work."
            for number in range(1, 12)
        ),
        document="records/jurisdiction/oh",
        title="Ohio: rules for pharmacy technicians",
        section="Training",
    )
    sources = [
        replace(
            BOARD if number % 2 else CERTIFIER,
            id=f"s{number}",
            title=f"Ohio Administrative Code 4729:3-{number}, records of training and of work",
            url=f"https://codes.example/ohio-administrative-code/title-4729/chapter-4729-3/rule-4729-3-{number}",
        )
        for number in range(1, 13)
    ]
    citations = [cite(n, rules, source, (n - 1) % 11) for n, source in enumerate(sources, start=1)]
    said = [Claim(sentence.text, (n, 12)) for n, sentence in enumerate(rules.sentences[:8], start=1)]
    rows = tuple((Claim(f"Rule {n}"), Claim(rules.sentences[n].text, (n + 1,))) for n in (8, 9, 10))
    blocks = (
        Block("paragraph", (said[0],)),
        Block("steps", tuple(said[1:5]), "How to apply in Ohio:"),
        Block("bullets", tuple(said[5:8])),
        Block("table", header=("", "Ohio"), rows=rows),
        Block("ask", (Claim("Which tier do you mean?"),)),
    )
    turn = stored(answer("How do I become a pharmacy technician in Ohio?", blocks, citations))
    return freeze([turn, TURNS[1]], "Here is what we talked about.", [], None, TODAY)


def _hostile() -> Snapshot:
    """Every text of a page tries to be markup."""
    source = replace(BOARD, title=EVIL, publisher=EVIL, url="javascript:alert(1)")
    chunk = make_chunk("evil", EVIL, title=EVIL, section=EVIL)
    cited: Citation = replace(cite(1, chunk, source, 0), quote=EVIL, passage=EVIL)
    claim = Claim(EVIL, (1,))
    table = Block("table", (), EVIL, (EVIL, ""), ((claim, claim),))
    blocks = (
        Block("paragraph", (claim,), EVIL),
        Block("bullets", (claim,)),
        table,
        Block("ask", (Claim(EVIL),)),
    )
    given = replace(answer(EVIL, blocks, [cited]), engine=EVIL)
    return freeze([stored(given, brought=True)], EVIL, [], None, TODAY)


USUAL, HOSTILE = _usual(), _hostile()


def all_the_same(snapshot: Snapshot) -> Staleness:
    """Nothing has changed since."""
    return Staleness(tuple(StatementState(statement, "same", "") for statement in snapshot.statements))


def stale(snapshot: Snapshot) -> Staleness:
    """The first statement has a new wording, the second was withdrawn."""
    first, second, *others = all_the_same(snapshot).states
    changed = replace(first, status="changed", now=first.statement.text.replace("$50", "$65 <b>now</b>"))
    return Staleness((changed, replace(second, status="withdrawn"), *others))
