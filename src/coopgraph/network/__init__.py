"""Networks of actors, as `networkx.MultiDiGraph`: projected, sliced by time, laid out.

`coopgraph.network.project` makes the network, `coopgraph.network.slices` cuts a day or a period out
of it, `coopgraph.network.layout` gives every node its place.
"""

__all__: list[str] = []
