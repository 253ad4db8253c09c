from __future__ import annotations

import hashlib

from assistant.conversations.seal import digest, seal, stretch, unseal


def test_a_seal_is_opened_by_its_key_only() -> None:
    sealed = seal(b"secret", b"key")
    assert "secret" not in sealed
    assert unseal(sealed, b"key") == b"secret"
    assert unseal(sealed, b"Key") is None


def test_a_changed_seal_does_not_open() -> None:
    sealed = seal(b"secret", b"key")
    middle = len(sealed) // 2
    other = "A" if sealed[middle] != "A" else "B"
    assert unseal(f"{sealed[:middle]}{other}{sealed[middle + 1 :]}", b"key") is None
    assert unseal("", b"key") is None


def test_equal_secrets_are_sealed_differently() -> None:
    assert seal(b"secret", b"key") != seal(b"secret", b"key")


def test_a_digest_is_sha_256_of_kind_and_text() -> None:
    assert digest("token", "x") == hashlib.sha256(b"token\0x").hexdigest()
    assert digest("token", "x") != digest("key", "x")


def test_a_stretched_code_tells_by_its_hash_nothing_of_its_key() -> None:
    code_hash, key = stretch("ABC")
    assert (code_hash, key) == stretch("ABC")
    assert stretch("ABD") != (code_hash, key)
    assert len(code_hash) == 2 * len(key) == 64
    assert key.hex() != code_hash
