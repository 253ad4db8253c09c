from __future__ import annotations

import pytest
from assistant_samples import ANSWER
from model_samples import Saying

from assistant.generation.chat import Chat
from assistant.generation.deadline import Deadline
from assistant.generation.reading import Reading, read_question
from assistant.types import Profile, Turn
from evals.scripted.clients import scripted_chat
from evals.scripted.play import Play
from evals.scripted.server import ScriptedServer

HISTORY = [Turn("What does it cost in Ohio?", "What does it cost in Ohio?", ANSWER)]


@pytest.fixture
def chat(server: ScriptedServer) -> Chat:
    return scripted_chat("openai", server, silence=10.0, pause=0.01)


def read(chat: Chat, asked: str = "and the renewal?") -> Reading | None:
    return read_question(chat, asked, HISTORY, Profile(state="OH"), Deadline(30.0))


def test_the_question_is_completed_and_its_intent_named(
    chat: Chat, server: ScriptedServer, saying: Saying
) -> None:
    server.play(saying("question: What does renewal cost in Ohio?\nintent: clinical"))
    found = read(chat)
    assert found is not None
    assert (found.question, found.intent) == ("What does renewal cost in Ohio?", "clinical")
    assert found.tokens > 0
    assert "What does it cost in Ohio?" in server.received[0].user


@pytest.mark.parametrize(
    "reply",
    [
        "question: What does renewal cost in Texas?\nintent: career",
        "question: Is the renewal $75 in Ohio?\nintent: career",
        "question: Does the CPhT-Adv renewal cost more in Ohio?\nintent: career",
        f"question: {'renewal ' * 60}\nintent: career",
        "I cannot help with that.",
        Play(status=503),
        Play(""),
        Play(raw=b"<html>"),
    ],
    ids=["another state", "a figure", "a credential", "too long", "no form", "down", "empty", "garbage"],
)
def test_what_invents_or_fails_is_no_reading_and_is_not_asked_for_again(
    chat: Chat, server: ScriptedServer, saying: Saying, reply: str | Play
) -> None:
    server.play(saying(reply))
    assert read(chat) is None
    assert len(server.received) == 1


def test_an_intent_of_its_own_counts_as_a_career_question(
    chat: Chat, server: ScriptedServer, saying: Saying
) -> None:
    server.play(saying("Question: What does renewal cost in Ohio?\nIntent: sales"))
    found = read(chat)
    assert found is not None and found.intent == "career"
