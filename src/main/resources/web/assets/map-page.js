/** The map of the collection: points to look around in, and a search that lights some up. */

import { element, foreign } from './dom.js';
import { get, post } from './api.js';
import { MapView } from './map-view.js';
import { MapPoints } from './map-points.js';
import { MapPainter } from './map-painter.js';
import { listenToGestures } from './map-gestures.js';
import { pageOf } from './paper-facts.js';

const EXTENT = 65535;
const ASKED_AGAIN = { computing: 2_000, waiting: 10_000 };
const HOVER_PIXELS = 10;
const HOVER_PAUSE = 60;
const LIT = 100;
const LISTED = 20;
const CLOSE = 6;

/** As many may lie at one place. */
const NEAR = 20;

const canvas = document.getElementById('map');
const says = document.getElementById('says');
const hovered = document.getElementById('hovered');
const form = document.getElementById('search');

function say(text) {
  says.textContent = text;
}

/** What a map that is not ready says of itself; in tens, for a reader hears of each change. */
function waitingFor(map) {
  return map.state === 'computing'
    ? `The map is being made: ${map.stage}, ${10 * Math.floor(10 * map.progress)} %.`
    : `There is no map yet: ${map.reason}.`;
}

/** The map with its points, as soon as there is one. */
async function loaded() {
  for (;;) {
    const map = await get('/v1/map').catch(({ message: reason }) => ({ state: 'waiting', reason }));
    if (map.state === 'ready') {
      const response = await fetch('/v1/map/points').catch(() => undefined);
      if (response?.ok && response.headers.get('ETag')?.includes(map.version)) {
        return { map, points: new MapPoints(await response.arrayBuffer(), EXTENT) };
      }
    } else if (says.textContent !== waitingFor(map)) {
      say(waitingFor(map));
    }
    await new Promise((wake) => { setTimeout(wake, ASKED_AGAIN[map.state] ?? ASKED_AGAIN.waiting); });
  }
}

class MapPage {
  #map;
  #points;
  #painter;
  #view;
  #lit = [];
  #over;
  #frame;
  #asking = new AbortController();
  #hovering;

