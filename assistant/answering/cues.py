"""A question -> what its form tells of the kind of thing asked for: a row of zeros and ones.

A sentence vector blurs exactly what matters here: "when does my certification expire" and "how do I find out
when it expires" lie side by side. The cues are no decision by themselves; `kinds.py` weighs them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from assistant.answering.particulars import asks_particulars
from assistant.text import fold

__all__ = ["CUES", "cues_of"]

_CUES: Mapping[str, str] = {
    "now": r"\b(?:today|tonight|tomorrow|yesterday|right now|now|currently|still|this (?:week|month|fall|"
    r"spring|"
    r"summer|winter|semester)|last (?:week|month|year|night)|on (?:mon|tues|wednes|thurs|fri|satur|"
    r"sun)days?)\b",
    "ahead": r"\b(?:will|going to|gonna|soon|one day|some day|in the future|ever|again|by 20\d\d|"
    r"next (?:year|decade|session)|in \w+ years)\b",
    "coming_year": r"\b20(?:2[7-9]|[3-9]\d)\b",
    "who": r"\bwho\b",
    "own_state": r"^(?:\w+ )?(?:did|has|have|is|are|was|were|when|where|what|why|how (?:much|"
    r"many))\b.{0,20}\b(?:my|i)\b",
    "my": r"\bmy\b",
    "first_person": r"\b(?:i|im|i'm|ive|i've)\b",
    "so_far": r"\bhow (?:much|many)\b.{0,30}\b(?:do|did|have) i\b|\bso far\b|\byet\b|\balready\b",
    "how_many": r"\bhow many\b",
    "share": r"\b(?:percent\w*|share|average|most|rate)\b",
    "where_when": r"\b(?:when|where|what time|how soon)\b",
    "opening": r"\b(?:slots?|seats?|spots?|openings?|hiring|vacanc\w+|wait ?list|jobs?|class|next|full|"
    r"available)\b",
    "building": r"\b(?:open|close[sd]?|parking|park|bus|floor|hold|lockers?|hotel|office|address|located)\b",
    "near": r"\b(?:near|nearby|closest|nearest)\b",
    "exact": r"\b(?:brand|model|software|price of|best|exactly|exact|version|color|colour)\b",
    "office_holder": r"\b(?:director|manager|recruiter|instructor|teaches|president|ceo|boss|leader|name)\b",
    "pay": r"\b(?:pay|paid|salary|make|earn|raise|bonus|benefits?|discount|vacation|pto|401k|insurance)\b",
    "schooling": r"\b(?:college|school|institute|university|academy|program|tuition|pass rate|graduat\w+|"
    r"enroll\w*|drop ?out|placement|classes|students?)\b",
    "rule": r"\b(?:can|could|should|do|does|need|needed|required?|allowed|have to|must|how (?:do|can|to))\b",
    "field": r"\b(?:pharmac\w*|techs?|technicians?|ptcb|ptce|cpht|excpt|nha|board|pearson|psi)\b",
    "abroad": r"\b(?:canad\w+|uk|england|scotland|austral\w+|new zealand|(?<!new )mexico|jamaica|haiti|"
    r"cuba|bahamas|colombia|venezuela|peru|chile|argentina|brazil|ecuador|honduras|guatemala|"
    r"germany|ireland|spain|france|italy|portugal|poland|sweden|norway|switzerland|greece|"
    r"ukraine|russia|turkey|israel|egypt|dubai|abu dhabi|emirates|saudi|qatar|kuwait|india|"
    r"pakistan|bangladesh|nepal|philippines|vietnam|china|japan|korea|taiwan|singapore|kenya|"
    r"nigeria|ghana|ethiopia|south africa|ontario|quebec|alberta|overseas|abroad|country|gphc|"
    r"pebc)\b",
    "comes_here": r"\b(?:was an?|from|foreign|diploma|degree|transcript|in the us|usa|here|immigrant|"
    r"outside)\b",
    "trade": r"\b(?:nurs\w+|cna|lvn|lpn|rn|phlebotom\w+|dental|emt|paramedic|pharmacists?|naplex|nclex|vet|"
    r"doctors?|"
    r"medical assist\w+|coder|coding|surgical|radiolog\w+|cosmetolog\w+|massage)\b",
}
_PATTERNS = tuple(re.compile(pattern) for pattern in _CUES.values())
CUES = (*_CUES, "particular", "short")
_SHORT = 4  # words: too few to say more than a topic


def cues_of(question: str) -> npt.NDArray[np.float32]:
    """Which of `CUES` a question holds, each 0 or 1; shape (len(CUES),)."""
    folded = fold(question)
    found = [bool(pattern.search(folded)) for pattern in _PATTERNS]
    found += [asks_particulars(question), len(folded.split()) <= _SHORT]
    return np.array(found, dtype=np.float32)
