"""A ranking of specialties -> its gist: the first three, with reasons in the person's own words."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.answering.gists.gist import Gist, Part
from assistant.guidance.cited import Cited
from assistant.guidance.fit import Fit, Ranked
from assistant.guidance.fit_words import certainty, heard
from assistant.guidance.questionnaire import FEWEST, MOST
from assistant.guidance.reasons import Reason
from assistant.guidance.wishes import Wish
from assistant.types import ToolLink
from assistant.wording_gists import GistWording

__all__ = ["ask_for_words", "fit_gist"]

_PLACES = 3
_FOR, _AGAINST = 2, 1  # reasons a place
_SURE = 3  # sentences on how sure it is: the verdict, the chance, and one thing that would change it


def fit_gist(found: Fit, link: ToolLink) -> Gist:
    """The gist of a ranking."""
    read = GistWording.FIT_HEARD.format(wishes="; ".join(_heard(found.answers.wishes)))
    best = found.ranking[:_PLACES]
    parts = [
        Part("notice", (Cited(read),)),
        *(Part("bullets", _lines(ranked), _name(ranked)) for ranked in best),
        Part("notice", (Cited(" ".join(_certainty(found))),)),
        Part("notice", (Cited(GistWording.FIT_NEXT.format(count=len(found.ranking))),)),
    ]
    follow_ups = tuple(_plan_question(ranked.name) for ranked in best)
    return Gist(tuple(parts), link, "answered", follow_ups)


def ask_for_words(count: int, link: ToolLink) -> Gist:
    """What to ask when nothing is known of what the person likes; `count` specialties can be ranked."""
    ask = GistWording.FIT_ASK.format(example=GistWording.FIT_EXAMPLE, count=count, fewest=FEWEST, most=MOST)
    return Gist((Part("ask", (Cited(ask),)),), link, "clarify", (GistWording.FIT_EXAMPLE,))


def _plan_question(name: str) -> str:
    """The question that makes a specialty a plan."""
    letters = name[:2]
    said = name if letters.isupper() or letters[0].isdigit() else letters[0].lower() + name[1:]
    article = "an" if said[0] in "aeiou" else "a"
    return GistWording.FIT_PLAN.format(article=article, name=said)


def _heard(wishes: Iterable[Wish]) -> list[str]:
    told = (heard(wish) for wish in wishes)
    return [said[:1].lower() + said[1:] for said in told]


def _certainty(found: Fit) -> list[str]:
    verdict, chance, *rest = certainty(found)
    return [verdict, chance, *rest[-1:]][:_SURE]


def _name(ranked: Ranked) -> str:
    return GistWording.FIT_PLACE.format(rank=ranked.rank, name=ranked.name)


def _lines(ranked: Ranked) -> tuple[Cited, ...]:
    good = [_reason(reason) for reason in ranked.speaks_for[:_FOR]]
    bad = [_reason(reason, GistWording.FIT_AGAINST) for reason in ranked.speaks_against[:_AGAINST]]
    return (ranked.what, *good, *bad)


def _reason(reason: Reason, words: str = "{because}") -> Cited:
    because = words.format(because=reason.because)
    text = GistWording.FIT_BOTH.format(because=because, line=reason.cited.text)
    return Cited(text, reason.cited.support, reason.cited.computed)
