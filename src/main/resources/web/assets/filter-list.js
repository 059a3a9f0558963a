/** Facets as links that narrow the list, and widen it again. */

import { element, foreign } from './dom.js';
import { addressOf, toggled } from './view-state.js';

const TITLES = { category: 'Category', year: 'Year', author: 'Author' };

const OVER = {
  listed: 'Counted in this list.',
  all_matching: 'Counted in all papers that match.',
};

function value(field, { value: name, papers }, state) {
  const isOn = state[field].includes(name);
  return element('li', {}, element('a', {
    href: addressOf(toggled(state, field, name)),
    'aria-current': isOn ? 'true' : undefined,
  }, foreign(name, isOn ? ' ✕' : ''), element('span', { class: 'papers' },
    papers === undefined ? '' : papers.toLocaleString('en'),
    element('span', { class: 'unseen' }, papers === 1 ? ' paper' : ' papers'))));
}

function section(field, values, state) {
  const missing = state[field]
    .filter((chosen) => !values.some((known) => known.value === chosen))
    .map((chosen) => ({ value: chosen }));
  const all = [...missing, ...values];
  return all.length === 0 ? undefined : element('section', {},
    element('h2', {}, TITLES[field]),
    element('ul', {}, all.map((each) => value(field, each, state))));
}

/** The sections, or nothing where there is nothing to choose. */
export function filterList(facets, state) {
  const sections = Object.keys(TITLES)
    .map((field) => section(field, facets?.fields[field]?.values ?? [], state))
    .filter(Boolean);
  if (sections.length === 0) {
    return undefined;
  }
  const over = facets ? element('p', { class: 'over' }, OVER[facets.over]) : undefined;
  return element('details', { class: 'narrow' }, element('summary', {}, 'Narrow down'), ...sections, over);
}
