/** A page of results with what has to be said about it, and the way to the other pages. */

import { element, foreign } from './dom.js';
import { papers } from './paper-facts.js';
import { addressOf, changed, isLong, LAST_PAGE, PAGE_SIZE } from './view-state.js';

const AROUND = 2;
const SKELETONS = 4;

/** What is seen until the first answer comes. */
export function skeletons() {
  const lines = ['60%', '35%', '95%', '80%'].map((width) => {
    const line = element('div', { class: 'line' });
    line.style.width = width;
    return line;
  });
  const card = element('div', { class: 'hit skeleton', 'aria-hidden': 'true' }, lines);
  return Array.from({ length: SKELETONS }, () => card.cloneNode(true));
}

/** How many there are, in a sentence; undefined where a notice says that there are none. */
export function counted(answer) {
  if (answer.total === 0) {
    return answer.notice ? undefined : 'No paper.';
  }
  if (answer.offset >= answer.total) {
    return `The list ends before this page: it has ${papers(answer.total)}.`;
  }
  const first = answer.offset + 1;
  const last = answer.offset + answer.results.length;
  const all = answer.total_relation === 'gte' ? `the best ${answer.total.toLocaleString('en')}` : papers(answer.total);
  const left = answer.left_out ? `; ${answer.left_out.toLocaleString('en')} left out as less relevant` : '';
  return `${first.toLocaleString('en')} to ${last.toLocaleString('en')} of ${all}${left}.`;
}

/** A way on for a question that finds nothing: without the filters, or with whatever is nearest. */
function wider(state) {
  const filters = { category: [], author: [], year: [] };
  return Object.keys(filters).some((name) => state[name].length > 0)
    ? element('a', { href: addressOf(changed(state, filters)) }, 'Search without the filters')
    : element('a', { href: addressOf(changed(state, { min_relevance: 'weak' })) }, 'Show the nearest all the same');
}

function notEmbedded({ pending, failed, papers: all }) {
  const waiting = (pending + failed).toLocaleString('en');
  return `${waiting} of ${papers(all)} can be found by words only until they are embedded.`;
}

function embeddingNotice(incomplete) {
  const notice = element('p', { class: 'notice' }, notEmbedded(incomplete));
  import('./embedding-notice.js').then(({ follow }) => follow(notice, incomplete, notEmbedded));
  return notice;
}

/** What a reader should know of an answer. */
export function notices(answer, state) {
  const said = [];
  if (answer.did_you_mean) {
    const { q } = answer.did_you_mean;
    said.push(['Did you mean ', element('a', { href: addressOf(changed(state, { q })) }, foreign(q)), '?']);
  }
  if (answer.fit === 'none' && answer.total === 0) {
    said.push(['Nothing here fits the question. ', wider(state)]);
  } else if (answer.notice) {
    said.push([answer.notice]);
  }
  if (answer.not_found) {
    const words = answer.not_found.flatMap((word, i) => [i > 0 ? ', ' : '', foreign(`“${word}”`)]);
    const isFiltered = state.category.length + state.author.length + state.year.length > 0;
    said.push([isFiltered ? 'In no paper that the filters leave: ' : 'In no paper: ', ...words, '.']);
  }
  if (isLong(state)) {
    said.push(['The question is too long for an address: this tab keeps it, a link to this page does not.']);
  }
  if (answer.query_truncated) {
    said.push(['The question is longer than the model reads; its beginning was searched for by meaning.']);
  }
  return [
    ...said.map((parts) => element('p', { class: 'notice' }, ...parts)),
    ...(answer.incomplete ? [embeddingNotice(answer.incomplete)] : []),
  ];
}

function shownPages(page, last) {
  return [...new Set([1, ...Array.from({ length: 2 * AROUND + 1 }, (_, i) => page - AROUND + i)])]
    .filter((number) => number >= 1 && number <= last);
}

/** Links to the pages around this one; nothing where there is but one. */
export function pages(answer, state) {
  const last = Math.min(Math.ceil(answer.total / PAGE_SIZE), LAST_PAGE);
  if (last < 2) {
    return undefined;
  }
  const link = (page, text, attributes = {}) =>
    element('a', { href: addressOf({ ...state, page }), ...attributes }, text);
  return element('nav', { class: 'pages', 'aria-label': 'Pages of results' },
    state.page > 1 ? link(state.page - 1, 'Previous', { rel: 'prev' }) : undefined,
    shownPages(state.page, last).map((page) =>
      link(page, String(page), page === state.page ? { 'aria-current': 'page' } : {})),
    state.page < last ? link(state.page + 1, 'Next', { rel: 'next' }) : undefined,
    state.page === LAST_PAGE ? 'Lists end here; filters show more.' : undefined);
}
