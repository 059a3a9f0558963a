/** Waits for the map, and tells meanwhile how it is getting on. */

import { get, getRaw } from './api.js';
import { MapPoints } from './map-points.js';
import { pause } from './waiting.js';

const EXTENT = 65535;
const ASKED_AGAIN = { computing: 2_000, waiting: 10_000 };

/** What a map that is not ready says of itself; in tens, for a reader hears of each change. */
function waitingFor(map) {
  return map.state === 'computing'
    ? `The map is being made: ${map.stage}, ${10 * Math.floor(10 * map.progress)} %.`
    : `There is no map yet: ${map.reason}.`;
}

/** The points of just this version; none if there is another by now. */
async function pointsOf({ version }) {
  const response = await getRaw('/v1/map/points').catch(() => undefined);
  return response?.headers.get('ETag')?.includes(version)
    ? new MapPoints(await response.arrayBuffer(), EXTENT)
    : undefined;
}

/**
 * The map with its points, as soon as there is one.
 *
 * @param say is told in words how it stands whenever that has changed
 */
export async function loadMap(say) {
  let said;
  for (;;) {
    const map = await get('/v1/map').catch(({ message: reason }) => ({ state: 'waiting', reason }));
    const points = map.state === 'ready' ? await pointsOf(map) : undefined;
    if (points) {
      return { map, points };
    }
    if (map.state !== 'ready' && said !== waitingFor(map)) {
      said = waitingFor(map);
      say(said);
    }
    await pause(ASKED_AGAIN[map.state] ?? ASKED_AGAIN.waiting);
  }
}
