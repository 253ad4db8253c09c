"""What the scripted server reads and writes is what the providers' references show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from evals.scripted.play import Play
from evals.scripted.wires import WIRES, read_request, write_reply

RECEIVED = read_request({"model": "m", "stream": True, "messages": [{"role": "user", "content": "hi"}]}, 1)


def events(wire: str, play: Play) -> list[dict[str, Any]]:
    whole = b"".join(write_reply(wire, play, RECEIVED)).decode()
    lines = whole.splitlines() if wire == "ollama" else [
        line.removeprefix("data: ") for line in whole.splitlines() if line.startswith("data: {")
    ]  # fmt: skip
    return [json.loads(line) for line in lines if line]


def test_openai_sends_deltas_a_finish_reason_usage_and_done() -> None:
    found = events("openai", Play("The fee", calls=(("costs", {"state": "OH"}),)))
    deltas = [event["choices"][0]["delta"] for event in found if event["choices"]]
    assert [delta.get("content") for delta in deltas[:3]] == ["", "The", " fee"]
    assert json.loads(deltas[3]["tool_calls"][0]["function"]["arguments"]) == {"state": "OH"}
    assert found[-2]["choices"][0]["finish_reason"] == "tool_calls"
    assert found[-1]["usage"]["total_tokens"] == 80
    assert b"".join(write_reply("openai", Play("x"), RECEIVED)).endswith(b"data: [DONE]\n\n")


def test_anthropic_opens_fills_and_closes_blocks() -> None:
    found = events("anthropic", Play("The fee", calls=(("costs", {"state": "OH"}),), pings=1))
    assert [event["type"] for event in found] == [
        "message_start", "ping", "content_block_start", "content_block_delta", "content_block_delta",
        "content_block_stop", "content_block_start", "content_block_delta", "content_block_stop",
        "message_delta", "message_stop",
    ]  # fmt: skip
    assert found[-2]["delta"]["stop_reason"] == "tool_use"


def test_ollama_sends_a_line_a_token_and_counts_at_the_end() -> None:
    found = events("ollama", Play("The fee"))
    assert [event["message"]["content"] for event in found] == ["The", " fee", ""]
    assert [event["done"] for event in found] == [False, False, True]
    assert found[-1]["prompt_eval_count"] == 40


@pytest.mark.parametrize("wire", WIRES.values())
def test_a_request_is_read_alike_on_every_wire(wire: str) -> None:
    tool: dict[str, Any] = {"name": "costs"}
    result: dict[str, Any] = {"role": "tool", "content": "$50"}
    body: dict[str, Any] = {"model": "m", "stream": True}
    if wire == "anthropic":
        body |= {"system": [{"type": "text", "text": "Be brief."}], "tools": [tool]}
        result = {"role": "user", "content": [{"type": "tool_result", "tool_use_id": "1", "content": "$50"}]}
        system = []
    else:
        system = [{"role": "system", "content": "Be brief."}]
        body |= {"tools": [{"type": "function", "function": tool}]}
    body["messages"] = [*system, {"role": "user", "content": "What?"}, result]
    found = read_request(body, 7)
    assert (found.number, found.model, found.streamed) == (7, "m", True)
    assert (found.system, found.user, found.tools, found.results) == (
        "Be brief.",
        "What?",
        ("costs",),
        ("$50",),
    )
