"""Tools that a model may use: a name, pydantic arguments, and a function that finds what may be cited.

A tool's function takes the checked arguments and gives sentences with the stored ones that carry them;
`guided` makes these from what a guidance function returns. `every.py` lists the tools that there are.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from assistant.errors import TechPathError, WrongUseError
from assistant.generation.context import Citable
from assistant.generation.messages import Call, ToolForm

__all__ = ["Tool", "Toolbox"]


@dataclass(frozen=True, slots=True)
class Tool:
    """One thing that a model may look up."""

    name: str  # letters and underscores
    description: str  # when to use it, in one or two sentences
    arguments: type[BaseModel]
    find: Callable[[Any], Sequence[Citable]]  # given the arguments; may raise TechPathError

    def form(self) -> ToolForm:
        """What the model is told of it."""
        return ToolForm(self.name, self.description, self.arguments.model_json_schema())


class Toolbox:
    """The tools by name."""

    def __init__(self, tools: Sequence[Tool] = ()) -> None:
        self._tools = {tool.name: tool for tool in tools}

    def forms(self) -> tuple[ToolForm, ...]:
        """What the model is told of them."""
        return tuple(tool.form() for tool in self._tools.values())

    def use(self, call: Call) -> Sequence[Citable]:
        """What a call finds.

        Raises:
            WrongUseError: no such tool, or arguments that it cannot take; written for the model to read.
        """
        tool = self._tools.get(call.name)
        if tool is None:
            raise WrongUseError(f"There is no tool {call.name!r}. There are: {', '.join(self._tools)}.")
        try:
            return tool.find(tool.arguments.model_validate(dict(call.arguments)))
        except ValidationError as error:
            faults = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors()[:3])
            raise WrongUseError(f"{call.name} cannot take these arguments: {faults}") from error
        except WrongUseError:
            raise
        except TechPathError as error:
            raise WrongUseError(f"{call.name} found nothing: {error}") from error
