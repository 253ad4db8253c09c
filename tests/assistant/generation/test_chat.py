"""Three providers' real clients against a scripted server that speaks their wire forms."""

from __future__ import annotations

import logging

import pytest
from model_samples import Saying

from assistant.errors import ModelError, SettingsError
from assistant.generation.chat import Chat, open_chat
from assistant.generation.deadline import Deadline
from assistant.generation.messages import Call, Message, Piece, ToolForm, Usage
from evals.scripted.clients import CLIENTS, scripted_chat
from evals.scripted.play import Play
from evals.scripted.server import ScriptedServer

ASKED = [Message("system", "Be brief."), Message("user", "What is the fee?")]
FORM = ToolForm("costs", "What it costs.", {"type": "object", "properties": {"state": {"type": "string"}}})
each_client = pytest.mark.parametrize("provider", CLIENTS)


def chat(provider: str, server: ScriptedServer, silence: float = 10.0) -> Chat:
    return scripted_chat(provider, server, silence, pause=0.01)


def pieces(found: Chat, seconds: float = 30.0, tools: tuple[ToolForm, ...] = ()) -> list[Piece]:
    return list(found.stream(ASKED, Deadline(seconds), tools))


def text(found: list[Piece]) -> str:
    return "".join(piece for piece in found if isinstance(piece, str))


@each_client
def test_a_reply_comes_in_pieces_with_its_tokens(
    server: ScriptedServer, saying: Saying, provider: str
) -> None:
    server.play(saying("The fee is $50."))
    found = pieces(chat(provider, server))
    assert found[:-1] == ["The", " fee", " is", " $50."]
    assert isinstance(found[-1], Usage) and found[-1].tokens > 0
    assert (server.received[0].system, server.received[0].user) == ("Be brief.", "What is the fee?")
    assert server.received[0].streamed


@each_client
def test_a_tool_is_offered_called_and_its_result_sent_back(
    server: ScriptedServer, saying: Saying, provider: str
) -> None:
    server.play(saying(Play(calls=(("costs", {"state": "OH"}),)), "It costs $50."))
    found = chat(provider, server)
    call = next(piece for piece in pieces(found, tools=(FORM,)) if isinstance(piece, Call))
    assert (call.name, dict(call.arguments)) == ("costs", {"state": "OH"})
    assert server.received[0].tools == ("costs",)
    answered = [*ASKED, Message("assistant", "", (call,)), Message("tool", "[k1] $50", call=call.id)]
    assert text(list(found.stream(answered, Deadline(30.0)))) == "It costs $50."
    assert server.received[1].results == ("[k1] $50",)


FAULTS = {
    "denied": (Play(status=401), "denied", 1, 401),
    "refused": (Play(status=404), "refused", 1, 404),
    "overloaded": (Play(status=529), "limit", 3, 529),
    "down": (Play(status=503), "server", 3, 503),
    "no JSON": (Play(raw=b"<html>Bad gateway</html>"), None, 3, None),
    "empty": (Play(""), "empty", 3, None),
    "broken at once": (Play("one two", cut_after=0), None, 3, None),
}


@each_client
@pytest.mark.parametrize("case", FAULTS)
def test_a_fault_is_named_after_as_many_tries_as_may_help(
    server: ScriptedServer, saying: Saying, provider: str, case: str
) -> None:
    play, fault, tries, status = FAULTS[case]
    server.play(saying(play))
    with pytest.raises(ModelError, match=rf"after {tries} tr(?:y|ies)\.$") as raised:
        pieces(chat(provider, server))
    assert (raised.value.attempts, len(server.received)) == (tries, tries)
    assert raised.value.status == status
    assert raised.value.fault == fault if fault else raised.value.fault in ("connection", "garbage", "empty")


@each_client
def test_a_second_try_helps_and_nothing_is_said_twice(
    server: ScriptedServer, saying: Saying, provider: str
) -> None:
    server.play(saying(Play(status=500), Play(""), "The fee is $50."))
    assert text(pieces(chat(provider, server))) == "The fee is $50."
    assert len(server.received) == 3


