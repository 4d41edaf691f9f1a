"""Networks of the records, as `networkx.MultiDiGraph`: projected, cut by time, compared, laid out.

- `coopgraph.network.projections`: every network that the records make, declared in one table;
  `coopgraph.network.project` is that of actors;
- `coopgraph.network.slices`: the network of a day, of a period, or step by step;
  `coopgraph.network.comparison`: what changed between two moments; `coopgraph.network.borne`: what
  an actor was called then;
- `coopgraph.network.measures`: figures of a network, its communities and brokers;
- `coopgraph.network.layout`: a place on the page for every node.
"""

__all__: list[str] = []
