/** Which part of a map is seen, and where on the screen it is. Pure arithmetic. */

const MARGIN = 0.04;
const CLOSEST = 60;

export class MapView {
  #map;
  #screen;
  #least;
  #scale = 1;
  #left = 0;
  #top = 0;

  /** @param map `{width, height}` in the map's own units; `screen` in pixels */
  constructor(map, screen) {
    this.#map = map;
    this.resize(screen);
    this.showAll();
  }

  /** What was in the middle stays there, and all of it stays all. */
  resize(screen) {
    const middle = this.#screen && this.toMap({ x: this.#screen.width / 2, y: this.#screen.height / 2 });
    const wasAll = this.#least === this.#scale;
    this.#screen = screen;
    const room = 1 - 2 * MARGIN;
    this.#least = Math.min(room * screen.width / this.#map.width, room * screen.height / this.#map.height);
    this.#scale = wasAll ? this.#least : Math.max(this.#scale, this.#least);
    if (middle) {
      this.#centre(middle.x, middle.y);
    }
  }

  /** How much closer this is than the view of all. */
  get closeness() {
    return this.#scale / this.#least;
  }

  showAll() {
    this.#scale = this.#least;
    this.#centre(this.#map.width / 2, this.#map.height / 2);
  }

  show(x, y, closeness) {
    this.#scale = this.#least * Math.min(closeness, CLOSEST);
    this.#centre(x, y);
  }

  #centre(x, y) {
    this.#left = x - this.#screen.width / this.#scale / 2;
    this.#top = y - this.#screen.height / this.#scale / 2;
  }

  move(pixelsRight, pixelsDown) {
    this.#left -= pixelsRight / this.#scale;
    this.#top -= pixelsDown / this.#scale;
  }

  /** Zooms while what is at a place of the screen stays there. */
  zoom(factor, at = { x: this.#screen.width / 2, y: this.#screen.height / 2 }) {
    const fixed = this.toMap(at);
    this.#scale = Math.min(Math.max(this.#scale * factor, this.#least), this.#least * CLOSEST);
    this.#left = fixed.x - at.x / this.#scale;
    this.#top = fixed.y - at.y / this.#scale;
  }

  toScreen({ x, y }) {
    return { x: (x - this.#left) * this.#scale, y: (y - this.#top) * this.#scale };
  }

  toMap({ x, y }) {
    return { x: x / this.#scale + this.#left, y: y / this.#scale + this.#top };
  }

  /** A distance on the screen as one on the map. */
  length(pixels) {
    return pixels / this.#scale;
  }
}
