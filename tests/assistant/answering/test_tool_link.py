from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from assistant.answering.spelling import Speller
from assistant.answering.tool_link import ToolFinder, wants_fit, wants_plan
from assistant.answering.understand import Query, Understanding
from assistant.answering.vocabulary import Vocabulary
from assistant.guidance.records import load_records
from assistant.guidance.shelf import shelf_of
from assistant.types import Profile

RECORDS = Path(__file__).resolve().parents[3] / "knowledge" / "records"


@pytest.fixture(scope="module")
def finder() -> ToolFinder:
    return ToolFinder(shelf_of((r.model_dump_json(exclude_defaults=True) for r in load_records(RECORDS)), {}))


@pytest.fixture(scope="module")
def understanding(vocabulary: Vocabulary, cities: Mapping[str, str]) -> Understanding:
    return Understanding(vocabulary, Speller({}, lambda word: True, frozenset()), cities)


def read(understanding: Understanding, question: str, profile: Profile | None = None) -> Query:
    return understanding.read(question, (), profile)


@pytest.mark.parametrize(
    ("question", "address"),
    [
        ("Make me a plan to become a pharmacy tech in Texas", "/plan?goal=become&state=TX"),
        (
            "can you write up a step by step plan for getting certified with PTCB",
            "/plan?goal=certify&exam=ptce",
        ),
        ("I need a timeline for renewing my PTCB CPhT", "/plan?goal=renew&credential=ptcb-cpht"),
        ("Give me a plan to become a lead tech in Ohio", "/plan?goal=lead&state=OH"),
        ("make a plan for becoming a pharmacist", "/plan?goal=pharmacist"),
        ("plan from technician to pharmacist", "/plan?goal=pharmacist"),
        ("how do I go from tech to pharmacist", "/plan?goal=pharmacist"),
        ("I want to be a pharmacist someday, I'm a tech now in Ohio", "/plan?goal=pharmacist&state=OH"),
        ("how would someone get into informatics", "/plan?goal=informatics"),
        ("what would it cost me to become a tech in Ohio", "/plan?goal=become&state=OH&view=costs"),
        ("plan to get into sterile compounding", "/plan?goal=specialty-sterile-compounding"),
        ("Which specialty fits me best?", "/specialty"),
        ("what kind of pharmacy job would be best for someone shy", "/specialty"),
        ("I'm moving from Texas to Colorado, what carries over?", "/moving?from=TX&to=CO"),
        ("Compare Texas and Ohio", "/compare?kind=state&a=TX&b=OH"),
        ("nuclear vs informatics", "/compare?kind=specialty&a=nuclear&b=informatics-automation"),
        ("How do I become a pharmacy technician in Ohio?", "/plan?goal=become&state=OH"),
        ("pharmacy tech schools in Nevada", "/programs?near=NV"),
        ("pharmacy tech schools near 43215", "/programs?near=43215"),
        ("any classes near Columbus, Ohio?", "/programs?near=Columbus%2C+Ohio"),
        ("hospital vs retail", "/compare?kind=setting&a=hospital-pharmacy&b=retail-chain"),
        ("all costs to become a tech in Ohio, please", "/plan?goal=become&state=OH&view=costs"),
        ("make a plan for moving from Ohio to Florida", "/moving?from=OH&to=FL"),
    ],
)
def test_a_question_opens_the_tool_that_goes_further(
    question: str, address: str, finder: ToolFinder, understanding: Understanding
) -> None:
    link = finder.find(read(understanding, question))
    assert link is not None
    assert link.address() == address


@pytest.mark.parametrize(
    "question",
    [
        "How much does the PTCE cost?",
        "What does a sterile compounding technician do?",
        "Can I start at 16?",
        "Is a dental plan part of the benefits?",
        "How much ibuprofen can I take?",
        "My Texas registration ran out 5 months ago, what will it cost me?",
    ],
)
def test_a_plain_question_opens_none(question: str, finder: ToolFinder, understanding: Understanding) -> None:
    assert finder.find(read(understanding, question)) is None


def test_a_renewal_of_a_known_credential_is_filled_in(
    finder: ToolFinder, understanding: Understanding
) -> None:
    known = Profile(state="OH", stage="certified", credential="ptcb-cpht", expires="2027-05")
    link = finder.find(read(understanding, "What do I need to renew?", known))
    assert link is not None
    assert link.address() == "/plan?goal=renew&state=OH&stage=certified&credential=ptcb-cpht&expires=2027-05"


def test_plans_and_fits_are_told_from_what_is_only_near_them(understanding: Understanding) -> None:
    assert wants_plan(read(understanding, "make me a plan"))
    assert not wants_plan(read(understanding, "does the health plan cover vaccines"))
    assert wants_fit(read(understanding, "which specialty suits me"))
    assert not wants_fit(read(understanding, "which specialty pays the most"))
