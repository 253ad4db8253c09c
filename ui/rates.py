"""Who asks, and when -> whether they may now: a token bucket for each client, in memory."""

from __future__ import annotations

import ipaddress
import threading
from collections import OrderedDict
from collections.abc import Callable

__all__ = ["Rates", "client_key"]

_MOST_CLIENTS = 20_000  # buckets kept; the one not used for longest goes, and it is full again by then
_IPV6_HOME = 64  # bits: what one household or phone is given, so that it counts as one client


class Rates:
    """Buckets that fill steadily: each client may do `burst` things at once and `per_second` later on.

    They count in this process only. Safe to use from several threads.
    """

    def __init__(self, burst: float, per_second: float, clock: Callable[[], float]) -> None:
        """Set the pace.

        Args:
            burst: how many things a client may do at once, at least 1.
            per_second: how many it may do in the long run, above 0.
            clock: seconds that never go back, such as time.monotonic.
        """
        self._burst = burst
        self._per_second = per_second
        self._clock = clock
        self._lock = threading.Lock()
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # left in it, at that moment

    def wait(self, client: str) -> float:
        """Count one thing done by a client; 0.0 when it may, else how many seconds to wait."""
        now = self._clock()
        with self._lock:
            left, then = self._buckets.pop(client, (self._burst, now))
            left = min(self._burst, left + (now - then) * self._per_second)
            allowed = left >= 1.0
            self._buckets[client] = (left - 1.0 if allowed else left, now)
            if len(self._buckets) > _MOST_CLIENTS:
                self._buckets.popitem(last=False)
        return 0.0 if allowed else (1.0 - left) / self._per_second


def client_key(address: str | None) -> str:
    """A client's address -> the key of its bucket: all of an IPv4 address, the network of an IPv6 one."""
    try:
        parsed = ipaddress.ip_address(address or "")
    except ValueError:
        return address or "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((int(parsed), _IPV6_HOME), strict=False))
