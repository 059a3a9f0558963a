/** The points of a map: 16-bit numbers x, y, region and year of each, the lower byte first. */

const NUMBERS = 4;
const CELLS = 128;

export class MapPoints {
  #numbers;
  #cells;
  #extent;

  constructor(buffer, extent) {
    const view = new DataView(buffer);
    this.#numbers = new Uint16Array(buffer.byteLength / 2);
    for (let i = 0; i < this.#numbers.length; i++) {
      this.#numbers[i] = view.getUint16(2 * i, true);
    }
    this.#extent = extent;
    this.#cells = this.#sorted();
  }

  get size() {
    return this.#numbers.length / NUMBERS;
  }

  x(i) { return this.#numbers[NUMBERS * i]; }

  y(i) { return this.#numbers[NUMBERS * i + 1]; }

  region(i) { return this.#numbers[NUMBERS * i + 2]; }

  /** 0 where it is not known. */
  year(i) { return this.#numbers[NUMBERS * i + 3]; }

  #cell(value) {
    return Math.min(Math.max(Math.floor(value / (this.#extent + 1) * CELLS), 0), CELLS - 1);
  }

  #sorted() {
    const cells = Array.from({ length: CELLS * CELLS }, () => []);
    for (let i = 0; i < this.size; i++) {
      cells[this.#cell(this.y(i)) * CELLS + this.#cell(this.x(i))].push(i);
    }
    return cells;
  }

  /** The point that is nearest to a place, no further than a distance; or undefined. */
  nearest({ x, y }, within) {
    let best;
    let least = within * within;
    for (let row = this.#cell(y - within); row <= this.#cell(y + within); row++) {
      for (let column = this.#cell(x - within); column <= this.#cell(x + within); column++) {
        for (const i of this.#cells[row * CELLS + column]) {
          const distance = (this.x(i) - x) ** 2 + (this.y(i) - y) ** 2;
          if (distance <= least) {
            least = distance;
            best = i;
          }
        }
      }
    }
    return best;
  }
}
