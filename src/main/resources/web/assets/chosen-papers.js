/** The papers that were ticked, and those that are not wanted, until a list is made of them. */

import { element } from './dom.js';
import { addressOf, changed, fromAddress } from './view-state.js';

export class ChosenPapers {
  #bar;
  #liked = new Map();
  #unliked = new Map();

  constructor(bar) {
    this.#bar = bar;
  }

  isLiked(id) {
    return this.#liked.has(id);
  }

  isUnliked(id) {
    return this.#unliked.has(id);
  }

  /** A title by which a paper was chosen, if it is known. */
  titleOf(id) {
    return this.#liked.get(id);
  }

  like(id, title) {
    this.#turn(this.#liked, this.#unliked, id, title);
  }

  unlike(id, title) {
    this.#turn(this.#unliked, this.#liked, id, title);
  }

  #turn(these, others, id, title) {
    others.delete(id);
    if (!these.delete(id)) {
      these.set(id, title);
    }
    this.#draw();
  }

  /** What the address says; titles that were known stay. */
  set(liked, unliked) {
    this.#liked = new Map(liked.map((id) => [id, this.#liked.get(id)]));
    this.#unliked = new Map(unliked.map((id) => [id, this.#unliked.get(id)]));
    this.#draw();
  }

  #draw() {
    const [liked, unliked] = [this.#liked.size, this.#unliked.size];
    this.#bar.hidden = liked + unliked === 0;
    if (this.#bar.hidden) {
      this.#bar.replaceChildren();
      return;
    }
    const address = addressOf(changed(fromAddress(''), {
      like: [...this.#liked.keys()], unlike: [...this.#unliked.keys()],
    }));
    const text = [liked ? `${liked} to follow` : '', unliked ? `${unliked} to avoid` : ''].filter(Boolean);
    this.#bar.replaceChildren(
      element('p', {}, `Chosen: ${text.join(', ')}.`),
      liked
        ? element('a', { class: 'button', href: address }, liked === 1 ? 'More like this one' : 'More like these')
        : element('span', {}, 'Tick a paper that you like, too.'),
      element('button', { type: 'button', click: () => this.#clear() }, 'Clear'));
  }

  #clear() {
    this.set([], []);
    document.querySelectorAll('.hit input:checked').forEach((box) => { box.checked = false; });
    document.querySelectorAll('.hit [aria-pressed="true"]')
      .forEach((button) => button.setAttribute('aria-pressed', 'false'));
  }
}
