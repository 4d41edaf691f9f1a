// What the page of the network takes from npm to draw thousands of nodes by WebGL: the global SigmaKit.
import { createNodeBorderProgram, NodeBorderProgram } from '@sigma/node-border'
import { NodeSquareProgram } from '@sigma/node-square'
import Graph, { DirectedGraph, MultiGraph, UndirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import Sigma from 'sigma'
import {
  createNodeCompoundProgram,
  EdgeArrowProgram,
  EdgeLineProgram,
  EdgeRectangleProgram,
  NodeCircleProgram,
  NodePointProgram,
} from 'sigma/rendering'

export {
  DirectedGraph,
  EdgeArrowProgram,
  EdgeLineProgram,
  EdgeRectangleProgram,
  Graph,
  MultiGraph,
  NodeBorderProgram,
  NodeCircleProgram,
  NodePointProgram,
  NodeSquareProgram,
  Sigma,
  UndirectedGraph,
  createNodeBorderProgram,
  createNodeCompoundProgram,
  forceAtlas2,
}
