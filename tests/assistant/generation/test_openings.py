from __future__ import annotations

import pytest
from model_samples import Saying, Speaking, told

from assistant.generation.openings import split_opening
from evals.scripted.play import Play, Received
from evals.scripted.scripts import offered
from evals.scripted.server import ScriptedServer


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Yes, you must register.", ("yes", "You must register.")),
        ("No. Ohio asks for none.", ("no", "Ohio asks for none.")),
        ("It depends: some states do.", ("it depends", "Some states do.")),
        ("Yes it does.", ("", "Yes it does.")),
        ("Nobody asks.", ("", "Nobody asks.")),
    ],
)
def test_a_leading_verdict_is_split_off(text: str, parts: tuple[str, str]) -> None:
    assert split_opening(text) == parts


@pytest.mark.parametrize(("word", "kept"), [("Yes", True), ("No", False)])
def test_a_verdict_is_kept_only_where_the_records_say_the_same(
    server: ScriptedServer, speaking: Speaking, saying: Saying, word: str, kept: bool
) -> None:
    def script(received: Received) -> Play:
        key, text = offered(received)[0]
        return Play(f"{word}, {text.removeprefix('Yes, ')} [{key}]")

    server.play(script)
    answer = speaking().ask("Can technicians give vaccines in Ohio?")
    assert told(answer) == ["shown"]
    assert answer.claims()[0].text.startswith(f"{word}, ") == kept
    assert not answer.claims()[0].text.startswith("No")
