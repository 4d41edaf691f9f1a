// Outlines of land and borders of countries for the map, as plain arrays of [longitude, latitude].
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { feature, mesh } from 'topojson-client'
import { presimplify, simplify, sphericalTriangleArea } from 'topojson-simplify'

const BOX = [-130, -5, 45, 75] // west, south, east, north: North America to the Levant
const NEAR = [
  [-80, 43, -52, 53], // the Saint Lawrence and its gulf
  [-6, 42, 9, 52], // France and its seas
]
const FINER = 32 // times more of the corners count there
const LEAST_TRIANGLE = 2e-6 // steradians, about 80 km²: finer corners are left out
const LEAST_RING = { near: 0.001, far: 0.04 } // square degrees: Saint-Pierre stays, rocks go
const DIGITS = 2

export async function makeLand() {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-10m.json')
  const topology = JSON.parse(await readFile(path, 'utf8'))
  const simple = simplify(presimplify(topology, weight), LEAST_TRIANGLE)
  const land = feature(simple, simple.objects.land).features.flatMap((one) => polygons(one.geometry))
  const borders = mesh(simple, simple.objects.countries, (a, b) => a !== b).coordinates
  return {
    credit: {
      fr: 'Contours : Natural Earth (domaine public)',
      en: 'Outlines: Natural Earth (public domain)',
    },
    box: BOX,
    land: land.map(unwrapped).map(clipRing).map(rounded).filter(isLarge),
    borders: borders.flatMap(clipLine).map(rounded).filter((line) => line.length > 1),
  }
}

function isNear([x, y]) {
  return NEAR.some(([west, south, east, north]) => x > west && x < east && y > south && y < north)
}

function weight(triangle) {
  return sphericalTriangleArea(triangle) * (isNear(triangle[1]) ? FINER : 1)
}

function isLarge(ring) {
  return ring.length > 3 && area(ring) >= (isNear(ring[0]) ? LEAST_RING.near : LEAST_RING.far)
}

function polygons(geometry) {
  return geometry.type === 'Polygon' ? geometry.coordinates : geometry.coordinates.flat()
}

// A ring across the antimeridian jumps from 180 to −180: let it go on beyond 180 instead.
function unwrapped(ring) {
  let turns = 0
  return ring.map(([x, y], index) => {
    const step = index ? x - ring[index - 1][0] : 0
    if (Math.abs(step) > 180) turns -= Math.sign(step)
    return [x + 360 * turns, y]
  })
}

const SIDES = [
  { inside: ([x]) => x >= BOX[0], cut: (a, b) => atLongitude(a, b, BOX[0]) },
  { inside: ([x]) => x <= BOX[2], cut: (a, b) => atLongitude(a, b, BOX[2]) },
  { inside: ([, y]) => y >= BOX[1], cut: (a, b) => atLatitude(a, b, BOX[1]) },
  { inside: ([, y]) => y <= BOX[3], cut: (a, b) => atLatitude(a, b, BOX[3]) },
]

function atLongitude([ax, ay], [bx, by], x) {
  return [x, ay + ((by - ay) * (x - ax)) / (bx - ax)]
}

function atLatitude([ax, ay], [bx, by], y) {
  return [ax + ((bx - ax) * (y - ay)) / (by - ay), y]
}

// Sutherland and Hodgman: what of a closed ring lies in the box, along its edge where it is cut.
function clipRing(ring) {
  let kept = ring.slice(0, -1)
  for (const { inside, cut } of SIDES) {
    kept = kept.flatMap((point, index) => {
      const before = kept.at(index - 1)
      const crossing = inside(point) === inside(before) ? [] : [cut(before, point)]
      return inside(point) ? [...crossing, point] : crossing
    })
  }
  return kept.length ? [...kept, kept[0]] : []
}

// What of an open line lies in the box: it may fall into pieces.
function clipLine(line) {
  let pieces = [line]
  for (const { inside, cut } of SIDES) {
    pieces = pieces.flatMap((piece) => {
      const found = []
      piece.forEach((point, index) => {
        const before = piece[index - 1]
        if (before && inside(point) !== inside(before)) {
          const edge = cut(before, point)
          if (inside(point)) found.push([edge])
          else found.at(-1).push(edge)
        }
        if (!inside(point)) return
        if (!before) found.push([])
        found.at(-1).push(point)
      })
      return found
    })
  }
  return pieces
}

function rounded(points) {
  const near = points.map((point) => point.map((value) => Number(value.toFixed(DIGITS))))
  return near.filter(([x, y], index) => {
    const before = near[index - 1]
    return !before || before[0] !== x || before[1] !== y
  })
}

function area(ring) {
  let twice = 0
  for (let index = 1; index < ring.length; index += 1) {
    const [[ax, ay], [bx, by]] = [ring[index - 1], ring[index]]
    twice += ax * by - bx * ay
  }
  return Math.abs(twice) / 2
}
