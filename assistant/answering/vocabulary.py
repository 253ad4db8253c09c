"""vocabulary.yaml -> what the words of a question mean in this field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import yaml

from assistant.text import fold, words

_MIN_SPANISH = 2  # one word may be a name

__all__ = ["Aspect", "Vocabulary", "load_vocabulary"]


@dataclass(frozen=True, slots=True)
class Aspect:
    """One thing that can be asked about, and the record fields that answer it."""

    name: str
    words: re.Pattern[str]
    jurisdiction: tuple[str, ...]  # fields, the most direct first
    needs: tuple[str, ...]  # one of these must be known for a direct answer about a place
    credential: tuple[str, ...]
    by_state: bool  # whether the answer differs from state to state
    unless: re.Pattern[str] | None = None  # words of another aspect that hold words of this one

    def asked_in(self, folded: str) -> bool:
        """Whether a folded text asks about it."""
        if self.unless:
            folded = self.unless.sub(" ", folded)
        return bool(self.words.search(folded))


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Nicknames, aspects and credential names, compiled."""

    nicknames: Mapping[str, str]
    nickname_pattern: re.Pattern[str]
    aspects: tuple[Aspect, ...]
    details: Mapping[str, re.Pattern[str]]  # record field -> the words that ask for just that one
    topic_pattern: re.Pattern[str]  # specialties, workplaces and roles
    credential_names: Mapping[str, str]  # folded name -> credential id
    credential_pattern: re.Pattern[str]
    employer_pattern: re.Pattern[str]  # single employers, which sources speak of only now and then
    school_pattern: re.Pattern[str]  # schools known by a name without "college" in it
    trade_pattern: re.Pattern[str]  # other trades, with licenses and schools of their own
    names: frozenset[str]  # the words of those names: correct as they stand
    spanish: Mapping[str, str]  # folded word or phrase -> English
    spanish_pattern: re.Pattern[str]

    def in_english(self, text: str) -> str:
        """A text that is partly Spanish with the words of this field in English; others unchanged."""
        folded = fold(text)
        found = {phrase for phrase in self.spanish_pattern.findall(folded) if self.spanish[phrase] != phrase}
        if len({word for phrase in found for word in phrase.split()}) < _MIN_SPANISH:
            return text
        return self.spanish_pattern.sub(lambda match: self.spanish[match.group(1)], folded).strip("¿ ")

    def expansions(self, text: str) -> list[str]:
        """What the nicknames in a text stand for, each once."""
        found = self.nickname_pattern.findall(fold(text))
        return list(dict.fromkeys(self.nicknames[name] for name in found))

    def aspects_of(self, text: str) -> tuple[Aspect, ...]:
        """The aspects a text asks about, in the vocabulary's order: the most special first."""
        folded = fold(text)
        return tuple(aspect for aspect in self.aspects if aspect.asked_in(folded))

    def details_of(self, text: str) -> tuple[str, ...]:
        """The record fields that a text asks for by words of their own, in the vocabulary's order."""
        folded = fold(text)
        return tuple(field for field, asked in self.details.items() if asked.search(folded))

    def credentials_of(self, text: str) -> tuple[str, ...]:
        """The ids of the credentials a text names, in the order of mention."""
        found = self.credential_pattern.findall(fold(text))
        return tuple(dict.fromkeys(self.credential_names[name] for name in found))


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """The vocabulary that comes with the package, read once."""
    path = Path(__file__).with_name("vocabulary.yaml")
    data = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
    nicknames = {fold(str(name)): meaning for name, meaning in data["nicknames"].items()}
    names = {fold(name): id for id, spoken in data["credentials"].items() for name in spoken}
    spanish = {fold(str(word)): str(meaning) for word, meaning in data["spanish"].items()}
    return Vocabulary(
        nicknames=nicknames,
        nickname_pattern=_any_of(nicknames),
        aspects=_aspects(data["aspects"]),
        details={field: _any_of(fold(word) for word in spoken) for field, spoken in data["details"].items()},
        topic_pattern=_any_of(fold(topic) for topic in data["topics"]),
        credential_names=names,
        credential_pattern=_any_of(names),
        employer_pattern=_any_of(fold(name) for name in data["employers"]),
        school_pattern=_any_of(fold(name) for name in data["schools"]),
        trade_pattern=_any_of(fold(name) for name in data["trades"]),
        names=frozenset(
            word for key in ("employers", "schools") for name in data[key] for word in words(name)
        ),
        spanish=spanish,
        spanish_pattern=_any_of(spanish),
    )


def _aspects(entries: Mapping[str, Mapping[str, list[str] | bool | str]]) -> tuple[Aspect, ...]:
    read = {name: _aspect(name, entry) for name, entry in entries.items()}
    others = {name: read[str(entry["unless"])].words for name, entry in entries.items() if "unless" in entry}
    return tuple(replace(aspect, unless=others.get(name)) for name, aspect in read.items())


def _aspect(name: str, entry: Mapping[str, list[str] | bool | str]) -> Aspect:
    def listed(key: str) -> list[str]:
        value = entry.get(key, [])
        return [str(item) for item in value] if isinstance(value, list) else []

    return Aspect(
        name=name,
        words=_any_of(fold(word) for word in listed("words")),
        jurisdiction=tuple(listed("jurisdiction")),
        needs=tuple(listed("needs") or listed("jurisdiction")),
        credential=tuple(listed("credential")),
        by_state=bool(entry.get("by_state", False)),
    )


def _any_of(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of the phrases as whole words, the longest first."""
    ordered = sorted(phrases, key=len, reverse=True)
    return re.compile(r"(?<![\w-])(" + "|".join(re.escape(p) for p in ordered) + r")(?:'?s)?(?![\w-])")
