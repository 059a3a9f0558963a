/** Tells which paper lies under the pointer, and opens its page. */

import { foreign } from './dom.js';
import { pageOf, readableDate } from './paper-facts.js';

const REACH_PIXELS = 10;
const PAUSE = 60;
const EDGE_PIXELS = 4;

export class MapHover {
  #canvas;
  #label;
  #map;
  #changed;
  #over;
  #telling;

  /**
   * @param map `{points, view, papers}`
   * @param changed is called when another point is marked
   */
  constructor(canvas, label, map, changed) {
    this.#canvas = canvas;
    this.#label = label;
    this.#map = map;
    this.#changed = changed;
  }

  /** The number of the marked point, or undefined. */
  get over() {
    return this.#over;
  }

  #nearest(place) {
    const { points, view } = this.#map;
    return place && points.nearest(view.toMap(place), view.length(REACH_PIXELS));
  }

  /** Marks what is near a place of the screen; nothing if there is no place. */
  at(place) {
    const over = this.#nearest(place);
    if (over === this.#over) {
      return;
    }
    this.#over = over;
    this.#canvas.classList.toggle('over', over !== undefined);
    this.untell();
    if (over !== undefined) {
      this.#telling = setTimeout(() => this.#tell(over), PAUSE);
    }
    this.#changed();
  }

  /** Marks a point and tells at once what it is. */
  point(i) {
    this.#over = i;
    this.#tell(i);
    this.#changed();
  }

  /** Takes away what is told of a paper. */
  untell() {
    clearTimeout(this.#telling);
    this.#label.hidden = true;
  }

  async #tell(i) {
    const { points, view, papers } = this.#map;
    const paper = await papers.paper(i).catch(() => undefined);
    if (!paper || i !== this.#over) {
      return;
    }
    const label = this.#label;
    label.replaceChildren(foreign(paper.title || paper.id), paper.published ? ` · ${readableDate(paper.published)}` : '');
    label.hidden = false;
    const { x, y } = view.toScreen({ x: points.x(i), y: points.y(i) });
    const { width, height } = this.#canvas.getBoundingClientRect();
    const beside = (at, most) => `${Math.max(EDGE_PIXELS, Math.min(at + 3 * EDGE_PIXELS, most - 2 * EDGE_PIXELS))}px`;
    label.style.left = beside(x, width - label.offsetWidth);
    label.style.top = beside(y, height - label.offsetHeight);
  }

  /** Goes to the page of the paper at a place of the screen. */
  async open(place) {
    const i = this.#nearest(place);
    const paper = i === undefined ? undefined : await this.#map.papers.paper(i).catch(() => undefined);
    if (paper) {
      location.assign(pageOf(paper.id));
    }
  }
}
