"""The whole product with a model behind a provider's real client: what is shown, and when the model is not."""

from __future__ import annotations

import json
import logging

import pytest
from model_samples import QUESTION, SECONDS, Speaking, notices, told

from assistant.generation.events import Done, Dropped, Said
from assistant.generation.wording import BROKEN_OFF, NOTICES
from assistant.logs import JsonLines
from assistant.types import Profile, Turn
from evals.model_study import lies_of
from evals.scripted.faults import FAULTS, TIMED
from evals.scripted.play import Play, Received
from evals.scripted.scripts import faithful, offered
from evals.scripted.server import ScriptedServer

_SHORT = 3  # seconds: faults that use up the time allowed show themselves the sooner
FROM_MODEL = {
    "429, Retry-After 1", "500 once", "529 overloaded once", "400 refuses tools", "broken at once, then well",
    "broken midway", "empty, then well", "unknown tool, then well", "wrong tool arguments, then well",
    "a lie among truths",
}  # fmt: skip


@pytest.mark.parametrize("provider", ["openai", "anthropic", "ollama"])
def test_a_faithful_model_is_shown_with_its_sources(
    server: ScriptedServer, speaking: Speaking, provider: str
) -> None:
    answer = speaking(provider).ask(QUESTION)
    assert (answer.engine, answer.outcome) == (f"{provider}:scripted", "answered")
    assert told(answer) == ["shown"] * 3
    assert all(claim.citations for claim in answer.claims())
    assert all(citation.quote in citation.passage for citation in answer.citations)
    assert notices(answer) == []
    assert "$50" in answer.claims()[0].text


