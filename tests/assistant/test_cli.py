from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from assistant.generation.wording import NOTICES
from evals.scripted.faults import FAULTS
from evals.scripted.server import scripted_server

REPOSITORY = Path(__file__).resolve().parents[2]
COMMANDS = [
    "ask", "search", "ingest", "doctor", "knowledge", "serve", "eval", "backup", "restore", "share",
    "feedback", "compare", "moving", "programs", "plan", "costs",
]  # fmt: skip

Result = subprocess.CompletedProcess[str]


def run(home: Path, *arguments: str, given: str | None = None, **environment: str) -> Result:
    return subprocess.run(
        [sys.executable, "-m", "assistant.cli", *arguments],
        cwd=REPOSITORY,
        env={
            **os.environ,
            "TECHPATH_HOME": str(home),
            "NO_COLOR": "1",
            "COLUMNS": "100",
            **environment,
        },
        input=given,
        stdin=subprocess.DEVNULL if given is None else None,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def says_one_line(result: Result) -> bool:
    return result.stderr.startswith("techpath: ") and len(result.stderr.splitlines()) == 1


def test_help_lists_every_command(tmp_path: Path) -> None:
    result = run(tmp_path, "--help")
    assert result.returncode == 0
    assert [name for name in COMMANDS if f" {name} " not in result.stdout] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, tmp_path: Path) -> None:
    result = run(tmp_path, command, "--help")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Usage:" in result.stdout


@pytest.mark.parametrize("command", ["ask", "search", "ingest"])
def test_a_command_s_help_shows_an_example(command: str, tmp_path: Path) -> None:
    assert f"Example: techpath {command}" in run(tmp_path, command, "--help").stdout


def test_without_an_index_it_says_what_to_do(tmp_path: Path) -> None:
    result = run(tmp_path, "ask", "How do I start?")
    assert (result.returncode, result.stdout) == (1, "")
    assert says_one_line(result)
    assert "techpath ingest" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        pytest.param(("ask",), "Give a question", id="no question"),
        pytest.param(("ask", "q", "--state", "XX"), "'XX'", id="unknown state"),
        pytest.param(("search", "  "), "Give what to look for", id="nothing to look for"),
        pytest.param(("search", "q", "--kind", "novel"), "'novel'", id="unknown kind"),
        pytest.param(("search", "q", "--jurisdiction", "Ohio"), "'Ohio'", id="unknown place"),
    ],
)
def test_wrong_use_is_one_line_and_exit_code_2(
    arguments: tuple[str, ...], named: str, tmp_path: Path
) -> None:
    result = run(tmp_path, *arguments)
    assert (result.returncode, result.stdout) == (2, "")
    assert says_one_line(result)
    assert named in result.stderr


@pytest.mark.parametrize(
    "arguments", [("ask", "--no-such-option"), ("nonsense",), ("search", "-k", "0", "q")]
)
def test_options_that_do_not_exist_are_wrong_use(arguments: tuple[str, ...], tmp_path: Path) -> None:
    assert run(tmp_path, *arguments).returncode == 2


def test_a_bad_setting_is_one_line_and_exit_code_1(tmp_path: Path) -> None:
    result = run(tmp_path, "ask", "q", PORT="high")
    assert result.returncode == 1
    assert says_one_line(result)
    assert "PORT is 'high'" in result.stderr


def test_ask_prints_the_answer_and_its_sources(knowledge_home: Path) -> None:
    result = run(knowledge_home, "ask", "--state", "OH", "How often do I renew?")
    assert (result.returncode, result.stderr) == (0, "")
    assert "Sources" in result.stdout
    assert "[1]" in result.stdout


def test_ask_json_prints_one_answer_that_assumes_the_state_given(knowledge_home: Path) -> None:
    result = run(knowledge_home, "ask", "--json", "--state", "oh", "How often do I renew?")
    answer = json.loads(result.stdout)
    assert (result.returncode, result.stderr) == (0, "")
    assert answer["outcome"] == "answered"
    assert answer["assumptions"] == {"state": "OH"}


def test_declining_is_no_failure(knowledge_home: Path) -> None:
    result = run(knowledge_home, "ask", "--json", "How much ibuprofen can I take?")
    assert result.returncode == 0
    assert json.loads(result.stdout)["outcome"] == "declined"


def test_ask_jsonl_answers_line_by_line_up_to_the_bad_one(knowledge_home: Path) -> None:
    first = {"conversation": "c1", "question": "How often do I renew in Texas?"}
    second = {"conversation": "c1", "question": "and in Ohio?"}
    result = run(
        knowledge_home,
        "ask",
        "--jsonl",
        given=f"{json.dumps(first)}\n{json.dumps(second)}\n\nbroken\n",
    )
    answers = [json.loads(line) for line in result.stdout.splitlines()]
    assert [answer["assumptions"]["state"] for answer in answers] == ["TX", "OH"]
    assert result.returncode == 2
    assert says_one_line(result)
    assert "line 4 is not JSON" in result.stderr


def test_search_json_gives_as_many_passages_as_asked(knowledge_home: Path) -> None:
    result = run(knowledge_home, "search", "--json", "-k", "3", "--jurisdiction", "OH", "renewal")
    found = json.loads(result.stdout)
    assert result.returncode == 0
    assert [passage["rank"] for passage in found["passages"]] == [1, 2, 3]
    assert all("Ohio" in passage["text"] + passage["document"] or "/oh" in passage["document"] for passage in found["passages"])  # fmt: skip


def test_search_jsonl_writes_one_line_for_one(knowledge_home: Path) -> None:
    given = '{"question": "PTCE fee"}\n{"question": "and the other one?", "history": ["PTCE fee"]}\n'
    result = run(knowledge_home, "search", "--jsonl", "-k", "2", given=given)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert [len(line["passages"]) for line in found] == [2, 2]
    assert found[1]["standalone_question"] != "and the other one?"


def test_a_reader_that_goes_away_makes_no_traceback(knowledge_home: Path) -> None:
    lines = "".join(json.dumps({"question": f"question {n} on renewal"}) + "\n" for n in range(30))
    process = subprocess.Popen(
        [sys.executable, "-m", "assistant.cli", "search", "--jsonl"],
        cwd=REPOSITORY,
        env={**os.environ, "TECHPATH_HOME": str(knowledge_home)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdin is not None
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdin.write(lines)
    process.stdin.close()
    process.stdout.readline()
    process.stdout.close()
    assert "Traceback" not in process.stderr.read()
    process.stderr.close()
    assert process.wait() == 1


def test_a_model_that_fails_is_one_line_of_the_log_and_the_answer_comes_without_it(
    knowledge_home: Path,
) -> None:
    with scripted_server(FAULTS["401 wrong key"]) as server:
        result = run(
            knowledge_home, "ask", "How much does it cost to register in Ohio?",
            TECHPATH_MODEL="openai:scripted", OPENAI_API_KEY="sk-hidden",
            OPENAI_BASE_URL=f"{server.address}/v1",
        )  # fmt: skip
    assert result.returncode == 0
    assert "$50" in result.stdout
    assert NOTICES["failed"].split(".")[0] in " ".join(result.stdout.split())
    (line,) = result.stderr.splitlines()
    assert json.loads(line) | {"fault": "denied", "status": 401, "tries": 1} == json.loads(line)
    assert "sk-hidden" not in result.stdout + result.stderr
