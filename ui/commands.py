"""The command `techpath serve`."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from assistant.settings import read_settings

__all__ = ["app"]

app = typer.Typer(add_completion=False)


@app.command(epilog="Example: PORT=8601 techpath serve")
def serve_command(
    port: Annotated[
        int | None, typer.Option(min=1, max=65535, help="The port; PORT or 8501 when left out.")
    ] = None,
) -> None:
    """Start the page and print its address; Ctrl+C stops it."""
    from ui.server import serve

    settings = read_settings()
    serve(settings if port is None else replace(settings, port=port))
