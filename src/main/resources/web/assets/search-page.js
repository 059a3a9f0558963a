/** The search page: what is shown is what the address says. */

import { element, foreign } from './dom.js';
import { get } from './api.js';
import {
  addressOf, changed, fromAddress, fromHistory, historyEntry, isLong, kindOf, mapOf, toggled,
} from './view-state.js';
import { ask, explained } from './questions.js';
import { counted, notices, pages, skeletons } from './result-list.js';
import { resultCard } from './result-card.js';
import { filterList } from './filter-list.js';
import { ChosenPapers } from './chosen-papers.js';
import { remember } from './recent-searches.js';
import { pageOf, papers } from './paper-facts.js';
import { typeset } from './formulas.js';
import { listenToKeys, listenToSwitch } from './keyboard.js';

const TYPING_PAUSE = 250;
const SKELETONS_AFTER = 120;
const RETRY_AFTER = 2_000;
const RETRY_AT_LEAST_EVERY = 30_000;

const MODES = {
  hybrid: 'By meaning and by words together: right for most questions.',
  semantic: 'By meaning alone: finds what is said in other words, and no exact name.',
  lexical: 'By words alone: only papers that have one of them.',
};

const form = document.getElementById('search');
const box = form.elements.q;
const results = document.getElementById('results');
const filters = document.getElementById('filters');
const announced = document.getElementById('announced');
const chosen = new ChosenPapers(document.getElementById('chosen'));

let state = fromHistory();
let underway = new AbortController();
let typing;
let retrying;
let pause = RETRY_AFTER;

/** Whether the address is of something that is being typed, which the next key replaces. */
let isPassing = false;

function showForm() {
  if (box.value.trim() !== state.q) {
    box.value = state.q;
  }
  form.elements.mode.value = state.mode;
  form.elements.sort.value = state.sort;
  form.elements.min_relevance.value = state.min_relevance;
  const isOfExamples = ['similar', 'recommendations'].includes(kindOf(state));
  for (const choice of [...form.elements.mode, form.elements.sort, form.elements.min_relevance]) {
    choice.disabled = isOfExamples; // these are of questions
  }
  document.getElementById('mode-says').textContent = MODES[form.elements.mode.value];
}

function formState() {
  return changed(state, {
    q: box.value.trim(),
    mode: form.elements.mode.value,
    sort: form.elements.sort.value,
    min_relevance: form.elements.min_relevance.value,
    similar: '', like: [], unlike: [],
  });
}

/** Goes to a state; what is typed past on the way to a question leaves one trace, not many. */
function go(next, { isTyped = false } = {}) {
  clearTimeout(typing);
  const { kept, address } = historyEntry(next);
  if (addressOf(next) !== addressOf(fromHistory())) {
    history[isTyped && isPassing ? 'replaceState' : 'pushState'](kept, '', address);
  }
  isPassing = isTyped;
  state = next;
  return show();
}

async function show() {
  clearTimeout(retrying);
  underway.abort();
  underway = new AbortController();
  const { signal } = underway;
  const asked = state;
  showForm();
  if (kindOf(asked) === 'recommendations') {
    chosen.set(asked.like, asked.unlike);
  }
  // Room for them from the start, so that nothing jumps when they come.
  filters.hidden = kindOf(asked) !== 'search';
  document.getElementById('to-map').href = mapOf(asked);
  document.title = [...TITLES[kindOf(asked)](asked), 'Kindred'].join(' · ');
  results.setAttribute('aria-busy', 'true');
  const waiting = setTimeout(() => {
    if (!results.querySelector('.hits, .wrong')) {
      results.replaceChildren(...skeletons());
    }
  }, SKELETONS_AFTER);
  try {
    const answer = await ask(asked, signal);
    const isEmpty = answer.total === 0 && kindOf(asked) === 'search'
      && (await get('/v1/status', signal)).papers === 0;
    if (!signal.aborted) {
      pause = RETRY_AFTER;
      isEmpty ? sayEmpty() : draw(answer, asked);
    }
  } catch (failure) {
    if (!signal.aborted) {
      fail(failure);
    }
  } finally {
    clearTimeout(waiting);
    if (!signal.aborted) {
      results.removeAttribute('aria-busy');
    }
  }
}

/** Says what is wrong, once however often it is tried again. */
function fail({ message, isTemporary, wait }) {
  filters.hidden = true;
  const says = isTemporary ? `${message} It is asked again by itself.` : message;
  if (results.querySelector('.wrong')?.textContent !== says) {
    results.replaceChildren(
      element('p', { class: 'notice wrong', role: 'alert' }, says),
      element('p', {}, isTemporary
        ? element('button', { type: 'button', click: show }, 'Try again')
        : element('a', { href: '/' }, 'Start again')));
  }
  if (isTemporary) {
    retrying = setTimeout(show, Math.max(pause, wait));
    pause = Math.min(2 * pause, RETRY_AT_LEAST_EVERY);
  }
}

/** Shows what few visits need, unless by then something else is to be shown. */
async function showLater(made) {
  const state = addressOf(fromHistory());
  filters.hidden = true;
  announced.textContent = '';
  const content = made(await import('./teaching.js'));
  if (addressOf(fromHistory()) === state) {
    results.replaceChildren(content);
    typeset(results);
  }
}

async function sayEmpty() {
  await showLater(({ emptyCollection }) => emptyCollection());
  announced.textContent = results.textContent;
}

