from __future__ import annotations

import pytest

from assistant.judging.names import (
    acronyms,
    addresses,
    unknown_acronym,
    unknown_address,
    unknown_name,
    unknown_title,
)


@pytest.mark.parametrize(
    ("claim", "evidence", "unknown"),
    [
        ("PTCB lists it.", "PTCB's list has it.", ""),
        ("The PTCBs list it.", "PTCB lists it.", ""),
        ("PTCB lists it.", "The Pharmacy Technician Certification Board lists it.", ""),
        ("NHA lists it.", "PTCB lists it.", "NHA"),
        ("A PTCB-recognized program.", "PTCB recognizes the program.", ""),
        ("ACIP recommends it.", "An ACIP-recommended vaccine.", ""),
        ("The CPhT-Pro has an exam.", "The CPhT has an exam.", "CPhT-Pro"),
        ("The CPhT has an exam.", "The CPhT-Adv has an exam.", "CPhT"),
        ("Bill A9999 passed.", "Bill A5152 passed.", "A9999"),
        ("D.C. asks for it.", "The District of Columbia (D.C.) asks for it.", ""),
        ("A number that ends in P.", "A number that ends in T.", "P"),
    ],
)
def test_an_acronym_must_stand_or_be_spelled_out_in_the_evidence(
    claim: str, evidence: str, unknown: str
) -> None:
    assert unknown_acronym(claim, evidence) == unknown


@pytest.mark.parametrize(
    ("claim", "evidence", "unknown"),
    [
        ("It began at Walgreens.", "It began at CVS Health.", "Walgreens"),
        ("After March it ends.", "It ends in March.", ""),
        ("Under Alabama law it ends.", "Alabama law ends it.", ""),
        ("Rite Aid pays for it.", "The chain pays for it.", "Rite"),
        ("The National Association of Boards of Pharmacy runs it.", "NABP runs it.", ""),
        ("Ask the Board.", "Ask the Ohio Board.", ""),
    ],
)
def test_a_proper_name_must_stand_in_the_evidence(claim: str, evidence: str, unknown: str) -> None:
    assert unknown_name(claim, evidence) == unknown


@pytest.mark.parametrize(
    ("claim", "evidence", "known"),
    [
        ("You need the sterile compounding certification.", "You need certification.", False),
        ("You need your license.", "You need a license.", True),
        ("Work without registration is barred.", "Unregistered work is barred.", True),
        ("It asks for a bachelor's degree.", "It asks for a diploma.", False),
        ("Those aren't certifications.", "Those are not certifications.", True),
    ],
)
def test_what_defines_a_credential_must_stand_in_the_evidence(claim: str, evidence: str, known: bool) -> None:
    assert (unknown_title(claim, evidence) == "") is known


def test_addresses_are_compared_without_protocol_and_full_stop() -> None:
    assert addresses("See https://www.ptcb.org/renew.") == ("ptcb.org/renew",)
    assert unknown_address("See ptcb.org.", "The site is https://www.ptcb.org.") == ""
    assert unknown_address("See ptcb-login.com.", "The site is ptcb.org.") == "ptcb-login.com"
    assert unknown_address("Write to join@evil.example now.", "Write to us.") == "join@evil.example"


def test_an_acronym_inside_an_address_is_none() -> None:
    assert acronyms("See board.gov/ProfessionalLicensing and PTCB.") == {"ptcb"}
