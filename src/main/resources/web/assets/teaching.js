/** What is seen before the first question: what one can ask here. */

import { element, foreign } from './dom.js';
import { addressOf, changed, fromAddress } from './view-state.js';
import { forgetAll, recentSearches } from './recent-searches.js';
import { pageOf } from './paper-facts.js';
import { passage } from './passages.js';

const WAYS = [
  ['A question', 'Ask as you would ask a colleague. Papers are found by what they mean, also where they use other words.'],
  ['A name or a title', 'A paper’s title, its id or DOI, or an author’s name comes first.'],
  ['A rare word', 'What hardly a paper holds counts most: a gene, a species, a data set.'],
  ['“Quotation marks”', 'What stands in them is found exactly so.'],
];

function searchFor(q) {
  return element('a', { href: addressOf(changed(fromAddress(''), { q })) }, foreign(q));
}

function recent(again) {
  const questions = recentSearches();
  return questions.length === 0 ? [] : [
    element('h2', {}, 'Asked before'),
    element('ul', {}, questions.map((q) => element('li', {}, searchFor(q)))),
    element('p', {}, element('button', {
      type: 'button', class: 'plain',
      click: () => { forgetAll(); again(); },
    }, 'Forget these'), ' They are kept in this browser only.'),
  ];
}

/** What this collection itself could be asked. */
function examples({ results, facets }) {
  const best = (field) => facets?.fields[field]?.values[0]?.value;
  const [title, author, category] = [results[0]?.title, best('author'), best('category')];
  const tries = [
    title && ['What is like the newest paper', searchFor(title)],
    author && ['What somebody wrote', searchFor(author)],
    category && ['What there is on a topic', searchFor(category)],
  ].filter(Boolean);
  return tries.length === 0 ? [] : [
    element('h2', {}, 'Try it here'),
    element('ul', { class: 'examples' }, tries.map(([what, link]) => element('li', {}, what, ': ', link))),
  ];
}

/** What is to be done where there are no papers at all. */
export function emptyCollection() {
  return element('p', { class: 'notice' },
    'There are no papers here yet. ', element('code', {}, './kindred import FILE'),
    ', run beside this server with its ', element('code', {}, '--data'), ', brings them in.');
}

function newest(answer) {
  return answer.results.length === 0 ? [] : [
    element('h2', {}, 'Newest papers'),
    element('ul', {}, answer.results.map(({ id, title }) =>
      element('li', {}, element('a', { href: pageOf(id), dir: 'auto' }, title ? passage(title) : id)))),
  ];
}

/**
 * @param answer the newest papers
 * @param again draws it anew
 */
export function teaching(answer, again) {
  const empty = answer.total === 0 ? [emptyCollection()] : [];
  return element('div', { class: 'teach' },
    empty,
    element('h2', {}, 'What you can ask'),
    element('ul', {}, WAYS.map(([what, says]) => element('li', {}, element('strong', {}, what), '. ', says))),
    examples(answer),
    recent(again),
    newest(answer));
}
