"""The sections of a question -> the beginning of the second one, where it fits nearly as well as the first.

Two sections may be meant where a question is short or put in nobody's words but one's own. Then the answer of
the second begins under its own heading, so that a reader sees at once which of the two was meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant.answering.evidence import DraftBlock, Evidence, Relevance, drop_repeats
from assistant.text import words
from assistant.wording import Wording

if TYPE_CHECKING:
    from assistant.answering.by_section import SectionScore

__all__ = ["runner_up"]

# Of 533 unseen questions whose two best sections are this near the second was meant in 18 %, of the 162 whose
# are 0.6 apart or more still in 14 %; further off rarely.
_CLOSE = 1.0
_SENTENCES, _WORDS = 2, 45  # that are said of the second
_REPEATED = 0.45  # Jaccard similarity of terms


def runner_up(
    ranked: Sequence[SectionScore], main: SectionScore, said: Sequence[Evidence], relevance: Relevance
) -> DraftBlock | None:
    """The block to be said behind the best section's answer; None where the best is plainly best.

    Args:
        ranked: the sections, best first.
        main: the one that is said.
        said: its sentences, and those that were added to them.
        relevance: scores sentences.
    """
    others = [item for item in ranked if (item.document, item.section) != (main.document, main.section)]
    heading = others[0].section.rsplit(" > ", 1)[-1] if others else ""
    if not heading.endswith("?") or others[0].score < main.score - _CLOSE:
        return None
    body = [i for i in relevance.evidence(others[0].chunk) if i.sentence.kind in ("paragraph", "bullet")]
    first = body[:1]
    if not first or not drop_repeats(first, said, _REPEATED):
        return None
    room = _WORDS - len(words(first[0].sentence.text))
    more = [item for item in body[1:_SENTENCES] if len(words(item.sentence.text)) <= room]
    kept = drop_repeats([*first, *more], said, _REPEATED)
    return DraftBlock("paragraph", tuple(kept), Wording.IN_CASE.format(question=heading))
