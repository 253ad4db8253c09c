"""The whole product with a scripted model -> what it lets through, what it drops, and how it fails.

Two studies: a model that lies in one sentence of three, and a table of faults. Both go through a real
provider client over loopback; nothing of the product is replaced.
"""

from __future__ import annotations

import random
import time
from collections import Counter
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

__all__ = ["FaultRow", "Lies", "Waits", "lies_of", "run_faults", "run_lies", "run_waits"]

_SEED = 7
_QUESTION = "How much does it cost to register as a technician in Ohio?"
_HEADINGS = ("Fees", "Renewal", "Continuing education", "Who can apply", "Vaccines", "Training")
_KINDS = ("jurisdiction", "credential")
Tell = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Lies:
    """What became of the sentences of a model that lies."""

    sentences: int
    planted: Counter[str]  # by kind of lie
    shown: tuple[str, ...]  # lies that were let through
    true: int
    dropped: tuple[str, ...]  # true sentences that were not shown
    answers: int
    from_model: int  # answers that the model wrote in the end

    @property
    def stopped(self) -> float:
        """The share of the lies that were stopped, 0..1."""
        return 1.0 - len(self.shown) / max(1, sum(self.planted.values()))

    @property
    def lost(self) -> float:
        """The share of the true sentences that were dropped, 0..1."""
        return len(self.dropped) / max(1, self.true)


@dataclass(frozen=True, slots=True)
class FaultRow:
    """How one fault ended."""

    fault: str
    tries: int  # requests that the provider saw
    engine: str
    outcome: str
    shown: int  # cited sentences
    unsupported: int  # of them, those that their citations do not carry, and lies
    seconds: float


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
    shown, dropped, planted = list[str](), list[str](), Counter[str]()
    true = answers = from_model = 0
    with scripted_server(script) as server:
        assistant = Assistant(settings, scripted_chat(provider, server))
        for question in _questions(assistant):
            script.planned = []
            answer = assistant.ask(question)
            for plan, verdict in _matched(script.planned, answer):
                planted[plan.lie] += bool(plan.lie)
                true += not plan.lie
                if plan.lie and verdict != "dropped":
                    shown.append(plan.text)
                if not plan.lie and verdict == "dropped":
                    dropped.append(plan.text)
            answers += bool(script.planned)
            from_model += answer.engine != "embedded"
            written = true + sum(planted.values())
            tell(min(written, sentences), sentences)
            if written >= sentences:
                break
    return Lies(written, +planted, tuple(shown), true, tuple(dropped), answers, from_model)


def run_faults(
    settings: Settings, provider: str, faults: Iterable[str] = (), tell: Tell = lambda done, total: None
) -> Iterator[FaultRow]:
    """Ask one question under each fault (all of them by default)."""
    names = tuple(faults) or tuple(FAULTS)
    for done, name in enumerate(names, start=1):
        with scripted_server(FAULTS[name]) as server:
            chat = scripted_chat(provider, server, max(1.0, 0.4 * settings.model_seconds))
            assistant = Assistant(settings, chat)
            assistant.chain()  # opening the index is no part of the answer's time
            started = time.monotonic()
            answer = assistant.ask(_QUESTION)
            seconds = time.monotonic() - started
            yield FaultRow(
                name, len(server.received), answer.engine, answer.outcome,
                sum(bool(claim.citations) for claim in answer.claims()), len(lies_of(answer)), seconds,
            )  # fmt: skip
        tell(done, len(names))


def run_waits(settings: Settings, provider: str, answers: int = 10) -> Waits:
    """Ask a model that writes a token every 20 ms, and time its first sentence."""
    whole, last = [], []
    with scripted_server(lambda received: replace(faithful()(received), gap=0.02)) as server:
        assistant = Assistant(settings, scripted_chat(provider, server))
        for question in _questions(assistant):
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


def _questions(assistant: Assistant) -> list[str]:
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
