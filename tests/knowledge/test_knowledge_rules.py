"""Each rule of `techpath knowledge check` fires on a small folder that breaks it, and only then."""

from datetime import date

import pytest
from knowledge_folder import GUIDE, RECORD, SOUND, SOURCES, findings, rules

from ingest.knowledge.findings import Finding, errors, render
from ingest.knowledge.support import is_rule, is_uncertain

OTHER_GUIDE = GUIDE.replace("What does Ohio cost?", "What else?").replace("ohio fee", "else")


def test_a_sound_folder_has_no_findings() -> None:
    assert findings({}) == []


def test_a_sentence_without_a_source_is_found_where_it_stands() -> None:
    guide = GUIDE.replace("apply.[^board]", "apply.")
    assert rules({"guides/state.md": guide}) == [("guides/state.md", 14, "no-source")]


def test_a_table_row_without_a_source_is_found() -> None:
    guide = GUIDE.replace("$50[^board] |", "$50 |")
    assert rules({"guides/state.md": guide}) == [("guides/state.md", 18, "no-source")]


def test_a_header_and_a_lead_in_need_no_source() -> None:
    assert "The steps are:" in GUIDE and "| When | How much |" in GUIDE
    assert findings({"guides/state.md": GUIDE}) == []


def test_a_source_that_is_not_listed_is_found_in_guides_and_records() -> None:
    guide = GUIDE.replace("apply.[^board]", "apply.[^bord]")
    record = RECORD.replace("source: board", "source: bord", 1)
    assert rules({"guides/state.md": guide, "records/oh.yaml": record}) == [
        ("guides/state.md", 14, "unknown-source"),
        ("records/oh.yaml", 10, "unknown-source"),
    ]


def test_a_source_that_nothing_cites_is_found() -> None:
    unused = SOURCES + SOURCES.replace("board:", "lost:").replace("/fees", "/lost").split("blog:")[0]
    assert rules({"sources.yaml": unused}) == [("sources.yaml", 15, "unused-source")]


@pytest.mark.parametrize(
    ("url", "rule"),
    [
        ("none", "bad-address"),
        ("ftp://pharmacy.ohio.gov", "bad-address"),
        ("https://pharmacy ohio.gov", "bad-address"),
        ("https://localhost/fees", "bad-address"),
        ("https://www.visualfoodie.com/ohio", "refused-site"),
        ("https://stateregstoday.com/ohio", "refused-site"),
        ("https://legalclarity.org/ohio", "bad-tier"),
    ],
)
def test_an_address_that_cannot_be_cited_is_found(url: str, rule: str) -> None:
    sources = SOURCES.replace("https://www.pharmacy.ohio.gov/fees", url)
    assert rules({"sources.yaml": sources}) == [("sources.yaml", 1, rule)]


def test_a_site_whose_name_only_ends_like_a_refused_one_is_accepted() -> None:
    sources = SOURCES.replace("www.pharmacy.ohio.gov", "notvisualfoodie.com")
    assert findings({"sources.yaml": sources}) == []


def test_an_unknown_tier_is_found() -> None:
    sources = SOURCES.replace("tier: law-or-board", "tier: board")
    assert rules({"sources.yaml": sources}) == [("sources.yaml", 1, "bad-tier")]


def test_one_address_under_two_ids_is_found() -> None:
    sources = SOURCES.replace("https://blog.example.com/ohio", "http://pharmacy.ohio.gov/fees/")
    same_edition = sources.replace("as_of: unknown", "as_of: '2026'")
    assert rules({"sources.yaml": same_edition}) == [("sources.yaml", 8, "double-source")]
    assert findings({"sources.yaml": sources}) == []  # two editions of one page


def test_a_guide_alone_may_not_carry_a_fee_in_prose() -> None:
    guide = GUIDE.replace("A blog says that you wait 3 weeks.", "You wait 3 weeks.")
    assert rules({"guides/state.md": guide}) == [("guides/state.md", 14, "weak-source")]


def test_a_guide_alone_may_not_carry_a_value_however_it_is_worded() -> None:
    record = RECORD.replace("source: board", "source: blog", 1).replace(
        "says: Ohio asks", "says: A blog says that Ohio asks"
    )
    assert rules({"records/oh.yaml": record}) == [("records/oh.yaml", 10, "weak-source")]
    without = record.replace("  value: 50\n  unit: USD\n", "")
    assert findings({"records/oh.yaml": without}) == []


@pytest.mark.parametrize(
    "text",
    [
        "You must be 18.",
        "The fee is $50.",
        "You need 20 hours of practice.",
        "The rule holds since January 2024.",
        "Technicians may not counsel patients.",
    ],
)
def test_a_rule_is_recognised(text: str) -> None:
    assert is_rule(text)
    assert not is_uncertain(text)


