"""claims.yaml -> labelled claims: a sentence, what it cites, and whether that carries it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import yaml

from assistant.judging.judge import CitedSentence

__all__ = ["LabelledClaim", "load_claims"]

_FILE = Path(__file__).with_name("claims.yaml")


@dataclass(frozen=True, slots=True)
class LabelledClaim:
    """One sentence as a model writes it."""

    text: str
    cited: tuple[CitedSentence, ...]
    stands: bool
    trap: str  # what is wrong with it; "" when it stands
    entry: int  # 1-based place in the file
    split: Literal["dev", "test"]

    @property
    def asked(self) -> tuple[str, ...]:
        """The place that a question answered by it is about."""
        return tuple({one.jurisdiction for one in self.cited if one.jurisdiction})


def load_claims(split: str = "") -> list[LabelledClaim]:
    """All labelled claims, or those of dev or of test, in the order of the file."""
    entries = yaml.load(_FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    claims = [claim for number, entry in enumerate(entries, start=1) for claim in _claims(number, entry)]
    return [claim for claim in claims if split in ("", claim.split)]


def _claims(number: int, entry: Mapping[str, Any]) -> list[LabelledClaim]:
    cited = tuple(CitedSentence(text, entry["about"], entry.get("place")) for text in entry["evidence"])
    split: Literal["dev", "test"] = "test" if entry.get("split") == "test" else "dev"
    stands = [LabelledClaim(text, cited, True, "", number, split) for text in entry["stands"]]
    falls = [LabelledClaim(text, cited, False, trap, number, split) for trap, text in entry["falls"].items()]
    return [*stands, *falls]
