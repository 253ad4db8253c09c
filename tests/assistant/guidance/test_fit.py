"""The ranking, its reasons and its doubts: every fact cited, every reason the person's own."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from fit_samples import choices, taken
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.guidance.choices import Choice
from assistant.guidance.cited import carried
from assistant.guidance.fit import Fit, every_cited, fit
from assistant.guidance.fit_words import certainty, chance, heard, in_100, method, score, unknown
from assistant.guidance.reasons import Answers
from assistant.guidance.scales import load_scales
from assistant.guidance.shelf import Shelf
from assistant.guidance.wishes import Wish, read_wishes
from assistant.text import figures
from assistant.types import Profile
from assistant.wording_fit import FitWording

few = settings(max_examples=8, deadline=None)
LAB = taken("hands_on", "precision", "pace", "patient_contact")
DESK = taken("technology", "remote", "rules", "hands_on")
TEXT = "I hate angry customers, love careful hands-on work, nights are fine"


@pytest.fixture(scope="module")
def lab(shelf: Shelf) -> Fit:
    """Someone who likes lab work and no patients."""
    return fit(shelf, Answers((LAB, LAB), read_wishes(TEXT)), Profile(years=3))


def test_all_specialties_are_ranked_best_first(shelf: Shelf, lab: Fit) -> None:
    assert sorted(ranked.id for ranked in lab.ranking) == [r.id for r in shelf.of_kind("specialty")]
    assert [ranked.rank for ranked in lab.ranking] == list(range(1, len(lab.ranking) + 1))
    scores = [round(ranked.score, 6) for ranked in lab.ranking]
    assert scores == sorted(scores, reverse=True)


def test_lab_work_without_patients_leads_to_compounding(lab: Fit) -> None:
    best = {ranked.id for ranked in lab.ranking[:6]}
    assert {"sterile-compounding", "nonsterile-compounding", "nuclear"} <= best


def test_screens_and_data_lead_to_informatics(shelf: Shelf) -> None:
    found = fit(shelf, Answers((DESK,) * 3, read_wishes("love computers, like troubleshooting, no patients")))
    assert "informatics-automation" in {ranked.id for ranked in found.ranking[:2]}


@few
@given(st.lists(choices(), min_size=1, max_size=8), st.integers())
def test_the_order_of_answers_changes_nothing(shelf: Shelf, made: list[Choice], seed: int) -> None:
    shuffled = tuple(random.Random(seed).sample(made, len(made)))
    before, after = fit(shelf, Answers(tuple(made))), fit(shelf, Answers(shuffled))
    assert [(r.id, r.score, r.low, r.high, r.among_best) for r in before.ranking] == [
        (r.id, r.score, r.low, r.high, r.among_best) for r in after.ranking
    ]
    assert {swap.specialty for swap in before.swaps} == {swap.specialty for swap in after.swaps}


@few
@given(st.lists(choices(), max_size=6), st.sampled_from(["", TEXT, "I love patients and phones, 2 years"]))
def test_every_line_about_the_field_is_cited_and_carried(shelf: Shelf, made: list[Choice], text: str) -> None:
    found = fit(shelf, Answers(tuple(made), read_wishes(text)), Profile(years=2, stage="student"))
    for cited in every_cited(found, len(found.ranking)):
        assert carried(cited), cited.text
    for ranked in found.ranking:
        assert ranked.what.support
        assert all(reason.cited.support for reason in ranked.reasons)
        own = {line.cited.text for line in ranked.way_in.parts["stand"]}
        assert all(cited.support or cited.text in own for cited in ranked.way_in.every_cited())


def test_a_reason_joins_the_person_s_words_with_the_specialty_s_statement(lab: Fit) -> None:
    sterile = next(ranked for ranked in lab.ranking if ranked.id == "sterile-compounding")
    reason = next(reason for reason in sterile.speaks_for if reason.scale == "hands_on")
    assert reason.because.startswith("You wrote “love careful hands-on work”.")
    assert {support.record for support in reason.cited.support} == {"sterile-compounding"}
    assert reason.cited.text == " ".join(dict.fromkeys(support.says for support in reason.cited.support))


def test_reasons_speak_for_where_the_specialty_is_as_wished_and_against_where_not(lab: Fit) -> None:
    for ranked in lab.ranking:
        assert all(reason.points > 0 for reason in ranked.speaks_for)
        assert all(reason.points < 0 for reason in ranked.speaks_against)
        assert all(reason.because for reason in ranked.reasons), "a reason rests on an answer"
    histories = next(ranked for ranked in lab.ranking if ranked.id == "medication-history")
    assert "patient_contact" in {reason.scale for reason in histories.speaks_against}


def test_what_was_never_spoken_of_gives_no_reason(lab: Fit) -> None:
    spoken = {card.scale for card in (LAB.most, LAB.least) if card}
    spoken |= {"patient_contact", "precision", "hands_on", "daytime"}
    assert {reason.scale for ranked in lab.ranking for reason in ranked.reasons} <= spoken


def test_unknown_scales_are_named_and_never_reasons(lab: Fit) -> None:
    names = {scale.id: scale.name for scale in load_scales()}
    for ranked in lab.ranking:
        assert not {names[reason.scale] for reason in ranked.reasons} & set(ranked.unknown)
        assert set(ranked.unknown_weighs) <= set(ranked.unknown)
        assert bool(unknown(ranked)) == bool(ranked.unknown)
        assert not any(figures(line) for line in unknown(ranked))


def test_an_unknown_fact_moves_no_score(shelf: Shelf) -> None:
    """Wanting only what no source speaks of leaves a specialty in the middle."""
    found = fit(shelf, Answers((), (Wish("illness", 2),)))
    silent = [ranked for ranked in found.ranking if "closeness to illness" in ranked.unknown]
    assert silent
    assert {ranked.score for ranked in silent} == {50.0}


def test_the_profile_changes_the_way_in_and_not_the_ranking(shelf: Shelf) -> None:
    answers = Answers((LAB,))
    student = fit(shelf, answers, Profile(stage="student", years=1))
    anyone = fit(shelf, answers)
    assert [ranked.score for ranked in student.ranking] == [ranked.score for ranked in anyone.ranking]
    years = FitWording.YOUR_YEARS.format(years=FitWording.YEARS_ONE)
    told = [line.cited.text for line in student.ranking[0].way_in.parts["stand"]]
    assert told == [FitWording.FIRST_TECHNICIAN, years]
    assert anyone.ranking[0].way_in.parts["stand"] == ()


def test_the_way_in_brings_credentials_with_their_fees_and_places_with_what_people_like(lab: Fit) -> None:
    sterile = next(ranked for ranked in lab.ranking if ranked.id == "sterile-compounding")
    credentials = {s.record for line in sterile.way_in.parts["credential"] for s in line.cited.support}
    assert {"sterile-compounding", "cspt"} <= credentials
    assert "Hospital pharmacy" in {line.about for line in sterile.way_in.parts["likes"]}


def test_answers_on_which_the_first_place_hangs_are_named(shelf: Shelf) -> None:
    found = fit(shelf, Answers((), (Wish("patient_contact", -2),)))
    turned = fit(shelf, Answers((), (Wish("patient_contact", 2),)))
    assert found.swaps[0].specialty == turned.ranking[0].id
    assert turned.ranking[0].name in found.swaps[0].text


def test_a_choice_turned_round_really_changes_the_first_place(shelf: Shelf) -> None:
    answers = Answers((LAB, taken("phone", "pace", "remote", "hospital")))
    found = fit(shelf, answers)
    tried = []
    for number, choice in enumerate(answers.choices):
        others = answers.choices[:number] + answers.choices[number + 1 :]
        turned = replace(choice, most=choice.least, least=choice.most)
        tried.append(fit(shelf, Answers((*others, turned))).ranking[0].id)
    changed = {id for id in tried if id != found.ranking[0].id}
    assert {swap.specialty for swap in found.swaps} == changed


def test_with_nothing_said_it_says_so(shelf: Shelf) -> None:
    found = fit(shelf, Answers())
    assert certainty(found) == (FitWording.FEW,)
    assert {ranked.score for ranked in found.ranking} == {50.0}
    assert not any(ranked.reasons for ranked in found.ranking)


def test_the_certainty_is_said_with_its_figure_and_what_it_hangs_on(lab: Fit) -> None:
    lines = certainty(lab)
    assert in_100(lab.sureness) in lines[1]
    assert FitWording.EARLY.split("{")[0] in lines[2]
    hanging = [swap.text for swap in lab.swaps] or [FitWording.NO_SWAP]
    assert list(lines[3:]) == hanging


def test_no_probability_is_said_to_be_certain() -> None:
    assert (in_100(1.0), in_100(0.0), in_100(0.876)) == ("over 99", "under 1", "88")


def test_scores_and_chances_are_said_in_whole_numbers(lab: Fit) -> None:
    best = lab.ranking[0]
    assert score(best).startswith(f"{round(best.score)} of 100")
    assert in_100(best.among_best_open) in chance(best)


def test_a_wish_is_said_back_about_the_high_end() -> None:
    assert heard(Wish("daytime", 0)) == "Regular daytime hours: either way"
    assert heard(Wish("patient_contact", -2)) == "A lot of contact with patients: not at all"


def test_the_method_says_how_many_scales_there_are() -> None:
    assert figures(method()[0]) == {str(len(load_scales()))}
