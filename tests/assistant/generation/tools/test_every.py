"""What a model may look up, on the bundled knowledge."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from assistant.answering.chain import Chain
from assistant.build import Assistant
from assistant.errors import WrongUseError
from assistant.generation.context import Citable, Context
from assistant.generation.messages import Call
from assistant.generation.tools.every import every_tool
from assistant.generation.tools.toolbox import Toolbox
from assistant.judging.judge import Judge
from assistant.judging.support import load_bar
from assistant.retrieval.passages import Passages

CALLS: Mapping[str, tuple[str, Mapping[str, Any], str]] = {
    "rules of a state": ("state_rules", {"state": "OH", "headings": ["Fees"]}, "Ohio charges $50 to apply"),
    "a state by its name": ("state_rules", {"state": "texas", "headings": ["Continuing education"]}, "20 hours"),
    "a plan": ("plan", {"goal": "become", "state": "Ohio"}, "at least 18"),
    "a move": ("plan", {"goal": "move", "state": "TX", "origin": "Ohio"}, "Texas"),
    "costs": ("costs", {"goal": "renew", "state": "OH", "credential": "ptcb-cpht"}, "Renewals, per year: $52.50."),
    "a comparison": ("compare", {"kind": "state", "things": ["TX", "California"]}, "California"),
    "rows of a comparison": (
        "compare",
        {"kind": "exam", "things": ["PTCE", "ExCPT"], "rows": ["Fee with the exam"]},
        "$129",
    ),
    "a fit": ("fit", {"text": "I love math and careful lab work, no angry customers"}, "is number 1 of 26"),
}  # fmt: skip


@pytest.fixture(scope="module")
def chain(assistant: Assistant) -> Chain:
    return assistant.chain()


@pytest.fixture(scope="module")
def passages(chain: Chain) -> Passages:
    return chain.index.passages


@pytest.fixture(scope="module")
def toolbox(passages: Passages) -> Toolbox:
    return every_tool(passages)


def use(toolbox: Toolbox, name: str, arguments: Mapping[str, Any]) -> list[Citable]:
    return list(toolbox.use(Call("1", name, arguments)))


@pytest.mark.parametrize("case", CALLS)
def test_what_is_found_rests_on_stored_sentences(toolbox: Toolbox, case: str) -> None:
    name, arguments, expected = CALLS[case]
    found = use(toolbox, name, arguments)
    assert any(expected in item.text for item in found), [item.text for item in found]
    assert all(
        evidence.chunk.text[evidence.sentence.start : evidence.sentence.end] == evidence.sentence.text
        for item in found
        for evidence in item.evidence
    )
    assert all(item.evidence for item in found)


@pytest.mark.parametrize("case", CALLS)
def test_what_is_found_may_be_said_as_it_stands(
    toolbox: Toolbox, chain: Chain, passages: Passages, case: str
) -> None:
    name, arguments, _ = CALLS[case]
    context = Context(passages, 4_000)
    found = use(toolbox, name, arguments)
    context.add(found)
    judge = Judge(chain.vocabulary, chain.rarity, chain.index.encoder.encode, load_bar())
    places = ("OH", "TX", "CA")
    kept = [item for item in found[:12] if context.resolve([item.key])]
    faults = [(item.text, judge.fault(item.text, context.cited([item]), places)) for item in kept]
    fallen = [fault for fault in faults if fault[1]]
    assert len(fallen) <= len(kept) // 6, fallen


@pytest.mark.parametrize(
    ("name", "arguments", "told"),
    [
        ("launch_rocket", {}, "There is no tool 'launch_rocket'"),
        ("state_rules", {"state": "Atlantis"}, "is no US state"),
        ("state_rules", {"state": "OH", "headings": ["Weather"]}, "'Weather' is no heading"),
        ("plan", {}, "goal: Field required"),
        ("plan", {"goal": "fly"}, "Accepted: become"),
        ("plan", {"goal": "become", "age": "old"}, "age=old cannot be used"),
        ("costs", {"goal": "become", "state": "Narnia"}, "is no US state"),
        ("compare", {"kind": "state", "things": ["TX"]}, "at least 2 items"),
        ("compare", {"kind": "color", "things": ["red", "blue"]}, "is not one of: state"),
        ("compare", {"kind": "state", "things": ["TX", "Narnia"]}, "no state is called Narnia"),
        ("compare", {"kind": "exam", "things": ["PTCE", "ExCPT"], "rows": ["Fee"]}, "Fee with the exam"),
        ("fit", {"text": "hmm"}, "Nothing to go on yet"),
        ("fit", {"text": "x" * 5_000}, "at most 2000 characters"),
    ],
)
def test_a_wrong_call_is_told_in_words_that_help(
    toolbox: Toolbox, name: str, arguments: Mapping[str, Any], told: str
) -> None:
    with pytest.raises(WrongUseError) as raised:
        use(toolbox, name, arguments)
    assert told in str(raised.value)


def test_a_model_is_told_of_each_tool_with_its_arguments(toolbox: Toolbox) -> None:
    forms = {form.name: form for form in toolbox.forms()}
    assert list(forms) == ["state_rules", "plan", "costs", "compare", "fit"]
    assert set(forms["compare"].arguments["properties"]) == {"kind", "things", "rows"}
    assert all(form.description and form.arguments["type"] == "object" for form in forms.values())
