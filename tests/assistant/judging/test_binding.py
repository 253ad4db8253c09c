from __future__ import annotations

import pytest

from assistant.judging.binding import Stated, misplaced
from assistant.judging.direction import redirected
from assistant.judging.figure_groups import groups

NOWHERE: frozenset[str] = frozenset()


def rarity(term: str) -> float:
    """Every term weighs the same."""
    return 3.0


def is_misplaced(claim: str, *evidence: Stated) -> bool:
    return misplaced(claim, evidence, rarity) != ""


@pytest.mark.parametrize(
    ("evidence", "right", "wrong"),
    [
        (
            "Membership costs $59 for students and $79 for others.",
            "Students pay $59, and others $79.",
            "Students pay $79, and others $59.",
        ),
        (
            "The plan covers medicines (40%), safety (36%) and administration (24%).",
            "The plan is 40% medicines, 36% safety and 24% administration.",
            "The plan is 24% medicines, 36% safety and 40% administration.",
        ),
        (
            "The projection is 490,400 jobs in 2024 and 521,800 jobs in 2034.",
            "Jobs go from 490,400 in 2024 to 521,800 in 2034.",
            "The projection is 521,800 jobs in 2024 and 490,400 jobs in 2034.",
        ),
        ("The PTCE costs $129 and the ExCPT costs $135.", "The ExCPT costs $135.", "The ExCPT costs $129."),
        (
            "In May 2025 the mean ($46,620) was higher than the median ($45,750).",
            "The mean of $46,620 was higher than the median of $45,750 in May 2025.",
            "The median was $46,620 and the mean $45,750 in May 2025.",
        ),
    ],
    ids=["members", "shares", "years", "exams", "averages"],
)
def test_a_figure_stands_with_what_it_belongs_to(evidence: str, right: str, wrong: str) -> None:
    assert not is_misplaced(right, Stated(evidence, NOWHERE))
    assert is_misplaced(wrong, Stated(evidence, NOWHERE))


def test_a_figure_stands_with_its_place() -> None:
    ohio = Stated("The fee is $65.", frozenset({"OH"}))
    texas = Stated("Registration costs $83.", frozenset({"TX"}))
    assert not is_misplaced("Ohio charges $65, while Texas charges $83.", ohio, texas)
    assert is_misplaced("Ohio charges $83, while Texas charges $65.", ohio, texas)


@pytest.mark.parametrize(
    ("claim", "evidence", "turned"),
    [
        ("It is due after March 31.", "It is due by March 31.", True),
        ("It is due before March 31.", "It is due by March 31.", False),
        ("At least 2 technicians.", "Up to 2 technicians.", True),
        ("Up to 6 months.", "No more than 6 months.", False),
        ("It costs at least $30.", "The law caps the fee at $30.", True),
        ("Of the 4 hours, 20 must be live.", "4 of the 20 hours must be live.", True),
        ("Of the 20 hours, 4 must be live.", "4 of the 20 hours must be live.", False),
        ("After March 31 it is inactive.", "If not renewed by March 31 it is inactive.", False),
    ],
)
def test_a_figure_points_the_way_it_points_in_the_evidence(claim: str, evidence: str, turned: bool) -> None:
    assert (redirected(claim, [evidence]) != "") is turned


def test_groups_reach_to_the_next_figure_or_joint() -> None:
    first, second = groups("It costs $59 for members and $79 for others.")
    assert set(first.near) == {"cost", "member"}
    assert set(second.near) == {"other"}
    assert set(second.wide) == {"cost", "other"}


def test_a_range_is_one_group_and_a_date_is_none() -> None:
    (group,) = groups("It takes 2 to 3 years, by March 31, 2026.")
    assert {figure.value for figure in group.figures} == {"2", "3"}