@pytest.mark.parametrize(
    "text",
    [
        "Wages rose to $22 an hour.",
        "Technicians like the work.",
        "The mean was $40,000 in May 2020.",
    ],
)
def test_what_is_no_rule_is_left_alone(text: str) -> None:
    assert not is_rule(text)


@pytest.mark.parametrize(
    "text",
    [
        "One 2019 guide gave $50.",
        "The fee is $50; check with the board.",
        "An undated page lists 20 hours.",
        "According to a school, you must be 18.",
    ],
)
def test_a_sentence_that_says_whose_account_it_is_counts_as_uncertain(text: str) -> None:
    assert is_uncertain(text)


def test_a_fee_changed_in_the_record_is_an_error_in_the_guide() -> None:
    record = RECORD.replace("$50", "$60").replace("value: 50", "value: 60")
    found = findings({"records/oh.yaml": record})
    assert [(item.file, item.line, item.rule) for item in found] == [
        ("guides/state.md", 14, "figure-differs")
    ]
    assert "$50 is not in the record of Ohio (oh)" in found[0].message


def test_a_renewal_fee_is_not_excused_by_an_equal_application_fee() -> None:
    guide = GUIDE.replace("$50 when you apply", "$50 when you renew")
    assert rules({"guides/state.md": guide}) == [("guides/state.md", 14, "figure-differs")]


@pytest.mark.parametrize(
    ("says", "differs"),
    [
        ("The PTCE has 95 questions.", True),
        ("The PTCE has 90 questions.", False),
        ("You have 90 minutes for the PTCE.", True),
        ("You have 110 minutes for the PTCE.", False),
        ("The PTCB CPhT takes 24 CE hours.", True),
        ("The PTCB CPhT takes 20 hours of continuing education.", False),
        ("The PTCE costs $110.", True),
        ("The PTCE costs $129, and nobody refunds it.", False),
        ("PTCB sells a Practice Bank for the PTCE at $65.", False),
        ("You can study 150 hours for the PTCE.", False),
    ],
)
def test_hours_questions_minutes_and_money_of_a_credential_are_compared(says: str, differs: bool) -> None:
    record = """\
id: ptcb-cpht
kind: credential
name: CPhT
reviewed: '2026-11-01'
statements:
- field: exam_format
  says: The exam has 90 questions and takes 110 minutes.
  source: board
  confidence: high
- field: ce_hours
  says: Twenty is wrong, and 20 CE hours is right. The fee is $129.
  source: board
  confidence: high
"""
    guide = GUIDE.replace("Ohio asks $50 when you apply.", says)
    found = rules({"records/ptcb.yaml": record, "guides/state.md": guide})
    assert found == ([("guides/state.md", 14, "figure-differs")] if differs else [])


@pytest.mark.parametrize(
    ("says", "differs"),
    [
        ("The Supply Chain exam costs $99.", True),
        ("The Supply Chain and Inventory Management Certificate has 80 questions.", True),
        ("The SCIM exam has 80 questions.", True),
        ("The SCIM exam has 75 questions in 1 hour 20 minutes and costs $89.", False),
        ("The Supply Chain exam takes 1 hour 30 minutes.", True),
        ("The supply chain of a hospital costs $99 a minute.", False),
    ],
    ids=["short name", "full name", "letters", "right", "other length", "not the exam"],
)
def test_a_credential_is_known_by_its_letters_its_name_or_its_exam(says: str, differs: bool) -> None:
    record = """\
id: ptcb-scim
kind: credential
name: PTCB Supply Chain and Inventory Management Certificate
aliases: [scim]
reviewed: '2026-11-01'
statements:
- field: exam_format
  says: The exam has 75 questions, takes 80 minutes and costs $89.
  source: board
  confidence: high
"""
    guide = GUIDE.replace("Ohio asks $50 when you apply.", says)
    found = rules({"records/scim.yaml": record, "guides/state.md": guide})
    assert found == ([("guides/state.md", 14, "figure-differs")] if differs else [])


def test_a_sentence_that_names_two_states_is_not_compared() -> None:
    other = RECORD.replace("id: oh", "id: ky").replace("code: OH", "code: KY")
    guide = GUIDE.replace("Ohio asks $50", "Ohio and Kentucky ask $99")
    changed = {
        "records/ky.yaml": other.replace("Ohio", "Kentucky"),
        "guides/state.md": guide,
    }
    assert findings(changed) == []


