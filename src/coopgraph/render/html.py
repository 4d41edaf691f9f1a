"""Make the page of a view: one HTML file that works with no network at all.

::

    text = render_page(view, language="fr")
    write_page(view, Path("reseau.html"), language="en")

The model is a pyvis `Network`; its nodes and edges are filled as lists, because `add_edge` looks
through all edges each time and drops the second tie between the same two. Its own writer is never
called: it loads files from elsewhere and lets a heading run script. The page comes from
``page/page.html.jinja`` with escaping on, carries the vis-network that pyvis brings, and a content
security policy under which nothing runs but the scripts written here, known by their hashes.

vis-network draws shapes and keeps the camera; the lines are ours, because the marks of doubt need
more than its edges can show, and because a step of the slider must not rebuild them. Its style
sheet is left out: it dresses buttons and tooltips that this page does not have.

The same view gives the same bytes. Nothing here computes positions or sentences.
"""

from __future__ import annotations

import base64
import hashlib
from importlib.resources import files
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from coopgraph.errors import CoopgraphError
from coopgraph.files import replacing
from coopgraph.render.payload import build_payload, check_references, encode_json
from coopgraph.render.stills.inline import inline_stills
from coopgraph.render.svg import still_picture
from coopgraph.render.table import table_rows
from coopgraph.render.words import PAGE_WORDS
from coopgraph.views.legend import CONTESTED

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from coopgraph.render.records import Drawn
    from coopgraph.views.model import View

__all__ = ["MOST_BY_VIS", "render_page", "write_page"]

_LIBRARY: Final = "templates/lib/vis-9.1.2/vis-network.min.js"
_MOST_STILL_ROWS: Final = 1000
"""Rows of the table without script; the table with script holds all."""
MOST_BY_VIS: Final = 1000
"""Up to this many nodes vis-network draws them, beyond that WebGL (sigma) does."""
_SCRIPTS: Final = (
    "data",
    "state",
    "words",
    "time",
    "seen",
    "theme",
    "selection",
    "panes",
    "several",
    "groups",
    "sizes",
    "paths",
    "hiding",
    "facts",
    "panel",
    "ego",
    "choices",
    "looks",
    "legend",
    "bars",
    "slider",
    "table",
    "search",
    "downloads",
    "cite",
    "gexf",
    "sheet",
    "print",
    "tracing",
    "link",
)
"""The scripts of every page, in the order in which they are put together; "main" starts it."""
_PANES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "network": (
            "lines",
            "shapes",
            "labels",
            "camera",
            "pick",
            "picture",
            "walk",
            "vector",
            "decades",
            "pane",
        ),
        "timeline": ("scale", "layout", "bands", "folds", "marks", "pane", "steer"),
        "chain": ("flow", "pane"),
        "matrix": ("cells", "group", "pane"),
        "mirror": ("accounts", "pane"),
        "map": ("places", "arcs", "camera", "names", "pane", "steer"),
    }
)
"""The scripts of each pane, in the folder of its name; its style sheet is ``style.css`` there."""


def render_page(view: View, *, language: str = "fr") -> str:
    """Return the page of `view` as HTML, opening in `language`.

    Raises:
        CoopgraphError: pyvis is installed without its vis-network.
        ValueError: a tie names a node or a fact that the view does not hold.
    """
    check_references(view)
    nodes, edges = _network(view)
    also = [_network(projection) for projection in view.also]
    payload = build_payload(view, nodes=nodes, edges=edges, language=language, also=also)
    large = max(sum(node.drawn for node in one.nodes) for one in (view, *view.also)) > MOST_BY_VIS
    style, program = _style(view.panes), _program(view.panes, large=large)
    library = ""
    if "network" in view.panes:
        library = _large_library() if large else _library()
    return (
        _environment()
        .get_template("page.html.jinja")
        .render(
            title=getattr(view.title, language),
            description=getattr(view.description, language),
            version=view.version,
            language=language,
            policy=_policy(style=style, scripts=tuple(filter(None, (library, program)))),
            style=Markup(style),  # noqa: S704  # ours
            library=Markup(library),  # noqa: S704  # of the installed pyvis
            panes=view.panes,
            program=Markup(program),  # noqa: S704  # ours
            payload=Markup(encode_json(payload)),  # noqa: S704  # escaped for script elements
            words={key: getattr(words, language) for key, words in PAGE_WORDS.items()},
            picture=still_picture(view, language=language) if "network" in view.panes else None,
            stills=[Markup(still) for still in inline_stills(view, language)],  # noqa: S704  # ours
            amber=CONTESTED,
            rows=table_rows(view, language=language, most=_MOST_STILL_ROWS),
            ties=len(view.ties),
            apart=_apart(view, language),
        )
    )


