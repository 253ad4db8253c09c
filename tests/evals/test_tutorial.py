"""The pipeline of the tutorials finds a piece and says where it stood."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from evals.plain import PlainDocument, Span, sections_within

REPOSITORY = Path(__file__).parents[2]
FEES = "## Fees\n\nOhio charges $50 to register."
AGE = "## Age\n\nIn Texas a trainee may be of any age."
# In a child, because torch and its warnings stay out of the tests.
PROGRAM = """
import json, sys
from pathlib import Path
from evals import tutorial

folder, text = Path(sys.argv[1]), sys.argv[2]
tutorial.build(folder, [{"id": "d", "text": text}, {"id": "other", "text": "Bread is baked in an oven."}])
store = tutorial.open_store(folder, tutorial.embeddings())
print(json.dumps([[p.document, p.start, p.end] for p in tutorial.search(store, "registration fee", 2)]))
"""


@pytest.mark.slow
def test_a_piece_is_found_with_its_place(tmp_path: Path) -> None:
    text = f"{FEES}\n\n{'Filler about nothing. ' * 45}\n\n{AGE}"
    result = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "store"), text],
        cwd=REPOSITORY,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    (document, start, end), *_ = json.loads(result.stdout)
    assert document == "d"
    spans = (Span("fees", 0, len(FEES)), Span("age", len(text) - len(AGE), len(text)))
    assert sections_within(PlainDocument("d", text, spans), start, end) == {"fees"}
