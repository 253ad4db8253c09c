"""The handbook -> its file and pictures of its pages: `GET /handbook.pdf`, `GET /handbook-page-12.png`."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from assistant.errors import DocumentError
from ui.library.handbook import DOWNLOAD, FILE, Handbook
from ui.rates import Rates, client_key
from ui.wording_library import HandbookWords

__all__ = ["BURST", "PER_SECOND", "handbook_routes"]

# Drawing a page takes a tenth of a second: a reader who leafs is let through, a program is slowed down.
BURST = 40
PER_SECOND = 2.0
_NAME = "techpath-handbook.pdf"
_KEPT = {
    "Cache-Control": "public, max-age=3600"
}  # seconds; the address of a picture says which file it is of
_log = logging.getLogger("techpath.handbook")


def handbook_routes(find: Callable[[], Handbook | None], clock: Callable[[], float]) -> list[Route]:
    """The routes of the handbook.

    Args:
        find: gives the handbook as it is now; None when there is none.
        clock: seconds that never go back, such as time.monotonic.
    """
    rates = Rates(BURST, PER_SECOND, clock)

    def file(request: Request) -> Response:
        handbook = _found(find)
        if handbook is None:
            return _none()
        how = "attachment" if DOWNLOAD in request.query_params else "inline"
        return FileResponse(
            handbook.path, media_type="application/pdf", filename=_NAME, content_disposition_type=how
        )

    def picture(request: Request) -> Response:
        wait = rates.wait(client_key(request.client.host if request.client else None))
        if wait:
            return PlainTextResponse(
                HandbookWords.TOO_MANY, status_code=429, headers={"Retry-After": str(math.ceil(wait))}
            )
        handbook, page = _found(find), int(request.path_params["page"])
        if handbook is None or not 1 <= page <= handbook.pages:
            return _none()
        return Response(handbook.picture(page), media_type="image/png", headers=_KEPT)

    return [Route(f"/{FILE}", file), Route("/handbook-page-{page:int}.png", picture)]


def _found(find: Callable[[], Handbook | None]) -> Handbook | None:
    try:
        return find()
    except DocumentError:
        _log.exception("The handbook cannot be shown.")
        return None


def _none() -> Response:
    return PlainTextResponse(HandbookWords.NONE, status_code=404)
