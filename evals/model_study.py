"""The whole product with a scripted model -> what it lets through, how it fails, and how soon it speaks.

A model that lies in one sentence of three, a table of faults, and the wait for the first sentence. All go
through a real provider client over loopback; nothing of the product is replaced.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.answering.ground import supports
from assistant.answering.vocabulary import load_vocabulary
from assistant.build import Assistant
from assistant.generation.events import Said
from assistant.guidance.records import Record
from assistant.settings import Settings
from assistant.types import Answer
from evals.scripted.clients import scripted_chat
from evals.scripted.faults import FAULTS, LIES
from evals.scripted.hallucinating import Hallucinating, Planned
from evals.scripted.scripts import faithful
from evals.scripted.server import scripted_server

__all__ = ["FaultRow", "Lies", "Waits", "lies_of", "questions_of", "run_faults", "run_lies", "run_waits"]

_SEED = 7
_QUESTIONS = (
    "How much does it cost to register as a technician in Ohio?",
    "How many CE hours do I need in Texas?",
    "What does the PTCE cost?",
)
_HEADINGS = ("Fees", "Renewal", "Continuing education", "Who can apply", "Vaccines", "Training")
_KINDS = ("jurisdiction", "credential")
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Lies:
    """What became of the sentences of a model that lies."""

    shown: tuple[Planned, ...]
    dropped: tuple[Planned, ...]
    answers: int
    from_model: int  # answers that the model wrote in the end

    @property
    def sentences(self) -> int:
        """How many it wrote."""
        return len(self.shown) + len(self.dropped)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of lies that it told."""
        return tuple(sorted({plan.lie for plan in (*self.shown, *self.dropped)} - {""}))

    def planted(self, kind: str = "") -> int:
        """The lies of a kind, or of all."""
        return len(_lies(self.shown, kind)) + len(_lies(self.dropped, kind))

    def stopped(self, kind: str = "") -> float:
        """The share of the lies of a kind, or of all, that were stopped, 0..1."""
        return len(_lies(self.dropped, kind)) / max(1, self.planted(kind))

    def let_through(self) -> tuple[str, ...]:
        """The lies that were shown."""
        return tuple(plan.text for plan in _lies(self.shown))

    @property
    def true(self) -> int:
        """How many of its sentences are true."""
        return self.sentences - self.planted()

    def lost(self) -> tuple[str, ...]:
        """The true sentences that were not shown."""
        return tuple(plan.text for plan in self.dropped if not plan.lie)


@dataclass(frozen=True, slots=True)
class FaultRow:
    """How one fault ended, over several questions."""

    fault: str
    times: int  # questions asked under it
    requests: int  # that the provider saw, in all
    from_model: int  # answers that the model wrote in the end; the others are the embedded engine's
    outcomes: tuple[str, ...]  # each once
    shown: int  # cited sentences, in all
    unsupported: int  # of them, those that their citations do not carry, and lies
    seconds: float  # of the slowest answer


@dataclass(frozen=True, slots=True)
class Waits:
    """Milliseconds, medians over answers, with a model that writes 50 tokens a second."""

    answers: int
    first_token_to_first_shown: float
    first_sentence_to_first_shown: float  # from its last token


def run_lies(
    settings: Settings, provider: str, sentences: int, tell: Tell = lambda done, total: None
) -> Lies:
    """Ask until a lying model has written so many sentences."""
    script = Hallucinating(_SEED)
    shown, dropped = list[Planned](), list[Planned]()
    answers = from_model = 0
    with scripted_server(script) as server:
        assistant = Assistant(settings, scripted_chat(provider, server))
        for question in questions_of(assistant):
            script.planned = []
            answer = assistant.ask(question)
            for plan, verdict in _matched(script.planned, answer):
                (dropped if verdict == "dropped" else shown).append(plan)
            answers += bool(script.planned)
            from_model += answer.engine != "embedded"
            written = len(shown) + len(dropped)
            tell(min(written, sentences), sentences)
            if written >= sentences:
                break
    return Lies(tuple(shown), tuple(dropped), answers, from_model)


