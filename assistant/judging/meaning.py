"""A claim and what it cites -> whether the claim turns the meaning round.

Words alone do not show it: "requires" and "does not require" share every term. So the clause of the
evidence that speaks of the same thing is found, and negation, duty, permission, scope and direction
are compared with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from assistant.judging.clauses import clauses, content_terms
from assistant.judging.names import acronyms
from assistant.text import fold

__all__ = ["turned_meaning"]

# "no later than" and the like hold a negation that negates nothing.
_IDLE = re.compile(
    r"\bif (?:you|they) (?:are|do|have|did)(?: not|n't)\b(?=\s*(?:[.,;]|$))|\bno (?:later|more|less|fewer|earlier|longer) than\b|\bnot (?:only|just)\b|\bno matter\b|\bwhether or not\b|\bnon-?\w+\b"
)
_NON_REFUNDABLE = re.compile(r"\bnon-?refund")
_NEGATED = re.compile(
    r"\b(?:not|no|never|none|nor|neither|cannot|without|nobody|nothing|hardly)\b|n't\b|\bun(?:registered|certified|licensed|paid|supervised|accredited|renewed)\b|"
    r"\b(?:optional|voluntary|unnecessary|exempt\w*|waive[sd]?|prohibit\w*|forbid\w*|forbidden|banned?|bans|bars?|barred|"
    r"refuse[sd]?|denie[sd]|deny|lacks?|lacking|fails? to|illegal|unlawful|free (?:of|from)|leaves? out|left out|excludes?|excluded)\b"
)
_DUTY = re.compile(
    r"\b(?:must|shall|require[sd]?|requiring|requirements?|mandatory|compulsory|obligat\w+|has to|have to|had to|needs?|needed|necessary|asks? (?:for|that|you|\w+ to)|"
    r"demands?|prerequisite|minimum|at least|condition)\b"
)
# A weaker word in the evidence from which a duty may still be said: a price must be paid.
_DUTY_IMPLIED = re.compile(
    r"\b(?:fees?|costs?|pays?|plus|charges?|due|by|until|before|deadline|first|then|step|send|apply|register|renew|pass|complete|submit|take|ask|check|keep|show|hold|"
    r"eligib\w+|qualif\w+|limits?|limited|bars?|up to|no more than|is a|are|wants?|expects?|names?|renews?|lasts?|valid|only|accepts?|covers?|works?|under)\b"
)
_RIGHT = re.compile(
    r"\b(?:may|can|could|allow(?:s|ed)?|lets?|permit(?:s|ted)|able to|possible|free to|option(?:s|al)?|eligible)\b"
)
_RECOMMENDED = re.compile(
    r"\b(?:should|recommend\w*|advis\w+|suggest\w*|encourag\w*|prefer\w*|favou?rs?|helps?|helpful|useful|a plus|often|usually|typically|many|some|most)\b"
)
_ALL = re.compile(
    r"\b(?:all(?! others?\b)|always|everyone(?! else)|everybody|everywhere|nationwide|entire(?:ly)?|guarantee[sd]?|any)\b|\b(?:every|each)\b(?!\s+(?:other|second|\d|(?:[\w-]+\s+)?(?:year|month|week|day|hour|time|quarter|renewal|try|exam)s?|two|three))"
)
_IF = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_ONLY = re.compile(r"\b(?:only|solely|exclusively)\b")
_COMPARED = re.compile(
    r"\b(?<!at )(?<!more )(?<!less )(?<!later )(?<!earlier )(?<!fewer )(?<!other )(?<!rather )(?:than|most|least)\b|"
    r"\b(?:more|less|fewer) than (?!\$?\d)|\b(?:cheap|high|low|long|short|fast|easi|hard|bett|larg|small|young|strict)(?:er|est)\b|\b(?:better|best|worse|worst)\b"
)
_COMPARING = re.compile(
    _COMPARED.pattern + r"|\b(?:more|less|fewer|over|under|above|below|compared|most|least)\b"
)
_CONDITION = re.compile(r"\b(?:only (?:if|when|after|with|under)|unless|provided that|as long as|except)\b")
_SOFT_CONDITION = re.compile(
    r"\b(?:if|unless|only|when|once|after|except|provided|as long as|until|with|without|under)\b"
)
# Each pair of sides: what stands on one is wrong where the evidence stands on the other.
_OPPOSITES: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (re.compile(rf"\b(?:{one})\b"), re.compile(rf"\b(?:{other})\b"))
    for one, other in (
        (r"before|prior to|ahead of", r"after|following"),
        (
            r"increas\w+|rises?|rose|risen|grow\w*|grew|higher|raise[sd]?",
            r"decreas\w+|falls?|fell|fallen|declin\w+|shrink\w*|lower|cuts?|drop\w*",
        ),
        (
            r"more|most|highest|largest|longest|best",
            r"less|least|fewer|fewest|lowest|smallest|shortest|worst",
        ),
        (r"accept\w*|recogni[sz]e[sd]?|honou?rs?", r"reject\w*|refus\w+|stopped"),
        (
            r"confirmed|passed|adopted|signed|in force",
            r"proposed?|proposal|pending|unconfirmed|not confirmed|draft\w*|vetoed",
        ),
        (r"in person|on site|on-site", r"online|remote(?:ly)?|at home"),
        (r"full-time|full time", r"part-time|part time"),
        (r"without", r"with|under"),
        (r"different", r"same"),
        (r"high", r"low|little"),
        (r"indirect", r"direct"),
        (r"odd", r"even"),
        (r"free|no charge|at no cost", r"\$\d\S*"),
    )
)
_SHARED_TERMS = 2  # fewer in common, and two clauses need not speak of the same thing
_NEARLY_ALL = 0.8  # of a sentence's terms
_NEAR_BEST = 0.75  # of the best clause's share of terms: others as near may carry the claim as well


@dataclass(frozen=True, slots=True)
class _Reading:
    """What a clause says beside its subject."""

    negated: bool
    duty: bool
    right: bool


def turned_meaning(claim: str, evidence: Sequence[str]) -> str:
    """The words in which a claim says something else than its evidence, or "".

    Args:
        claim: one sentence.
        evidence: the sentences that it cites.
    """
    stated = [clause for sentence in evidence for clause in clauses(sentence)]
    pieces = clauses(claim)
    if len(pieces) == 1:  # "a nonrefundable $25" may take up two clauses of the evidence
        stated += [sentence for sentence in evidence if _takes_up(claim, sentence)]
    for clause in pieces:
        nearest = _nearest(clause, stated, evidence)
        if nearest and (fault := _against(clause, nearest)):
            return fault
    joined = fold(" ".join(evidence))
    return (
        _wider(fold(claim), joined) or _opposite(fold(claim), joined) or _unconditional(fold(claim), evidence)
    )


def _takes_up(claim: str, sentence: str) -> bool:
    """Whether a claim says nearly all that a sentence says."""
    whole = content_terms(sentence)
    mine = content_terms(_NON_REFUNDABLE.sub("not refund", fold(claim)))
    return len(mine & whole) >= _NEARLY_ALL * len(whole)


def _nearest(clause: str, stated: Sequence[str], whole: Sequence[str]) -> list[str]:
    """The clauses of the evidence that speak of the same thing, else its whole sentences, or none."""
    mine = content_terms(clause)
    if not mine:
        return []
    for pieces in (stated, whole):
        shares = [(len(mine & content_terms(other)), other) for other in pieces]
        best = max((shared for shared, _ in shares), default=0)
        if best >= min(_SHARED_TERMS, len(mine)):
            return [other for shared, other in shares if shared >= _NEAR_BEST * best]
    return []


def _against(clause: str, nearest: Sequence[str]) -> str:
    named = [acronyms(other) for other in nearest]
    if all(acronyms(clause) - other and other - acronyms(clause) for other in named):
        return "name"
    mine = _read(clause)
    theirs = [_read(other) for other in nearest]
    if all(mine.negated != other.negated for other in theirs) and not _supposes(clause, nearest):
        return "negation"
    if (
        mine.duty
        and not mine.negated
        and not any(
            other.duty or _DUTY_IMPLIED.search(fold(text))
            for other, text in zip(theirs, nearest, strict=True)
        )
    ):
        return "duty"
    only = any(_ONLY.search(fold(other)) for other in nearest)
    if mine.duty and not mine.right and not only and all(other.right and not other.duty for other in theirs):
        return "duty"
    if (
        mine.right
        and not mine.duty
        and all(other.duty and not other.right for other in theirs)
        and not mine.negated
    ):
        return "permission"
    return ""


def _supposes(clause: str, nearest: Sequence[str]) -> bool:
    """Whether a clause only sets a case apart that the evidence sets apart in another way."""
    return _IF.match(clause) is not None and not any(_IF.search(other) for other in nearest)


@lru_cache(maxsize=16_384)
def _read(clause: str) -> _Reading:
    plain = _IDLE.sub(" ", _NON_REFUNDABLE.sub("not refund", fold(clause)))
    negations = len(_NEGATED.findall(plain))
    return _Reading(negations % 2 == 1, bool(_DUTY.search(plain)), bool(_RIGHT.search(plain)))


def _wider(claim: str, evidence: str) -> str:
    """A scope that the evidence does not have: "all", "always", "only"."""
    for scope, same in ((_ALL, _ALL), (_ONLY, _ONLY), (_COMPARED, _COMPARING)):
        if (found := scope.search(claim)) and not same.search(evidence):
            return found.group()
    return ""


def _opposite(claim: str, evidence: str) -> str:
    for pair in _OPPOSITES:
        for mine, other in (pair, pair[::-1]):
            found = mine.search(claim)
            if found and not mine.search(evidence) and other.search(evidence) and not other.search(claim):
                return found.group()
    return ""


def _unconditional(claim: str, evidence: Sequence[str]) -> str:
    """A permission or a release that the evidence ties to a strict condition, said without any."""
    if not (_RIGHT.search(claim) or _NEGATED.search(claim)) or _SOFT_CONDITION.search(claim):
        return ""
    strict = [found.group() for text in evidence if (found := _CONDITION.search(fold(text)))]
    return strict[0] if strict and len(strict) == len(evidence) else ""
