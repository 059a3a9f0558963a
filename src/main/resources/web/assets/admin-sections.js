/** The parts of the operator's page that are numbers with names, and tables. */

import { element, foreign } from './dom.js';
import { bytes, millis, number } from './admin-words.js';

const TIME = { hour: '2-digit', minute: '2-digit', second: '2-digit' };
const DAY = { ...TIME, day: 'numeric', month: 'short' };

/** Replaces what stands in a place, unless it is the same: nobody's selection or place is lost. */
export function show(place, data, draw) {
  const state = JSON.stringify(data);
  if (place.dataset.state !== state) {
    place.dataset.state = state;
    place.replaceChildren(...draw(data));
  }
}

function numbers(named) {
  return Object.entries(named).map(([name, value]) =>
    element('div', {}, element('dt', {}, name), element('dd', {}, value)));
}

function when(at) {
  const time = new Date(at);
  const isToday = time.toDateString() === new Date().toDateString();
  return element('time', { datetime: at }, time.toLocaleString('en-GB', isToday ? TIME : DAY));
}

/**
 * @param columns of each its header, what of a row it shows, and whether that is always short
 */
function table(caption, none, columns, rows) {
  if (rows.length === 0) {
    return [element('h3', {}, caption), element('p', { class: 'none' }, none)];
  }
  return [element('table', {},
    element('caption', {}, caption),
    element('thead', {}, element('tr', {},
      columns.map(([header, , isShort]) =>
        element('th', { scope: 'col', class: isShort && 'short' }, header)))),
    element('tbody', {}, rows.map((row) => element('tr', {},
      columns.map(([, shown]) => element('td', {}, shown(row)))))))];
}

const question = ({ q }) => (q === null ? element('em', {}, 'no words: by papers or by date') : foreign(q));
const paper = ({ id }) => (id === null ? element('em', {}, 'no id') : foreign(id));
const reason = (row) => foreign(row.reason);
const time = ({ at }) => when(at);

const FOUND = { none: 'nothing fits' };

export function searchNumbers({ answered, failed, refused, per_minute: rate, p50_ms: p50, p99_ms: p99 }) {
  return numbers({
    Answered: number(answered),
    'A minute': number(rate, 1),
    'Half take at most': answered > 0 ? millis(p50) : '–',
    '99 of 100 take at most': answered > 0 ? millis(p99) : '–',
    'Turned away (503)': number(refused),
    'Failed (500)': number(failed),
  });
}

export function withoutResults(searches) {
  return table('Searches without a result', 'No search was without a result.', [
    ['When', time, true],
    ['Question', question],
    ['Found', ({ total, fit }) => (total === 0 ? 'no paper' : FOUND[fit] ?? ''), true],
  ], searches);
}

export function slowest(searches) {
  return table('The slowest searches', 'There was no search yet.', [
    ['When', time, true],
    ['Took', ({ ms }) => millis(ms), true],
    ['Question', question],
  ], searches);
}

export function rejected({ total, latest }) {
  const caption = total > latest.length
    ? `Rejected: the last ${number(latest.length)} of ${number(total)}`
    : `Rejected: ${number(total)}`;
  return table(caption, 'Nothing was rejected since the server began.', [
    ['When', time, true],
    ['Paper', paper],
    ['Reason', reason],
    ['Sent', ({ how }) => (how === 'batch' ? 'in a batch' : 'alone'), true],
  ], latest);
}

export function failed({ all, shown }) {
  const caption = all > shown.length
    ? `Could not be embedded: ${number(shown.length)} of ${number(all)}`
    : `Could not be embedded: ${number(shown.length)}`;
  return table(caption, 'There is no paper that could not be embedded.', [
    ['Paper', paper],
    ['Reason', reason],
    ['Attempts', ({ attempts }) => number(attempts), true],
  ], shown);
}

export function machine({ memory, disk }) {
  return numbers({
    'Heap used': `${bytes(memory.heap_used_bytes)} of at most ${bytes(memory.heap_max_bytes)}`,
    'Heap taken': bytes(memory.heap_committed_bytes),
    'Resident, mapped files included': bytes(memory.resident_bytes),
    'Store on disk': bytes(disk.store_bytes),
    'Free on that disk': bytes(disk.free_bytes),
  });
}

export function model({ model: { name, dimension, max_tokens: tokens }, truncated }) {
  return numbers({
    Name: foreign(name),
    Dimensions: number(dimension),
    'Tokens it reads': number(tokens),
    'Papers longer than that': number(truncated),
  });
}
