from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from assistant.answering.prompts import ANSWER, SYSTEM
from assistant.build import Assistant
from assistant.errors import SettingsError
from assistant.generation import providers
from assistant.generation.draft_context import BUDGET, TOOLS_BUDGET
from assistant.generation.messages import tokens_of
from assistant.generation.providers import PROVIDER_TABLE, WINDOW, provider_of
from assistant.generation.tools.every import every_tool
from assistant.generation.writing import CONVERSATION_TOKENS
from assistant.settings import PROVIDERS

ROOT = Path(__file__).resolve().parents[3]


def test_every_provider_of_the_settings_is_known_and_no_other() -> None:
    assert tuple(PROVIDER_TABLE) == PROVIDERS


@pytest.mark.parametrize("name", PROVIDERS)
def test_each_provider_is_an_extra_that_brings_its_package(name: str) -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
        "optional-dependencies"
    ]
    (needed,) = extras[name]
    assert needed.startswith(PROVIDER_TABLE[name].package.replace("_", "-") + ">=")


def test_readme_s_providers_are_set_up_as_on_the_page_that_tells_more() -> None:
    rows = re.findall(
        r"^\| .+? \| `(.+?)`.*? \| (?:`(\w+)`|none) \| `(\w+):(\S+)` \|$",
        (ROOT / "README.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )
    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    assert [name for *_, name, _ in rows] == ["openai", "anthropic", "google", "ollama"]
    for install, key, name, model in rows:
        assert install == f".venv/bin/pip install -e '.[{name}]'"
        assert key == PROVIDER_TABLE[name].key
        assert install in page and f"TECHPATH_MODEL={name}:{model}" in page


@pytest.mark.parametrize("name", PROVIDERS)
def test_each_provider_is_explained_to_whoever_sets_it_up(name: str) -> None:
    page = (ROOT / "docs" / "models.md").read_text(encoding="utf-8")
    assert f"{name}:" in page or f"`{name}`" in page
    assert PROVIDER_TABLE[name].key in page


def test_a_missing_package_is_named_with_the_command_that_installs_it() -> None:
    missing = [name for name in PROVIDERS if providers.find_spec(PROVIDER_TABLE[name].package) is None]
    if not missing:
        pytest.skip("every provider's package is installed here")
    with pytest.raises(SettingsError) as raised:
        provider_of(f"{missing[0]}:model")
    assert f".venv/bin/pip install -e '.[{missing[0]}]'" in str(raised.value)


def test_the_model_s_own_name_may_hold_a_colon() -> None:
    provider, name = provider_of("ollama:llama3.1:8b")
    assert (provider.known_as, name) == ("ollama", "llama3.1:8b")


def test_an_unknown_provider_is_told_the_known_ones() -> None:
    with pytest.raises(SettingsError, match="openai, anthropic, google"):
        provider_of("acme:model")


def test_a_local_model_s_window_holds_all_that_an_answer_may_send(assistant: Assistant) -> None:
    forms = sum(tokens_of(str(form)) for form in every_tool(assistant.index().passages).forms())
    prompts = tokens_of(SYSTEM.template) + tokens_of(ANSWER.template)
    assert BUDGET + TOOLS_BUDGET + forms + prompts + CONVERSATION_TOKENS + 1_500 < WINDOW
    assert PROVIDER_TABLE["ollama"].options(5.0)["num_ctx"] == WINDOW


def test_retries_are_in_one_place_only() -> None:
    options = [provider.options(5.0) for provider in PROVIDER_TABLE.values()]
    assert all(option.get("max_retries", 0) == 0 for option in options)
