"""The wire forms of OpenAI's chat completions, Anthropic's messages and Ollama's chat, streamed or not.

Written from the providers' own API references: platform.openai.com/docs/api-reference/chat,
docs.anthropic.com/en/api/messages-streaming and the file docs/api.md of ollama.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from evals.scripted.play import Play, Received

__all__ = ["CONTENT_TYPES", "WIRES", "Wire", "read_request", "write_reply"]

Wire = str  # openai, anthropic or ollama
WIRES: Mapping[str, Wire] = {
    "/chat/completions": "openai",
    "/v1/messages": "anthropic",
    "/api/chat": "ollama",
}
CONTENT_TYPES: Mapping[Wire, str] = {
    "openai": "text/event-stream",
    "anthropic": "text/event-stream",
    "ollama": "application/x-ndjson",
}
_TOKENS = 40  # reported for every reply


def read_request(body: Mapping[str, Any], number: int) -> Received:
    """A request of any of the wires."""
    messages: Sequence[Mapping[str, Any]] = body.get("messages", [])
    system = [_text(m.get("content")) for m in messages if m["role"] in ("system", "developer")]
    users = [_text(m.get("content")) for m in messages if m["role"] == "user" and not _results(m)]
    results = [text for message in messages for text in _results(message)]
    tools = [tool.get("function", tool).get("name", "") for tool in body.get("tools") or ()]
    return Received(
        number=number,
        model=str(body.get("model", "")),
        system="\n".join([*system, _text(body.get("system", ""))]).strip(),
        user=users[-1] if users else "",
        tools=tuple(tools),
        results=tuple(results),
        streamed=bool(body.get("stream", False)),
    )


def write_reply(wire: Wire, play: Play, received: Received) -> Iterator[bytes]:
    """The bytes of a streamed reply, piece by piece."""
    yield from _WRITERS[wire](play, received)


def _text(content: Any) -> str:
    if isinstance(content, str):
        return content
    return "\n".join(str(part.get("text", "")) for part in content or () if isinstance(part, Mapping))


def _results(message: Mapping[str, Any]) -> list[str]:
    if message["role"] == "tool":
        return [_text(message.get("content"))]
    content = message.get("content")
    parts = content if isinstance(content, list) else []
    return [_text(part.get("content", "")) for part in parts if part.get("type") == "tool_result"]


def _openai(play: Play, received: Received) -> Iterator[bytes]:
    def chunk(delta: Mapping[str, Any], finish: str | None = None) -> bytes:
        choice = {"index": 0, "delta": delta, "finish_reason": finish}
        return _event({**head, "choices": [choice]})

    head = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": received.model}
    for _ in range(play.pings):
        yield b": ping\n\n"
    yield chunk({"role": "assistant", "content": ""})
    for piece in play.pieces():
        yield chunk({"content": piece})
    for place, (name, arguments) in enumerate(play.calls):
        function = {"name": name, "arguments": json.dumps(arguments)}
        yield chunk({
            "tool_calls": [
                {
                    "index": place,
                    "id": f"call_{received.number}_{place}",
                    "type": "function",
                    "function": function,
                }
            ]
        })
    yield chunk({}, "tool_calls" if play.calls else "stop")
    usage = {"prompt_tokens": _TOKENS, "completion_tokens": _TOKENS, "total_tokens": 2 * _TOKENS}
    yield _event({**head, "choices": [], "usage": usage})
    yield b"data: [DONE]\n\n"


def _anthropic(play: Play, received: Received) -> Iterator[bytes]:
    def event(name: str, data: Mapping[str, Any]) -> bytes:
        return f"event: {name}\n".encode() + _event({"type": name, **data})

    usage = {"input_tokens": _TOKENS, "output_tokens": 1}
    start: dict[str, Any] = {
        "id": "msg_1",
        "type": "message",
        "role": "assistant",
        "model": received.model,
        "content": [],
        "stop_reason": None,
        "stop_sequence": None,
        "usage": usage,
    }
    yield event("message_start", {"message": start})
    for _ in range(play.pings):
        yield event("ping", {})
    yield event("content_block_start", {"index": 0, "content_block": {"type": "text", "text": ""}})
    for piece in play.pieces():
        yield event("content_block_delta", {"index": 0, "delta": {"type": "text_delta", "text": piece}})
    yield event("content_block_stop", {"index": 0})
    for place, (name, arguments) in enumerate(play.calls, start=1):
        block = {"type": "tool_use", "id": f"toolu_{received.number}_{place}", "name": name, "input": {}}
        yield event("content_block_start", {"index": place, "content_block": block})
        delta = {"type": "input_json_delta", "partial_json": json.dumps(arguments)}
        yield event("content_block_delta", {"index": place, "delta": delta})
        yield event("content_block_stop", {"index": place})
    stop = {"stop_reason": "tool_use" if play.calls else "end_turn", "stop_sequence": None}
    yield event("message_delta", {"delta": stop, "usage": {"output_tokens": _TOKENS}})
    yield event("message_stop", {})


def _ollama(play: Play, received: Received) -> Iterator[bytes]:
    def line(message: Mapping[str, Any], **more: Any) -> bytes:
        data = {
            "model": received.model,
            "created_at": "2026-01-01T00:00:00Z",
            "message": message,
            "done": False,
        }
        return (json.dumps({**data, **more}) + "\n").encode()

    for _ in range(play.pings):
        yield line({"role": "assistant", "content": ""})
    for piece in play.pieces():
        yield line({"role": "assistant", "content": piece})
    if play.calls:
        calls = [{"function": {"name": name, "arguments": dict(arguments)}} for name, arguments in play.calls]
        yield line({"role": "assistant", "content": "", "tool_calls": calls})
    counts = {"prompt_eval_count": _TOKENS, "eval_count": _TOKENS, "total_duration": 1}
    yield line({"role": "assistant", "content": ""}, done=True, done_reason="stop", **counts)


_WRITERS = {"openai": _openai, "anthropic": _anthropic, "ollama": _ollama}


def _event(data: Mapping[str, Any]) -> bytes:
    return f"data: {json.dumps(data)}\n\n".encode()
