"""The other goals: certify, move, specialties, and to pharmacist."""

from __future__ import annotations

import pytest
from plan_samples import ids, plan_for, said, step_of

from assistant.errors import KnowledgeError
from assistant.guidance.plan import plan
from assistant.guidance.request import Request
from assistant.guidance.shelf import Shelf, shelf_of
from assistant.wording_plan import PlanWording

EXAM = ["study", "exam-apply", "exam-sit", "exam-score", "keep-cert"]


@pytest.mark.parametrize(
    ("path", "steps", "says", "silent"),
    [
        ("program", ["find", "train"], "60 days before finishing", "500 work hours must"),
        ("work", ["hours"], "500 work hours must", "60 days before finishing"),
        ("military", ["service"], "500 hours of work", "500 work hours must"),
        ("degree", ["degree"], "pharmacy degree", "500 work hours must"),
    ],
)
def test_each_path_to_the_ptce_has_its_own_steps_and_rules(
    shelf: Shelf, path: str, steps: list[str], says: str, silent: str
) -> None:
    planned = plan_for(shelf, "TX", "certify", exam="ptce", path=path)
    assert ids(planned) == ["choose", *steps, *EXAM]
    assert says in said(planned, "exam-apply")
    assert silent not in said(planned, "exam-apply")


def test_a_year_of_work_leads_to_the_excpt(shelf: Shelf) -> None:
    hours = step_of(plan_for(shelf, "TX", "certify", exam="excpt", path="work"), "hours")
    assert (hours.end - hours.start).days == 365
    assert hours.step.span.basis == "stated"


def test_the_exam_is_to_be_taken_within_the_certifier_s_window(shelf: Shelf) -> None:
    planned = plan_for(shelf, "TX", "certify", exam="ptce", path="program")
    applied, sat = step_of(planned, "exam-apply"), step_of(planned, "exam-sit")
    assert sat.by is not None
    assert (sat.by[0] - applied.end).days == 90
    assert not sat.late


def test_a_move_asks_first_what_carries_over_and_settles_the_old_place_beside(shelf: Shelf) -> None:
    planned = plan_for(shelf, "CO", "move", origin="TX")
    assert ids(planned)[:4] == ["entry", "transfer", "old-state", "proof"]
    assert "proof" in step_of(planned, "old-state").beside
    assert "within 10 days" in said(planned, "old-state")
    assert PlanWording.STAGE_ASSUMED in said(planned, "transfer")
    told = plan_for(shelf, "CO", "move", origin="TX", stage="certified")
    assert PlanWording.STAGE_ASSUMED not in said(told, "transfer")


def test_an_uncertified_mover_takes_the_new_place_s_whole_way(shelf: Shelf) -> None:
    assert {"trainee", "exam-sit"} <= set(
        ids(plan_for(shelf, "CO", "move", origin="TX", stage="trainee"))
    ) | {"trainee"}


def test_a_beginner_becomes_a_technician_before_the_specialty(shelf: Shelf) -> None:
    new = plan_for(shelf, "OH", "specialty-sterile-compounding")
    certified = plan_for(shelf, "OH", "specialty-sterile-compounding", stage="certified")
    assert ids(new) == ["base", *ids(certified)]
    way_in = plan_for(shelf, "OH")
    assert step_of(new, "base").end == max(dated.end for dated in way_in.steps)
    assert {"credential-cspt", "credential-bcscpt"} < set(ids(certified))
    assert step_of(certified, "experience").step.span.basis == "stated"


def test_a_specialty_with_a_state_rule_shows_it(shelf: Shelf) -> None:
    planned = plan_for(shelf, "DC", "specialty-immunization", stage="certified")
    assert "D.C. law does not let technicians give vaccines." in said(planned, "state-rule")


@pytest.mark.parametrize(
    ("goal", "step"),
    [
        ("lead", "credential-cpht-adv"),
        ("educator", "credential-cpted"),
        ("informatics", "job"),
        ("pharmacist", "school"),
    ],
)
def test_the_steps_up_have_names_of_their_own(shelf: Shelf, goal: str, step: str) -> None:
    assert step in ids(plan_for(shelf, "TX", goal, stage="experienced"))


def test_an_index_without_our_records_is_named(shelf: Shelf) -> None:
    with pytest.raises(KnowledgeError, match="techpath ingest"):
        plan(Request("become", step_of(plan_for(shelf), "entry").start), shelf_of([], {}))
