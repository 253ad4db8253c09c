"""A question about a place -> the fields of its record that answer, the most direct first."""

from __future__ import annotations

from dataclasses import dataclass

from assistant.answering.understand import Query
from assistant.answering.vocabulary import Aspect

__all__ = ["Wanted", "wanted_of"]

_BROAD = frozenset({"become", "permitted"})  # their words stand in many questions
_SECONDARY = frozenset({"certification", "training", "board"})  # only where nothing more special is asked
# What can be the subject of another aspect: "can I renew it?" of a trainee registration is about trainees.
_SUBJECTS = frozenset({"trainee", "foreign", "military"})


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked of a record."""

    fields: tuple[str, ...] = ()  # the most direct first
    needs: frozenset[str] = frozenset()  # one of these must be known for a direct answer
    named: tuple[str, ...] = ()  # of the fields, those asked for by words of their own
    aspects: tuple[Aspect, ...] = ()  # what is asked, the broad and the secondary left out


def wanted_of(query: Query) -> Wanted:
    """The fields that a question asks for.

    A field named by words of its own comes first. Where a fee meets another aspect ("renewal" and
    "fee"), only the fields that they share answer.
    """
    asked = [aspect for aspect in query.aspects if aspect.jurisdiction and aspect.name not in _BROAD]
    special = [aspect for aspect in asked if aspect.name not in _SECONDARY] or asked
    special.sort(key=lambda aspect: aspect.name not in _SUBJECTS)
    listed = list(dict.fromkeys(field for aspect in special for field in aspect.jurisdiction))
    shared = [f for f in listed if sum(f in aspect.jurisdiction for aspect in special) > 1]
    priced = query.has("fee", "late")
    spoken = ("transfer", *query.details) if query.has("transfer") else query.details
    named = tuple(f for f in spoken if f in listed and (priced or not f.endswith("_fee")))
    deciding = [aspect for aspect in special if aspect.name == "late"] or special
    needs = frozenset(shared if query.has("fee") else ()) or frozenset(
        field for aspect in deciding for field in aspect.needs
    )
    fields, needs = (*named, *shared, *listed), needs | frozenset(named)
    if query.field and query.field not in fields:  # asked for in words that name other things
        fields, needs = (query.field, *fields), frozenset({query.field})
    return Wanted(tuple(dict.fromkeys(fields)), needs, named, tuple(special))
