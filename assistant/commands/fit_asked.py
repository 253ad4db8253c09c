"""The questionnaire in a terminal -> the person's answers."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.markup import escape

from assistant.guidance.choices import Card, Choice, Item
from assistant.guidance.fit import SEED
from assistant.guidance.preferences import learn
from assistant.guidance.questionnaire import MOST, is_settled, next_item
from assistant.guidance.reasons import Answers
from assistant.guidance.standing import Field
from assistant.guidance.wishes import strengths
from assistant.wording_fit import FitTerminal, FitWording

__all__ = ["ask_items"]

_BACK, _SKIP, _QUIT = "b", "s", "q"


def ask_items(field: Field, answers: Answers, console: Console, read: Callable[[], str]) -> Answers:
    """Ask items until the ranking is settled or the person has had enough.

    Args:
        field: the specialties.
        answers: what is known already.
        console: where the items are shown.
        read: gives what the person types, a line at a time.
    """
    choices = list(answers.choices)
    wishes = strengths(answers.wishes)
    while not is_settled(field, learn(choices, wishes), sum(not c.skipped for c in choices), SEED):
        item = next_item(field, learn(choices, wishes), choices, SEED)
        if item is None:
            break
        _show(item, len(choices) + 1, console)
        said = _ask(item, FitWording.MOST, None, console, read)
        if said == _QUIT:
            break
        if said == _BACK:
            choices = choices[:-1]
            continue
        most = None if said == _SKIP else item[int(said) - 1]
        choice = _with_least(item, most, console, read)
        if choice:
            choices.append(choice)
    return Answers(tuple(choices), answers.wishes)


def _with_least(item: Item, most: Card | None, console: Console, read: Callable[[], str]) -> Choice | None:
    """The item's choice; None asks for the item again."""
    if most is None:
        return Choice(item)
    said = _ask(item, FitWording.LEAST, most, console, read)
    if said == _BACK:
        return None
    return Choice(item, most, item[int(said) - 1] if said.isdigit() else None)


def _show(item: Item, number: int, console: Console) -> None:
    console.rule(FitTerminal.ITEM.format(number=number, most=MOST), align="left")
    for place, card in enumerate(item, start=1):
        console.print(f"  [bold]{place}[/bold]  {escape(card.end.offer)}", highlight=False)


def _ask(item: Item, question: str, taken: Card | None, console: Console, read: Callable[[], str]) -> str:
    """A number of a card, or one of the letters. At the second question q keeps what was said so far."""
    accepted = [*(str(place) for place in range(1, len(item) + 1)), _SKIP, _BACK, _QUIT]
    console.print(f"{question} [dim]({FitTerminal.ASK.format(count=len(item))})[/dim]", highlight=False)
    while True:
        said = read().strip().lower()
        if said.isdigit() and said in accepted and item[int(said) - 1] == taken:
            console.print(FitTerminal.SAME)
        elif said in accepted:
            return said
        else:
            console.print(FitTerminal.NOT_UNDERSTOOD.format(accepted=", ".join(accepted)))