def write_page(view: View, path: Path, *, language: str = "fr") -> None:
    """Write the page of `view` to `path`: whole, or not at all.

    Raises:
        WriteError: the file cannot be written; an older file at `path` stays as it was.
    """
    text = render_page(view, language=language)
    with replacing(path) as stream:
        stream.write(text.encode())


def _apart(view: View, language: str) -> str:
    """Say how many actors are not in the picture; nothing where all are."""
    number = sum(not node.drawn for node in view.nodes)
    words = PAGE_WORDS["apart.one" if number == 1 else "apart.many"]
    return str(getattr(words, language)).replace("{n}", str(number)) if number else ""


def _network(view: View) -> tuple[list[Drawn], list[Drawn]]:
    """Fill a pyvis network with the nodes and the ties of the view; none is dropped."""
    from pyvis.network import Network

    network = Network(directed=True)
    network.nodes = [
        {"id": node.id, "x": round(node.x, 1), "y": round(node.y, 1)} for node in view.nodes
    ]
    network.node_ids = [node.id for node in view.nodes]
    network.edges = [{"id": tie.id, "from": tie.source, "to": tie.target} for tie in view.ties]
    nodes, edges, *_rest = network.get_network_data()
    return nodes, edges


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("coopgraph.render", "page"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _policy(*, style: str, scripts: tuple[str, ...]) -> str:
    """Return the content security policy: nothing but what is written in the page."""
    hashes = " ".join(_source_hash(script) for script in scripts)
    return (
        f"default-src 'none'; script-src {hashes}; style-src {_source_hash(style)};"
        " img-src data: blob:; base-uri 'none'; form-action 'none'"
    )


def _source_hash(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


def _style(panes: tuple[str, ...]) -> str:
    return "".join([_page_file("page.css"), *(_pane_style(pane) for pane in panes)])


def _pane_style(pane: str) -> str:
    place = files("coopgraph.render").joinpath("page", "panes", pane, "style.css")
    return _page_file(f"panes/{pane}/style.css") if place.is_file() else ""


def _program(panes: tuple[str, ...], *, large: bool) -> str:
    """Put the scripts together in one function, so that they share nothing with the outside.

    Each pane is a function of its own within: what it names is not in the way of another pane.
    """
    parts = [
        *(_page_file(f"{name}.js") for name in _SCRIPTS),
        *(_pane_program(pane, large=large) for pane in panes),
        _page_file("main.js"),
    ]
    return f"(() => {{\n'use strict';\n{''.join(parts)}}})();\n"


def _pane_program(pane: str, *, large: bool) -> str:
    names = ("large" if large and name == "picture" else name for name in _PANES[pane])
    return f"(() => {{\n{''.join(_page_file(f'panes/{pane}/{name}.js') for name in names)}}})();\n"


def _page_file(name: str) -> str:
    place = files("coopgraph.render").joinpath("page", *name.split("/"))
    text = place.read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def _large_library() -> str:
    """Return sigma and graphology, as the build of the package made them.

    Raises:
        CoopgraphError: the package was built without them.
    """
    place = files("coopgraph.render").joinpath("page", "built", "sigma.js")
    if not place.is_file():
        raise CoopgraphError(
            "A network of this size needs sigma.js, which the build left out: with a connection to"
            " npm, run `python hatch_build.py` in a checkout, or install coopgraph again.",
            "Un réseau de cette taille demande sigma.js, que la construction a laissé de"
            " côté\u00a0: avec une connexion à npm, lancer `python hatch_build.py` dans une copie"
            " du dépôt, ou réinstaller coopgraph.",
        )
    return place.read_text(encoding="utf-8")


def _library() -> str:
    """Return the vis-network that pyvis brings, without its pointer to a map that is not there."""
    place = files("pyvis").joinpath(_LIBRARY)
    if not place.is_file():
        raise CoopgraphError(
            "The installed pyvis lacks vis-network, which draws the page: install pyvis 0.3.2.",
            "Le pyvis installé ne contient pas vis-network, qui dessine la page\u00a0: installer"
            " pyvis 0.3.2.",
        )
    text = place.read_text(encoding="utf-8").replace("\r\n", "\n")
    return text.partition("\n//# sourceMappingURL=")[0] + "\n"
