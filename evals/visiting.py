"""A running page's address and a visitor's key -> that visitor at the page, without a browser.

It speaks the page's own wire: the websocket of Streamlit, with the messages that its browser part
sends and gets. What a run of the page puts before the visitor is what a browser would have shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from urllib.parse import parse_qsl

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import WebSocketException
from websockets.sync.client import ClientConnection, connect

__all__ = ["Gone", "Visit"]

_SECONDS = 60.0  # for a run of the page to end
_LARGEST = 50 * 2**20  # bytes of a message


class Gone(Exception):
    """The server is not there any more, or not yet."""


class Visit:
    """One visitor with the page open."""

    def __init__(self, port: int, key: str, conversation: str = "") -> None:
        """Open the page, and wait until it stands.

        Args:
            port: of the page on this machine.
            key: the browser's, as its cookie holds it.
            conversation: the id of the one to open; "" opens an empty page.

        Raises:
            Gone: nobody answers.
        """
        self.conversation = conversation
        self._box = ""  # the id of the input
        with ExitStack() as opened:
            try:
                self._socket: ClientConnection = opened.enter_context(
                    connect(
                        f"ws://localhost:{port}/_stcore/stream",
                        additional_headers={"Cookie": f"techpath_visitor={key}"},
                        subprotocols=["streamlit"],  # type: ignore[list-item]
                        max_size=_LARGEST,
                    )
                )
            except (OSError, WebSocketException) as error:
                raise Gone from error
            self.shown = list(self._run(""))
            self._opened = opened.pop_all()  # it stands: whoever opened it closes it

    def ask(self, question: str) -> Iterator[str]:
        """Ask, and get each text as it comes on the page; Gone when the server goes meanwhile."""
        return self._run(question)

    def close(self) -> None:
        """Leave."""
        self._opened.close()

    def _run(self, question: str) -> Iterator[str]:
        message = BackMsg()
        message.rerun_script.query_string = f"c={self.conversation}" if self.conversation else ""
        if question:
            widget = message.rerun_script.widget_states.widgets.add()
            widget.id = self._box
            widget.chat_input_value.data = question
        try:
            self._socket.send(message.SerializeToString())
            while True:
                told = ForwardMsg.FromString(self._socket.recv(_SECONDS, decode=False))
                if told.WhichOneof("type") == "script_finished":
                    return
                yield from self._texts(told)
        except (OSError, WebSocketException) as error:
            raise Gone from error

    def _texts(self, told: ForwardMsg) -> Iterator[str]:
        """The texts of a message; on the way, what is to be sent back in a later run."""
        kind = told.WhichOneof("type")
        if kind == "page_info_changed":
            self.conversation = dict(parse_qsl(told.page_info_changed.query_string)).get("c", "")
        if kind != "delta":
            return
        element = told.delta.new_element
        if element.WhichOneof("type") == "chat_input":
            self._box = element.chat_input.id
        elif element.WhichOneof("type") == "markdown":
            yield element.markdown.body