@pytest.mark.parametrize("fault", FAULTS)
def test_every_fault_ends_in_a_cited_answer_with_nothing_made_up(
    server: ScriptedServer, speaking: Speaking, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    caplog.set_level(logging.INFO, "techpath.model")
    server.play(FAULTS[fault])
    answer = speaking("openai", _SHORT if fault in TIMED else SECONDS).ask(QUESTION)
    assert answer.outcome == "answered"
    assert any(claim.citations for claim in answer.claims())
    assert lies_of(answer) == []
    assert (answer.engine != "embedded") == (fault in FROM_MODEL)
    assert bool(notices(answer)) == (fault not in FROM_MODEL or fault == "broken midway")
    assert len([record for record in caplog.records if record.name == "techpath.model"]) == 1
    assert fault not in TIMED or notices(answer) == [NOTICES["late"]]


def test_a_lie_is_dropped_with_its_reason_and_the_truth_around_it_stays(
    server: ScriptedServer, speaking: Speaking
) -> None:
    server.play(FAULTS["a lie among truths"])
    answer = speaking().ask(QUESTION)
    assert told(answer) == ["shown", "shown", "shown", "dropped"]
    fallen = answer.verdicts[-1]
    assert (fallen.text, fallen.citations) == ("The fee is $987.", ())
    assert "987" in fallen.reason
    assert "987" not in " ".join(claim.text for claim in answer.claims())


def test_a_fallen_sentence_is_asked_for_once_more_with_its_fault_and_takes_its_place(
    server: ScriptedServer, speaking: Speaking
) -> None:
    def script(received: Received) -> Play:
        (key, text), (second, other) = offered(received)[:2] if received.number == 1 else kept
        kept[:] = [(key, text), (second, other)]
        if received.number == 1:
            return Play(f"The fee is $987. [{key}] {other} [{second}]")
        return Play(f"1. {text} [{key}]")

    kept: list[tuple[str, str]] = []
    server.play(script)
    events = list(speaking().stream(QUESTION))
    answer = events[-1].answer  # type: ignore[union-attr]
    assert [type(event) for event in events] == [Dropped, Said, Said, Done]
    assert told(answer) == ["repaired", "shown"]
    assert [claim.text for claim in answer.claims()[:2]] == [kept[0][1], kept[1][1]]
    assert "$987" in server.received[1].user and "no such figure" in server.received[1].user
    assert len(server.received) == 2


def test_what_is_told_while_it_writes_never_holds_a_number_without_its_source(
    server: ScriptedServer, speaking: Speaking
) -> None:
    server.play(faithful(5))
    *growing, done = speaking().stream(QUESTION)
    assert [len([c for b in e.blocks for c in b.every_claim()]) for e in growing if isinstance(e, Said)] == [
        1, 2, 3, 4, 5,
    ]  # fmt: skip
    for event in growing:
        assert isinstance(event, Said)
        numbers = {citation.number for citation in event.citations}
        assert {
            n for block in event.blocks for claim in block.every_claim() for n in claim.citations
        } == numbers
    assert isinstance(done, Done)


def test_half_or_more_must_stand_or_the_embedded_answer_is_given(
    server: ScriptedServer, speaking: Speaking
) -> None:
    def script(received: Received) -> Play:
        if "<failed>" in received.user:
            return Play("1. DROP\n2. DROP")
        (key, text) = offered(received)[0]
        return Play(f"{text} [{key}] The fee is $987. [{key}] The fee is $988. [{key}]")

    server.play(script)
    answer = speaking().ask(QUESTION)
    assert answer.engine == "embedded"
    assert notices(answer) == [NOTICES["ungrounded"]]
    assert told(answer) == ["shown", "dropped", "dropped"], (
        "what became of each sentence is told all the same"
    )


def test_what_breaks_off_midway_is_kept_as_far_as_it_came(server: ScriptedServer, speaking: Speaking) -> None:
    server.play(FAULTS["broken midway"])
    answer = speaking().ask(QUESTION)
    assert answer.engine == "openai:scripted"
    assert notices(answer) == [BROKEN_OFF]


def test_what_is_declined_costs_no_call(server: ScriptedServer, speaking: Speaking) -> None:
    answer = speaking().ask("How much ibuprofen can I take with warfarin?")
    assert answer.outcome == "declined"
    assert server.received == []


def test_a_visitor_who_has_used_up_the_day_is_answered_without_the_model(
    server: ScriptedServer, speaking: Speaking
) -> None:
    assistant = speaking(tokens=4_000)
    first = assistant.ask(QUESTION, visitor="one")
    second = assistant.ask(QUESTION, visitor="one")
    assert (first.engine, second.engine) == ("openai:scripted", "embedded")
    assert notices(second) == [NOTICES["spent"]]
    assert assistant.ask(QUESTION, visitor="two").engine == "openai:scripted"
    assert len(server.received) == 2


def test_a_model_may_look_up_what_the_sources_lack_and_cite_it(
    server: ScriptedServer, speaking: Speaking
) -> None:
    def script(received: Received) -> Play:
        if not received.results:
            return Play(
                calls=(("state_rules", {"state": "Texas", "headings": ["Fees", "Continuing education"]}),)
            )
        key, _, text = received.results[-1].split("[k", 1)[1].split("\n")[0].partition("] ")
        return Play(f"{text} [k{key}]")

    server.play(script)
    answer = speaking().ask("How many CE hours do I need in Ohio, and how many in Texas?")
    assert told(answer) == ["shown"]
    assert "Texas" in answer.claims()[0].text
    assert {"state_rules", "plan", "costs", "compare", "fit"} == set(server.received[0].tools)


def test_a_model_that_only_looks_up_is_asked_to_write_at_last(
    server: ScriptedServer, speaking: Speaking
) -> None:
    server.play(FAULTS["tool loop"])
    speaking().ask(QUESTION)
    assert [bool(received.tools) for received in server.received[:4]] == [True, True, True, False]


def test_a_follow_up_is_completed_by_the_model_and_at_once_without_it_when_that_fails(
    server: ScriptedServer, speaking: Speaking
) -> None:
    assistant = speaking()
    first = assistant.ask("How many CE hours do I need in Ohio?")
    history = [Turn(first.question, first.standalone_question, first)]
    for reading, tries in (("question: What does renewal cost in Ohio?\nintent: career", 1), (None, 1)):
        server.play(lambda r, text=reading: _read_or_write(r, text))  # type: ignore[misc]
        answer = assistant.ask("and what does renewing cost?", history, Profile(state="OH"))
        asked_to_read = [r for r in server.received if "<last_question>" in r.user]
        assert len(asked_to_read) == tries
        assert "Ohio" in answer.standalone_question
        assert (answer.standalone_question == "What does renewal cost in Ohio?") == (reading is not None)
        assert answer.engine == "openai:scripted"


def _read_or_write(received: Received, reading: str | None) -> Play:
    if "<last_question>" not in received.user:
        return faithful()(received)
    return Play(status=503) if reading is None else Play(reading)


def test_one_line_says_how_it_went_and_holds_no_question(
    server: ScriptedServer, speaking: Speaking, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO, "techpath.model")
    server.play(FAULTS["503 for ever"])
    speaking().ask(QUESTION)
    (record,) = caplog.records
    line = json.loads(JsonLines(texts=False).format(record))
    told = {"model": "openai:scripted", "engine": "embedded", "fault": "server", "status": 503, "tries": 3}
    assert line | told == line
    assert (line["level"], line["event"], line["shown"], line["dropped"]) == ("warning", "written", 0, 0)
    assert "Ohio" not in JsonLines(texts=True).format(record)
