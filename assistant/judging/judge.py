"""One sentence and what it cites -> why it must not be shown, or nothing.

The checks run from the cheapest and surest to the softest; the first that fails names the fault,
so that the model can be asked to mend just that.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from assistant.answering.places import find_places, place_name
from assistant.answering.vocabulary import Vocabulary
from assistant.judging.binding import Stated, misplaced
from assistant.judging.meaning import turned_meaning
from assistant.judging.names import unknown_acronym, unknown_address, unknown_name, unknown_title
from assistant.judging.quantities import agree, quantities
from assistant.judging.support import Bar, support_features
from assistant.retrieval.encoder import Vectors

__all__ = ["CitedSentence", "Fault", "FaultKind", "Judge"]

FaultKind = Literal["source", "form", "address", "place", "name", "figure", "meaning", "support"]
_LONGEST = 600  # characters of one sentence; more is not one statement


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """One sentence that a claim cites."""

    text: str
    about: str = ""  # title, heading, publisher: what the sentence speaks of without saying it
    jurisdiction: str | None = None  # two-letter code when its document speaks of one place only
    as_of: str = ""  # YYYY, YYYY-MM or YYYY-MM-DD of its source


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a sentence must not be shown."""

    kind: FaultKind
    detail: str = ""  # the words at fault


class Judge:
    """Judges sentences with one index's word rarities and encoder. Holds no state of a question."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        weight: Callable[[str], float],
        encode: Callable[[Sequence[str]], Vectors],
        bar: Bar,
    ) -> None:
        self._vocabulary = vocabulary
        self._weight = weight
        self._encode = encode
        self._bar = bar

    def fault(self, claim: str, cited: Sequence[CitedSentence], asked: Collection[str] = ()) -> Fault | None:
        """Why a claim must not be shown; None when it may.

        Args:
            claim: one sentence, marks taken out.
            cited: what it cites.
            asked: codes of the places that the question is about.
        """
        if not cited:
            return Fault("source")
        quoted = any(claim in one.text for one in cited)  # a source may list questions to ask
        if len(claim) > _LONGEST or (claim.endswith("?") and not quoted):
            return Fault("form")
        evidence = "\n".join(f"{one.about}\n{one.text}" for one in cited)
        return (
            self._names(claim, cited, evidence, asked)
            or self._figures(claim, cited)
            or self._meaning(claim, cited)
            or self._support(claim, cited)
        )

    def _names(
        self, claim: str, cited: Sequence[CitedSentence], evidence: str, asked: Collection[str]
    ) -> Fault | None:
        if found := unknown_address(claim, evidence):
            return Fault("address", found)
        if found := _foreign_place(claim, cited, asked):
            return Fault("place", found)
        known_credentials = set(self._vocabulary.credentials_of(evidence))
        if set(self._vocabulary.credentials_of(claim)) - known_credentials:
            return Fault("name", " ".join(set(self._vocabulary.credential_pattern.findall(claim.lower()))))
        for look in (unknown_acronym, unknown_name, unknown_title):
            if found := look(claim, evidence):
                return Fault("name", found)
        return None

    def _figures(self, claim: str, cited: Sequence[CitedSentence]) -> Fault | None:
        stated = [figure for one in cited for text in (one.text, one.as_of) for figure in quantities(text)]
        for figure in quantities(claim):
            if not agree(figure, stated):
                return Fault("figure", figure.value)
        whole = [Stated(one.text, _places(one)) for one in cited]
        if found := misplaced(claim, whole, self._weight):
            return Fault("figure", found)
        return None

    def _meaning(self, claim: str, cited: Sequence[CitedSentence]) -> Fault | None:
        found = turned_meaning(claim, [one.text for one in cited])
        return Fault("meaning", found) if found else None

    def _support(self, claim: str, cited: Sequence[CitedSentence]) -> Fault | None:
        about = "\n".join(one.about for one in cited)
        texts = [one.text for one in cited]
        features = support_features(_placed(claim, cited), texts, about, self._weight, self._encode)
        return None if self._bar.passes(features) else Fault("support")


def _places(one: CitedSentence) -> frozenset[str]:
    own = {place.code for place in find_places(f"{one.text}\n{one.about}", {})}
    return frozenset(own | ({one.jurisdiction} if one.jurisdiction else set()))


def _placed(claim: str, cited: Sequence[CitedSentence]) -> str:
    """A claim that leaves out the one place that all of its evidence speaks of, with it."""
    codes = {one.jurisdiction for one in cited}
    code = next(iter(codes)) if len(codes) == 1 else None
    if code is None or find_places(claim, {}):
        return claim
    return f"In {place_name(code)}: {claim}"


def _foreign_place(claim: str, cited: Sequence[CitedSentence], asked: Collection[str]) -> str:
    """A place that is named and not cited, or cited, not asked about, and not named; else ""."""
    named = {place.code for place in find_places(claim, {})}
    known = {code for one in cited for code in _places(one)}
    if named - known:
        return min(named - known)
    silent = {one.jurisdiction for one in cited if one.jurisdiction} - named
    wrong = silent - set(asked) if len(asked) < 2 and not named else silent
    return min((code for code in wrong if code), default="")
