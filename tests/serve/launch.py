"""Run a server in this process on any free port: ``launch.py DATA LOG SETTINGS-as-JSON``.

It prints its address. ``"graphs"`` among the settings names files of N-Triples to load as graphs
(none: an empty graph), ``"limits"`` those of a query; what is not named is as the program has it.
"""

import json
import sys
from pathlib import Path

from pyoxigraph import NamedNode, RdfFormat, Store

from coopgraph.graph import build_graph
from coopgraph.queries.limits import Limits
from coopgraph.serve.server import run_server
from coopgraph.serve.settings import Settings


def main(data: str, log: str, text: str) -> None:
    """Build the graph of the tables and serve it."""
    given = json.loads(text)
    graphs = given.pop("graphs", {})
    if "limits" in given:
        given["limits"] = Limits(**given["limits"])
    if "hosts" in given:
        given["hosts"] = tuple(given["hosts"])
    store = build_graph(Path(data)).store if data else Store()
    for name, path in graphs.items():
        store.add_graph(NamedNode(name))
        if path:
            store.load(path=path, format=RdfFormat.N_TRIPLES, to_graph=NamedNode(name))
    settings = Settings(**{"port": 0, "rate": 0, **given})
    with Path(log).open("a", encoding="utf-8") as stream:
        run_server(
            store,
            "a hash",
            settings,
            log=stream,
            ready=lambda address: print(address, flush=True),
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
