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

const canvas = document.getElementById('map');
const says = document.getElementById('says');
const hovered = document.getElementById('hovered');
const form = document.getElementById('search');

function say(text) {
  says.textContent = text;
}

async function ready() {
  for (;;) {
    const map = await get('/v1/map');
    if (map.state === 'ready') {
      return map;
    }
    say(map.state === 'computing'
      ? `The map is being made: ${map.stage}, ${Math.round(100 * map.progress)} %.`
      : `There is no map yet: ${map.reason}.`);
    await new Promise((wake) => { setTimeout(wake, ASKED_AGAIN[map.state]); });
  }
}

async function points() {
  const response = await fetch('/v1/map/points');
  if (!response.ok) {
    throw new Error((await response.json()).detail);
  }
  return new MapPoints(await response.arrayBuffer(), EXTENT);
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
      changed: () => this.#paintSoon(),
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
    clearTimeout(this.#hovering);
    hovered.hidden = true;
    if (over !== undefined) {
      this.#hovering = setTimeout(() => this.#tell(over), HOVER_PAUSE);
    }
    this.#paintSoon();
  }

  async #paper(i) {
    const { papers } = await get(`/v1/map/near?x=${this.#points.x(i)}&y=${this.#points.y(i)}&limit=5`);
    return papers.find(({ index }) => index === i) ?? papers[0];
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
    const { places } = results.length === 0
      ? { places: [] }
      : await post('/v1/map/places', { id: results.map(({ id }) => id) }, signal);
    const byId = new Map(places.map((place) => [place.id, place]));
    const onMap = results.filter(({ id }) => byId.has(id));
    this.#lit = onMap.map(({ id }) => byId.get(id).index);
    say(onMap.length === 0 ? 'Nothing on the map answers this.' : `${onMap.length} lit up.`);
    found.replaceChildren(...(onMap.length === 0 ? [] : [element('h2', {}, 'Lit up'), element('ol', {},
      onMap.slice(0, LISTED).map(({ id, title }) => element('li', {},
        element('a', { href: pageOf(id), dir: 'auto' }, title || id), ' ',
        element('button', { type: 'button', class: 'plain', click: () => this.#show(byId.get(id), CLOSE) },
          'show', element('span', { class: 'unseen' }, ' on the map: ', foreign(title || id))))))]));
    this.#paintSoon();
  }
}

async function start() {
  const map = await ready();
  const page = new MapPage(map, await points());
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
  addEventListener('popstate', asked);
  document.getElementById('colours').addEventListener('change', ({ target }) => page.colourBy(target.value));
  document.querySelectorAll('[data-zoom]').forEach((button) =>
    button.addEventListener('click', () => page.zoom(button.dataset.zoom)));
  asked();
}

start().catch(({ message }) => say(message));
