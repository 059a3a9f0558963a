/** Writes the names of regions on the picture of a map. */

const FINER_FROM = 2.5;
const HALF_LINE = 10;
const GAP = 4;

/** Those to be written: the finer ones first where one is close, of them the largest. */
function wanted(regions, closeness) {
  return closeness < FINER_FROM
    ? regions.filter(({ level }) => level === 0).toSorted(byPapers)
    : regions.toSorted((one, other) => other.level - one.level || byPapers(one, other));
}

function byPapers(one, other) {
  return other.papers - one.papers;
}

/** The room of a name in the middle of which is its place; a bit aside where that would be cut off. */
function roomOf({ x, y }, nameWidth, { width, corner }) {
  const half = nameWidth / 2 + GAP;
  const right = y - HALF_LINE < corner.bottom ? corner.left : width;
  const isInside = x > 0 && x < width;
  const middle = isInside ? Math.max(half, Math.min(x, right - half)) : x;
  return { left: middle - half, right: middle + half, top: y - HALF_LINE, bottom: y + HALF_LINE };
}

function overlaps(one, other) {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}

/**
 * Writes them where there is room; a name that would cover another is left out.
 *
 * @param picture `{width, height, style}`, and the `corner` in the upper right that is hidden
 */
export function writeNames(context, regions, view, picture) {
  const { width, height, style } = picture;
  const taken = [];
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = style.getPropertyValue('--raised');
  context.fillStyle = style.getPropertyValue('--ink');
  for (const { name, level, ...place } of wanted(regions, view.closeness)) {
    context.font = `${level === 0 ? '600 14px' : '13px'} system-ui, sans-serif`;
    const room = roomOf(view.toScreen(place), context.measureText(name).width, picture);
    const isSeen = overlaps(room, { left: 0, top: 0, right: width, bottom: height });
    if (isSeen && !taken.some((other) => overlaps(room, other))) {
      taken.push(room);
      const at = [(room.left + room.right) / 2, (room.top + room.bottom) / 2];
      context.strokeText(name, ...at);
      context.fillText(name, ...at);
    }
  }
}
