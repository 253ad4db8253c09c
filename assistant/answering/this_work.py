"""A first question that calls the work of a technician "this" -> the same with its name.

Whoever opens a guide for pharmacy technicians and asks how to "get into this" means that. A question that
names something else it could stand for is left alone.
"""

from __future__ import annotations

import re

from assistant.text import fold

__all__ = ["with_work_named"]

_NAMED = "become a pharmacy technician"
_THIS = re.compile(
    r"\b(?:do|get into|go into|start|try|get started (?:in|with)) (?:this|it)"
    r"(?: (?:job|work|career|field|kind of work|line of work|stuff|thing))?\b"
)
_NAMES_A_MATTER = re.compile(
    r"\b(?:pharm\w*|techs?|technicians?|cpht\w*|pt[ce]b|ptce|nha|excpt|exams?|tests?|licen[sc]\w*|regist\w*|"
    r"certif\w*|renew\w*|ces?|ceus?|hours|hrs|class\w*|courses?|programs?|schools?|training|compound\w*|"
    r"vaccin\w*|shots?|job|residency|apprentic\w*)\b"
)


def with_work_named(question: str) -> str:
    """The question with the work named, where "this" can mean nothing else.

    Args:
        question: the first of a conversation.
    """
    folded = fold(question)
    match = _THIS.search(folded)
    if match is None or len(folded) != len(question):
        return question
    rest = f"{folded[: match.start()]} {folded[match.end() :]}"
    if _NAMES_A_MATTER.search(rest):
        return question
    return f"{question[: match.start()]}{_NAMED}{question[match.end() :]}"
