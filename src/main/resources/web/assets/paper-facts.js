/** What stands under a title: who, when, what about. */

import { element, foreign } from './dom.js';
import { addressOf, changed, fromAddress } from './view-state.js';

const SHOWN_AUTHORS = 10;

const FORMATS = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

export function papers(number) {
  return number === 1 ? '1 paper' : `${number.toLocaleString('en')} papers`;
}

/** A date known to the year, the month or the day, as it is read. */
export function readableDate(published) {
  const format = FORMATS[published.length];
  const date = new Date(`${published}${'-01-01'.slice(published.length - 4)}T00:00:00Z`);
  return format && !Number.isNaN(date.getTime())
    ? date.toLocaleDateString(document.documentElement.lang, { ...format, timeZone: 'UTC' })
    : published;
}

/** Ids that may stand in a path as they are; of others some proxies make something else. */
const PLAIN = /^[\w~:-][\w.~:-]*$/;

/** The address of a paper's own page. */
export function pageOf(id) {
  return PLAIN.test(id) ? `/papers/${id}` : `/papers?id=${encodeURIComponent(id)}`;
}

function narrowing(list, value) {
  return addressOf(changed(fromAddress(''), { [list]: [value] }));
}

function separated(parts, separator) {
  return parts.flatMap((part, i) => (i === 0 ? [part] : [separator, part]));
}

function named(authors) {
  return separated(authors.map(({ name }) =>
    element('a', { href: narrowing('author', name) }, foreign(name))), ', ');
}

/** Those of a large collaboration, who are laid out when somebody wants to see them. */
function otherAuthors(authors) {
  const list = element('p', { class: 'facts' });
  return element('details', {
    toggle: () => {
      if (!list.hasChildNodes()) {
        list.append(...named(authors));
      }
    },
  }, element('summary', {}, authors.length === 1 ? '1 more author' : `${authors.length} more authors`), list);
}

export function facts(paper) {
  const parts = [];
  if (paper.authors.length > 0) {
    parts.push(named(paper.authors.slice(0, SHOWN_AUTHORS)));
  }
  if (paper.published) {
    parts.push(element('time', { datetime: paper.published }, readableDate(paper.published)));
  }
  if (paper.categories.length > 0) {
    const links = paper.categories.map((category) =>
      element('a', { href: narrowing('category', category) }, foreign(category)));
    parts.push(separated(links, ', '));
  }
  const others = paper.authors.slice(SHOWN_AUTHORS);
  return [
    element('p', { class: 'facts' }, separated(parts, ' · ')),
    others.length > 0 ? otherAuthors(others) : undefined,
  ];
}
