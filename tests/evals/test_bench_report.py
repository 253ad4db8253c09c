"""The benchmark's page holds every comparison and whether its aim was held."""

from rich.console import Console

from evals.bench import Row
from evals.bench_report import markdown, table

ROWS = [
    Row("warm answer", 18.0, 9.0, "ms", 18.0 / 9.0, "at most 3", True),
    Row("ingest", 60.0, 100.0, "texts/s", 60.0 / 100.0, "at least 0.8", False),
]


def test_the_page_holds_date_command_and_rows() -> None:
    page = markdown(ROWS, "2026-01-02")
    assert "2026-01-02" in page
    assert "`techpath eval bench`" in page
    assert "| warm answer | 18.0 ms | 9.0 ms | 2.00 | at most 3 | yes |" in page
    assert "| ingest | 60.0 texts/s | 100.0 texts/s | 0.60 | at least 0.8 | no |" in page


def test_the_terminal_shows_the_same() -> None:
    console = Console(record=True, width=120)
    console.print(table(ROWS))
    assert "0.60" in console.export_text()
