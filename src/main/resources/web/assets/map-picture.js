/** The picture of a map: what part of it is seen, what is lit up in it and what is pointed to. */

import { MapHover } from './map-hover.js';
import { MapPainter } from './map-painter.js';
import { MapView } from './map-view.js';
import { listenToGestures } from './map-gestures.js';

const CLOSE = 6;

export class MapPicture {
  #canvas;
  #painter;
  #view;
  #hover;
  #moved;
  #lit = [];
  #ringed = [];
  #frame;

  /**
   * @param over what lies over the canvas: `label`, where it is told what is under the pointer, and
   *     `buttons`
   * @param loaded `{map, points, papers}`
   * @param moved is called when somebody moved the picture or it got another size, often
   */
  constructor(canvas, { label, buttons }, { map, points, papers }, moved) {
    this.#canvas = canvas;
    this.#moved = moved;
    this.#painter = new MapPainter(canvas, buttons, points, map.regions);
    this.#view = new MapView(map, this.#painter.fit());
    this.#hover = new MapHover(canvas, label, { points, papers, view: this.#view }, () => this.#paintSoon());
    listenToGestures(canvas, this.#view, {
      changed: () => this.#wasMoved(),
      hover: (place) => this.#hover.at(place),
      click: (place) => this.#hover.open(place),
    });
    new ResizeObserver(() => {
      this.#view.resize(this.#painter.fit());
      this.#paint();
      this.#moved();
    }).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#paintSoon());
  }

  #wasMoved() {
    this.untell();
    this.#paintSoon();
    this.#moved();
  }

  #paintSoon() {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    this.#frame = undefined;
    this.#painter.paint(this.#view, { lit: this.#lit, ringed: this.#ringed, over: this.#hover.over });
  }

  untell() {
    this.#hover.untell();
  }

  colourBy(what) {
    this.#painter.colourBy(what);
    this.#paintSoon();
  }

  /** Lights up points, and puts a ring around others, by their numbers. */
  light(lit, ringed) {
    this.#lit = lit;
    this.#ringed = ringed;
    this.#paintSoon();
  }

  /** What is seen, as {@link MapView#place} names it. */
  get place() {
    return this.#view.place;
  }

  /** @param place as {@link place} gives it */
  show(place) {
    if (place) {
      this.#view.show(place);
    } else {
      this.#view.showAll();
    }
    this.#paintSoon();
  }

  fit(places) {
    this.untell();
    this.#view.fit(places);
    this.#paintSoon();
  }

  /** Goes to a paper and tells which of the points it is. */
  point({ x, y, index }) {
    this.#view.show({ x, y, zoom: Math.max(CLOSE, this.#view.closeness) });
    this.#hover.point(index);
  }

  holds(place) {
    return this.#view.holds(place);
  }

  zoom(factor) {
    this.#view.zoom(factor);
    this.#wasMoved();
  }
}
