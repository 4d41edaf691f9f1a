"""The report: `report.md` for people, `report.json` for machines, from the same summaries."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.aims import judge
from tests.benchmarks.machine import describe_machine, describe_versions
from tests.benchmarks.summaries import MEASURED, OVER_CAP, Summary

__all__ = ["markdown", "write_report"]

_METHOD = """\
Every task runs in a process of its own; seconds are inner ones, after all imports. Tasks run in
turn (A B C A B C) and medians are given; the number of runs stands in the last column. Ratios are
taken from CPU time and say how many times as long as ours the peer takes: over 1 we are faster.
Results are compared before times: the same triples (by digest up to a million, by number above),
the same multiset of rows, the same number of ties; a peer with another result has no time.
"""
_BEST = "ours, igraph"
_UNITS = {"page": "nodes", "frames": "rows", "measures": "actors", "drawing": "nodes"}
_STORE = """\
*facts*: tables → rows checked → quads with citations and the ontology → a store in memory, against
the ready-made quads of the very same graph. *whole*: with the ties that CONSTRUCT files derive,
which ready-made quads need not compute. The rdflib loop checks nothing and has no ontology.
"""
_QUESTIONS = """\
Ours and bare pyoxigraph ask the same store in the same process in turn (short questions ten times
as often); rdflib and kglab hold the same triples in processes of their own, and are asked once
where an answer takes over 1 s.
"""
_PAGE = """\
From plain tuples to the text of the page, adding nodes and ties included. Ours carries a dated and
sourced fact for each tie in two languages, a table and a still picture; pyvis a title for each.
"""
_FRAMES = """\
Every time includes the query: six variables, one without a value in a third of the rows. Ours is an
Arrow table; two lines say what pandas or polars add. The rows of pyoxigraph are read into tuples;
its values, in a Python loop, into strings of a pandas data frame. All but rdflib (asked once, its
rows read into a list) ask the same store in one process in turn; their peak is that of the process.
"""
_MEASURES = """\
*Pairs of the network*, *60 years* and *all of measure_nodes* start from a network whose pairs have
many ties: ours and the peers count the records of each pair, the peers in plain loops. The single
measures start from counted pairs: ours and igraph make of their list what they walk, networkx has
its graph ready. Results are compared with those of networkx (on how many figures a way agrees; for
communities, where igraph is Leiden and networkx Louvain, the modularity in thousandths). Sampled
betweenness of networkx starts from other actors than ours and igraph do, so that it agrees nowhere.
What takes over 5 s of CPU runs once. On a busy machine igraph by itself (PRPACK) waits for its
threads; ours has it use ARPACK.
"""
_DRAWING = """\
The same graph in the same Chromium, cut off from every host. Wall: by the clock of the browser,
from the start of the navigation (first paint, usable picture: ours the first frame with the
network, pyvis the first frame once it is at rest), else to the second frame after a step. CPU:
scripts on the thread of the page, without rasterising; *zoom* and *slider step* are medians of 10
and of 40.
Beside *first paint*, compared by the clock, stands the size of the page. pyvis has no slider. Up to
1,000 nodes our page draws with vis-network, too.
"""


def write_report(folder: Path, lines: Sequence[Summary], *, settings: dict[str, object]) -> None:
    """Write both reports to the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    content = {
        "machine": describe_machine(),
        "versions": describe_versions(),
        "settings": settings,
        "aims": [verdict._asdict() for verdict in judge(lines)],
        "figures": [asdict(line) for line in lines],
    }
    text = json.dumps(content, ensure_ascii=False, indent=1)
    (folder / "report.json").write_text(text + "\n", encoding="utf-8")
    (folder / "report.md").write_text(markdown(lines), encoding="utf-8")


def markdown(lines: Sequence[Summary]) -> str:
    """Return the report for people."""
    parts = ["# Benchmarks", *_setting(), "## Aims", *_aims(lines), "## Method", _METHOD]
    sections: tuple[tuple[str, str, str], ...]
    sections = (("store", "Tables → store", _STORE), ("questions", "Ten questions", _QUESTIONS))
    sections += (("page", "The network page", _PAGE), ("frames", "Data frames", _FRAMES))
    sections += (("measures", "Measures of a network", _MEASURES),)
    sections += (("drawing", "The page in a browser", _DRAWING),)
    for workload, title, method in sections:
        own = [line for line in lines if line.workload == workload]
        if own:
            parts += [f"## {title}", method, *_tables(own)]
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


