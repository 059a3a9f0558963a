/** The map of the collection: what is shown is what the address says. */

import { addressOf as listOf, changed, fromAddress as questionOf, kindOf, mapOf } from './view-state.js';
import { addressOf, fromAddress } from './map-state.js';
import { MapPapers } from './map-papers.js';
import { MapPicture } from './map-picture.js';
import { foundList, summary } from './map-found.js';
import { loadMap } from './map-loading.js';
import { regionList } from './map-regions.js';
import { search } from './map-search.js';
import { yearLegend } from './map-colours.js';

const SETTLED = 250;

const byId = (id) => document.getElementById(id);
const canvas = byId('map');
const form = byId('search');
const box = form.elements.q;
const colours = byId('colours');

function say(text) {
  byId('says').textContent = text;
}

class MapPage {
  #map;
  #points;
  #papers;
  #picture;
  #state;
  #lit = [];
  #asking = new AbortController();
  #settling;

  constructor({ map, points }) {
    this.#map = map;
    this.#points = points;
    this.#papers = new MapPapers(map.version, points);
    const over = { label: byId('hovered'), buttons: byId('zoom') };
    this.#picture = new MapPicture(canvas, over, { map, points, papers: this.#papers }, () => {
      clearTimeout(this.#settling);
      this.#settling = setTimeout(() => this.#settle(), SETTLED);
    });
    byId('regions').replaceChildren(...regionList(map.regions, (place) => this.#jump(() => this.#picture.show(place))));
    byId('fit').addEventListener('click', () => {
      this.#jump(() => this.#picture.fit(this.#lit));
      canvas.focus(); // the button has gone
    });
    this.#take(fromAddress(location.search));
  }

  /** Shows a state whose address is there already. */
  #take(state) {
    clearTimeout(this.#settling);
    const isAskedAnew = !this.#state || mapOf(state.asked) !== mapOf(this.#state.asked);
    this.#state = state;
    this.#picture.untell();
    this.#picture.show(state.place);
    this.#colour();
    if (isAskedAnew) {
      this.#ask();
    } else {
      this.#sayOutOfSight();
    }
  }

  /** Goes back or forth to what the address says now. */
  follow() {
    const next = fromAddress(location.search);
    if (addressOf(next) !== addressOf(this.#state)) { // else it is a place on this page
      this.#take(next);
    }
  }

  #note(how) {
    const address = addressOf(this.#state);
    if (address !== location.pathname + location.search) {
      history[how](null, '', address);
    }
  }

  /** After the picture was moved: what the address says is what is seen, to the pixel. */
  #settle() {
    clearTimeout(this.#settling);
    this.#state = { ...this.#state, place: this.#picture.place };
    this.#picture.show(this.#state.place);
    this.#note('replaceState');
    this.#sayOutOfSight();
  }

  /** Goes somewhere at once, from where one can go back. */
  #jump(go) {
    this.#settle();
    go();
    this.#state = { ...this.#state, place: this.#picture.place };
    this.#note('pushState');
    this.#sayOutOfSight();
    canvas.scrollIntoView({ block: 'nearest' });
  }

  showAll() {
    this.#jump(() => this.#picture.show(undefined));
  }

  zoom(factor) {
    this.#picture.zoom(factor);
  }

  untell() {
    this.#picture.untell();
  }

  colourBy(what) {
    this.#settle();
    this.#state = { ...this.#state, colours: what };
    this.#note('pushState');
    this.#colour();
  }

  #colour() {
    const by = this.#state.colours;
    colours.value = by;
    byId('beside').dataset.colours = by;
    byId('legend').replaceChildren(...(by === 'year' ? [yearLegend(this.#points)] : []));
    this.#picture.colourBy(by);
  }

  /** Asks something else, and shows what answers it if nothing of that is in sight. */
  async search(q) {
    this.#settle();
    const asked = changed(this.#state.asked, { q, similar: '', like: [], unlike: [] });
    await this.#askFor(asked);
    if (this.#lit.length > 0 && !this.#lit.some((place) => this.#picture.holds(place))) {
      this.#picture.fit(this.#lit);
      this.#settle();
    }
  }

  #clear() {
    this.#settle();
    this.#askFor(questionOf(''));
    box.focus(); // the button has gone
  }

  #askFor(asked) {
    this.#state = { ...this.#state, asked };
    this.#note('pushState');
    return this.#ask();
  }

  async #ask() {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const { asked } = this.#state;
    box.value = asked.q;
    byId('list').href = listOf(asked);
    document.title = [...(asked.q ? [asked.q] : []), 'Map', 'Kindred'].join(' · ');
    try {
      const answer = await search(asked, this.#papers, signal);
      if (!signal.aborted) {
        this.#light(asked, answer);
      }
    } catch ({ message }) {
      if (!signal.aborted) {
        this.#light(questionOf(''), { found: [], examples: [] });
        say(message);
      }
    }
  }

  #light(asked, answer) {
    const isAsked = kindOf(asked) !== 'nothing';
    const placed = [answer.examples, answer.found].map((papers) =>
      papers.map(({ place }) => place).filter(Boolean));
    this.#lit = placed.flat();
    const [ringed, lit] = placed.map((places) => places.map(({ index }) => index));
    this.#picture.light(lit, ringed);
    say(isAsked ? summary(asked, answer) : this.#howMuch());
    byId('found').replaceChildren(...(isAsked
      ? foundList(asked, answer, (place) => this.#jump(() => this.#picture.point(place)), () => this.#clear())
      : []));
    this.#sayOutOfSight();
  }

  #howMuch() {
    const { papers, not_on_map: outside } = this.#map;
    const more = outside > 0 ? `; ${outside.toLocaleString('en')} are too new to be on it` : '';
    return `${papers.toLocaleString('en')} papers${more}.`;
  }

  #sayOutOfSight() {
    const outside = this.#lit.filter((place) => !this.#picture.holds(place)).length;
    const text = outside === 0 ? '' : `${outside} of ${this.#lit.length} ${outside === 1 ? 'is' : 'are'} out of sight.`;
    if (byId('outside').textContent !== text) {
      byId('outside').textContent = text;
    }
    byId('fit').hidden = outside === 0;
  }
}

async function start() {
  const page = new MapPage(await loadMap(say));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    page.search(box.value.trim());
  });
  addEventListener('popstate', () => page.follow());
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      page.untell();
    }
  });
  colours.addEventListener('change', () => page.colourBy(colours.value));
  byId('all').addEventListener('click', () => page.showAll());
  document.querySelectorAll('[data-zoom]').forEach((button) =>
    button.addEventListener('click', () => page.zoom(Number(button.dataset.zoom))));
}

start().catch(({ message }) => say(message));
