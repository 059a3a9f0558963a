/**
 * Which colour a point has: that of its region, or of its year. A colour is an expression of CSS
 * over what map.css says for light and dark, so that points and what explains them agree.
 */

import { element } from './dom.js';

const HUES = 24;
const TURN = 360 / 1.618;
const YEAR_COLOURS = 6;
const NONE = 'var(--no-colour)';

/** The colour of a region, which is that of the large one that it is a part of. */
export function regionColour(regions, number) {
  const region = regions[number];
  return region
    ? `hsl(${Math.round(((region.parent ?? number) % HUES) * TURN) % 360} var(--dots))`
    : NONE;
}

function papersByYear(points) {
  const papers = new Map();
  for (let i = 0; i < points.size; i++) {
    papers.set(points.year(i), (papers.get(points.year(i)) ?? 0) + 1);
  }
  papers.delete(0);
  return [...papers].toSorted(([one], [other]) => one - other);
}

/** Years in at most so many spans, of about as many papers each: `{first, last, papers}`. */
export function spansOf(years, most) {
  if (years.length <= most) {
    return years.map(([year, papers]) => ({ first: year, last: year, papers }));
  }
  let left = years.reduce((sum, [, papers]) => sum + papers, 0);
  const spans = [];
  for (const [year, papers] of years) {
    const span = spans.at(-1);
    const share = left / (most - spans.length + 1); // of this span and those to come
    if (span && (spans.length === most || span.papers + papers / 2 <= share)) {
      Object.assign(span, { last: year, papers: span.papers + papers });
    } else {
      left -= span?.papers ?? 0;
      spans.push({ first: year, last: year, papers });
    }
  }
  return spans;
}

/** Spans of years with their colours, the oldest first. */
function yearSpans(points) {
  const spans = spansOf(papersByYear(points), YEAR_COLOURS);
  const step = (YEAR_COLOURS - 1) / Math.max(1, spans.length - 1);
  return spans.map((span, i) => ({ ...span, colour: `var(--year-${Math.round(i * step)})` }));
}

/** The colour of each point, by its number: `region` or `year`. */
export function coloursBy(what, points, regions) {
  if (what === 'region') {
    return (i) => regionColour(regions, points.region(i));
  }
  const ofYear = new Map();
  for (const { first, last, colour } of yearSpans(points)) {
    for (let year = first; year <= last; year++) {
      ofYear.set(year, colour);
    }
  }
  return (i) => ofYear.get(points.year(i)) ?? NONE;
}

/** The colour as a picture has it, whose canvas knows no variables. */
export function resolved(colour, style) {
  return colour.replace(/var\((--[\w-]+)\)/, (_, name) => style.getPropertyValue(name).trim());
}

/** A spot of a colour, for those who see it. */
export function swatch(colour) {
  const spot = element('span', { class: 'swatch', 'aria-hidden': 'true' });
  spot.style.background = colour;
  return spot;
}

/** What the colours of years mean, as a list. */
export function yearLegend(points) {
  const spans = yearSpans(points);
  const isUndated = Array.from({ length: points.size }, (_, i) => points.year(i)).includes(0);
  const entries = spans.map(({ first, last, colour }) =>
    [colour, first === last ? `${first}` : `${first} to ${last}`]);
  return element('ul', { class: 'legend', role: 'list', 'aria-label': 'Colours of years' },
    [...entries, ...(isUndated ? [[NONE, 'no year']] : [])].map(([colour, text]) =>
      element('li', {}, swatch(colour), text)));
}
