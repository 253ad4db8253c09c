"""The `techpath` command: a thin door. It parses, builds, calls one function and prints.

Commands of the other packages are named here as text and loaded when they are asked for, so that
`assistant` imports none of them and `techpath ask` starts without them.
"""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Iterator
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from assistant.errors import TechPathError, WrongUseError
from assistant.settings import load_secrets, read_settings

__all__ = ["main"]

_EXIT_FAILURE, _EXIT_WRONG_USE = 1, 2

# command -> module:attribute, a Typer app of one command or of several
_ELSEWHERE = {
    "ingest": "ingest.commands:ingest_app",
    "doctor": "ingest.commands:doctor_app",
    "knowledge": "ingest.commands:knowledge_app",
    "serve": "ui.commands:app",
    "settings": "assistant.commands.settings:app",
    "backup": "assistant.conversations.commands:backup_app",
    "restore": "assistant.conversations.commands:restore_app",
    "share": "assistant.conversations.commands:share_app",
    "feedback": "assistant.conversations.commands:feedback_app",
    "plan": "assistant.commands.plan:app",
    "costs": "assistant.commands.costs:app",
    "fit": "assistant.commands.fit:app",
    "compare": "assistant.commands.compare:app",
    "moving": "assistant.commands.moving:app",
    "programs": "assistant.commands.schools:app",
    "eval": "evals.commands:app",
}


class _Lazy(TyperGroup):
    """Loads the commands of other packages on demand (the pattern of click's documentation)."""

    def list_commands(self, ctx: Any) -> list[str]:
        """The commands in the order of the help page."""
        return [*super().list_commands(ctx), *_ELSEWHERE]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command of this name, or None."""
        if cmd_name not in _ELSEWHERE:
            return super().get_command(ctx, cmd_name)
        module, attribute = _ELSEWHERE[cmd_name].split(":")
        command = typer.main.get_command(getattr(importlib.import_module(module), attribute))
        command.name = cmd_name
        return command


app = typer.Typer(
    cls=_Lazy,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help="TechPath: a cited career guide for US pharmacy technicians.",
    epilog='Start with: techpath ingest, then: techpath ask "How do I become a technician in Ohio?"',
)


@app.command(epilog='Example: techpath ask "Can I be a technician at 16 in Pennsylvania?"')
def ask(
    question: Annotated[str, typer.Argument(help="The question, in your own words.")] = "",
    state: Annotated[str, typer.Option(help="Your state, for example OH.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print one Answer as JSON.")] = False,
    jsonl: Annotated[
        bool,
        typer.Option("--jsonl", help='Read {"conversation", "question", "profile"} lines, write Answers.'),
    ] = False,
) -> None:
    """Answer a question, with the source of every statement."""
    from assistant.build import build_assistant
    from assistant.logs import set_up_logs
    from assistant.profile_wire import profile_from_json
    from assistant.programs import answer_lines
    from assistant.wire import answer_to_json

    settings = read_settings()
    set_up_logs(settings)
    assistant = build_assistant(settings)
    if jsonl:
        _write_lines(answer_lines(assistant, sys.stdin))
        return
    _need(question, "a question")
    profile = profile_from_json({"state": state}) if state else None
    answer = assistant.ask(question, profile=profile)
    if as_json:
        _print_json(answer_to_json(answer))
        return
    from assistant.terminal import show_answer

    show_answer(answer)


@app.command(epilog='Example: techpath search -k 3 "hazardous drugs"')
def search(
    question: Annotated[str, typer.Argument(help="What to look for.")] = "",
    k: Annotated[int, typer.Option("-k", min=1, max=100, help="How many passages.")] = 10,
    jurisdiction: Annotated[str, typer.Option(help="Only this place, for example OH.")] = "",
    topic: Annotated[str, typer.Option(help="Only this topic, for example exam.")] = "",
    kind: Annotated[str, typer.Option(help="Only guide, record, markdown, pdf, html or text.")] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print the passages as JSON.")] = False,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"question", "history"} lines, write passages.')
    ] = False,
) -> None:
    """Show the passages for a question, best first."""
    from assistant.build import build_assistant
    from assistant.programs import filters_from, search_lines
    from assistant.wire import found_to_json

    assistant = build_assistant(read_settings())
    filters = filters_from(jurisdiction, topic, kind)
    if jsonl:
        _write_lines(search_lines(assistant, sys.stdin, k, filters))
        return
    _need(question, "what to look for")
    found = assistant.search(question, k=k, filters=filters)
    if as_json:
        _print_json(found_to_json(found))
        return
    from assistant.terminal import show_passages

    show_passages(found)


def main() -> None:
    """Run the command; our own errors become one line and an exit code, others keep their traceback."""
    try:
        load_secrets()
        app(standalone_mode=True)
    except WrongUseError as error:
        _fail(str(error), _EXIT_WRONG_USE)
    except TechPathError as error:
        _fail(str(error), _EXIT_FAILURE)
    except BrokenPipeError:
        # The reader of our output has gone, as `head` does; nothing is left to say.
        sys.stderr.close()
        sys.exit(_EXIT_FAILURE)


def _need(text: str, what: str) -> None:
    if not text.strip():
        raise WrongUseError(f"Give {what}, in quotes. See: techpath --help")


def _fail(message: str, code: int) -> None:
    print(f"techpath: {' '.join(message.split())}", file=sys.stderr)
    sys.exit(code)


def _print_json(data: Any) -> None:
    print(json.dumps(data, ensure_ascii=False, indent=2))


def _write_lines(lines: Iterator[Any]) -> None:
    for line in lines:
        print(json.dumps(line, ensure_ascii=False), flush=True)


if __name__ == "__main__":
    main()
