"""The example conversations name sections that there are, and each fit sees its own share."""

from assistant.retrieval.index import current_folder
from assistant.retrieval.passages import Passages
from assistant.settings import Settings
from assistant.text import words
from evals.cases import load_cases
from evals.conversations import conversations
from evals.fit_likeness import group_of

_OWN = 5  # words from which a question is not what anybody might say


def test_every_turn_has_those_before_it() -> None:
    for talk in conversations(kept=True):
        asked = [turn.question for turn in talk]
        assert [list(turn.earlier) for turn in talk] == [asked[:number] for number in range(len(asked))]


def test_the_shares_are_apart_and_of_the_right_size() -> None:
    kept, learnt = ({talk[0].question for talk in conversations(share)} for share in (True, False))
    assert not kept & learnt
    assert 0.15 < len(kept) / (len(kept) + len(learnt)) < 0.25


def test_every_section_is_there(knowledge_settings: Settings) -> None:
    passages = Passages(current_folder(knowledge_settings) / "passages.sqlite")
    there = {
        group_of(document, chunk.section)
        for document, _, _ in passages.documents()
        for chunk in passages.chunks_of_document(document)
    }
    passages.close()
    named = {
        group_of(*section.split(" > ", 1))
        for share in (True, False)
        for talk in conversations(share)
        for turn in talk
        for section in turn.sections
    }
    assert named - there == set()


def test_no_case_is_among_them() -> None:
    cases = [[_folded(turn.question) for turn in case.turns] for case in load_cases()]
    first = {turns[0] for turns in cases}
    own = {turn for turns in cases for turn in turns if len(turn.split()) >= _OWN}
    pairs = {pair for turns in cases for pair in zip(turns, turns[1:], strict=False)}
    for share in (True, False):
        for talk in conversations(share):
            asked = [_folded(turn.question) for turn in talk]
            assert asked[0] not in first
            assert not own & set(asked)
            assert not pairs & set(zip(asked, asked[1:], strict=False))


def _folded(question: str) -> str:
    return " ".join(words(question))
