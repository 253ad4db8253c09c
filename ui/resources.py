"""Heavy objects, built once and shared by all visitors and routes; never anything of a visitor's own."""

from __future__ import annotations

import threading
import time
from functools import lru_cache

from assistant.build import Assistant, build_assistant
from assistant.conversations.archive import Archive, open_archive
from assistant.settings import Settings
from ui.rates import Rates

__all__ = [
    "CODE_BURST",
    "LOOKUPS_PER_SECOND",
    "LOOKUP_BURST",
    "shared_archive",
    "shared_assistant",
    "shared_code_tries",
    "shared_lookups",
    "shared_rates",
]

# Questions of one visitor: nobody reads faster, and a program that asks has the command line.
_BURST, _PER_SECOND = 20, 0.5

# Links looked up from one address. A class that opens one link together from one school's
# address is let in; a guesser gets nowhere: at this pace one hit among 2**192 tokens takes longer than
# the sun has.
LOOKUP_BURST, LOOKUPS_PER_SECOND = 60, 1.0
# Device codes typed from one address: they are short, and each try costs 50 ms of processor.
CODE_BURST, _CODES_PER_SECOND = 10, 0.05

# st.cache_resource would do for the page, but the routes beside it run outside of any script.
_BUILDING = threading.Lock()


def shared_assistant(settings: Settings) -> Assistant:
    """The assistant on these settings' index."""
    with _BUILDING:
        return _assistant(settings)


def shared_archive(settings: Settings) -> Archive:
    """The archive of these settings; it hands out nothing without its visitor."""
    with _BUILDING:
        return _archive(settings)


@lru_cache(maxsize=8)
def _assistant(settings: Settings) -> Assistant:
    return build_assistant(settings)


@lru_cache(maxsize=8)
def _archive(settings: Settings) -> Archive:
    return open_archive(settings)


@lru_cache(maxsize=1)
def shared_rates() -> Rates:
    """How many questions each visitor may ask at once, and in the long run."""
    return Rates(_BURST, _PER_SECOND, time.monotonic)


@lru_cache(maxsize=1)
def shared_lookups() -> Rates:
    """How many links may be looked up from an address, by whatever door."""
    return Rates(LOOKUP_BURST, LOOKUPS_PER_SECOND, time.monotonic)


@lru_cache(maxsize=1)
def shared_code_tries() -> Rates:
    """How many device codes may be tried from an address."""
    return Rates(CODE_BURST, _CODES_PER_SECOND, time.monotonic)
