/** A small line of what a number was of late. Whoever shows it says the same in words. */

/** Five minutes, if one is added every two seconds; as wide as the picture's own measure. */
const KEPT = 150;
const HEIGHT = 32;
const MARGIN = 2;

export class Sparkline {
  #line;
  #values = [];

  constructor(svg) {
    this.#line = svg.querySelector('polyline');
  }

  get highest() {
    return Math.max(0, ...this.#values);
  }

  add(value) {
    this.#values.push(value);
    this.#values.splice(0, this.#values.length - KEPT);
    const scale = (HEIGHT - 2 * MARGIN) / (this.highest || 1);
    const first = KEPT - this.#values.length;
    this.#line.setAttribute('points', this.#values
      .map((each, i) => `${first + i},${(HEIGHT - MARGIN - each * scale).toFixed(1)}`)
      .join(' '));
  }
}
