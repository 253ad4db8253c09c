"""A place's record answers where it is what is asked about; where a guide is, the guide does."""

import pytest

from assistant.build import Assistant
from assistant.types import Answer


def first_documents(answer: Answer) -> list[str]:
    cited = {citation.number: citation.document for citation in answer.citations}
    return [cited[number] for number in answer.claims()[0].citations]


@pytest.mark.parametrize(
    ("question", "document"),
    [
        (
            "can nabp just transfer my tech license to oregon for me",
            "guides/moving-states/no-national-license",
        ),
        ("how old do i have to be in oregon", "records/jurisdiction/or"),
    ],
)
def test_a_place_that_is_named_in_passing_does_not_hide_the_guide(
    question: str, document: str, assistant: Assistant
) -> None:
    assert document in first_documents(assistant.ask(question))


def test_what_one_has_to_pay_is_a_fee_and_the_one_that_was_named(assistant: Assistant) -> None:
    answer = assistant.ask("how much do i pay california to apply for tech license")
    said = [claim.text for block in answer.blocks for claim in block.claims]
    assert "$195" in said[0]
    assert not any("wage" in text for text in said)


def test_the_license_of_ones_own_state_is_asked_back_for(assistant: Assistant) -> None:
    assert assistant.ask("how do i renew my tech license").outcome == "clarify"