def test_west_virginia_is_not_virginia() -> None:
    west = RECORD.replace("id: oh", "id: wv").replace("code: OH", "code: WV")
    plain = RECORD.replace("id: oh", "id: va").replace("code: OH", "code: VA").replace("50", "99")
    changed = {
        "records/wv.yaml": west.replace("Ohio", "West Virginia"),
        "records/va.yaml": plain.replace("Ohio", "Virginia"),
        "guides/state.md": GUIDE.replace("Ohio asks", "West Virginia asks"),
    }
    assert findings(changed) == []


def test_a_value_that_its_sentence_does_not_give_is_found() -> None:
    record = RECORD.replace("value: 75", "value: 80")
    assert rules({"records/oh.yaml": record}) == [("records/oh.yaml", 16, "value-not-said")]


def test_questions_under_a_heading_that_is_not_there_are_found() -> None:
    guide = GUIDE.replace('"What does Ohio cost?":', '"What did Ohio cost?":')
    assert rules({"guides/state.md": guide}) == [
        ("guides/state.md", 1, "questions"),
        ("guides/state.md", 12, "questions"),
    ]


def test_record_questions_of_which_it_says_nothing_are_found() -> None:
    record = RECORD.replace("  Fees:\n", "  Vaccines:\n")
    assert rules({"records/oh.yaml": record}) == [("records/oh.yaml", 1, "questions")]
    looked_for = record + "unknown:\n- field: immunization\n  why: looked for in vain\n"
    assert findings({"records/oh.yaml": looked_for}) == []


def test_a_missing_front_matter_key_and_an_unknown_reader_are_found() -> None:
    guide = GUIDE.replace("topics: [cost]\n", "").replace("[student]", "[boss]")
    assert [rule for _, _, rule in rules({"guides/state.md": guide})] == ["front-matter"] * 2


def test_one_question_answered_in_two_guides_is_found() -> None:
    assert rules({"guides/zoo.md": GUIDE}) == [("guides/zoo.md", 12, "double-heading")]


def test_two_guides_that_differ_in_a_figure_only_are_found() -> None:
    here = GUIDE.replace("you wait 3 weeks", "the licence exam takes 3 weeks to arrange")
    there = OTHER_GUIDE.replace("you wait 3 weeks", "the licence exam takes 5 weeks to arrange")
    found = rules({"guides/state.md": here, "guides/zoo.md": there})
    assert found == [("guides/zoo.md", 14, "guides-disagree")]


def test_hard_prose_is_found_and_proper_names_do_not_count() -> None:
    hard = (
        "Notwithstanding considerable interdisciplinary deliberation concerning institutional"
        " accountability, organizational representatives continually reconsider"
        " administrative responsibilities.[^board] "
    )
    guide = GUIDE.replace("Ohio asks $50 when you apply.[^board] ", hard * 5)
    assert rules({"guides/state.md": guide}) == [("guides/state.md", 1, "hard-to-read")]
    names = "You ask the National Association of Boards of Pharmacy for help.[^board] "
    easy = GUIDE.replace("Ohio asks $50 when you apply.[^board] ", names * 5)
    assert findings({"guides/state.md": easy}) == []


def test_an_overdue_review_is_a_warning_by_the_tier_s_interval() -> None:
    in_seven_months = date(2027, 6, 15)  # past the 183 days of a guide, within 365 of a board
    found = findings({}, today=in_seven_months)
    assert [(item.rule, item.severity, item.line) for item in found] == [("review-overdue", "warning", 8)]
    assert errors(found) == []


def test_a_review_in_the_future_is_an_error() -> None:
    record = RECORD.replace("2026-11-01", "2027-11-01")
    assert rules({"records/oh.yaml": record}) == [("records/oh.yaml", 1, "bad-date")]


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("records/oh.yaml", RECORD + "  bad\n: [", 23),
        ("records/oh.yaml", RECORD.replace("field: renewal_fee", "field: renewl_fee"), 1),
        ("guides/state.md", GUIDE.replace("topics: [cost]", "topics: [cost"), 1),
    ],
    ids=["not YAML", "not a field", "front matter"],
)
def test_a_file_that_cannot_be_read_is_a_finding_and_the_rest_is_checked(
    file: str, text: str, line: int
) -> None:
    found = rules({file: text})
    assert (file, line, "unreadable") in found


def test_findings_are_rendered_as_lines_to_act_on() -> None:
    warning = Finding("guides/b.md", 3, "review-overdue", "look again", "warning")
    error = Finding("guides/a.md", 12, "no-source", "no source: 'It is so.'")
    assert render([warning, error]).splitlines() == [
        "guides/a.md:12: error: no source: 'It is so.' [no-source]",
        "guides/b.md:3: warning: look again [review-overdue]",
        "1 error, 1 warning.",
    ]


def test_the_small_folder_holds_every_kind_of_file() -> None:
    assert sorted(SOUND) == ["guides/state.md", "records/oh.yaml", "sources.yaml"]
