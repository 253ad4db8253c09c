"""A question with typing errors -> the same with the words that the sources use."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from assistant.text import fold

__all__ = ["Speller"]

_TOKEN = re.compile(r"[A-Za-z]{4,}")
# What people write that neither the sources nor the encoder's vocabulary know, and that is no slip.
_SPOKEN = frozenset(
    """arent asap bootcamp comped copays coupla couldnt crammed cramming didnt doesnt expunge expunged
    expungement feds felon felons fella fellas flunk flunked freebie freebies hadnt hasnt havent hubby isnt
    legit lemme mids mustnt neednt newb newbie preggers preggo prolly reservist reservists scrips shady
    shouldnt sketchy sorta wasnt werent wont wouldnt yall""".split()
)
_SHORT = 4  # letters; such words have many neighbours, so only a common word replaces one
_COMMON = 20  # occurrences in the sources
_PREFIXES = ("re", "un", "pre", "non")
_PREFIX = re.compile(r"^(?:re|un|pre|non)")
_MIN_SIMILARITY = 0.74  # one slip in four letters, two in eight


class Speller:
    """Corrects words that none of the sources, the names given and the encoder's English vocabulary know."""

    def __init__(
        self,
        frequencies: Mapping[str, int],
        is_english: Callable[[str], bool],
        names: Collection[str] = (),
    ) -> None:
        self._frequencies = frequencies
        self._names = names
        self._is_english = is_english
        self._candidates = [word for word in frequencies if len(word) > 3 and word.isalpha()]
        self._nearest = lru_cache(maxsize=10_000)(self._find_nearest)

    def correct(self, text: str) -> str:
        """The text with misspelt words replaced; everything else as it stands."""
        return _TOKEN.sub(lambda match: self._word(match.group()), text)

    def _word(self, word: str) -> str:
        folded = fold(word)
        if (
            folded in self._frequencies
            or folded in self._names
            or folded in _SPOKEN
            or self._is_english(folded)
        ):
            return word
        if folded.startswith(_PREFIXES) and self._is_english(_PREFIX.sub("", folded)):
            return word  # "redo", "unpaid": an English word built from another
        return self._nearest(folded) or word

    def _find_nearest(self, word: str) -> str | None:
        found = process.extract(
            word,
            [c for c in self._candidates if abs(len(c) - len(word)) <= 2 and c[0] == word[0]],
            scorer=OSA.normalized_similarity,
            score_cutoff=_MIN_SIMILARITY,
            limit=5,
        )
        if not found:
            return None
        if len(word) <= _SHORT:
            found = [item for item in found if self._frequencies[item[0]] >= _COMMON]
        best = max((score for _, score, _ in found), default=0.0)
        ties = [candidate for candidate, score, _ in found if score >= best - 1e-9]
        return max(ties, default=None, key=lambda candidate: (self._frequencies[candidate], candidate))