def _setting() -> Iterator[str]:
    machine = ", ".join(f"{name} {value}" for name, value in describe_machine().items())
    versions = ", ".join(f"{name} {value}" for name, value in describe_versions().items())
    yield f"Machine: {machine}.\n\nVersions: {versions}."


def _aims(lines: Sequence[Summary]) -> Iterator[str]:
    rows = [
        (
            item.aim,
            f"{item.size:,}",
            "" if item.found is None else f"{item.found:.2f}",
            item.verdict,
        )
        for item in judge(lines)
    ]
    yield _table(("aim", "events or nodes", "found", "verdict"), rows)


def _tables(lines: Sequence[Summary]) -> Iterator[str]:
    """Yield a table for each size."""
    for size in dict.fromkeys(line.size for line in lines):
        own = [line for line in lines if line.size == size]
        unit = _UNITS.get(own[0].workload, "events")
        yield f"### {size:,} {unit}"
        if own[0].workload == "questions":
            yield from _questions(own)
        else:
            header = ("what", "who", "wall ms", "CPU ms", "× ours", "peak MB", "result", "runs")
            yield _table(header, [_row(line, own) for line in own])


def _questions(lines: Sequence[Summary]) -> Iterator[str]:
    """Yield one row for each question; then memory, and what the guard of a text costs."""
    asked = [line for line in lines if line.subject != "guard"]
    peers = list(dict.fromkeys(line.peer for line in asked))
    by_key = {(line.subject, line.peer): line for line in asked}
    rows = []
    for subject in dict.fromkeys(line.subject for line in asked):
        ours = by_key[subject, "ours"]
        cells = [_cell(by_key.get((subject, peer)), ours) for peer in peers]
        rows.append((subject, f"{ours.found:,}", *cells))
    yield _table(("question (CPU ms, × ours)", "rows", *peers), rows)
    peaks = {peer: max(line.peak for line in asked if line.peer == peer) for peer in peers}
    shown = [f"{peer} {peak:,.0f} MB" for peer, peak in peaks.items() if peak]
    yield f"Peak memory, the other of the pair included: {', '.join(shown)}."
    guard = {line.peer: line.wall * 1000 for line in lines if line.subject == "guard"}
    if len(guard) == 2:  # select, run_text
        cost = guard["run_text"] - guard["select"]
        yield (
            "A reader’s own text runs in a child process that can be stopped: the first question"
            f" takes {cost:.0f} ms longer that way. Named questions run without it."
        )


def _cell(line: Summary | None, ours: Summary) -> str:
    if line is None:
        return ""
    if line.state != MEASURED:
        return f"> {line.wall:.0f} s" if line.state == OVER_CAP else line.state
    ratio = "" if line is ours else f" ({_number(line.cpu / ours.cpu)} ×)"
    return _number(line.cpu * 1000) + (ratio if line.runs > 1 else f"{ratio}, once")


def _row(line: Summary, lines: Sequence[Summary]) -> tuple[str, ...]:
    named = line.subject or line.workload
    if line.state != MEASURED:
        return named, line.peer, line.state, "", "", "", "", ""
    ours = next(
        (one for one in lines if one.subject == line.subject and one.peer in ("ours", _BEST)), None
    )
    return (
        named,
        line.peer,
        _number(line.wall * 1000),
        _number(line.cpu * 1000) if line.cpu else "",
        _number(_ratio(line, ours)) if ours else "",
        f"{line.peak:,.0f}" if line.peak else "",
        _result(line),
        str(line.runs),
    )


def _ratio(line: Summary, ours: Summary) -> float:
    """Compare CPU time, or by the clock what only the browser can time."""
    return line.cpu / ours.cpu if ours.cpu else line.wall / ours.wall


def _result(line: Summary) -> str:
    if line.workload == "drawing":
        return line.digest
    return f"{line.found:,}" + (f", {line.digest}" if line.workload == "page" else "")


def _number(value: float) -> str:
    """Write three digits that mean something.

    >>> _number(0.12345), _number(12.345), _number(12345.6)
    ('0.123', '12.3', '12,346')
    """
    digits = 3 if value < 1 else 2 if value < 10 else 1 if value < 100 else 0
    return f"{value:,.{digits}f}"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = (header, ["---"] * len(header), *rows)
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)
