"""How much each client may ask: a bucket of tokens that fills up again, one token a request.

>>> rates = Rates(rate=1, burst=2, parallel=9)
>>> [rates.wait("192.0.2.7", now=0.0) for _ in range(3)]
[0.0, 0.0, 1.0]
>>> rates.wait("192.0.2.7", now=1.0), rates.wait("192.0.2.8", now=1.0)
(0.0, 0.0)

A client is an address; with IPv6, the network of it (/64), which is what one household has.
"""

from __future__ import annotations

import ipaddress
from collections import Counter, OrderedDict
from dataclasses import dataclass
from typing import Final

__all__ = ["Rates", "client_name"]

_MOST_CLIENTS: Final = 20_000


@dataclass(slots=True)
class _Bucket:
    tokens: float
    since: float


class Rates:
    """The buckets of all clients; the one that was quiet longest is forgotten first."""

    def __init__(self, *, rate: float, burst: float, parallel: int) -> None:
        self._rate = rate
        self._burst = burst
        self._parallel = parallel
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()
        self._active: Counter[str] = Counter()

    def wait(self, client: str, *, now: float) -> float:
        """Take a token and return 0, or return the seconds until there is one."""
        if self._rate <= 0:
            return 0.0
        bucket = self._buckets.setdefault(client, _Bucket(self._burst, now))
        self._buckets.move_to_end(client)
        while len(self._buckets) > _MOST_CLIENTS:
            self._buckets.popitem(last=False)
        gained = max(0.0, now - bucket.since) * self._rate
        bucket.tokens, bucket.since = min(self._burst, bucket.tokens + gained), now
        if bucket.tokens < 1:
            return (1 - bucket.tokens) / self._rate
        bucket.tokens -= 1
        return 0.0

    def enter(self, client: str) -> bool:
        """Count a request that is being answered; False if the client has too many of them."""
        if self._rate > 0 and self._active[client] >= self._parallel:
            return False
        self._active[client] += 1
        return True

    def leave(self, client: str) -> None:
        """Count a request as answered."""
        self._active[client] -= 1
        if self._active[client] <= 0:
            del self._active[client]


def client_name(address: str) -> str:
    """Return what stands for a client.

    >>> client_name("2001:db8::1"), client_name("192.0.2.7"), client_name("::ffff:192.0.2.7")
    ('2001:db8::/64', '192.0.2.7', '192.0.2.7')
    """
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(found, ipaddress.IPv4Address):
        return str(found)
    if found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ipaddress.ip_network((int(found), 64), strict=False))