@each_client
def test_what_breaks_after_words_is_not_tried_again(
    server: ScriptedServer, saying: Saying, provider: str
) -> None:
    server.play(saying(Play("one two three four five six", cut_after=6)))
    said: list[Piece] = []
    with pytest.raises(ModelError) as raised:
        for piece in chat(provider, server).stream(ASKED, Deadline(30.0)):
            said.append(piece)
    assert text(said).startswith("one")
    assert raised.value.fault == "broken"
    assert len(server.received) == 1


@each_client
def test_silence_and_signs_of_life_alone_end_in_time(
    server: ScriptedServer, saying: Saying, provider: str
) -> None:
    for play in (Play("late", pause=30.0), Play("late", pings=1_000, gap=0.02)):
        server.play(saying(play))
        deadline = Deadline(0.7)
        with pytest.raises(ModelError) as raised:
            list(chat(provider, server, 0.5).stream(ASKED, deadline))
        assert raised.value.fault == "timeout"


class Clock:
    """Time that passes by waiting only."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waited: list[float] = []

    def __call__(self) -> float:
        return self.now

    def sleep(self, seconds: float) -> None:
        self.waited.append(seconds)
        self.now += seconds


@each_client
def test_a_retry_after_is_obeyed_when_there_is_time_and_else_the_end(
    server: ScriptedServer, saying: Saying, provider: str
) -> None:
    clock = Clock()
    server.play(saying(Play(status=429, headers={"retry-after": "7"}), "The fee is $50."))
    found = list(chat(provider, server).stream(ASKED, Deadline(20.0, clock, clock.sleep)))
    assert (text(found), clock.waited) == ("The fee is $50.", [7.0])
    server.play(saying(Play(status=429, headers={"retry-after": "21"})))
    with pytest.raises(ModelError) as raised:
        list(chat(provider, server).stream(ASKED, Deadline(20.0, clock, clock.sleep)))
    assert (raised.value.fault, raised.value.attempts, clock.waited) == ("limit", 1, [7.0])


def test_a_model_that_refuses_tools_is_asked_without_them_from_then_on(server: ScriptedServer) -> None:
    server.play(lambda received: Play(status=400) if received.tools else Play("The fee is $50."))
    found = chat("ollama", server)
    assert text(pieces(found, tools=(FORM,))) == "The fee is $50."
    assert text(pieces(found, tools=(FORM,))) == "The fee is $50."
    assert [received.tools for received in server.received] == [("costs",), (), ()]


def test_of_an_enormous_reply_the_beginning_is_taken(server: ScriptedServer, saying: Saying) -> None:
    server.play(saying("word " * 20_000))
    reply, tokens = chat("openai", server).write(ASKED, Deadline(30.0))
    assert 6_000 < len(reply) < 12_000
    assert tokens > 1_000


@each_client
def test_no_key_stands_in_an_error_or_in_the_log(
    server: ScriptedServer,
    saying: Saying,
    provider: str,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    monkeypatch.setenv("OPENAI_API_KEY", "sk-secret-1234567890")
    monkeypatch.setenv("ANTHROPIC_API_KEY", "sk-secret-1234567890")
    monkeypatch.setenv("OPENAI_BASE_URL", f"{server.address}/v1")
    monkeypatch.setenv("ANTHROPIC_BASE_URL", server.address)
    monkeypatch.setenv("OLLAMA_HOST", server.address)
    server.play(saying(Play(status=401)))
    with pytest.raises(ModelError) as raised:
        list(open_chat(f"{provider}:scripted", 2.0).stream(ASKED, Deadline(2.0)))
    if provider != "ollama":
        assert "sk-secret" in server.authorizations[0], "the key goes to the provider and nowhere else"
    assert "sk-secret" not in "\n".join([str(raised.value), caplog.text])


def test_a_missing_key_is_named_with_its_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    with pytest.raises(SettingsError, match="Set OPENAI_API_KEY to your key"):
        open_chat("openai:gpt-4.1-mini", 5.0)