  constructor(map, all) {
    this.#map = map;
    this.#points = all;
    this.#painter = new MapPainter(canvas, all, map.regions);
    this.#view = new MapView(map, this.#painter.fit());
    listenToGestures(canvas, this.#view, {
      changed: () => this.#moved(),
      hover: (place) => this.#hover(place),
      click: (place) => this.#open(place),
    });
    new ResizeObserver(() => {
      this.#view.resize(this.#painter.fit());
      this.#paint();
    }).observe(canvas);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#paintSoon());
    this.#sayHowMuch();
    this.#listRegions();
    this.#paint();
  }

  #moved() {
    this.untell();
    this.#paintSoon();
  }

  /** Takes away what is told of a paper. */
  untell() {
    clearTimeout(this.#hovering);
    hovered.hidden = true;
  }

  #sayHowMuch() {
    const { papers, not_on_map: outside } = this.#map;
    const more = outside > 0 ? `; ${outside.toLocaleString('en')} are too new to be on it` : '';
    say(`${papers.toLocaleString('en')} papers${more}.`);
  }

  #listRegions() {
    const top = this.#map.regions
      .filter(({ level }) => level === 0)
      .toSorted((one, other) => other.papers - one.papers);
    document.getElementById('regions').replaceChildren(
      element('h2', {}, 'Regions'),
      element('ul', {}, top.map((region) => element('li', {},
        element('button', { type: 'button', class: 'plain', click: () => this.#show(region, CLOSE / 2) }, foreign(region.name)),
        ` ${region.papers.toLocaleString('en')}`))));
  }

  #show(place, closeness) {
    this.#view.show(place.x, place.y, closeness);
    this.#paintSoon();
    canvas.scrollIntoView({ block: 'nearest' });
  }

  /** Shows a paper and marks which of the dots it is. */
  #point(place) {
    this.#over = place.index;
    this.#show(place, CLOSE);
    this.#tell(place.index);
  }

  #paintSoon() {
    this.#frame ??= requestAnimationFrame(() => this.#paint());
  }

  #paint() {
    this.#frame = undefined;
    this.#painter.paint(this.#view, this.#lit, this.#over);
  }

  colourBy(what) {
    this.#painter.colourBy(what);
    this.#paintSoon();
  }

  zoom(factor) {
    if (factor === 'all') {
      this.#view.showAll();
    } else {
      this.#view.zoom(Number(factor));
    }
    this.#paintSoon();
  }

  #nearest(place) {
    return place && this.#points.nearest(this.#view.toMap(place), this.#view.length(HOVER_PIXELS));
  }

  #hover(place) {
    const over = this.#nearest(place);
    if (over === this.#over) {
      return;
    }
    this.#over = over;
    canvas.classList.toggle('over', over !== undefined);
    this.untell();
    if (over !== undefined) {
      this.#hovering = setTimeout(() => this.#tell(over), HOVER_PAUSE);
    }
    this.#paintSoon();
  }

  async #paper(i) {
    const answer = await get(`/v1/map/near?x=${this.#points.x(i)}&y=${this.#points.y(i)}&limit=${NEAR}`);
    this.#requireSame(answer);
    return answer.papers.find(({ index }) => index === i);
  }

  /** The numbers of points are those of one version of the map. */
  #requireSame({ version }) {
    if (version !== this.#map.version) {
      location.reload();
    }
  }

  async #tell(i) {
    const paper = await this.#paper(i).catch(() => undefined);
    if (!paper || i !== this.#over) {
      return;
    }
    const { x, y } = this.#view.toScreen({ x: this.#points.x(i), y: this.#points.y(i) });
    const { width, height } = canvas.getBoundingClientRect();
    hovered.replaceChildren(foreign(paper.title || paper.id), paper.published ? ` · ${paper.published}` : '');
    hovered.hidden = false;
    hovered.style.left = `${Math.max(4, Math.min(x + 12, width - hovered.offsetWidth - 8))}px`;
    hovered.style.top = `${Math.max(4, Math.min(y + 12, height - hovered.offsetHeight - 8))}px`;
  }

  async #open(place) {
    const i = this.#nearest(place);
    const paper = i === undefined ? undefined : await this.#paper(i).catch(() => undefined);
    if (paper) {
      location.assign(pageOf(paper.id));
    }
  }

  /** Lights up what a search finds; nothing for no question. */
  async search(q) {
    this.#asking.abort();
    this.#asking = new AbortController();
    const { signal } = this.#asking;
    const found = document.getElementById('found');
    if (!q) {
      this.#lit = [];
      found.replaceChildren();
      this.#sayHowMuch();
      this.#paintSoon();
      return;
    }
    const { results } = await get(`/v1/search?${new URLSearchParams({ q, limit: LIT, min_relevance: 'related' })}`, signal);
    const answer = results.length === 0
      ? { version: this.#map.version, places: [] }
      : await post('/v1/map/places', { id: results.map(({ id }) => id) }, signal);
    this.#requireSame(answer);
    const { places } = answer;
    const byId = new Map(places.map((place) => [place.id, place]));
    const onMap = results.filter(({ id }) => byId.has(id));
    this.#lit = onMap.map(({ id }) => byId.get(id).index);
    say(onMap.length === 0 ? 'Nothing on the map answers this.' : `${onMap.length} lit up.`);
    found.replaceChildren(...(onMap.length === 0 ? [] : [element('h2', {}, 'Lit up'), element('ol', {},
      onMap.slice(0, LISTED).map(({ id, title }) => element('li', {},
        element('a', { href: pageOf(id), dir: 'auto' }, title || id), ' ',
        element('button', { type: 'button', class: 'plain', click: () => this.#point(byId.get(id)) },
          'show', element('span', { class: 'unseen' }, ' on the map: ', foreign(title || id)))))),
      element('p', {}, element('a', { href: `/?${new URLSearchParams({ q })}` }, 'All of them as a list'))]));
    this.#paintSoon();
  }
}

async function start() {
  const { map, points } = await loaded();
  const page = new MapPage(map, points);
  const searching = (q) => page.search(q).catch((failure) => {
    if (failure.name !== 'AbortError') {
      say(failure.message);
    }
  });
  const asked = () => {
    form.elements.q.value = new URLSearchParams(location.search).get('q') ?? '';
    return searching(form.elements.q.value);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const q = form.elements.q.value.trim();
    history.pushState(null, '', q ? `/map?${new URLSearchParams({ q })}` : '/map');
    searching(q);
  });
  addEventListener('popstate', () => {
    if ((new URLSearchParams(location.search).get('q') ?? '') !== form.elements.q.value) {
      asked(); // else it is a place on this page
    }
  });
  addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') {
      page.untell();
    }
  });
  document.getElementById('colours').addEventListener('change', ({ target }) => page.colourBy(target.value));
  document.querySelectorAll('[data-zoom]').forEach((button) =>
    button.addEventListener('click', () => page.zoom(button.dataset.zoom)));
  asked();
}

start().catch(({ message }) => say(message));
