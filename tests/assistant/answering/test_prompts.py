from __future__ import annotations

import pytest

from assistant.answering import prompts
from assistant.answering.prompts import Prompt

ALL = {name: value for name in prompts.__all__ if isinstance(value := getattr(prompts, name), Prompt)}


@pytest.mark.parametrize("name", ALL)
def test_a_prompt_is_filled_with_exactly_its_variables(name: str) -> None:
    prompt = ALL[name]
    values = {variable: f"<<{variable}>>" for variable in prompt.variables}
    text = prompt.fill(**values)
    assert all(value in text for value in values.values())
    with pytest.raises(ValueError, match="other"):
        prompt.fill(**values, other="x")


def test_a_template_and_its_code_must_agree() -> None:
    with pytest.raises(ValueError, match="name"):
        Prompt("Hello {name}")
    with pytest.raises(ValueError, match="more"):
        Prompt("Hello", "more")


def test_a_value_with_braces_stays_as_it_is() -> None:
    assert Prompt("{question}", "question").fill(question="{sources}") == "{sources}"
