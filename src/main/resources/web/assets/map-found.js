/** Says in words what is lit up, and lists it. */

import { element, foreign } from './dom.js';
import { pageOf } from './paper-facts.js';
import { addressOf, kindOf } from './view-state.js';

const LISTED = 20;

/** What is said of a search, in a sentence or two. */
export function summary(asked, { found, examples, beside, notice }) {
  const isAny = found.length > 0;
  const parts = [isAny ? `${found.length} lit up.` : 'Nothing on the map answers this.'];
  if (beside > 0) {
    parts.push(`${beside} ${isAny ? 'more ' : ''}${beside === 1 ? 'is' : 'are'} not on the map.`);
  }
  if (kindOf(asked) === 'similar' && !examples[0]?.place) {
    parts.push('The paper itself is not on the map.');
  }
  return [...parts, ...(isAny && notice ? [notice] : [])].join(' '); // else it is of the list, which shows more
}

function heading(asked, found, [example]) {
  switch (kindOf(asked)) {
    case 'similar':
      return element('h2', {}, 'Similar to ',
        element('a', { href: pageOf(example.id) }, foreign(example.title || example.id)));
    case 'recommendations':
      return element('h2', {}, 'More like the papers you chose');
    default:
      return found.length > 0 ? element('h2', {}, 'Lit up') : undefined;
  }
}

/** What a search is narrowed to, if it is. */
function narrowed({ category, author, year }) {
  const values = [...category, ...author, ...year];
  return values.length === 0 ? undefined
    : element('p', {}, 'Only ', values.flatMap((value, i) => [i === 0 ? '' : ', ', foreign(value)]));
}

/**
 * @param show is given the place of a paper that is to be shown
 * @param clear puts the light out
 */
export function foundList(asked, { found, examples }, show, clear) {
  const showing = (place, ...text) => element('button', {
    type: 'button', class: 'plain', click: () => show(place),
  }, ...text);
  const example = examples.length === 1 ? examples[0].place : undefined;
  return [
    heading(asked, found, examples),
    example && element('p', {}, showing(example, 'Show it on the map')),
    narrowed(asked),
    element('ol', {}, found.slice(0, LISTED).map((one) => element('li', {},
      element('a', { href: pageOf(one.id), dir: 'auto' }, one.title || one.id), ' ',
      showing(one.place, 'show', element('span', { class: 'unseen' }, ' on the map: ', foreign(one.title || one.id)))))),
    element('p', { class: 'doing' },
      element('a', { href: addressOf(asked) }, found.length > 0 ? 'All of them as a list' : 'What the list has'), ' ',
      element('button', { type: 'button', class: 'plain', click: clear }, 'Put out the light')),
  ].filter(Boolean);
}
