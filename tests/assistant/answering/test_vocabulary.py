from __future__ import annotations

from pathlib import Path

import pytest
import yaml

import assistant.answering.vocabulary
from assistant.answering.vocabulary import Vocabulary, load_vocabulary
from assistant.guidance.fields import FIELDS
from assistant.retrieval.index import Index
from assistant.text import fold
from assistant.wording import ASPECT_PHRASES, FIELD_QUESTIONS

FILE = Path(assistant.answering.vocabulary.__file__).with_name("vocabulary.yaml")
DATA = yaml.safe_load(FILE.read_text(encoding="utf-8"))
NICKNAMES = {str(name): meaning for name, meaning in DATA["nicknames"].items()}
ASPECTS = DATA["aspects"]


@pytest.mark.parametrize("nickname", NICKNAMES)
@pytest.mark.parametrize("frame", ["{}", "What about {}?", "is {}, you know, hard", "{}!"])
def test_a_nickname_is_understood_wherever_it_stands(
    nickname: str, frame: str, vocabulary: Vocabulary
) -> None:
    assert NICKNAMES[nickname] in vocabulary.expansions(frame.format(nickname))


@pytest.mark.parametrize("nickname", NICKNAMES)
def test_capitals_do_not_matter(nickname: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.expansions(nickname.upper()) == vocabulary.expansions(nickname)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("is a pharm tech's day long", "pharmacy technician"),
        ("two lead techs", "lead technician supervisor"),
        ("felonies and DUIs", "criminal record conviction"),
        ("omnicells", "automated dispensing cabinet automation"),
    ],
    ids=["genitive", "plural of two words", "plural of letters", "plural"],
)
def test_plural_and_genitive_are_the_same_nickname(text: str, meaning: str, vocabulary: Vocabulary) -> None:
    assert meaning in vocabulary.expansions(text)


@pytest.mark.parametrize(
    "text", ["technology and techniques", "pace, once and ice", "spicy", "the ivory room"]
)
def test_a_nickname_inside_another_word_means_nothing(text: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.expansions(text) == []


def test_the_longest_nickname_wins_and_each_is_said_once(vocabulary: Vocabulary) -> None:
    found = vocabulary.expansions("tech check tech, tech-check-tech again, in the IV room")
    assert found == ["technician product verification checking", "sterile compounding"]


@pytest.mark.parametrize(
    ("aspect", "word"),
    [(name, str(word)) for name, entry in ASPECTS.items() for word in entry["words"]],
)
def test_every_word_of_an_aspect_finds_it(aspect: str, word: str, vocabulary: Vocabulary) -> None:
    assert aspect in {found.name for found in vocabulary.aspects_of(f"so, {word}?")}


def test_aspects_come_in_the_order_of_the_vocabulary(vocabulary: Vocabulary) -> None:
    names = [
        aspect.name for aspect in vocabulary.aspects_of("pay the late fee, then renew and become certified")
    ]
    assert names == [name for name in ASPECTS if name in names]
    assert len(names) >= 4


@pytest.mark.parametrize("aspect", load_vocabulary().aspects, ids=lambda aspect: aspect.name)
def test_an_aspect_is_answered_by_fields_that_records_have(aspect) -> None:  # type: ignore[no-untyped-def]
    assert set(aspect.jurisdiction) <= set(FIELDS["jurisdiction"])
    assert set(aspect.needs) <= set(aspect.jurisdiction)
    assert set(aspect.credential) <= set(FIELDS["credential"])


def test_what_is_said_of_aspects_and_fields_names_real_ones(vocabulary: Vocabulary) -> None:
    assert set(ASPECT_PHRASES) <= {aspect.name for aspect in vocabulary.aspects}
    assert {a.name for a in vocabulary.aspects if a.jurisdiction} <= set(ASPECT_PHRASES)
    assert set(FIELD_QUESTIONS) <= set(FIELDS["jurisdiction"])


@pytest.mark.parametrize(
    ("name", "id"), [(name, id) for id, names in DATA["credentials"].items() for name in names]
)
def test_a_credential_is_known_by_each_of_its_names(name: str, id: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.credentials_of(f"Is the {name} hard?") == (id,)


def test_credentials_come_in_the_order_of_mention_each_once(vocabulary: Vocabulary) -> None:
    assert vocabulary.credentials_of("NHA or PTCB, ExCPT or PTCE?") == ("nha-cpht", "ptcb-cpht")


def test_the_longer_name_of_a_credential_is_not_the_shorter_one(vocabulary: Vocabulary) -> None:
    assert vocabulary.credentials_of("CPhT-Adv") == ("cpht-adv",)


def test_every_credential_is_a_record(vocabulary: Vocabulary, index: Index) -> None:
    assert all(index.passages.has_record(id) for id in set(vocabulary.credential_names.values()))


def test_what_is_compared_with_folded_text_is_folded(vocabulary: Vocabulary) -> None:
    for table in (vocabulary.nicknames, vocabulary.credential_names, vocabulary.spanish):
        assert all(name == fold(name) for name in table)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("¿Cuánto cuesta el examen?", ["how much does it cost", "exam"]),
        ("que necesito para ser technician in Texas", ["what do i need", "technician in texas"]),
        ("cuántas horas para renovar", ["how many hours", "renew"]),
    ],
)
def test_spanish_words_are_put_into_english(text: str, parts: list[str], vocabulary: Vocabulary) -> None:
    english = vocabulary.in_english(text)
    assert all(part in english for part in parts)


@pytest.mark.parametrize(
    "text",
    [
        "How do I renew?",
        "Is El Paso near?",
        "I live in San Diego. Me too.",
        "What will it pay me in El Paso?",
        "",
    ],
)
def test_english_stays_as_it_is(text: str, vocabulary: Vocabulary) -> None:
    assert vocabulary.in_english(text) == text


def test_the_vocabulary_is_read_once() -> None:
    assert load_vocabulary() is load_vocabulary()


@pytest.mark.parametrize(
    ("question", "fields"),
    [
        ("how many live hours", ("ce_live_hours",)),
        ("when is my renewal due", ("renewal_deadline",)),
        ("how often do i renew and which exam do they accept", ("renewal_cycle", "accepted_exams")),
        ("how do i become a technician", ()),
    ],
)
def test_a_field_is_asked_for_by_words_of_its_own(
    question: str, fields: tuple[str, ...], vocabulary: Vocabulary
) -> None:
    assert vocabulary.details_of(question) == fields
