/** What the map shows, and its address: each can be made from the other. */

import { fromAddress as questionOf, mapOf } from './view-state.js';

const COLOURS = ['region', 'year'];
const PLACE = ['x', 'y', 'zoom'];

/**
 * The state that an address names: `asked` as on the search page, `place` as {@link MapView#place}
 * gives it, `colours`.
 */
export function fromAddress(search) {
  const parameters = new URLSearchParams(search);
  const [x, y, zoom] = PLACE.map((name) => Number.parseFloat(parameters.get(name)));
  const colours = parameters.get('colours');
  return {
    asked: questionOf(search),
    place: [x, y, zoom].every(Number.isFinite) ? { x, y, zoom } : undefined,
    colours: COLOURS.includes(colours) ? colours : COLOURS[0],
  };
}

/** The address of a state, without what goes without saying. */
export function addressOf({ asked, place, colours }) {
  const [path, query] = mapOf(asked).split('?');
  const parameters = new URLSearchParams(query);
  PLACE.filter(() => place).forEach((name) => parameters.set(name, place[name]));
  if (colours !== COLOURS[0]) {
    parameters.set('colours', colours);
  }
  return parameters.size > 0 ? `${path}?${parameters}` : path;
}
