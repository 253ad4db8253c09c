"""Every variable that the settings are read from is described, and no password is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from assistant.settings import read_settings
from assistant.variables import VARIABLES, in_force, markdown_table


class Asked(Mapping[str, str]):
    """An empty environment that remembers what was asked for."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def __getitem__(self, name: str) -> str:
        self.names.add(name)
        raise KeyError(name)

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


def test_every_variable_that_is_read_is_described() -> None:
    asked = Asked()
    read_settings(asked)
    assert {variable.name for variable in VARIABLES} == asked.names


def test_what_holds_now_is_told_without_a_password() -> None:
    environment = {"PORT": "8601", "TECHPATH_DATABASE_URL": "postgresql://me:hidden@host/techpath"}
    settings = read_settings(environment)
    now = {variable.name: in_force(variable, settings) for variable in VARIABLES}
    assert now["PORT"] == "8601"
    assert "hidden" not in " ".join(now.values())
    assert now["TECHPATH_DATABASE_URL"] != in_force(
        next(variable for variable in VARIABLES if variable.name == "TECHPATH_DATABASE_URL"),
        read_settings({}),
    )


def test_every_number_in_the_table_is_the_default_of_the_code() -> None:
    settings = read_settings({})
    for variable in VARIABLES:
        if variable.default.isdecimal() or variable.default in ("localhost", "warning", "no"):
            assert str(variable.value(settings)) == variable.default
    assert len(markdown_table().splitlines()) == len(VARIABLES) + 2
