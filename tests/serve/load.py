"""Load a server with many clients at once: ``python -m tests.serve.load --data data``.

Each client asks cheap things one after another over one connection: ASK, a small SELECT, a named
question, a suggestion. Printed are the answers by status, the times of those that were answered,
and memory and open files of the server's processes before and after. The clients run on the same
machine and take their share of it.
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote

from tests.serve.running import DUNE, Server, running

PREFIX = "PREFIX coop: <https://w3id.org/coopgraph/ns#> "
TARGETS = (
    "/sparql?query=" + quote("ASK { ?s ?p ?o }"),
    "/sparql?query=" + quote(PREFIX + "SELECT ?s { ?s a coop:Mission } LIMIT 10"),
    "/sparql?query=" + quote(PREFIX + "SELECT (COUNT(*) AS ?n) { ?s a coop:Agreement }"),
    "/questions/announced-without-trace",
    "/suggest?tables=actors&q=a",
)


@dataclass
class Tally:
    """What came back."""

    statuses: Counter[int] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    unanswered: int = 0

    @property
    def count(self) -> int:
        """Return how many requests were answered."""
        return self.statuses.total()

    def percentile(self, share: float) -> float:
        """Return the time within which this share of the good answers came, in milliseconds."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]


async def load(server: Server, *, clients: int, seconds: float, requests: int) -> Tally:
    """Ask until the time is over or the number of requests is reached."""
    tally = Tally()
    deadline = time.monotonic() + seconds

    def goes_on() -> bool:
        return time.monotonic() < deadline and tally.count < requests

    async def client(number: int) -> None:
        while goes_on():
            try:
                reader, writer = await asyncio.open_connection(*server.place)
                turn = number
                while goes_on():
                    turn += 1
                    began = time.monotonic()
                    status = await _ask(reader, writer, TARGETS[turn % len(TARGETS)])
                    tally.statuses[status] += 1
                    if status == 200:
                        tally.seconds.append(time.monotonic() - began)
                writer.close()
            except (OSError, asyncio.IncompleteReadError):
                tally.unanswered += 1

    await asyncio.gather(*(client(number) for number in range(clients)))
    return tally


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str) -> int:
    writer.write(f"GET {target} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    length = head.partition("content-length: ")[2].partition("\r\n")[0]
    await reader.readexactly(int(length or 0))
    return int(head[9:12])


def processes(root: int) -> Iterator[Path]:
    """Yield the folders under /proc of a process and all below it."""
    below: dict[int, list[int]] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            parent = int(path.read_text().rpartition(")")[2].split()[1])
        except OSError:
            continue
        below.setdefault(parent, []).append(int(path.parent.name))
    waiting = [root]
    while waiting:
        one = waiting.pop()
        waiting += below.get(one, [])
        yield Path("/proc") / str(one)


def held(root: int) -> tuple[float, float, int]:
    """Return MiB of the server itself, of all its processes (shared once), and its open files."""

    def proportional(path: Path) -> float:
        text = (path / "smaps_rollup").read_text()
        return int(text.partition("Pss:")[2].split()[0]) / 1024

    sizes = {path: proportional(path) for path in processes(root)}
    own = Path("/proc") / str(root)
    resident = int((own / "statm").read_text().split()[1]) * 4 / 1024
    return resident, sum(sizes.values()), len(list((own / "fd").iterdir()))


def main() -> None:
    """Run the load and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=DUNE)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=float, default=30)
    parser.add_argument("--requests", type=int, default=1_000_000)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as work,
        running(Path(work), data=options.data) as server,
    ):
        root = server.process.pid
        asyncio.run(load(server, clients=4, seconds=5, requests=200))
        before = held(root)
        began = time.monotonic()
        tally = asyncio.run(
            load(
                server,
                clients=options.clients,
                seconds=options.seconds,
                requests=options.requests,
            )
        )
        took = time.monotonic() - began
        time.sleep(1)
        after = held(root)
    print(f"{tally.count} answers in {took:.1f} s, {tally.count / took:.0f} in a second")
    print(f"by status: {dict(tally.statuses)}; connections that broke: {tally.unanswered}")
    print(f"p50 {tally.percentile(0.5):.0f} ms, p95 {tally.percentile(0.95):.0f} ms")
    for name, (resident, all_, files) in (("before", before), ("after", after)):
        print(f"{name}: server {resident:.0f} MiB, all {all_:.0f} MiB, {files} open files")


if __name__ == "__main__":
    main()
