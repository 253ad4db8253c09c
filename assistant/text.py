"""Plain text -> words, terms and sentences. Pure functions, no model.

A *word* is a lower-case run of letters and digits; a *term* is a word's Snowball stem, with stop
words left out. Both sides of lexical search use `terms`, so that they always agree.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import Stemmer

__all__ = [
    "STOP_WORDS",
    "figures",
    "fold",
    "sentence_spans",
    "sentences",
    "stem",
    "table_cells",
    "terms",
    "words",
]

_WORD = re.compile(r"[a-z0-9]+")
_PLAIN = str.maketrans("’‘–—", "''--")
# Closed-class words and the furniture of questions. "no", "not" and "without" stay: they carry meaning.
STOP_WORDS = frozenset(
    """a about actually all also am an and any anyone are as at be been before being but by can could did do
    does doing done for from get getting give go going got had has have having he hello help her hey hi him
    his how i if in into is it its just know let like m me mean more most much my need of ok okay on one or
    our out please really s same see she should so some someone something tell than thank thanks that the
    their them then there these they thing things this those to too u up ur us very wanna want was we well
    were what whats when where which while who why will with would ya yes you your""".split()
)
_FIGURE = re.compile(r"\$?\d[\d,]*(?:\.\d+)?%?")
_ABBREVIATIONS = frozenset(
    "e.g i.e etc vs mr mrs ms dr st no u.s d.c a.m p.m inc co dept jr sr fig sec art approx al ed vol pp "
    "stat rev admin ann reg code occ bus prof ch cf".split()
)
_SENTENCE_END = re.compile(r"[.!?…]+[\"”’')\]]*(?=\s+|$)|\n{2,}")


def fold(text: str) -> str:
    """Lower case, accents removed, curly quotes and dashes made plain."""
    plain = text.translate(_PLAIN)
    if plain.isascii():
        return plain.lower()
    parted = unicodedata.normalize("NFKD", plain)
    return "".join(char for char in parted if not unicodedata.combining(char)).lower()


def words(text: str) -> list[str]:
    """The words of a text in order, folded; "tech-check-tech" gives its three parts."""
    return _WORD.findall(fold(text))


def terms(text: str) -> list[str]:
    """The stems of the words that are not stop words, in order, repeats kept."""
    return [stem(word) for word in words(text) if word not in STOP_WORDS and len(word) < 40]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The English Snowball stem of one folded word."""
    return str(_stemmer().stemWord(word))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")


def figures(text: str) -> set[str]:
    """The figures of a text in one form: "$1,200" and "1200" are both "1200"; "50%" is "50"."""
    found = (match.group().strip("$%").replace(",", "") for match in _FIGURE.finditer(text))
    return {figure.rstrip("0").rstrip(".") if "." in figure else figure for figure in found}


def table_cells(text: str) -> list[str]:
    """The cells of a table row as documents keep it, "a | b | c"; an empty first cell stays a cell."""
    return [cell.strip() for cell in text.split("|")]


def sentences(text: str) -> list[str]:
    """The sentences of a text, stripped."""
    return [text[start:end] for start, end in sentence_spans(text)]


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Where each sentence starts and ends (exclusive), outer white space left out."""
    return list(_spans(text))


def _spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group().startswith(".") and _is_abbreviation(text, start, match):
            continue
        yield from _stripped(text, start, match.end())
        start = match.end()
    yield from _stripped(text, start, len(text))


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    before = text[start : match.start()].rsplit(None, 1)
    last = before[-1].lower().lstrip("(\"'“") if before else ""
    following = text[match.end() : match.end() + 2].strip()
    if last in _ABBREVIATIONS or (len(last) == 1 and last.isalpha() and last != "i"):
        return True
    return bool(following) and following.islower()


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if right > left:
        yield start + left, start + right
