// Where each bar of the timeline lies: its lane, its row, its label. render/timeline_layout.py does
// the same for the still picture.

const TIMELINE_KINDS = ['agreement', 'mission', 'session', 'project', 'role'];
const TIMELINE_SIDES = ['both', 'france', 'quebec', 'joint', 'other'];
const TIMELINE_ACTORS = 10;

// The place of an item on the axis; everything is cut at its ends. `days` are its four bounds. An end
// that nobody knows may be any day to come: such a bar goes on to the end of the axis. `marked` tells
// whether the day of the sign is on the axis.
function placeItem(item, days, axis) {
  const { fade, reach } = TIMELINE;
  const cut = (x) => Math.max(0, Math.min(axis.width, x));
  const [earliestBegin, latestBegin, earliestEnd, latestEnd] = days;
  const known = days.filter((day) => day !== null);
  const openLeft = earliestBegin === null;
  const openRight = latestEnd === null;
  const first = axis.x(openLeft ? Math.min(...known) : earliestBegin);
  const last = axis.x((openRight ? Math.max(...known) : latestEnd) + 1);
  const left = cut(openLeft ? Math.min(first, axis.width) - fade : first);
  const right = openRight ? axis.width : cut(last);
  const held = latestBegin !== null && earliestEnd !== null && latestBegin <= earliestEnd;
  const solid = held ? [cut(axis.x(latestBegin)), cut(axis.x(earliestEnd + 1))] : null;
  const inner = (x) => Math.max(reach, Math.min(axis.width - reach, x));
  const signed = item.signed
    .map(([begin, , , end]) => (axis.x(begin ?? end) + axis.x((end ?? begin) + 1)) / 2)
    .filter((x) => x >= 0 && x <= axis.width)
    .map(inner);
  const middle = openRight ? left : openLeft ? right : (left + right) / 2;
  const whole = openRight ? first : openLeft ? last : (first + last) / 2;
  const day = held ? axis.x(latestBegin) : whole;
  const sign = inner(signed[0] ?? (held ? solid[0] : middle));
  return {
    left,
    right,
    solid,
    edge: openLeft ? cut(last) : left,
    openLeft,
    openRight,
    signed,
    sign,
    marked: item.signed.length ? signed.length > 0 : day >= 0 && day <= axis.width,
    from: Math.min(left, sign - reach, ...signed.map((x) => x - reach)),
    to: Math.max(right, sign + reach, ...signed.map((x) => x + reach)),
  };
}

function labelRoom(label) {
  return Math.min(TIMELINE.label, [...label].length) * TIMELINE.letter + 4;
}

// Rows for the entries of one lane, none on another: with room for every label, or for bars only.
// More than `most` rows are not wanted: their number is then infinite.
function packLane(entries, axis, roomy, most = Infinity) {
  const ends = [];
  const ordered = [...entries].sort(
    (a, b) => a.place.from - b.place.from || compare(a.item.id, b.item.id),
  );
  for (const entry of ordered) {
    const { from, to } = entry.place;
    const room = labelRoom(entry.label);
    entry.side = to - from >= room ? 'over' : '';
    if (roomy && !entry.side) {
      entry.side = to + room <= axis.width ? 'right' : from >= room ? 'left' : '';
    }
    const begin = entry.side === 'left' ? from - room : from;
    let row = ends.findIndex((end) => end + TIMELINE.gap <= begin);
    if (row < 0) row = ends.push(0) - 1;
    if (row >= most) return Infinity;
    ends[row] = entry.side === 'right' ? to + room : to;
    entry.row = row;
  }
  if (!roomy) labelWhereFree(ordered, ends.length, axis);
  return ends.length;
}

// A label yields to the next bar of its row.
function labelWhereFree(ordered, number, axis) {
  const rows = Array.from({ length: number }, () => []);
  for (const entry of ordered) rows[entry.row].push(entry);
  for (const row of rows) {
    let taken = 0;
    row.forEach((entry, i) => {
      const room = labelRoom(entry.label);
      const next = row[i + 1] ? row[i + 1].place.from - TIMELINE.gap : axis.width;
      if (entry.side === '' && entry.place.to + room <= next) entry.side = 'right';
      else if (entry.side === '' && entry.place.from - room >= taken) entry.side = 'left';
      taken = entry.place.to + (entry.side === 'right' ? room : 0) + TIMELINE.gap;
    });
  }
}

// The height of a lane with its bars. Labels all have room where that leaves the lane in one window.
function packedHeight(lane, axis, room) {
  const high = (rows) => TIMELINE.head + rows * TIMELINE.row;
  const most = Math.floor((room - TIMELINE.head) / TIMELINE.row);
  const roomy = packLane(lane.entries, axis, true, most);
  return high(roomy < Infinity ? roomy : packLane(lane.entries, axis, false));
}

// Lanes under each other, each with the line of its name, then its rows, or the counts of its years
// where it is folded. `folded` is null where nobody has decided: of such lanes, the emptiest are
// open as long as the window holds all lanes.
function layTimeline(lanes, axis, room) {
  const share = Math.floor(room / Math.max(1, lanes.length));
  const band = Math.max(TIMELINE.least, Math.min(TIMELINE.most, share - TIMELINE.head));
  const folded = TIMELINE.head + band;
  for (const lane of lanes) {
    lane.height = lane.folded ? folded : packedHeight(lane, axis, room);
  }
  foldFull(lanes, folded, room);
  let y = 0;
  for (const lane of lanes) {
    if (lane.folded) Object.assign(lane, { height: folded, entries: [] });
    lane.y = y;
    for (const entry of lane.entries) {
      entry.y = y + TIMELINE.head + (entry.row + 0.5) * TIMELINE.row;
    }
    y += lane.height;
  }
  return { band, height: y + 8 };
}

function foldFull(lanes, folded, room) {
  const open = lanes.filter((lane) => lane.folded === null).sort((a, b) => a.height - b.height);
  let whole = lanes.reduce((sum, lane) => sum + (lane.folded === null ? folded : lane.height), 0);
  for (const lane of open) {
    lane.folded = whole + lane.height - folded > room;
    if (!lane.folded) whole += lane.height - folded;
  }
}

// The lanes that the reader has chosen, in a fixed order, without those in which nothing is.
function timelineLanes(items, by) {
  if (by === 'actor') return actorLanes(items);
  const keys = by === 'kind' ? TIMELINE_KINDS : TIMELINE_SIDES;
  return keys
    .map((key) => ({
      key,
      name: word(`timeline.${by}.${key}`),
      side: by === 'side' ? key : null, // whose colour its counts have
      items: items.filter((item) => item[by] === key),
    }))
    .filter((lane) => lane.items.length);
}

// The selected actor and those with whom it is most often seen; else the strongest of all.
function actorLanes(items) {
  const chosen = state.selected?.node;
  const own = chosen ? items.filter((item) => item.fact.nodes.includes(chosen)) : items;
  const byActor = new Map();
  for (const item of own) {
    for (const node of item.fact.nodes) {
      if (!byActor.has(node)) byActor.set(node, []);
      byActor.get(node).push(item);
    }
  }
  return [...byActor]
    .sort(
      ([a, x], [b, y]) =>
        Number(b === chosen) - Number(a === chosen) || y.length - x.length || compare(a.id, b.id),
    )
    .slice(0, TIMELINE_ACTORS)
    .map(([node, found]) => ({ key: node.id, name: nameOf(node), side: node.side, items: found }));
}
