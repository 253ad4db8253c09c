"""An address -> its QR code as SVG."""

from __future__ import annotations

import segno

from assistant.errors import WrongUseError
from ui.wording_shared import LinkWording

__all__ = ["qr_svg"]

_MODULE = 4  # pixels of one module; the drawing scales without loss
_QUIET = 4  # modules of white around it, as ISO/IEC 18004 asks for


def qr_svg(url: str) -> str:
    """An address -> an SVG element, dark on white in every theme so that all cameras read it.

    Error correction M: 15 % of it may be worn or printed badly.

    Raises:
        WrongUseError: the address is too long for a code.
    """
    try:
        code = segno.make_qr(url, error="m")
    except segno.DataOverflowError as error:
        raise WrongUseError(LinkWording.QR_TOO_LONG.format(length=len(url))) from error
    drawn: str = code.svg_inline(
        scale=_MODULE, border=_QUIET, dark="#000", light="#fff", title=LinkWording.QR_TITLE, omitsize=True
    )
    return drawn
