// Draw the lines under the nodes: one stroke for all lines that look the same.

const MANY_LINES = 800;

// Lengths are in pixels of the screen whatever the zoom, so each is divided by the scale.
function drawLines(context, scale, drawn = seen.lines) {
  const chosen = selectedLines();
  const groups = new Map();
  for (const line of drawn) {
    const faded = chosen !== null && !chosen.has(line);
    const key = [line.colour, line.dash, line.opacity, line.width, line.contested, faded].join();
    if (!groups.has(key)) groups.set(key, { line, faded, members: [] });
    groups.get(key).members.push(line);
  }
  context.save();
  context.lineCap = 'round';
  drawHalo(context, scale);
  const ordered = [...groups.values()].sort((a, b) => b.faded - a.faded);
  for (const group of ordered) drawGroup(context, scale, group, drawn.length);
  for (const line of drawn) {
    if (line.mark.sign && (chosen === null || chosen.has(line))) drawSign(context, scale, line);
    else if (countShown(line, chosen, scale)) drawCount(context, scale, line);
  }
  context.restore();
}

function drawGroup(context, scale, { line, faded, members }, number) {
  const many = number > MANY_LINES;
  const thin = many ? Math.sqrt(MANY_LINES / 2 / number) : 1;
  const width = (many ? line.width * 0.6 : line.width) / scale;
  const path = new Path2D();
  for (const { a, b } of members) {
    path.moveTo(a.px, a.py);
    path.lineTo(b.px, b.py);
  }
  context.globalAlpha = faded ? 0.14 : 1;
  if (line.contested) stroke(context, path, legend.doubts.contested.outline, width + 5 / scale, []);
  if (line.contested) stroke(context, path, theme.paper, width + 2 / scale, []);
  context.globalAlpha = (faded ? 0.14 : 1) * line.opacity * thin;
  if (line.dash === 'dotted') {
    const dot = Math.max(width, 5 / scale);
    stroke(context, path, line.colour, dot, [0, 2 * dot]);
    context.globalAlpha = 1;
    if (!faded) stroke(context, path, theme.paper, dot - 2.4 / scale, [0, 2 * dot]);
    return;
  }
  const dashes = line.dash === 'dashed' && !many ? [7 / scale, 6 / scale] : [];
  stroke(context, path, line.colour, width, dashes);
}

function stroke(context, path, colour, width, dashes) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.setLineDash(dashes);
  context.stroke(path);
  context.setLineDash([]);
}

// The accent behind the line that is selected or under the pointer.
function drawHalo(context, scale) {
  for (const line of [pointed.line, state.selected?.line]) {
    if (!line || !line.seen.length) continue;
    const path = new Path2D();
    path.moveTo(line.a.px, line.a.py);
    path.lineTo(line.b.px, line.b.py);
    context.globalAlpha = line === state.selected?.line ? 1 : 0.35;
    stroke(context, path, theme.accent, (line.width + 6) / scale, []);
    context.globalAlpha = 1;
    stroke(context, path, theme.paper, (line.width + 2) / scale, []);
  }
}

// How many facts a line stands for: where it is chosen, or near enough to have room for a number.
function countShown(line, chosen, scale) {
  if (line.number < 2 || (chosen && !chosen.has(line))) return false;
  const close = seen.lines.length <= 60 || scale >= 2 * camera.openingScale;
  if (!chosen && !close && line !== pointed.line) return false;
  return Math.hypot(line.a.px - line.b.px, line.a.py - line.b.py) * scale > 56;
}

function drawCount(context, scale, line) {
  const x = (line.a.px + line.b.px) / 2;
  const y = (line.a.py + line.b.py) / 2;
  const text = String(line.number);
  context.globalAlpha = 1;
  context.fillStyle = theme.paper;
  context.strokeStyle = line.colour;
  context.lineWidth = 1 / scale;
  context.beginPath();
  context.ellipse(x, y, (5 + 3.5 * text.length) / scale, 9 / scale, 0, 0, 2 * Math.PI);
  context.fill();
  context.stroke();
  context.fillStyle = theme.ink;
  context.font = `600 ${11 / scale}px ${theme.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, x, y + 0.5 / scale);
}

// The small cross or ellipsis in the middle of a line, on a disc of paper.
function drawSign(context, scale, line) {
  const x = (line.a.px + line.b.px) / 2;
  const y = (line.a.py + line.b.py) / 2;
  const unit = 1 / scale;
  context.globalAlpha = 1;
  context.fillStyle = theme.paper;
  context.beginPath();
  context.arc(x, y, 9 * unit, 0, 2 * Math.PI);
  context.fill();
  const path = new Path2D();
  if (line.mark.sign === '×') {
    path.moveTo(x - 4 * unit, y - 4 * unit);
    path.lineTo(x + 4 * unit, y + 4 * unit);
    path.moveTo(x + 4 * unit, y - 4 * unit);
    path.lineTo(x - 4 * unit, y + 4 * unit);
    stroke(context, path, theme.ink, 2 * unit, []);
    return;
  }
  for (const step of [-5, 0, 5]) {
    path.moveTo(x + step * unit, y);
    path.lineTo(x + step * unit, y);
  }
  stroke(context, path, theme.ink, 3 * unit, []);
}
