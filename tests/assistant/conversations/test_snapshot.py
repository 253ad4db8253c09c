from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from assistant_samples import BOARD
from shared_samples import (
    EXAM_ANSWER,
    FEE_ANSWER,
    KNOWLEDGE,
    NOW,
    TODAY,
    TURNS,
    answer,
    cite,
    stored,
    write_statements,
)
from shared_samples import FEES as CHUNK

from assistant.conversations.redaction import apply, by_hand
from assistant.conversations.snapshot import freeze, suggestions
from assistant.conversations.snapshot_wire import snapshot_to_text
from assistant.types import Answer, Block, Citation, Claim, Profile, Source, Turn

NOTE = "  For Maria, from Dana Whitfield. Call (614) 555-0100.  "


def test_the_note_and_every_question_are_looked_through() -> None:
    found = [(redaction.kind, redaction.words) for redaction in suggestions(TURNS, NOTE)]
    assert found == [
        ("name", "Maria"),
        ("name", "Dana Whitfield"),
        ("phone", "(614) 555-0100"),
        ("name", "Maria Lopez"),
        ("school", "Lakewood High School"),
    ]


def test_what_is_hidden_stands_nowhere_in_what_is_stored(tmp_path: Path) -> None:
    echo = Block("notice", (Claim("For Maria Lopez of Lakewood High School I find nothing more."),))
    given = replace(
        FEE_ANSWER,
        standalone_question=FEE_ANSWER.question.replace("Maria", "maria"),
        blocks=(*FEE_ANSWER.blocks, replace(echo, lead_in="Dear Maria:")),
        follow_ups=("Should Maria Lopez renew?",),
    )
    passages = write_statements(tmp_path / "passages.sqlite", KNOWLEDGE)
    text = snapshot_to_text(
        freeze([stored(given)], NOTE, suggestions([stored(given)], NOTE), passages, TODAY)
    )
    passages.close()
    for word in ("maria", "lopez", "lakewood", "dana", "whitfield", "555"):
        assert word not in text.lower()
    assert "My student [name] goes to [school]. What does Ohio cost?" in text


def test_what_was_not_accepted_stays_and_the_facts_stay_word_for_word() -> None:
    snapshot = freeze(TURNS, NOTE, [], None, TODAY)
    assert snapshot.note == NOTE.strip()
    assert [shared.turn.question for shared in snapshot.turns] == [turn.question for turn in TURNS]
    assert [shared.turn.answer.blocks for shared in snapshot.turns if shared.turn.answer] == [
        FEE_ANSWER.blocks,
        EXAM_ANSWER.blocks,
    ]


def test_a_sources_own_file_name_and_address_tell_nothing_that_was_hidden() -> None:
    source = replace(
        BOARD, id="letters-lopez", title="Letter of Ms. Lopez", url="https://x.example/lopez.pdf"
    )
    cited = replace(cite(1, CHUNK, source, 0), document="letters/maria-lopez", title="Maria Lopez")
    given = answer("Q?", FEE_ANSWER.blocks, [cited])
    snapshot = freeze([stored(given)], "", [by_hand("lopez"), by_hand("maria")], None, TODAY)
    assert "lopez" not in snapshot_to_text(snapshot).lower()
    shown = snapshot.turns[0].turn.answer
    assert shown is not None
    assert (shown.citations[0].source.url, shown.citations[0].title) == ("", "[hidden] [hidden]")


def test_a_subject_is_hidden_where_the_person_says_it_and_kept_where_a_source_does() -> None:
    sentence = "In Ohio a felony bars you for 5 years."
    cited = replace(cite(1, CHUNK, BOARD, 0), quote=sentence, passage=sentence)
    said = Block("paragraph", (Claim(sentence, (1,)), Claim("You said that you have a felony.")))
    turn = stored(answer("I have a felony. Can I register?", [said], [cited]))
    snapshot = freeze([turn], "", suggestions([turn], ""), None, TODAY)
    shown = snapshot.turns[0].turn
    assert shown.question == "I have [private]. Can I register?"
    assert shown.answer is not None
    assert [claim.text for claim in shown.answer.claims()] == [
        sentence,
        "You said that you have a [private].",
    ]


def test_only_the_place_and_the_credential_of_the_profile_go_along() -> None:
    (first, _) = freeze(TURNS, "", [], None, TODAY).turns
    assert first.turn.answer is not None
    assert first.turn.answer.assumptions == Profile(state="OH", credential="ptcb-cpht")
    assert (first.turn.answer.timings_ms, first.turn.answer.tool, first.turn.answer.verdicts) == (
        {},
        None,
        (),
    )


def test_of_a_passage_only_the_quote_is_shared() -> None:
    (first, _) = freeze(TURNS, "", [], None, TODAY).turns
    assert first.turn.answer is not None
    (citation,) = first.turn.answer.citations
    assert citation.passage == citation.quote


def test_each_turn_keeps_its_day_its_index_and_whether_it_was_brought_in() -> None:
    later = stored(EXAM_ANSWER, NOW + timedelta(days=3), brought=True)
    first, second = freeze([TURNS[0], later], "", [], None, TODAY).turns
    assert (first.answered, first.generation, first.brought) == ("2026-11-22", "g1", False)
    assert (second.answered, second.brought) == ("2026-11-25", True)


def test_the_statements_of_all_turns_are_kept_with_the_place_of_their_turn() -> None:
    snapshot = freeze(TURNS, "", [], None, TODAY)
    assert [(s.turn, s.text) for s in snapshot.statements] == [
        (0, "Ohio asks $50 when you apply."),
        (0, "Renewing in Ohio costs $75."),
        (1, "Yes, you can take the PTCE at home."),
        (1, "Each try costs $129."),
    ]


def test_hiding_a_questions_words_is_what_apply_does() -> None:
    accepted = suggestions(TURNS, "")
    snapshot = freeze(TURNS, "", accepted, None, TODAY)
    assert [s.turn.question for s in snapshot.turns] == [apply(t.question, accepted) for t in TURNS]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        (Turn, "question standalone_question answer"),
        (Answer, "question standalone_question outcome engine blocks citations assumptions follow_ups timings_ms tool verdicts"),
        (Block, "kind claims lead_in header rows"),
        (Claim, "text citations"),
        (Citation, "number source chunk document title section page quote passage confidence"),
        (Source, "id title publisher url tier as_of reviewed"),
    ],
)  # fmt: skip
def test_whether_a_new_field_is_shared_is_decided_and_not_forgotten(kind: type, names: str) -> None:
    assert [field.name for field in fields(kind)] == names.split()
