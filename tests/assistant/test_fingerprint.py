"""Two files of numbers are told apart by their names' digits."""

from pathlib import Path

from assistant.fingerprint import fingerprint


def test_the_digits_are_those_of_the_sha_256(tmp_path: Path) -> None:
    file = tmp_path / "weights"
    file.write_bytes(b"abc")  # FIPS 180-2 gives its digest: ba7816bf 8f01cfea ...
    assert fingerprint(file) == "ba7816bf"
    assert fingerprint(tmp_path / "missing") == "none"
