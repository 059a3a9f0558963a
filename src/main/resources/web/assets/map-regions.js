/** The regions of a map as a list that leads to them, and says which colour each has. */

import { element, foreign } from './dom.js';
import { regionColour, swatch } from './map-colours.js';

const ZOOM = 3;

/** @param show is given the place of a region that is to be shown */
export function regionList(regions, show) {
  const large = regions
    .map((region, number) => ({ ...region, number }))
    .filter(({ level }) => level === 0)
    .toSorted((one, other) => other.papers - one.papers);
  return [
    element('h2', {}, 'Regions'),
    element('ul', { role: 'list' }, large.map(({ name, number, papers, x, y }) => element('li', {},
      swatch(regionColour(regions, number)),
      element('button', { type: 'button', class: 'plain', click: () => show({ x, y, zoom: ZOOM }) }, foreign(name)),
      ` ${papers.toLocaleString('en')}`))),
  ];
}
