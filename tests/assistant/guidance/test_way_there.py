from __future__ import annotations

from datetime import date

import pytest

from assistant.guidance.cited import carried
from assistant.guidance.plan import plan
from assistant.guidance.request import from_profile
from assistant.guidance.shelf import Shelf
from assistant.guidance.way_there import way_there
from assistant.types import Profile
from assistant.wording_plan import PlanWording

TODAY = date(2026, 11, 30)
CERTIFIED = Profile(state="OH", stage="certified")


def test_who_is_certified_has_fewer_steps_before_them_than_who_starts(shelf: Shelf) -> None:
    for known in (Profile(), CERTIFIED):
        steps = plan(from_profile(known, "specialty-nuclear", TODAY), shelf).steps
        needed = sum(not dated.step.optional for dated in steps)
        assert f", in {needed} steps." in way_there(shelf, "nuclear", known, TODAY)[0].text
    new, old = (way_there(shelf, "nuclear", known, TODAY) for known in (Profile(), CERTIFIED))
    assert new[0] != old[0]
    assert PlanWording.FROM_START in {cited.text for cited in new} - {cited.text for cited in old}


@pytest.mark.parametrize("known", [Profile(), CERTIFIED])
def test_it_says_what_the_plan_of_every_specialty_says(known: Profile, shelf: Shelf) -> None:
    for record in shelf.of_kind("specialty"):
        told = way_there(shelf, record.id, known, TODAY)
        assert all(carried(cited) for cited in told)
        planned = plan(from_profile(known, f"specialty-{record.id}", TODAY), shelf)
        assert {line.cited.text for line in planned.assumed} <= {cited.text for cited in told}
