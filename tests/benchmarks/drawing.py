"""The tasks of the sixth workload: what a browser does with the page of n nodes and 2n ties.

The same graph as a page of ours and as a plain page of pyvis (``in_line``), with its physics and at
rest, opens in the same Chromium, cut off from every host. Wall seconds are those of the browser
from the start of the navigation; CPU seconds are those of the thread of the page, so that neither
the rasteriser of a machine without a graphics card nor another program is in them. What ours alone
can do, a step of the slider, has no peer. A page that has not come so far after `cap` seconds has
no figure from there on.

Lists of pyvis are filled directly: its ``add_edge`` would take minutes at 20,000, which is the
subject of `pages`.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.pages import Shape, make_shape, make_view
from tests.benchmarks.runs import Run
from tests.benchmarks.summaries import OVER_CAP

if TYPE_CHECKING:
    from playwright.sync_api import CDPSession, Page

__all__ = ["CHROMIUM", "ours", "pyvis"]

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
_STEPS = 40
_ZOOMS = 10
_TWO_FRAMES = (
    "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
)
_STEP = """document.getElementById('from').dispatchEvent(
  new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))"""


class Peer(NamedTuple):
    """A page to open: how to tell that its picture is there, and how to zoom."""

    name: str
    page: str
    ready: str
    zoom: Callable[[int], str]
    steps: bool = False


def ours(nodes: int, cap: float) -> list[Run]:
    """Open and use our page."""
    from coopgraph.render.html import render_page

    button = "document.querySelector('[data-action=zoom-{}]').click()"
    page = render_page(make_view(make_shape(nodes)), language="en")
    ready = "!document.getElementById('app').hidden"
    return _used(
        Peer("ours", page, ready, lambda i: button.format(("in", "out")[i % 2]), steps=True), cap
    )


def pyvis(nodes: int, cap: float, physics: bool) -> list[Run]:
    """Open and use a plain page of pyvis; with physics it is usable once it has stabilised."""
    shape = make_shape(nodes)
    ready = "typeof network !== 'undefined' && network.physics.ready === true"
    zoom = "network.moveTo({{ scale: network.getScale() * {} }})"
    name = "pyvis, physics" if physics else "pyvis, at rest"
    page = _pyvis_page(shape, physics=physics)
    return _used(Peer(name, page, ready, lambda i: zoom.format((1.25, 0.8)[i % 2])), cap)


def _pyvis_page(shape: Shape, *, physics: bool) -> str:
    from pyvis.network import Network

    network = Network(cdn_resources="in_line", notebook=False)
    network.toggle_physics(physics)
    for number, (x, y) in enumerate(shape.places):
        place = {} if physics else {"x": x, "y": y}
        network.add_node(number, label=f"Body {number}", title=f"organisme {number}", **place)
    network.edges = [
        {"from": first, "to": second, "title": f"mission {number}, {1965 + number % 60}"}
        for number, (first, second) in enumerate(shape.pairs)
    ]
    return str(network.generate_html())


def _used(peer: Peer, cap: float) -> list[Run]:
    """Open the page of the peer, zoom, move the slider where there is one."""
    from playwright.sync_api import TimeoutError as TooLate

    made: list[Run] = []
    with _opened(peer.page, cap) as (page, thread):
        try:
            page.wait_for_function(
                "performance.getEntriesByType('paint').length > 0", timeout=cap * 1000
            )
            [first, *_] = page.evaluate(
                "performance.getEntriesByType('paint').map((one) => one.startTime)"
            )
            size = f"{len(peer.page.encode()) / 1e6:.1f} MB"
            made.append(Run(f"first paint|{peer.name}", first / 1000, 0, digest=size))
            page.wait_for_function(peer.ready, timeout=cap * 1000)
            page.evaluate(_TWO_FRAMES)
            there = page.evaluate("performance.now()") / 1000
            if there > cap:
                raise TooLate("")
            made.append(Run(f"usable picture|{peer.name}", there, _script(thread)))
            zooms = _timed(page, thread, [peer.zoom(i) for i in range(_ZOOMS)])
            made.append(_chosen("zoom", peer, zooms, median))
            if peer.steps:
                steps = _timed(page, thread, [_STEP] * _STEPS)
                made.append(_chosen("slider step", peer, steps, median))
                made.append(_chosen("slider step, worst", peer, steps, max))
        except TooLate:
            made.append(Run(f"usable picture|{peer.name}", cap, 0, digest=OVER_CAP))
    return made


def _chosen(
    subject: str,
    peer: Peer,
    times: list[tuple[float, float]],
    choose: Callable[[list[float]], float],
) -> Run:
    wall, cpu = (choose(list(column)) for column in zip(*times, strict=True))
    return Run(f"{subject}|{peer.name}", wall, cpu, found=len(times))


def _timed(page: Page, thread: CDPSession, acts: list[str]) -> list[tuple[float, float]]:
    """Return wall seconds to the next frame, and seconds of script on the thread, for each act."""
    times = []
    for act in acts:
        before = _script(thread)
        wall = page.evaluate(
            f"async () => {{ const start = performance.now(); {act};"
            f" await ({_TWO_FRAMES})(); return performance.now() - start; }}"
        )
        times.append((wall / 1000, _script(thread) - before))
    return times


def _script(thread: CDPSession) -> float:
    """Return the CPU seconds that scripts of the page have taken so far."""
    found = {one["name"]: one["value"] for one in thread.send("Performance.getMetrics")["metrics"]}
    return float(found["ScriptDuration"])


@contextmanager
def _opened(text: str, cap: float) -> Iterator[tuple[Page, CDPSession]]:
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, CHROMIUM)))
    flags = ["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        path = Path(folder, "page.html")
        path.write_text(text, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=program, args=flags)
        # the policy of our page would keep Playwright from asking until something is so
        page = browser.new_page(viewport={"width": 1440, "height": 900}, bypass_csp=True)
        thread = page.context.new_cdp_session(page)
        thread.send("Performance.enable", {"timeDomain": "threadTicks"})
        page.goto(path.as_uri(), wait_until="commit", timeout=cap * 1000)
        yield page, thread
        browser.close()
