"""Measures of a network, of its actors, and of both over time.

- `pairs`: each pair once, with its number of records (`simple_weighted`); `engines`: who computes;
- `betweenness`, `pagerank`, `cores`, `communities`: one measure each; `actors` has those of every
  actor, `shape` those of the whole network, `catalogue` their names and meanings in words;
- `periods`: measures period by period, of the network and of its actors, from the certain to the
  possible network; `histories`: communities followed through periods;
- `brokers`: who stands between the shores; `apart`: what falls apart without them.

Directions do not count: who works with whom works both ways. No measure needs numpy or igraph.
"""

from coopgraph.network.measures.actors import measure_nodes
from coopgraph.network.measures.brokers import find_bridges, find_brokers
from coopgraph.network.measures.communities import find_communities
from coopgraph.network.measures.pairs import simple_weighted
from coopgraph.network.measures.periods import measure_actors_over_time, measure_over_time
from coopgraph.network.measures.shape import measure_shape

__all__ = [
    "find_bridges",
    "find_brokers",
    "find_communities",
    "measure_actors_over_time",
    "measure_nodes",
    "measure_over_time",
    "measure_shape",
    "simple_weighted",
]
