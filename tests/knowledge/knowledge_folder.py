"""A small knowledge folder in memory: sound as it stands, broken by what a test changes."""

from collections.abc import Mapping
from datetime import date

from ingest.knowledge.check import check_library
from ingest.knowledge.findings import Finding
from ingest.knowledge.library import read_library

TODAY = date(2026, 11, 22)

SOURCES = """\
board:
  title: Fees
  publisher: Ohio Board of Pharmacy
  url: https://www.pharmacy.ohio.gov/fees
  tier: law-or-board
  as_of: '2026'
  reviewed: '2026-11-01'
blog:
  title: All about Ohio
  publisher: A blog
  url: https://blog.example.com/ohio
  tier: guide
  as_of: unknown
  reviewed: '2026-11-01'
"""

GUIDE = """\
---
title: Paying the state
audience: [student]
topics: [cost]
reviewed: 2026-11-01
questions:
  "What does Ohio cost?":
    - ohio fee
---
# Paying the state

## What does Ohio cost?

Ohio asks $50 when you apply.[^board] A blog says that you wait 3 weeks.[^blog]

| When | How much |
|---|---|
| At first | $50[^board] |

The steps are:

1. Apply on the Board's page.[^board]
"""

RECORD = """\
id: oh
kind: jurisdiction
code: OH
name: Ohio
reviewed: '2026-11-01'
questions:
  Fees:
  - what does ohio cost
statements:
- field: application_fee
  says: Ohio asks $50 of everybody who applies.
  value: 50
  unit: USD
  source: board
  confidence: high
- field: renewal_fee
  says: Renewing in Ohio costs $75.
  value: 75
  unit: USD
  source: board
  confidence: high
"""

SOUND: Mapping[str, str] = {
    "sources.yaml": SOURCES,
    "guides/state.md": GUIDE,
    "records/oh.yaml": RECORD,
}


def findings(changed: Mapping[str, str], today: date = TODAY) -> list[Finding]:
    """What the check finds when these files stand in place of the sound ones."""
    return check_library(read_library({**SOUND, **changed}), today)


def rules(changed: Mapping[str, str], today: date = TODAY) -> list[tuple[str, int, str]]:
    """File, line and rule of each finding."""
    return [(item.file, item.line, item.rule) for item in findings(changed, today)]
