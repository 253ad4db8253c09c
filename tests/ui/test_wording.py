from __future__ import annotations

from typing import get_args

from assistant.types import Tier
from assistant.wording import STARTERS
from ui.wording import PEOPLE, TIERS


def test_every_tier_has_plain_words() -> None:
    assert set(TIERS) == set(get_args(Tier))


def test_every_person_has_starters() -> None:
    assert list(PEOPLE) == list(STARTERS)
