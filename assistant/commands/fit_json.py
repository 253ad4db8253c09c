"""A Fit -> the JSON that programs read, spelled out key by key; docs/programs.md documents it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from assistant.commands.footing import cited_json
from assistant.footnotes import Footnotes
from assistant.guidance.choices import Choice, Item, choice_text
from assistant.guidance.fit import Fit, Ranked
from assistant.guidance.fit_words import certainty, method
from assistant.guidance.reasons import Answers, Reason
from assistant.profile_wire import profile_to_json
from assistant.types import Profile

__all__ = ["fit_json"]


def fit_json(
    found: Fit, profile: Profile, next_item: Item | None, notes: Footnotes, most: int
) -> dict[str, Any]:
    """What was answered, the ranking with the first `most` in detail, and the item to ask next.

    `next_item` is null when the ranking is settled; a program may ask it and come again with its answer.
    """
    return {
        "answers": _answers(found.answers),
        "profile": profile_to_json(profile),
        "sureness": round(found.sureness, 3),
        "settled": found.settled,
        "certainty": list(certainty(found)),
        "swaps": [{"text": swap.text, "specialty": swap.specialty} for swap in found.swaps],
        "leanings": [
            {"scale": item.scale, "weight": round(item.weight, 3), "sure": round(item.sure, 3)}
            for item in found.leanings
        ],
        "ranking": [_ranked(ranked, notes, ranked.rank <= most) for ranked in found.ranking],
        "next_item": _item(next_item) if next_item else None,
        "method": list(method()),
    }


def _answers(answers: Answers) -> dict[str, Any]:
    return {
        "choices": [choice_text(choice) for choice in answers.choices],
        "wishes": [
            {"scale": wish.scale, "strength": wish.strength, "words": list(wish.words)}
            for wish in answers.wishes
        ],
    }


def _item(item: Item) -> dict[str, Any]:
    """The cards; the choice is this code with the places of most and least for the last two letters."""
    return {"cards": [card.end.offer for card in item], "choice": choice_text(Choice(item))}


def _ranked(ranked: Ranked, notes: Footnotes, detailed: bool) -> dict[str, Any]:
    short = {
        "rank": ranked.rank,
        "id": ranked.id,
        "name": ranked.name,
        "score": round(ranked.score, 1),
        "low": round(ranked.low, 1),
        "high": round(ranked.high, 1),
        "among_best": round(ranked.among_best, 3),
        "among_best_open": round(ranked.among_best_open, 3),
        "unknown": list(ranked.unknown),
    }
    return {**short, **_details(ranked, notes)} if detailed else short


def _details(ranked: Ranked, notes: Footnotes) -> dict[str, Any]:
    return {
        "what": cited_json(ranked.what, notes),
        "for": _reasons(ranked.speaks_for, notes),
        "against": _reasons(ranked.speaks_against, notes),
        "way_in": {
            part: [{"about": line.about, **cited_json(line.cited, notes)} for line in lines]
            for part, lines in ranked.way_in.parts.items()
        },
    }


def _reasons(reasons: Iterable[Reason], notes: Footnotes) -> list[dict[str, Any]]:
    return [
        {
            "scale": reason.scale,
            "points": round(reason.points, 2),
            "because": reason.because,
            **cited_json(reason.cited, notes),
        }
        for reason in reasons
    ]
