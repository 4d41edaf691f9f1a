"""The pages of the server in a real browser that reaches no other host."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page
    from tests.serve.running import Server

AXE = Path(__file__).parents[2] / "frontend/node_modules/axe-core/axe.min.js"
DESKTOP = {"width": 1400, "height": 1000}
PHONE = {"width": 390, "height": 844}
_PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# A headless Chromium is a whole one: for each window it makes two more pages (the list under the
# address bar), keeps a process in reserve, rasters on a graphics card that is not there: that was
# half of the work of opening a page. Of two lists the last one holds: what playwright itself turns
# off for the sake of tests stands here again.
_OFF = (
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "LensOverlay",
    "MediaRouter",
    "OptimizationHints",
    "PaintHolding",
    "PreloadTopChromeWebUI",
    "SpareRendererForSitePerProcess",
    "ThirdPartyStoragePartitioning",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "WebUIOmniboxPopup",
)
_OPTIONS = (
    "--no-sandbox",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--disable-gpu-rasterization",
    f"--disable-features={','.join(_OFF)}",
)
# transitions: a colour in between has no contrast
_AT_REST = """async () => {
  const frame = () => new Promise(requestAnimationFrame);
  await frame();
  await frame();
  for (const one of document.getAnimations()) {
    if (Number.isFinite(one.effect?.getComputedTiming().endTime)) one.finish();
  }
  await frame();
  return null;
}"""


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start the Chromium of this machine, cut off from every host but this one."""
    from playwright.sync_api import sync_playwright

    program = next(filter(None, map(shutil.which, _PROGRAMS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(_OPTIONS))
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page of the server, with all that went wrong in it and what it asked of other hosts."""

    page: Page
    server: Server
    problems: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)  # what our own server refused

    def open(self, target: str) -> None:
        """Go to an address of the server and wait until the page is at rest."""
        # the same path again is only a change of what stands after #: begin anew
        self.page.goto("about:blank")
        self.page.goto(self.server.address.rstrip("/") + target)
        self.page.wait_for_selector("body[data-ready]")

    def status(self) -> str:
        return self.page.inner_text("#status")

    def view(self, name: str) -> None:
        """Show the answer in another way."""
        self.page.click(f".select_{name}")
        self.page.wait_for_selector(f".select_{name}[aria-pressed=true]")
        self.page.wait_for_timeout(100)

    def write(self, sparql: str) -> None:
        """Put a text in the place of the query."""
        self.page.evaluate(
            "text => document.querySelector('.CodeMirror').CodeMirror.setValue(text)", sparql
        )

    def run(self, sparql: str) -> None:
        """Write a query, run it and wait for what comes."""
        self.write(sparql)
        self.page.click("#query-run")
        self.rest()

    def rest(self) -> None:
        """Wait until the answer is there, or a refusal."""
        self.page.wait_for_selector("#query-run:not(.running)", state="attached")
        self.page.wait_for_selector("#answer[aria-busy=false]", state="attached")

    def enter(self) -> None:
        """Click into the query."""
        self.page.click("#query-field", position={"x": 200, "y": 16})

    def cells(self) -> list[list[str]]:
        """Return the texts of the table, row by row."""
        found: list[list[str]] = self.page.eval_on_selector_all(
            ".frame tbody tr", "rows => rows.map(row => [...row.cells].map(c => c.innerText))"
        )
        return found

    def faults(self) -> list[str]:
        """Return what axe finds serious or critical."""
        return faults_of(self.page)


def faults_of(page: Page) -> list[str]:
    """Return what axe finds serious or critical in a page."""
    assert AXE.is_file(), "axe-core is not there: run `python hatch_build.py` in the checkout"
    page.evaluate(_AT_REST)
    # evaluated by the browser's own means, which the policy of the page does not bind
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text("utf-8") + "; null")
    found: list[dict[str, Any]] = page.evaluate(  # what axe says, as JSON
        "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"
    )
    return [
        f"{one['id']}: {node['html'][:160]} {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def watch(visit: Visit) -> None:
    """Note every error, dialog and request to elsewhere."""
    page, problems = visit.page, visit.problems
    page.on("pageerror", lambda error: problems.append(f"error {error}"))

    def said(message: Any) -> None:  # playwright's ConsoleMessage
        if message.type not in ("error", "warning"):
            return
        # a query that the server refuses is not a fault of the page
        refused = "400 (Bad Request)" in message.text
        (visit.refused if refused else problems).append(f"console {message.text}")

    def asked(request: Any) -> None:  # playwright's Request
        if not request.url.startswith((visit.server.address, "data:", "blob:", "about:")):
            problems.append(f"request {request.url}")

    page.on("console", said)
    page.on("request", asked)
