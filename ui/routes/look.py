"""What a visitor set for the page -> a cookie that only this server reads and writes.

A script could set it too, but some browsers keep what a script has set for a week only.
"""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from ui.look import COOKIE, look_from_text
from ui.visitor import LIFE, came_by_https

__all__ = ["look_routes"]


def look_routes() -> list[Route]:
    """`POST /look?chosen=es.dark.large.OH`; words that are not ours are left out."""
    return [Route("/look", _keep, methods=["POST"])]


async def _keep(request: Request) -> Response:
    chosen = look_from_text(request.query_params.get("chosen", ""))
    response = Response(status_code=204)
    response.set_cookie(
        COOKIE,
        str(chosen),
        max_age=LIFE,
        httponly=True,
        samesite="lax",
        secure=came_by_https(request.scope),
    )
    return response
