/** The papers that were ticked, and those that are not wanted; kept as long as the tab is open. */

import { element } from './dom.js';
import { addressOf, changed, fromAddress } from './view-state.js';

const KEY = 'kindred.chosen';

function kept() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  } catch {
    return {};
  }
}

function keep(chosen) {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // A browser that keeps nothing knows them until the page is left.
  }
}

export class ChosenPapers {
  #bar;
  #liked;
  #unliked;

  constructor(bar) {
    this.#bar = bar;
    const { liked = [], unliked = [] } = kept();
    this.#liked = new Map(liked);
    this.#unliked = new Map(unliked);
    this.#draw();
  }

  isLiked(id) {
    return this.#liked.has(id);
  }

  isUnliked(id) {
    return this.#unliked.has(id);
  }

  /** A title by which a paper was chosen, if it is known. */
  titleOf(id) {
    return this.#liked.get(id) ?? this.#unliked.get(id);
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
    keep({ liked: [...this.#liked], unliked: [...this.#unliked] });
    this.#bar.hidden = liked + unliked === 0;
    if (this.#bar.hidden) {
      this.#bar.replaceChildren();
      return;
    }
    const here = fromAddress(location.search);
    const isHere = String([...this.#liked.keys()]) === String(here.like)
      && String([...this.#unliked.keys()]) === String(here.unlike);
    const address = addressOf(changed(fromAddress(''), {
      like: [...this.#liked.keys()], unlike: [...this.#unliked.keys()],
    }));
    const text = [liked ? `${liked} to follow` : '', unliked ? `${unliked} to avoid` : ''].filter(Boolean);
    const next = liked
      ? element('a', { class: 'button', href: address }, liked === 1 ? 'More like this one' : 'More like these')
      : element('span', {}, 'Tick a paper that you like, too.');
    this.#bar.replaceChildren(
      element('p', {}, `Chosen: ${text.join(', ')}.`),
      ...(isHere ? [] : [next]),
      element('button', { type: 'button', click: () => this.#clear() }, 'Clear'));
  }

  #clear() {
    this.set([], []);
    document.querySelectorAll('.hit input:checked').forEach((box) => { box.checked = false; });
    document.querySelectorAll('.hit [aria-pressed="true"]')
      .forEach((button) => button.setAttribute('aria-pressed', 'false'));
  }
}
