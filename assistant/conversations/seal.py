"""A secret and a key -> the secret sealed, and back. `cryptography` stays in here.

What is stored must open nothing by itself. So a visitor's secret is sealed by the key in their own
browser, and the tokens of their links by that secret: a stolen database holds neither.
"""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken

__all__ = ["digest", "seal", "stretch", "unseal"]

# 16 MiB and some 50 ms a try: a device code has 60 bits, for people type it.
_SCRYPT_COST = 2**14


def digest(kind: str, text: str) -> str:
    """SHA-256 in hexadecimal; `kind` keeps keys, tokens and accounts of the same text apart."""
    return hashlib.sha256(f"{kind}\0{text}".encode("utf-8", "replace")).hexdigest()


def stretch(code: str) -> tuple[str, bytes]:
    """A short code -> (hash to look it up by, key to seal with), by scrypt (RFC 7914)."""
    made = hashlib.scrypt(
        code.encode("utf-8", "replace"), salt=b"techpath device code", n=_SCRYPT_COST, r=8, p=1, dklen=64
    )
    return made[:32].hex(), made[32:]


def seal(secret: bytes, key: bytes) -> str:
    """The secret in a form that only this key opens (Fernet: AES-CBC and HMAC-SHA-256)."""
    return _fernet(key).encrypt(secret).decode("ascii")


def unseal(sealed: str, key: bytes) -> bytes | None:
    """What was sealed, or None when this is not its key."""
    try:
        return _fernet(key).decrypt(sealed)
    except InvalidToken:
        return None


def _fernet(key: bytes) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(b"techpath seal\0" + key).digest()))
