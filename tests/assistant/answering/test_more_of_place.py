from __future__ import annotations

from assistant.build import Assistant
from assistant.types import Turn


def test_more_of_a_place_is_new_and_of_that_place(assistant: Assistant) -> None:
    asked = "Do I need to be certified in Arizona?"
    first = assistant.ask(asked)
    more = assistant.ask("what else should i tell her", [Turn(asked, first.standalone_question, first)])
    assert more.outcome == "answered"
    assert not {claim.text for claim in more.claims()} & {claim.text for claim in first.claims()}
    assert {citation.document for citation in more.citations} == {"records/jurisdiction/az"}


def test_more_ends_when_all_was_said(assistant: Assistant) -> None:
    asked = "Do I need to be certified in Guam?"
    answer = assistant.ask(asked)
    turns = [Turn(asked, answer.standalone_question, answer)]
    for _ in range(12):
        answer = assistant.ask("anything else?", turns)
        turns.append(Turn("anything else?", answer.standalone_question, answer))
    said = [claim.text for turn in turns if turn.answer for claim in turn.answer.claims() if claim.citations]
    assert len(said) == len(set(said))
