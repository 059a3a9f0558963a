/** What stands under a title: who, when, what about. */

import { element, foreign } from './dom.js';
import { addressOf, changed, fromAddress } from './view-state.js';

const SHOWN_AUTHORS = 6;

const FORMATS = {
  4: { year: 'numeric' },
  7: { year: 'numeric', month: 'long' },
  10: { year: 'numeric', month: 'long', day: 'numeric' },
};

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

export function facts(paper) {
  const authors = paper.authors.slice(0, SHOWN_AUTHORS).map(({ name }) =>
    element('a', { href: narrowing('author', name) }, foreign(name)));
  const more = paper.authors.length - authors.length;
  const parts = [];
  if (authors.length > 0) {
    parts.push([separated(authors, ', '), more > 0 ? ` and ${more} more` : undefined]);
  }
  if (paper.published) {
    parts.push(element('time', { datetime: paper.published }, readableDate(paper.published)));
  }
  if (paper.categories.length > 0) {
    const links = paper.categories.map((category) =>
      element('a', { href: narrowing('category', category) }, foreign(category)));
    parts.push(separated(links, ', '));
  }
  return element('p', { class: 'facts' }, separated(parts, ' · '));
}