def run_faults(
    settings: Settings, provider: str, faults: Iterable[str] = (), tell: Tell = lambda done, total: None
) -> Iterator[FaultRow]:
    """Ask a few questions under each fault (all of them by default)."""
    names = tuple(faults) or tuple(FAULTS)
    for done, name in enumerate(names, start=1):
        yield _failing(settings, provider, name)
        tell(done, len(names))


def run_waits(settings: Settings, provider: str, answers: int = 10) -> Waits:
    """Ask a model that writes a token every 20 ms, and time its first sentence."""
    whole, last = [], []
    with scripted_server(lambda received: replace(faithful()(received), gap=0.02)) as server:
        assistant = Assistant(settings, scripted_chat(provider, server))
        for question in questions_of(assistant):
            server.sent.clear()
            for event in assistant.stream(question):
                if isinstance(event, Said) and server.sent:
                    shown = time.monotonic()
                    whole.append((shown - server.sent[1][0]) * 1000)  # the first piece opens the message
                    last.append((shown - _sent_with(server.sent, b"[k")) * 1000)
                    break
            if len(whole) >= answers:
                break
    return Waits(len(whole), _median(whole), _median(last))


def _failing(settings: Settings, provider: str, fault: str) -> FaultRow:
    answers, seconds, requests = list[Answer](), list[float](), 0
    with scripted_server(FAULTS[fault]) as server:
        chat = scripted_chat(provider, server, max(1.0, 0.4 * settings.model_seconds))
        assistant = Assistant(settings, chat)
        assistant.chain()  # opening the index is no part of the answer's time
        for question in _QUESTIONS:
            server.play(FAULTS[fault])  # some faults pass after a request or two
            started = time.monotonic()
            answers.append(assistant.ask(question))
            seconds.append(time.monotonic() - started)
            requests += len(server.received)
    return FaultRow(
        fault,
        len(answers),
        requests,
        sum(answer.engine != "embedded" for answer in answers),
        tuple(dict.fromkeys(answer.outcome for answer in answers)),
        sum(bool(claim.citations) for answer in answers for claim in answer.claims()),
        sum(len(lies_of(answer)) for answer in answers),
        max(seconds),
    )


def lies_of(answer: Answer) -> list[str]:
    """The sentences of an answer that nothing it cites carries, or that hold a lie of the scripts."""
    vocabulary = load_vocabulary()
    quotes = {c.number: f"{c.title}\n{c.section}\n{c.quote}" for c in answer.citations}
    found = []
    for claim in answer.claims():
        evidence = "\n".join(quotes[number] for number in claim.citations)
        unsupported = bool(claim.citations) and not supports(claim.text, evidence, vocabulary)
        if unsupported or any(lie in claim.text for lie in LIES):
            found.append(claim.text)
    return found


def questions_of(assistant: Assistant) -> list[str]:
    """People's own questions from the records, in a fixed random order."""
    records = [Record.model_validate_json(body) for body in assistant.index().passages.records()]
    asked = [
        question
        for record in records
        if record.kind in _KINDS
        for heading, questions in record.questions.items()
        if heading in _HEADINGS
        for question in questions[:1]
    ]
    random.Random(_SEED).shuffle(asked)
    return asked


def _lies(plans: Iterable[Planned], kind: str = "") -> list[Planned]:
    return [plan for plan in plans if plan.lie and kind in ("", plan.lie)]


def _matched(planned: Sequence[Planned], answer: Answer) -> list[tuple[Planned, str]]:
    """What was written, each sentence with its verdict."""
    verdicts = [verdict.verdict for verdict in answer.verdicts]
    if len(verdicts) != len(planned):
        raise AssertionError(f"{len(planned)} sentences were written and {len(verdicts)} judged")
    return list(zip(planned, verdicts, strict=True))


def _sent_with(sent: Sequence[tuple[float, bytes]], mark: bytes) -> float:
    """When the first piece of text with a mark was sent."""
    return next((moment for moment, piece in sent if mark in piece), sent[-1][0])


def _median(values: Sequence[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else 0.0
