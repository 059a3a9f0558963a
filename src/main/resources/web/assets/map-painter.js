/** Paints a map: points by colour, what is lit up above them, and names where there is room. */

import { coloursBy, resolved } from './map-colours.js';
import { writeNames } from './map-names.js';

export class MapPainter {
  #context;
  #canvas;
  #buttons;
  #points;
  #regions;
  #groups = new Map();

  /** @param buttons lie in the upper right corner of the canvas, and hide what is behind them */
  constructor(canvas, buttons, points, regions) {
    this.#canvas = canvas;
    this.#buttons = buttons;
    this.#context = canvas.getContext('2d');
    this.#points = points;
    this.#regions = regions;
  }

  /** By `region` or by `year`, one of which has to be said once: points of one colour are painted together. */
  colourBy(what) {
    const colours = coloursBy(what, this.#points, this.#regions);
    const groups = new Map();
    for (let i = 0; i < this.#points.size; i++) {
      const colour = colours(i);
      const group = groups.get(colour) ?? [];
      group.push(i);
      groups.set(colour, group);
    }
    this.#groups = groups;
  }

  /** Fits the canvas to its place, in the screen's own pixels; its size in the page's pixels. */
  fit() {
    const { width, height } = this.#canvas.getBoundingClientRect();
    const ratio = globalThis.devicePixelRatio ?? 1;
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    return { width, height };
  }

  /**
   * @param lit numbers of points that stand out
   * @param ringed numbers of points that stand out by a ring
   * @param over the number of the point that is pointed to, or undefined
   */
  paint(view, { lit, ringed, over }) {
    const context = this.#context;
    const { width, height } = this.#canvas.getBoundingClientRect();
    const style = getComputedStyle(this.#canvas);
    context.clearRect(0, 0, width, height);
    context.globalAlpha = lit.length + ringed.length > 0 ? 0.3 : 0.8;
    const size = Math.min(8, this.#size() * Math.sqrt(view.closeness));
    for (const [colour, group] of this.#groups) {
      context.fillStyle = resolved(colour, style);
      for (const i of group) {
        const { x, y } = this.#place(view, i);
        if (x > -size && y > -size && x < width + size && y < height + size) {
          context.fillRect(x - size / 2, y - size / 2, size, size);
        }
      }
    }
    context.globalAlpha = 1;
    const [ink, accent] = ['--ink', '--accent'].map((name) => style.getPropertyValue(name));
    lit.forEach((i) => this.#dot(view, i, size + 2, accent));
    if (over !== undefined) {
      this.#dot(view, over, size + 4, ink);
    }
    writeNames(context, this.#regions, view, { width, height, style, corner: this.#corner() });
    ringed.forEach((i) => this.#ring(view, i, size + 5, ink)); // no name may hide it
  }

  /** Of a point where all are seen, in pixels: few can be large. */
  #size() {
    return Math.min(6, Math.max(1.4, 80 / Math.sqrt(this.#points.size)));
  }

  #place(view, i) {
    return view.toScreen({ x: this.#points.x(i), y: this.#points.y(i) });
  }

  /** Where what the buttons hide begins and ends. */
  #corner() {
    const { left, top } = this.#canvas.getBoundingClientRect();
    const buttons = this.#buttons.getBoundingClientRect();
    return { left: buttons.left - left, bottom: buttons.bottom - top };
  }

  #dot(view, i, radius, colour) {
    const { x, y } = this.#place(view, i);
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#context.fillStyle = colour;
    this.#context.fill();
  }

  #ring(view, i, radius, colour) {
    const { x, y } = this.#place(view, i);
    this.#context.beginPath();
    this.#context.arc(x, y, radius, 0, 2 * Math.PI);
    this.#context.lineWidth = 3;
    this.#context.strokeStyle = colour;
    this.#context.stroke();
    this.#dot(view, i, radius / 3, colour);
  }
}
