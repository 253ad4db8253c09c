from __future__ import annotations

from pathlib import Path

from evals.readme import write_section


def test_the_page_is_written_between_its_marks_only(tmp_path: Path) -> None:
    page = tmp_path / "README.md"
    page.write_text("before\n<!-- ablations -->\nold\n<!-- /ablations -->\nafter\n", encoding="utf-8")
    write_section("ablations", "new\n", page)
    expected = "before\n<!-- ablations -->\nnew\n<!-- /ablations -->\nafter\n"
    assert page.read_text(encoding="utf-8") == expected
    write_section("other", "lost\n", page)
    assert page.read_text(encoding="utf-8") == expected
