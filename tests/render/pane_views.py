"""Views made by hand for the panes of chains, matrix and mirror, with invented names."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tests.render.panes import map_page, timeline_page
from tests.render.views import make_fact, make_node, make_tie, make_view

from coopgraph.views.chain.telling import GAP_LABEL, JOINT_LABELS
from coopgraph.views.model import Words

if TYPE_CHECKING:
    from coopgraph.views.model import Fact, Json, Node, Tie, View

__all__ = ["chain_page", "every_pane_page", "matrix_page", "mirror_page"]


def _titled(key: str, edtf: str, kind: str, title: str, **changes: object) -> Fact:
    words = Words(title, title)
    return make_fact(key, edtf, kind=kind, title=words, sentence=words, **changes)


def _two_actors() -> tuple[tuple[Node, ...], tuple[Tie, ...]]:
    nodes = (make_node("a", 300, 500), make_node("b", 700, 500, side="quebec"))
    return nodes, (make_tie("t1", "a", "b", "visit"), make_tie("t2", "a", "b", "later"))


def chain_page(text: str = "Titre") -> View:
    """Return two chains: one of two flows with a gap, one of one flow."""
    nodes, ties = _two_actors()
    facts = (
        _titled("visit", "2010-04", "mission", f"{text} : visite"),
        _titled("accord", "2011", "agreement", f"{text} : accord", doubts=("contested",)),
        _titled("none", "2012", "outcome", f"{text} : rien", doubts=("not-achieved",)),
        _titled("fund", "2008/..", "programme", f"{text} : fonds"),
        _titled("later", "2018", "mission", f"{text} : plus tard", doubts=("planned",)),
        _titled("deal", "2019", "outcome", f"{text} : contrat"),
    )
    words = Words(f"{text} dit", f"{text} said")
    told: list[Json] = [
        {"kind": "record", "records": ["visit"], "said": ["visit"]},
        {"kind": "joint", "words": words, "records": ["visit", "accord"], "said": ["accord"],
         "inferred": False},
        {"kind": "gap", "words": words, "records": ["accord", "later"], "said": [],
         "inferred": False},
        {"kind": "record", "records": ["later"], "said": ["later"]},
    ]  # fmt: skip
    first: Json = {
        "title": Words(text, text),
        "flows": [
            {"records": ["visit", "accord", "none"], "ranks": [0, 1, 2],
             "joints": [[0, 1, "led-to", 0], [1, 2, "result", 1]]},
            {"records": ["fund", "later", "deal"], "ranks": [0, 1, 2],
             "joints": [[0, 1, "funded", 0], [1, 2, "led-to", 0]]},
        ],
        "gaps": [["accord", "later"]],
        "told": told,
    }  # fmt: skip
    second: Json = {
        "title": Words(f"{text} 2", f"{text} 2"),
        "flows": [{"records": ["fund", "later", "deal"], "ranks": [0, 1, 2],
                   "joints": [[0, 1, "funded", 0], [1, 2, "led-to", 0]]}],
        "gaps": [],
        "told": [],
    }  # fmt: skip
    extras = {"chains": [first, second], "open": 0, "joints": dict(JOINT_LABELS), "gap": GAP_LABEL}
    return make_view(nodes, ties, facts, name="chain", panes=("chain",), extras={"chain": extras})


def matrix_page(text: str = "Acteur") -> View:
    """Return three actors of two shores, several facts between two of them."""
    nodes = tuple(
        make_node(key, 0, 0, side=side, label=Words(f"{text} {key}", f"{text} {key}"),
                  place=Words(place, place))
        for key, side, place in (("a", "france", "Sable"), ("b", "quebec", "Havre"),
                                 ("c", "quebec", "Havre"))
    )  # fmt: skip
    facts = (
        make_fact("f1", "2010"),
        make_fact("f2", "2012"),
        make_fact("f3", "2012", doubts=("planned",)),
        make_fact("f4", "[2013..2016]", doubts=("contested",)),
    )
    ties = (
        make_tie("t1", "a", "b", "f1"),
        make_tie("t2", "a", "b", "f2"),
        make_tie("t3", "b", "c", "f3"),
        make_tie("t4", "a", "c", "f4"),
    )
    extras: Json = {"most": 40, "themes": [["vent", Words(text, text)]], "of": {"f1": [0]}}
    return make_view(
        nodes, ties, facts, name="matrix", panes=("matrix",), extras={"matrix": extras}
    )


def mirror_page(text: str = "Titre") -> View:
    """Return one account that differs, one that agrees, and one record of one shore each."""
    nodes, ties = _two_actors()
    facts = (
        _titled("visit", "2010-04", "mission", f"{text} : visite"),
        _titled("later", "2018", "mission", f"{text} : plus tard"),
        _titled("here", "2011", "mission", f"{text} : ici"),
        _titled("there", "2012", "mission", f"{text} : là"),
    )

    def line(facet: str, value: str, shores: str, *, differs: bool = False) -> Json:
        return {
            "facet": facet,
            "question": Words("", ""),
            "value": Words(f"{text} {value}", f"{text} {value}"),
            "france": [0] if "f" in shores else [],
            "quebec": [1] if "q" in shores else [],
            "elsewhere": 0,
            "standing": "undecided" if differs else "",
            "differs": differs,
        }

    def account(fact: str, *lines: Json, differs: bool = False) -> Json:
        told = Words(f"{text} raconté", f"{text} told")
        return {"fact": fact, "told": told, "elsewhere": 1, "differs": differs, "lines": lines}

    extras: Json = {
        "accounts": [
            account("visit", line("date", "avril", "f", differs=True),
                    line("date", "mai", "q", differs=True), line("partner", "Sablier", "fq"),
                    differs=True),
            account("later", line("partner", "Phare", "fq")),
        ],
        "alone": {"france": ["here"], "quebec": ["there"]},
        "unplaced": 2,
        "sources": {"france": 3, "quebec": 4, "neither": 1, "unknown": 5},
        "publishers": [f"{text} Gazette", f"{text} Registre"],
    }  # fmt: skip
    return make_view(
        nodes, ties, facts, name="mirror", panes=("mirror",), extras={"mirror": extras}
    )


def every_pane_page() -> View:
    """Return one page with all panes: what each of them tells of the same actors."""
    pages = (chain_page(), matrix_page(), mirror_page(), map_page())
    facts = {key: fact for page in reversed(pages) for key, fact in page.facts.items()}
    nodes = {node.id: node for page in reversed(pages) for node in page.nodes}
    ties = (tie._replace(id=f"{page.name}-{tie.id}") for page in pages for tie in page.ties)
    extras: dict[str, Json] = {"timeline": timeline_page().extras["timeline"]}
    for page in pages:
        extras |= page.extras
    return replace(
        pages[0],
        nodes=tuple(nodes.values()),
        ties=tuple({tie.id: tie for tie in ties}.values()),
        facts=facts,
        panes=("network", "map", "timeline", "chain", "matrix", "mirror"),
        extras=extras,
    )
