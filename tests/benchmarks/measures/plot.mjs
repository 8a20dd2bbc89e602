// A line chart on two logarithmic axes, as SVG.
const WIDTH = 760, HEIGHT = 420, LEFT = 60, RIGHT = 180, TOP = 20, BOTTOM = 50;
const COLOURS = ['#0969da', '#1a7f37', '#9a6700', '#8250df', '#cf222e'];

export function plot(series, axes) {
  const values = series.flatMap(({ points }) => points).filter(([, y]) => y !== undefined);
  const [x, y] = [0, 1].map((i) => scale(values.map((point) => point[i]), i === 0 ? [LEFT, WIDTH - RIGHT] : [HEIGHT - BOTTOM, TOP]));
  const parts = [...grid(x, (at) => [at, TOP, at, HEIGHT - BOTTOM], (at) => [at, HEIGHT - BOTTOM + 16, 'middle']),
    ...grid(y, (at) => [LEFT, at, WIDTH - RIGHT, at], (at) => [LEFT - 6, at + 4, 'end'])];
  const colours = new Map();
  const labels = [];
  for (const { name, isOurs, points } of series) {
    const language = name.split(',')[0];
    if (!colours.has(language)) colours.set(language, COLOURS[colours.size % COLOURS.length]);
    const known = points.filter(([, value]) => value !== undefined);
    const path = known.map(([a, b]) => `${x.at(a).toFixed(1)},${y.at(b).toFixed(1)}`).join(' ');
    parts.push(`<polyline points="${path}" fill="none" stroke="${colours.get(language)}" stroke-width="2"${isOurs ? '' : ' stroke-dasharray="5 4"'}/>`);
    if (known.length) labels.push({ name, colour: colours.get(language), at: y.at(known.at(-1)[1]) + 4 });
  }
  for (const { name, colour, at } of apart(labels)) parts.push(`<text x="${WIDTH - RIGHT + 8}" y="${at.toFixed(1)}" fill="${colour}">${name}</text>`);
  parts.push(`<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 10}" text-anchor="middle">${axes.x}</text>`,
    `<text transform="translate(16 ${(TOP + HEIGHT - BOTTOM) / 2}) rotate(-90)" text-anchor="middle">${axes.y}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" font-family="sans-serif" font-size="12">\n<rect width="100%" height="100%" fill="white"/>\n${parts.join('\n')}\n</svg>\n`;
}

/** Labels from the top down, each at least a line below the one before. */
function apart(labels) {
  const LINE = 14;
  let last = 0;
  return labels.sort((a, b) => a.at - b.at).map((label) => ({ ...label, at: (last = Math.max(label.at, last + LINE)) }));
}

/** Whole powers of ten around the values. */
function scale(values, [from, to]) {
  const [low, high] = [Math.floor(Math.log10(Math.min(...values))), Math.ceil(Math.log10(Math.max(...values)))];
  return {
    at: (value) => from + (Math.log10(value) - low) / Math.max(high - low, 1) * (to - from),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

function grid(axis, line, label) {
  return axis.ticks.flatMap((tick) => {
    const [x1, y1, x2, y2] = line(axis.at(tick));
    const [x, y, anchor] = label(axis.at(tick));
    return [`<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="#ddd"/>`, `<text x="${x}" y="${y}" text-anchor="${anchor}">${tick.toLocaleString('en')}</text>`];
  });
}
