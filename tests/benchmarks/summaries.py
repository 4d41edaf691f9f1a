"""What is kept of the runs: medians, and whether the result was that of the others.

>>> lines = summarise("store", 10, "facts", [Run("ours", 2.0, 1.0, 7), Run("ours", 4.0, 3.0, 7)])
>>> lines[0].peer, lines[0].wall, lines[0].cpu, lines[0].runs
('ours', 3.0, 2.0, 2)
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.runs import Run

__all__ = ["MEASURED", "OVER_CAP", "Summary", "missing", "summarise"]

MEASURED = "measured"
OVER_CAP = "over the cap"


@dataclass(frozen=True, slots=True)
class Summary:
    """The runs of one peer on one subject: medians of seconds, largest peak in megabytes.

    `state` is `MEASURED`, or why there is no figure.
    """

    workload: str
    size: int
    subject: str
    peer: str
    wall: float
    cpu: float
    peak: float
    runs: int
    found: int
    digest: str
    state: str = MEASURED


def summarise(workload: str, size: int, subject: str, runs: Iterable[Run]) -> list[Summary]:
    """Return one summary for each name among the runs, in the order of their first one."""
    groups: dict[str, list[Run]] = {}
    for run in runs:
        groups.setdefault(run.name, []).append(run)
    return [
        Summary(
            workload,
            size,
            subject,
            peer,
            median(run.wall for run in group),
            median(run.cpu for run in group),
            max(run.peak for run in group),
            len(group),
            group[0].found,
            group[0].digest,
        )
        for peer, group in groups.items()
    ]


def missing(workload: str, size: int, subject: str, peer: str, state: str) -> Summary:
    """Return the place of a peer that has no figure, with the reason."""
    return Summary(workload, size, subject, peer, 0, 0, 0, 0, 0, "", state)
