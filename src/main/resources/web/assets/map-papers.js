/**
 * Asks for papers of one version of the map. The numbers of points are those of a version: where
 * there is another by now, the page begins again.
 */

import { get, post } from './api.js';

/** As many may lie at one place. */
const NEAR = 20;

export class MapPapers {
  #version;
  #points;

  constructor(version, points) {
    this.#version = version;
    this.#points = points;
  }

  #requireSame({ version }) {
    if (version !== this.#version) {
      location.reload();
    }
  }

  /** The paper of a point; undefined if it has gone. */
  async paper(i) {
    const answer = await get(`/v1/map/near?x=${this.#points.x(i)}&y=${this.#points.y(i)}&limit=${NEAR}`);
    this.#requireSame(answer);
    return answer.papers.find(({ index }) => index === i);
  }

  /** Where papers are, by id; those that are not on the map are left out. */
  async places(ids, signal) {
    if (ids.length === 0) {
      return new Map();
    }
    const answer = await post('/v1/map/places', { id: ids }, signal);
    this.#requireSame(answer);
    return new Map(answer.places.map((place) => [place.id, place]));
  }
}