function draw(answer, asked) {
  const kind = kindOf(asked);
  if (kind === 'nothing') {
    showLater(({ teaching }) => teaching(answer, show));
    return;
  }
  const list = filterList(answer.facets, asked);
  const wasOpen = filters.querySelector('details')?.open;
  filters.hidden = list === undefined && kind !== 'search';
  filters.replaceChildren(...(list ? [list] : []));
  if (list) {
    list.open = wasOpen ?? matchMedia('(min-width: 60rem)').matches;
  }
  const count = counted(answer);
  announced.textContent = [count, answer.notice].filter(Boolean).join(' ');
  results.replaceChildren(
    ...heading(kind, asked),
    ...notices(answer, asked),
    ...(count ? [element('p', { class: 'count' }, count, answer.total > 0 && !isLong(asked)
      ? [' ', element('a', { href: mapOf(asked) }, 'See them on the map')]
      : undefined)] : []),
    element('ul', { class: 'hits', role: 'list' },
      answer.results.map((result) => resultCard(result, actions(answer, kind), (id) => chosen.titleOf(id)))),
    ...[pages(answer, asked)].filter(Boolean));
  typeset(results);
}

/** A paper's title, or its id until that is known. */
function titleOf(id) {
  const name = foreign(chosen.titleOf(id) ?? id);
  if (!chosen.titleOf(id)) {
    get(`/v1/papers?id=${encodeURIComponent(id)}`)
      .then(({ title }) => name.replaceChildren(title || id), () => {});
  }
  return name;
}

/** The papers that a list of recommendations goes by; the last liked one stays. */
function examples(what, list, asked) {
  if (asked[list].length === 0) {
    return [];
  }
  const isFirm = list === 'like' && asked.like.length === 1;
  return [element('p', {}, `${what}:`), element('ul', { class: 'examples' }, asked[list].map((id) =>
    element('li', {}, element('a', { href: pageOf(id) }, titleOf(id)), isFirm ? undefined : [' ',
      element('a', { href: addressOf(toggled(asked, list, id)), class: 'remove' }, 'Remove',
        element('span', { class: 'unseen' }, ' ', titleOf(id)))])))];
}

/** What the window is called, without the name of the program. */
const TITLES = {
  nothing: () => [],
  search: ({ q }) => (q ? [q] : ['Papers']),
  similar: ({ similar }) => [`Similar to ${similar}`],
  recommendations: () => ['More like the papers you chose'],
};

function heading(kind, asked) {
  switch (kind) {
    case 'similar':
      return [element('h2', { dir: 'auto' }, 'Similar to ', titleOf(asked.similar))];
    case 'recommendations':
      return [
        element('h2', {}, 'More like the papers you chose'),
        ...examples('Like', 'like', asked),
        ...examples('Unlike', 'unlike', asked),
      ];
    default:
      return [];
  }
}

function actions(answer, kind) {
  let told;
  const explain = async (id) => {
    told ??= explained(answer).catch((failure) => {
      told = undefined;
      throw failure;
    });
    const { results: again } = await told;
    return again.find((result) => result.id === id)?.explanation ?? {};
  };
  return {
    isLiked: (id) => chosen.isLiked(id),
    isUnliked: (id) => chosen.isUnliked(id),
    like: (id, title) => { chosen.like(id, title); showChoice(id); },
    unlike: (id, title) => { chosen.unlike(id, title); showChoice(id); },
    similar: (id) => addressOf(changed(fromAddress(''), { similar: id })),
    explain: kind === 'search' && answer.mode ? explain : undefined,
  };
}

function showChoice(id) {
  const hit = results.querySelector(`.hit[data-id="${CSS.escape(id)}"]`);
  hit.querySelector('input').checked = chosen.isLiked(id);
  hit.querySelector('[aria-pressed]').setAttribute('aria-pressed', String(chosen.isUnliked(id)));
}

function isPlainClick(event) {
  return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
}

/** Links between states are followed without a new page. */
document.addEventListener('click', (event) => {
  if (state.q && event.target.closest?.('.hit .title')) {
    remember(state.q); // it was asked in earnest
  }
  const link = event.target.closest?.('a[href]');
  if (link && isPlainClick(event) && link.origin === location.origin && link.pathname === '/' && !link.hash) {
    event.preventDefault();
    go(fromAddress(link.search)).then(() => {
      if (document.activeElement === document.body) {
        results.focus({ preventScroll: true }); // what had the focus is not there any more
      }
      scrollTo({ top: 0 });
    });
  }
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const next = formState();
  if (next.q) {
    remember(next.q);
  }
  go(next);
});

form.addEventListener('change', ({ target }) => {
  if (target !== box) {
    go(formState());
  }
});

function askSoon(event) {
  if (!event.isComposing) {
    clearTimeout(typing);
    underway.abort();
    typing = setTimeout(() => go(formState(), { isTyped: true }), TYPING_PAUSE);
  }
}

box.addEventListener('input', askSoon);
box.addEventListener('compositionend', askSoon);

addEventListener('popstate', () => {
  const next = fromHistory();
  if (addressOf(next) === addressOf(state)) {
    return; // a place on this page, as the link that skips to the results
  }
  clearTimeout(typing);
  isPassing = false;
  state = next;
  box.value = state.q;
  show();
});

listenToKeys(box);
listenToSwitch(document.getElementById('slash'));
box.value = state.q;
show();
get('/v1/status').then(({ papers: all, model }) => {
  document.getElementById('collection').replaceChildren(
    `${papers(all)} · searched by meaning with `, foreign(model.name), '.');
}, () => {});
