"""The knowledge's own questions are a fixed choice."""

from contextlib import closing

from assistant.retrieval.index import open_index
from assistant.settings import Settings
from evals.own_questions import own_questions


def test_the_knowledges_own_questions_are_many_and_the_same_each_time(knowledge_settings: Settings) -> None:
    with closing(open_index(knowledge_settings)) as index:
        chosen = own_questions(index.passages, 500)
        assert len(set(chosen)) == 500
        assert chosen == own_questions(index.passages, 600)[:500]
