"""A claim's figures -> whether each stands with the thing it belongs to in the evidence.

"$25 to apply and $50 to renew" holds both figures of "$50 to apply and $25 to renew", and both are
wrong. So the words around a figure are compared with those around the same figure in the evidence, and
with those around its other figures of that kind.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from assistant.judging.clauses import clauses
from assistant.judging.direction import redirected
from assistant.judging.figure_groups import Group, groups, places_of
from assistant.judging.quantities import Quantity, agree, quantities

__all__ = ["Stated", "misplaced"]

_MARGIN = 1.2  # inverse document frequency by which another figure must fit better


@dataclass(frozen=True, slots=True)
class Stated:
    """One sentence of the evidence."""

    text: str
    places: frozenset[str]  # codes of the places that it speaks of, by itself or by its title


def misplaced(claim: str, evidence: Sequence[Stated], weight: Callable[[str], float]) -> str:
    """The first stretch of a claim whose figure belongs to something else, or "".

    Args:
        claim: one sentence whose figures all occur in the evidence.
        evidence: what it cites.
        weight: a term's rarity, 0 or more.
    """
    stated = [(group, one) for one in evidence for clause in clauses(one.text) for group in groups(clause)]
    sides = _Sides([group for clause in clauses(claim) for group in groups(clause)], stated, weight)
    named: frozenset[str] = frozenset()
    for clause in clauses(claim):
        named = places_of(clause) or named
        if len(named) == 1 and any(_placed_elsewhere(f, named, evidence) for f in quantities(clause)):
            return clause
        for group in groups(clause):
            of = group.places or named
            for figure in group.figures:
                if _placed_elsewhere(figure, of, evidence) or _named_otherwise(group, figure, stated):
                    return clause
                if _fits_another(group, figure, of, sides):
                    return clause
    return redirected(claim, [one.text for one in evidence])


@dataclass(frozen=True, slots=True)
class _Sides:
    """The groups of the claim and of the evidence, and how rare a term is."""

    said: Sequence[Group]
    stated: Sequence[tuple[Group, Stated]]
    weight: Callable[[str], float]

    def close(self, one: Group, figures: Sequence[Quantity]) -> float:
        """How well the words around a group of the claim fit those around some figures of the evidence."""
        held = (other for other, _ in self.stated if any(agree(f, other.figures) for f in figures))
        return max((self._shared(one, other) for other in held), default=0.0)

    def _shared(self, one: Group, other: Group) -> float:
        return sum(self.weight(term) * near * other.wide.get(term, 0.0) for term, near in one.near.items())


def _placed_elsewhere(figure: Quantity, named: frozenset[str], evidence: Sequence[Stated]) -> bool:
    """Whether the evidence gives a figure for other places than those named with it."""
    reached = [
        places_of(clause) or one.places
        for one in evidence
        for clause in clauses(one.text)
        if agree(figure, quantities(clause))
    ]
    return bool(reached) and any(reached) and not named <= frozenset().union(*reached)


def _named_otherwise(group: Group, figure: Quantity, stated: Sequence[tuple[Group, Stated]]) -> bool:
    """Whether the figure stands with another acronym in the evidence."""
    theirs = [other.names for other, _ in stated if agree(figure, other.figures)]
    return bool(theirs) and all(group.names - names and names - group.names for names in theirs)


def _fits_another(group: Group, figure: Quantity, named: frozenset[str], sides: _Sides) -> bool:
    """Whether the words around a figure fit another figure of its kind clearly better.

    Where the claim holds that other figure, too, the two are weighed together: as they stand, and changed
    about.
    """
    if not any(agree(figure, other.figures) for other, _ in sides.stated):
        return False  # stated across several groups; the whole sentence was compared before
    best = sides.close(group, [figure])
    for other, one in sides.stated:
        alike = any(rival.unit == figure.unit for rival in other.figures)
        here = not named or not one.places or bool(named & one.places)
        if not (alike and here) or agree(figure, other.figures):
            continue
        counter = [said for said in sides.said if any(agree(f, other.figures) for f in said.figures)]
        own = max((sides.close(said, other.figures) for said in counter), default=0.0)
        turned = max((sides.close(said, [figure]) for said in counter), default=0.0)
        if sides.close(group, other.figures) + turned > best + own + _MARGIN:
            return True
    return False
