"""Views made by hand and a real browser that cannot reach any host."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from math import cos, sin
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coopgraph.dates import parse_date
from coopgraph.render.html import write_page
from coopgraph.views.model import Evidence, Fact, Node, Tie, View, Words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


def make_fact(key: str, edtf: str = "", **changes: object) -> Fact:
    """Return a fact whose bounds are those of `edtf`; an empty text is an undated fact."""
    bounds: list[str | None] = [None] * 4
    if edtf:
        date = parse_date(edtf)
        days = (date.earliest_begin, date.latest_begin, date.earliest_end, date.latest_end)
        bounds = [day.isoformat() if day else None for day in days]
    source = Evidence(
        "dune-gazette",
        "La Gazette de la Dune",
        "Mairie de Sableville",
        Words("3 mai 2019", "3 May 2019"),
        "§ 5",
        "https://exemple.example/gazette",
    )
    values: dict[str, object] = {
        "id": key,
        "iri": f"https://w3id.org/coopgraph/id/mission/{key}",
        "kind": "mission",
        "sentence": Words(f"La mission {key} a eu lieu.", f"The {key} mission took place."),
        "date": Words(f"le {edtf}" if edtf else "", f"on {edtf}" if edtf else ""),
        "edtf": edtf,
        "doubts": (),
        "evidence": (source,),
    }
    names = ("earliest_begin", "latest_begin", "earliest_end", "latest_end")
    values |= dict(zip(names, bounds, strict=True)) | changes
    return Fact(**values)  # type: ignore[arg-type]  # the values are those of the fields


def make_node(key: str, x: float, y: float, **changes: object) -> Node:
    """Return an organisation in France unless told otherwise."""
    values: dict[str, object] = {
        "id": key,
        "iri": f"https://w3id.org/coopgraph/id/actor/{key}",
        "label": Words(f"Acteur {key}", f"Actor {key}"),
        "kind": Words("entreprise", "company"),
        "shape": "organisation",
        "side": "france",
        "place": Words("Sableville", "Sandtown"),
        "x": x,
        "y": y,
        "facts": (),
    }
    return Node(**(values | changes))  # type: ignore[arg-type]  # the values are those of the fields


def make_view(
    nodes: tuple[Node, ...], ties: tuple[Tie, ...], facts: tuple[Fact, ...], **changes: object
) -> View:
    """Return a view of the years 2008 to 2020."""
    values: dict[str, object] = {
        "name": "dune",
        "title": Words("Réseau des dunes", "Network of dunes"),
        "description": Words("Qui a travaillé avec qui.", "Who worked with whom."),
        "nodes": nodes,
        "ties": ties,
        "facts": {fact.id: fact for fact in facts},
        "first_year": 2008,
        "last_year": 2020,
        "version": "0123456789abcdef",
        "kinds": {"mission": Words("mission", "mission"), "accord": Words("accord", "agreement")},
    }
    return View(**(values | changes))  # type: ignore[arg-type]  # the values are those of the fields


def make_tie(key: str, source: str, target: str, fact: str, kind: str = "mission") -> Tie:
    """Return a tie between two nodes."""
    words = Words("ont pris part à une mission", "took part in a mission")
    return Tie(key, source, target, kind, words, fact)


def one_tie_view(edtf: str = "2010-04", **changes: object) -> View:
    """Return two actors, one tie, one fact."""
    nodes = (make_node("a", 300, 500), make_node("b", 700, 500, side="quebec"))
    return make_view(nodes, (make_tie("t1", "a", "b", "f1"),), (make_fact("f1", edtf),), **changes)


def dated_view(dates: list[str]) -> View:
    """Return one pair of actors and one tie for each date."""
    nodes: list[Node] = []
    ties: list[Tie] = []
    facts: list[Fact] = []
    for number, edtf in enumerate(dates):
        nodes += [make_node(f"a{number}", 0, 40 * number), make_node(f"b{number}", 900, 40 * number)]
        facts.append(make_fact(f"f{number}", edtf))
        ties.append(make_tie(f"t{number}", f"a{number}", f"b{number}", f"f{number}"))
    return make_view(tuple(nodes), tuple(ties), tuple(facts))


def large_view(number: int) -> View:
    """Return `number` actors on a spiral with two ties each, without chance."""
    nodes = tuple(
        make_node(
            f"n{i}",
            500 + 500 * (i / number) ** 0.5 * cos(i * 2.399963),
            500 + 500 * (i / number) ** 0.5 * sin(i * 2.399963),
            side=("france", "quebec", "joint", "other")[i % 4],
        )
        for i in range(number)
    )
    facts = tuple(make_fact(f"f{i}", str(2008 + i % 13)) for i in range(number))
    ties = tuple(
        make_tie(f"t{i}-{step}", f"n{i}", f"n{(i * step + 1) % number}", f"f{i}")
        for i in range(number)
        for step in (3, 7)
        if i != (i * step + 1) % number
    )
    return make_view(nodes, ties, facts)


@dataclass
class Opened:
    """A page in the browser, with all that it said and asked for."""

    page: Page
    problems: list[str] = field(default_factory=list)

    def rows(self) -> list[str]:
        """Return the ids of the ties in the table, in order."""
        found: list[str] = self.page.eval_on_selector_all(
            "#twin-body tr", "rows => rows.map(row => row.dataset.tie)"
        )
        return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start the Chromium of this machine, cut off from every host."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    program = next(filter(None, map(shutil.which, names)), None)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=program,
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND"],
        )
        yield chromium
        chromium.close()


Opener = Callable[..., Opened]


@pytest.fixture
def open_view(browser: Browser, tmp_path: Path) -> Iterator[Opener]:
    """Open the page of a view; errors, dialogs and requests fail the test at its end."""
    opened: list[Opened] = []

    def open_(view: View, *, language: str = "fr", **options: object) -> Opened:
        path = tmp_path / f"page{len(opened)}.html"
        write_page(view, path, language=language)
        context = browser.new_context(**{"viewport": {"width": 1440, "height": 900}} | options)  # type: ignore[arg-type]  # playwright's own names
        one = Opened(context.new_page())
        opened.append(one)
        watch(one, path.as_uri())
        one.page.goto(path.as_uri())
        return one

    yield open_
    for one in opened:
        one.page.context.close()
        assert one.problems == []


def watch(one: Opened, address: str) -> None:
    """Note every error, dialog and request of the page."""
    page, problems = one.page, one.problems
    page.on("pageerror", lambda error: problems.append(f"error {error}"))
    page.on(
        "console",
        lambda message: (
            problems.append(f"console {message.text}")
            if message.type in ("error", "warning")
            else None
        ),
    )

    def refuse(dialog: object) -> None:
        problems.append("dialog")
        dialog.dismiss()  # type: ignore[attr-defined]  # a playwright Dialog

    page.on("dialog", refuse)
    page.on(
        "request",
        lambda request: (
            problems.append(f"request {request.url}")
            if request.url != address and not request.url.startswith(("data:", "blob:"))
            else None
        ),
    )
