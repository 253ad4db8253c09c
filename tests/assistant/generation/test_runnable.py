"""The product as LangChain sees it."""

from __future__ import annotations

import asyncio
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler
from langchain_core.runnables import RunnableLambda
from model_samples import QUESTION, Speaking

from assistant.build import Assistant, build_chain
from assistant.errors import WrongUseError
from assistant.generation.runnable import AnswerChain
from assistant.types import Answer, Profile
from evals.scripted.scripts import faithful
from evals.scripted.server import ScriptedServer

ROOT = Path(__file__).resolve().parents[3]


def chain_on(assistant: Assistant) -> AnswerChain:
    return AnswerChain(lambda asked: assistant.engine().stream(asked))


@pytest.fixture
def chain(speaking: Speaking, server: ScriptedServer) -> AnswerChain:
    return chain_on(speaking())


def test_invoke_gives_the_answer_and_stream_ends_with_the_same(chain: AnswerChain) -> None:
    answer = chain.invoke(QUESTION)
    *growing, last = chain.stream({"question": QUESTION})
    assert answer.engine == "openai:scripted"
    assert (last.blocks, last.citations) == (answer.blocks, answer.citations)
    assert [len(some.claims()) for some in growing] == [1, 2, 3]
    assert all(some.claims() == last.claims()[: len(some.claims())] for some in growing)


def test_batch_answers_in_order(chain: AnswerChain) -> None:
    questions = [QUESTION, "How many CE hours do I need in Texas?"]
    assert [answer.question for answer in chain.batch(questions)] == questions


def test_the_same_without_blocking_a_loop(chain: AnswerChain) -> None:
    async def ask() -> tuple[Answer, list[Answer], list[Answer]]:
        streamed = [answer async for answer in chain.astream(QUESTION)]
        return await chain.ainvoke(QUESTION), streamed, await chain.abatch([QUESTION])

    with ThreadPoolExecutor(1) as fresh:  # Playwright keeps a loop running in the thread of its tests
        one, streamed, batched = fresh.submit(asyncio.run, ask()).result()
    assert one.blocks == streamed[-1].blocks == batched[0].blocks


def test_it_composes_with_other_people_s_runnables(chain: AnswerChain) -> None:
    composed = RunnableLambda(str.strip) | chain | RunnableLambda(lambda answer: answer.claims()[0].text)
    assert "$50" in composed.invoke(f"  {QUESTION}  ")


class Seen(BaseCallbackHandler):
    """Notes what ran, and below what."""

    def __init__(self) -> None:
        self.chains: dict[Any, str] = {}
        self.models: list[Any] = []
        self.tokens: list[str] = []

    def on_chain_start(self, serialized: Any, inputs: Any, *, run_id: Any, **more: Any) -> None:
        self.chains[run_id] = more.get("name", "")

    def on_chat_model_start(self, serialized: Any, messages: Any, *, parent_run_id: Any, **more: Any) -> None:
        self.models.append(parent_run_id)

    def on_llm_new_token(self, token: str, **more: Any) -> None:
        self.tokens.append(token)


@pytest.mark.parametrize("way", ["invoke", "stream"])
def test_callbacks_see_the_model_s_call_below_this_run(chain: AnswerChain, way: str) -> None:
    seen = Seen()
    result = getattr(chain, way)(QUESTION, {"callbacks": [seen], "tags": ["t"]})
    answers = [result] if way == "invoke" else list(result)
    assert answers[-1].engine == "openai:scripted"
    assert list(seen.chains.values()) == ["TechPath"]
    assert seen.models == list(seen.chains)
    assert "$50" in "".join(seen.tokens)


def test_what_it_cannot_take_is_said(chain: AnswerChain) -> None:
    with pytest.raises(WrongUseError, match="unknown key 'text'"):
        chain.invoke({"question": "What?", "text": "no"})
    with pytest.raises(WrongUseError, match='"question" must be a text'):
        chain.invoke({"history": []})


def test_a_profile_and_a_history_are_used(chain: AnswerChain, server: ScriptedServer) -> None:
    answer = chain.invoke({"question": "How much does it cost to register?", "profile": Profile(state="OH")})
    assert answer.assumptions.state == "OH"
    assert "state: Ohio" in server.received[-1].user


def run_example(page: str) -> dict[str, Any]:
    """What the one example of `build_chain` on a page leaves behind."""
    text = (ROOT / page).read_text(encoding="utf-8")
    (example,) = [
        block for block in re.findall(r"```python\n(.+?)```", text, re.DOTALL) if "build_chain" in block
    ]
    ran: dict[str, Any] = {}
    exec(example, ran)
    return ran


def test_the_example_of_readme_runs(
    knowledge_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    assert run_example("README.md")["answer"].outcome == "answered"
    assert "answered ['https://" in capsys.readouterr().out


def test_the_example_for_programs_runs(
    knowledge_home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    ran = run_example("docs/programs.md")
    assert ran["answer"].outcome == "answered"
    assert [answer.outcome for answer in ran["two"]] == ["answered", "answered"]
    assert "embedded" in capsys.readouterr().out


def test_a_chat_model_of_one_s_own_can_be_given(
    knowledge_home: Path, monkeypatch: pytest.MonkeyPatch, server: ScriptedServer
) -> None:
    from langchain_openai import ChatOpenAI

    monkeypatch.setenv("TECHPATH_HOME", str(knowledge_home))
    server.play(faithful(2))
    model = ChatOpenAI(model="own", base_url=f"{server.address}/v1", api_key="none", max_retries=0)
    answer = build_chain(model=model).invoke(QUESTION)
    assert (answer.engine, len(answer.verdicts)) == ("ChatOpenAI", 2)
