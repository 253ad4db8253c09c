"""An address -> its QR code: SVG for the page, PNG for a handout."""

from __future__ import annotations

from io import BytesIO

import segno

from assistant.errors import WrongUseError
from ui.wording_shared import LinkWording

__all__ = ["qr_png", "qr_svg"]

_MODULE = 4  # pixels of one module; the drawing scales without loss
_PRINTED = 12  # pixels of one module of the picture: some 5 cm at 200 dots an inch
_QUIET = 4  # modules of white around it, as ISO/IEC 18004 asks for


def qr_svg(url: str) -> str:
    """An address -> an SVG element, dark on white in every theme so that all cameras read it.

    Raises:
        WrongUseError: the address is too long for a code.
    """
    drawn: str = _code(url).svg_inline(
        scale=_MODULE, border=_QUIET, dark="#000", light="#fff", title=LinkWording.QR_TITLE, omitsize=True
    )
    return drawn


def qr_png(url: str) -> bytes:
    """An address -> a PNG picture, large enough to print; WrongUseError as above."""
    picture = BytesIO()
    _code(url).save(picture, kind="png", scale=_PRINTED, border=_QUIET, dark="#000", light="#fff")
    return picture.getvalue()


def _code(url: str) -> segno.QRCode:
    """Error correction M: 15 % of it may be worn or printed badly."""
    try:
        return segno.make_qr(url, error="m")
    except segno.DataOverflowError as error:
        raise WrongUseError(LinkWording.QR_TOO_LONG.format(length=len(url))) from error
