from __future__ import annotations

import pytest

from assistant.judging.clauses import clauses, content_terms
from assistant.judging.meaning import turned_meaning

CERTIFICATION = "Tennessee does not require national certification to register as a technician."


@pytest.mark.parametrize(
    ("claim", "evidence", "fault"),
    [
        ("Tennessee requires national certification to register.", CERTIFICATION, "negation"),
        ("You don't need national certification to register in Tennessee.", CERTIFICATION, ""),
        ("The fee is refundable.", "The fee is $25, not refundable.", "negation"),
        ("The fee of $25 is nonrefundable.", "The fee is $25, not refundable.", ""),
        ("You must take the exam online.", "You can take the exam online.", "duty"),
        ("You can take the exam online.", "You can take the exam online.", ""),
        ("A pharmacist may check the work.", "A pharmacist must check the work.", "permission"),
        ("All technicians need 10 hours.", "Certified technicians need 10 hours.", "all"),
        ("Renew every year.", "Renewal is due each year.", ""),
        ("Only pharmacists may do it.", "Pharmacists may do it.", "only"),
        ("Pay rose by 2 percent.", "Pay fell by 2 percent.", "rose"),
        ("It ends in even-numbered years.", "It ends in odd-numbered years.", "even"),
        ("You work without supervision.", "You work under supervision.", "negation"),
        ("The ExCPT costs less than the PTCE.", "The PTCE costs $129. The ExCPT costs $135.", "less than "),
        ("You may work there.", "You may work there only if you have applied.", "only if"),
        ("You may work there if you have applied.", "You may work there only if you have applied.", ""),
        ("With NHA you must have a profile there.", "With PTCB you must have a profile there.", "name"),
    ],
)
def test_a_turned_meaning_is_named(claim: str, evidence: str, fault: str) -> None:
    assert turned_meaning(claim, [evidence]) == fault


def test_the_clause_that_speaks_of_the_same_is_what_counts() -> None:
    evidence = ["The registration becomes inactive, and you may not work as a technician until you renew."]
    assert turned_meaning("You may work as a technician until you renew.", evidence) == "negation"
    assert turned_meaning("The registration becomes inactive.", evidence) == ""


def test_a_sentence_is_cut_where_another_statement_begins() -> None:
    assert clauses("You pay $50, but you get it back.") == ("You pay $50", "but you get it back.")
    assert clauses("Training and certification.") == ("Training and certification.",)


def test_what_a_text_is_about_holds_no_negation() -> None:
    assert content_terms("It doesn't require certification.") == content_terms("It requires certification.")
