"""A script -> a server on loopback that real provider clients talk to."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, cast

from evals.scripted.play import Play, Received, Script
from evals.scripted.wires import CONTENT_TYPES, WIRES, read_request, write_reply

__all__ = ["ScriptedServer", "scripted_server"]


class ScriptedServer(ThreadingHTTPServer):
    """Answers every request as its script says, and keeps what it was asked."""

    daemon_threads = True
    block_on_close = False  # a reply that hangs on purpose must not hold up the end

    def __init__(self, script: Script) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.script = script
        self.received: list[Received] = []
        self.authorizations: list[str] = []  # what came as a key
        self.sent: list[tuple[float, bytes]] = []  # time.monotonic() and bytes of each streamed piece
        self.closing = threading.Event()
        self._lock = threading.Lock()

    @property
    def address(self) -> str:
        """Where it listens, as http://127.0.0.1:port."""
        return f"http://127.0.0.1:{self.server_port}"

    def play(self, script: Script) -> None:
        """Answer by another script from now on, as if nothing had been asked before."""
        with self._lock:
            self.script = script
            self.received.clear()
            self.authorizations.clear()
            self.sent.clear()

    def take(self, body: dict[str, Any], key: str) -> Received:
        """Keep a request."""
        with self._lock:
            received = read_request(body, len(self.received) + 1)
            self.received.append(received)
            self.authorizations.append(key)
            return received

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A client that has gone away is no error here."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:  # the name that http.server looks for
        server = cast(ScriptedServer, self.server)
        body = json.loads(self.rfile.read(int(self.headers.get("content-length") or 0)))
        key = self.headers.get("authorization") or self.headers.get("x-api-key") or ""
        received = server.take(body, key)
        play = server.script(received)
        wire = next((wire for path, wire in WIRES.items() if self.path.split("?")[0].endswith(path)), None)
        if wire is None:
            self._whole(404, b'{"error": {"message": "no such path"}}', {})
            return
        _rest(server, play.pause)
        if play.raw is not None or play.status != 200:
            error = json.dumps({
                "type": "error",
                "error": {"type": "scripted", "message": f"scripted {play.status}"},
            })
            self._whole(play.status, play.raw or error.encode(), dict(play.headers))
            return
        self._stream(server, wire, play, received)

    def _whole(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"content-type": "application/json", **headers}.items():
            self.send_header(name, value)
        self.send_header("content-length", str(len(body)))
        self._end_headers()
        self.wfile.write(body)

    def _stream(self, server: ScriptedServer, wire: str, play: Play, received: Received) -> None:
        self.send_response(200)
        self.send_header("content-type", CONTENT_TYPES[wire])
        self.send_header("transfer-encoding", "chunked")
        self._end_headers()
        for count, piece in enumerate(write_reply(wire, play, received)):
            if play.cut_after is not None and count >= play.cut_after:
                self.close_connection = True
                return  # in the middle of a chunked body: a broken connection
            self._chunk(piece)
            server.sent.append((time.monotonic(), piece))
            _rest(server, play.gap)
        self._chunk(b"")

    def _end_headers(self) -> None:
        """One request a connection, so that no client is left with an open one."""
        self.send_header("connection", "close")
        self.end_headers()

    def _chunk(self, data: bytes) -> None:
        self.wfile.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
        self.wfile.flush()

    def log_message(self, format: str, *args: Any) -> None:
        """Quiet: what was asked is kept in `received`."""


def _rest(server: ScriptedServer, seconds: float) -> None:
    if seconds:
        server.closing.wait(seconds)


@contextmanager
def scripted_server(script: Script) -> Iterator[ScriptedServer]:
    """A running server; it is closed at the end, whatever it is doing."""
    server = ScriptedServer(script)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()
