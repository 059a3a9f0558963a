/** Which part of a map is seen, and where on the screen it is. Pure arithmetic. */

const MARGIN = 0.04;
const CLOSEST = 60;

/** What is fitted into view is shown no closer than this. */
const CLOSEST_FIT = 6;

function clamped(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

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
    const middle = this.#screen && this.#middle;
    const wasAll = this.#least === this.#scale;
    this.#screen = screen;
    this.#least = this.#filling(this.#map);
    this.#scale = wasAll ? this.#least : clamped(this.#scale, this.#least, this.#least * CLOSEST);
    if (middle) {
      this.#centre(middle);
    }
  }

  /** The scale at which something has just room on the screen. */
  #filling({ width, height }) {
    const room = 1 - 2 * MARGIN;
    return Math.min(room * this.#screen.width / width, room * this.#screen.height / height);
  }

  /** How much closer this is than the view of all. */
  get closeness() {
    return this.#scale / this.#least;
  }

  get #middle() {
    return this.toMap({ x: this.#screen.width / 2, y: this.#screen.height / 2 });
  }

  /** Names what is seen, as {@link show} takes it: `{x, y, zoom}`, rounded. Undefined if it is all. */
  get place() {
    const { x, y } = this.#middle;
    const place = { x: Math.round(x), y: Math.round(y), zoom: Number(this.closeness.toFixed(3)) };
    const isAll = place.zoom === 1
      && Math.abs(x - this.#map.width / 2) < 1 && Math.abs(y - this.#map.height / 2) < 1;
    return isAll ? undefined : place;
  }

  showAll() {
    this.#scale = this.#least;
    this.#centre({ x: this.#map.width / 2, y: this.#map.height / 2 });
  }

  /** @param zoom how much closer than the view of all */
  show({ x, y, zoom }) {
    this.#scale = this.#least * clamped(zoom, 1, CLOSEST);
    this.#centre({ x, y });
  }

  /** Shows places, at least one, with room around them. */
  fit(places) {
    const [left, right] = [Math.min, Math.max].map((of) => of(...places.map(({ x }) => x)));
    const [top, bottom] = [Math.min, Math.max].map((of) => of(...places.map(({ y }) => y)));
    const filling = this.#filling({ width: right - left, height: bottom - top }); // of one, infinite
    this.show({
      x: (left + right) / 2, y: (top + bottom) / 2, zoom: Math.min(filling / this.#least, CLOSEST_FIT),
    });
  }

  /** Whether a place of the map is on the screen. */
  holds(place) {
    const { x, y } = this.toScreen(place);
    return x >= 0 && y >= 0 && x <= this.#screen.width && y <= this.#screen.height;
  }

  /** The middle of the screen stays on the map, so that nobody loses it. */
  #centre({ x, y }) {
    this.#left = clamped(x, 0, this.#map.width) - this.#screen.width / this.#scale / 2;
    this.#top = clamped(y, 0, this.#map.height) - this.#screen.height / this.#scale / 2;
  }

  move(pixelsRight, pixelsDown) {
    const { x, y } = this.#middle;
    this.#centre({ x: x - pixelsRight / this.#scale, y: y - pixelsDown / this.#scale });
  }

  /** Zooms while what is at a place of the screen stays there. */
  zoom(factor, at = { x: this.#screen.width / 2, y: this.#screen.height / 2 }) {
    const fixed = this.toMap(at);
    this.#scale = clamped(this.#scale * factor, this.#least, this.#least * CLOSEST);
    this.#centre({
      x: fixed.x + (this.#screen.width / 2 - at.x) / this.#scale,
      y: fixed.y + (this.#screen.height / 2 - at.y) / this.#scale,
    });
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
