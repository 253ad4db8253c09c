"""All fits in their order, each on what the ones before it have made of the index."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from assistant.answering.chain import Chain
from assistant.build import build_assistant
from assistant.settings import Settings
from evals.bar import fit_bar, judged
from evals.cases import Case
from evals.fit_answerable import fit_answerable
from evals.fit_context import fit_context
from evals.fit_intents import fit_intents
from evals.fit_kinds import fit_kinds
from evals.fit_likeness import fit_likeness
from evals.fit_ranking import fit_ranking
from evals.processes import run, techpath

__all__ = ["STEPS", "calibrated"]

_Fit = Callable[[Chain, Sequence[Case]], Mapping[str, float]]

# Kinds, intents and answerability are fitted on what the ranking finds; answerability weighs the other two.
STEPS: Mapping[str, _Fit] = {
    "likeness": lambda chain, cases: fit_likeness(chain.index.passages),
    "context": lambda chain, cases: fit_context(chain),
    "ranking": fit_ranking,
    "kinds": lambda chain, cases: fit_kinds(chain),
    "intents": lambda chain, cases: fit_intents(chain),
    "answerability": fit_answerable,
    "bar": lambda chain, cases: fit_bar(chain),
    "judge": lambda chain, cases: judged(chain, "test"),
}
_LAST_INDEXED = "context"  # the index is built from what this step and the one before it write


def calibrated(
    settings: Settings, cases: Sequence[Case], start: str
) -> Iterator[tuple[str, Mapping[str, float]]]:
    """Fit and write one model after another; gives the name of each and what was measured.

    Args:
        settings: where the index is.
        cases: development cases.
        start: the first of `STEPS`.
    """
    names = list(STEPS)
    for name in names[names.index(start) :]:
        yield name, STEPS[name](build_assistant(settings).chain(), cases)
        if name == _LAST_INDEXED:
            run(techpath("ingest"), settings.home)
