from __future__ import annotations

import pytest

from assistant.answering.places import place_name
from assistant.build import Assistant
from assistant.guidance.request import goals_of
from assistant.text import figures
from assistant.types import Answer, Profile, Turn

OWN_WORDS = "I hate angry customers, love careful hands-on work, nights are fine"
REQUESTS = [
    "Make me a plan to become a pharmacy technician in Texas",
    "make a plan to renew my CPhT in Ohio",
    "give me a plan to become a nuclear pharmacy technician, I live in Ohio and I'm certified",
    f"Which specialty fits me? {OWN_WORDS}",
    "Compare Texas and Colorado",
    "compare nuclear and sterile compounding",
    "I'm moving from TX to CO",
    "find a pharmacy technician program near 78701",
    "What does it cost in total to become a technician in Ohio?",
]


@pytest.fixture(scope="module", params=REQUESTS)
def told(request: pytest.FixtureRequest, assistant: Assistant) -> Answer:
    return assistant.ask(request.param)


def talk(assistant: Assistant, *questions: str) -> Answer:
    history: list[Turn] = []
    for question in questions:
        answer = assistant.ask(question, history)
        history.append(Turn(question, answer.standalone_question, answer))
    return answer


def lines(answer: Answer) -> list[str]:
    return [claim.text for claim in answer.claims()]


def test_a_request_for_a_tool_is_answered_and_opens_it_filled_in(told: Answer) -> None:
    assert told.outcome == "answered"
    assert told.tool is not None and told.tool.parameters
    assert len(told.citations) >= 1


def test_every_fact_in_it_is_cited_and_every_quote_stands_in_its_passage(told: Answer) -> None:
    for block in told.blocks:
        if block.kind in ("ask", "notice"):
            continue
        assert all(claim.citations for claim in block.claims)
        assert all(any(cell.citations for cell in row) for row in block.rows)
    assert all(citation.quote in citation.passage for citation in told.citations)


def test_every_figure_of_a_statement_occurs_in_what_it_cites(told: Answer) -> None:
    evidence = {c.number: f"{c.title} {c.section} {c.quote}" for c in told.citations}
    for claim in told.claims():
        if claim.citations:
            cited = " ".join(evidence[number] for number in claim.citations)
            assert figures(claim.text) <= figures(cited), claim.text


@pytest.mark.parametrize("state", ["CA", "FL", "IL", "LA", "MN", "NV", "NY", "OH", "OR", "TX", "UT", "WA"])
def test_every_figure_of_a_list_of_costs_occurs_in_what_its_row_cites(
    state: str, assistant: Assistant
) -> None:
    answer = assistant.ask(f"What does it cost to become a technician in {place_name(state)}?")
    evidence = {c.number: f"{c.title} {c.section} {c.quote}" for c in answer.citations}
    rows = [row for block in answer.blocks for row in block.rows]
    assert answer.tool is not None and rows
    for row in rows:
        cited = " ".join(evidence[number] for cell in row for number in cell.citations)
        assert figures(" ".join(cell.text for cell in row)) <= figures(cited)


def test_a_step_states_no_figure_that_its_source_does_not(assistant: Assistant) -> None:
    answer = assistant.ask(REQUESTS[0])
    quotes = {citation.number: citation.quote for citation in answer.citations}
    steps = next(block for block in answer.blocks if block.kind == "steps")
    for claim in steps.claims:
        carried = " ".join(quotes[number] for number in claim.citations)
        assert figures(claim.text) <= figures(carried)


def test_a_plan_without_a_state_asks_for_it_and_the_reply_fills_it_in(assistant: Assistant) -> None:
    first = assistant.ask("make me a plan to become a technician")
    assert first.blocks[-1].kind == "ask"
    then = talk(assistant, "make me a plan to become a technician", "Texas")
    assert then.tool is not None and then.tool.address() == "/plan?goal=become&state=TX"
    assert then.blocks[-1].kind != "ask"


def test_what_the_profile_knows_goes_into_the_plan(assistant: Assistant) -> None:
    known = Profile(state="OH", stage="certified", credential="ptcb-cpht", expires="2027-05")
    answer = assistant.ask("make me a plan to renew", (), known)
    assert answer.tool is not None
    asked = dict(answer.tool.parameters)
    assert asked == {
        "goal": "renew", "state": "OH", "stage": "certified", "credential": "ptcb-cpht", "expires": "2027-05",
    }  # fmt: skip
    assert not any(block.kind == "ask" for block in answer.blocks)


def test_a_bare_question_what_fits_asks_for_words_and_the_reply_is_ranked(assistant: Assistant) -> None:
    bare = assistant.ask("Which specialty fits me?")
    assert bare.outcome == "clarify"
    ranked = talk(assistant, "Which specialty fits me?", OWN_WORDS)
    assert [block.lead_in[:2] for block in ranked.blocks if block.kind == "bullets"] == ["1.", "2.", "3."]
    assert any("You wrote “I hate angry customers”" in line for line in lines(ranked))
    assert ranked.tool is not None and dict(ranked.tool.parameters)["w"].startswith("pc-2")


def test_a_further_reply_adds_to_what_was_read(assistant: Assistant) -> None:
    ranked = talk(assistant, "Which specialty fits me?", OWN_WORDS, "I also like math")
    assert ranked.tool is not None
    assert {"pc-2", "ma1"} <= set(dict(ranked.tool.parameters)["w"].split("."))


def test_the_plans_that_a_ranking_offers_are_plans(assistant: Assistant) -> None:
    ranked = talk(assistant, "Which specialty fits me?", OWN_WORDS)
    for question in ranked.follow_ups:
        tool = assistant.ask(question).tool
        assert tool is not None and dict(tool.parameters)["goal"].startswith("specialty-")


def test_a_town_with_several_states_is_asked_back(assistant: Assistant) -> None:
    answer = assistant.ask("pharmacy technician schools near Springfield")
    assert answer.outcome == "clarify"
    assert "Springfield, MO" in answer.follow_ups


@pytest.mark.parametrize(
    "question",
    [
        "make me a plan to treat my diabetes",
        "make me a meal plan",
    ],
)
def test_what_is_not_ours_gets_no_tool(question: str, assistant: Assistant) -> None:
    answer = assistant.ask(question)
    assert answer.outcome in ("declined", "not_in_sources")
    assert answer.tool is None or answer.outcome == "declined"


@pytest.mark.parametrize(
    ("question", "goal"),
    [
        ("I want to become a pharmacy tech. What do I need in Ohio?", "become"),
        ("I'm hoping to get certified soon, what does the PTCE cost?", "certify"),
        ("My goal is to work in informatics. Does it pay more?", "informatics"),
        ("I'd love to get into nuclear pharmacy. Where do they work?", "specialty-nuclear"),
        ("Does Ohio want people to become certified?", None),
    ],
)
def test_a_goal_that_a_person_names_is_assumed_from_then_on(
    question: str, goal: str | None, assistant: Assistant
) -> None:
    answer = assistant.ask(question)
    assert answer.assumptions.goal == goal
    assert goal is None or goal in goals_of(assistant.shelf())
