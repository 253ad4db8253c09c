from __future__ import annotations

from pathlib import Path

import pytest

from assistant.errors import SettingsError
from assistant.settings import load_secrets, read_settings


def test_an_empty_environment_gives_the_defaults() -> None:
    settings = read_settings({})
    assert (settings.port, settings.address, settings.log_level) == (8501, "localhost", "warning")
    assert settings.home.is_absolute()
    assert (settings.knowledge / "sources.yaml").is_file()


def test_an_empty_value_is_as_good_as_none() -> None:
    names = (
        "TECHPATH_HOME", "TECHPATH_KNOWLEDGE", "PORT", "TECHPATH_ADDRESS", "TECHPATH_LOG",
        "TECHPATH_DATABASE_URL", "TECHPATH_RETENTION_DAYS",
    )  # fmt: skip
    assert read_settings(dict.fromkeys(names, "  ")) == read_settings({})


def test_everything_written_lies_below_the_home(tmp_path: Path) -> None:
    settings = read_settings({"TECHPATH_HOME": str(tmp_path / "home")})
    written = (settings.corpus, settings.indexes, settings.models, settings.conversations)
    assert all(path.is_relative_to(tmp_path / "home") for path in written)
    assert not settings.home.exists(), "reading settings writes nothing"


def test_a_tilde_is_the_person_s_own_folder() -> None:
    assert read_settings({"TECHPATH_HOME": "~/techpath"}).home == Path.home() / "techpath"


def test_each_variable_is_read(tmp_path: Path) -> None:
    settings = read_settings({
        "PORT": " 9000 ",
        "TECHPATH_ADDRESS": "0.0.0.0",
        "TECHPATH_LOG": "DEBUG",
        "TECHPATH_KNOWLEDGE": str(tmp_path),
    })
    assert (settings.port, settings.address, settings.log_level) == (9000, "0.0.0.0", "debug")
    assert settings.knowledge == tmp_path


@pytest.mark.parametrize("value", ["0", "65536", "http", "-1", "80.5", "8501x", "²"])
def test_a_wrong_port_names_variable_value_and_remedy(value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"PORT": value})
    said = str(caught.value)
    assert "PORT" in said
    assert repr(value) in said
    assert "1 to 65535" in said


@pytest.mark.parametrize("value", ["1", "65535"])
def test_the_ends_of_the_port_range_are_taken(value: str) -> None:
    assert read_settings({"PORT": value}).port == int(value)


def test_a_wrong_log_level_names_what_is_accepted() -> None:
    with pytest.raises(SettingsError, match=r"TECHPATH_LOG is 'loud'.*debug, info, warning, error"):
        read_settings({"TECHPATH_LOG": "loud"})


def test_conversations_are_kept_in_a_file_and_for_ever_unless_told_otherwise() -> None:
    settings = read_settings({})
    assert (settings.database_url, settings.retention_days) == (None, None)


def test_a_database_and_a_time_to_keep_are_read() -> None:
    url = "postgresql://ann:word@localhost:5432/techpath"
    settings = read_settings({"TECHPATH_DATABASE_URL": url, "TECHPATH_RETENTION_DAYS": "30"})
    assert (settings.database_url, settings.retention_days) == (url, 30)


@pytest.mark.parametrize("url", ["mysql://ann:word@host/db", "sqlite:///file", "word", "host:5432/db"])
def test_a_database_of_another_kind_is_refused_without_repeating_the_address(url: str) -> None:
    with pytest.raises(SettingsError, match="TECHPATH_DATABASE_URL must begin with postgresql://") as caught:
        read_settings({"TECHPATH_DATABASE_URL": url})
    assert "word" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize("value", ["0", "-1", "30 days", "1.5", "36501", "²", "never"])
def test_a_wrong_time_to_keep_names_variable_value_and_remedy(value: str) -> None:
    with pytest.raises(SettingsError) as caught:
        read_settings({"TECHPATH_RETENTION_DAYS": value})
    said = str(caught.value)
    assert "TECHPATH_RETENTION_DAYS" in said
    assert repr(value) in said
    assert "1 to 36500" in said


def secrets_in(folder: Path, text: str) -> Path:
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "secrets.toml").write_text(text, encoding="utf-8")
    return folder


def test_a_key_in_streamlit_s_secrets_is_as_good_as_one_in_the_environment(tmp_path: Path) -> None:
    text = 'OPENAI_API_KEY = "sk-1"\nTECHPATH_MODEL_SECONDS = 12\n[other]\nOPENAI_API_KEY = "no"\n'
    environ = {"OPENAI_API_KEY": "old", "HOME": "/h"}
    load_secrets(environ, [secrets_in(tmp_path, text)])
    assert environ == {"OPENAI_API_KEY": "sk-1", "TECHPATH_MODEL_SECONDS": "12", "HOME": "/h"}
    assert read_settings(environ).model_seconds == 12


def test_secrets_of_the_folder_stand_over_the_person_s_own(tmp_path: Path) -> None:
    folders = [secrets_in(tmp_path / "home", 'A = "1"\nB = "1"'), secrets_in(tmp_path / "here", 'A = "2"')]
    environ: dict[str, str] = {}
    load_secrets(environ, [*folders, tmp_path / "without"])
    assert environ == {"A": "2", "B": "1"}


def test_a_broken_file_of_secrets_is_named_and_not_repeated(tmp_path: Path) -> None:
    folder = secrets_in(tmp_path, "OPENAI_API_KEY = sk-hidden")
    with pytest.raises(SettingsError, match="secrets.toml") as raised:
        load_secrets({}, [folder])
    assert "sk-hidden" not in str(raised.value)


def test_sites_that_may_embed_the_page_are_read_each_once() -> None:
    given = " https://www.school.example, http://localhost:8080 https://WWW.school.example "
    settings = read_settings({"TECHPATH_EMBED_ORIGINS": given})
    assert settings.embed_origins == ("https://www.school.example", "http://localhost:8080")
    assert read_settings({}).embed_origins == ()


@pytest.mark.parametrize(
    "site", ["*", "https://*", "school.example", "https://a.example/page", "https://a b;"]
)
def test_what_is_no_site_is_named(site: str) -> None:
    with pytest.raises(SettingsError, match="TECHPATH_EMBED_ORIGINS holds"):
        read_settings({"TECHPATH_EMBED_ORIGINS": site})


def test_logs_hold_no_questions_unless_switched_on() -> None:
    assert not read_settings({}).log_questions
    assert read_settings({"TECHPATH_LOG_QUESTIONS": "yes"}).log_questions
    with pytest.raises(SettingsError, match="TECHPATH_LOG_QUESTIONS is 'maybe'"):
        read_settings({"TECHPATH_LOG_QUESTIONS": "maybe"})
