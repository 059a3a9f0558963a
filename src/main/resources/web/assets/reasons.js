/** Says in words why a search put a paper where it is. */

import { element, listed } from './dom.js';

const ORDINALS = new Intl.PluralRules('en', { type: 'ordinal' });
const ENDINGS = { one: 'st', two: 'nd', few: 'rd', other: 'th' };

function ordinal(number) {
  return `${number}${ENDINGS[ORDINALS.select(number)]}`;
}

function place(matched) {
  const places = ['title', 'abstract', 'authors'].filter((name) => matched[name] > 0);
  return `${matched.word} (${places.join(', ')})`;
}

function meaning({ rank, cosine, random_mean: mean }) {
  const where = rank ? `${ordinal(rank)} by meaning` : 'found by its words';
  return `${where}: its nearness to the question is ${cosine.toFixed(2)}, that of a random paper`
    + ` ${mean.toFixed(2)}.`;
}

/** The reason of a search's explanation. */
export function explanation(told) {
  const parts = [];
  if (told.tier === 'named') {
    parts.push(element('p', {}, 'It is what the question names.'));
  }
  if (told.tier === 'rare') {
    parts.push(element('p', {}, 'It holds what hardly another paper does: ', listed(told.exactly), '.'));
  }
  if (told.meaning) {
    parts.push(element('p', {}, meaning(told.meaning)));
  }
  if (told.words) {
    const where = told.words.rank ? `${ordinal(told.words.rank)} by words: ` : 'It has the words ';
    parts.push(element('p', {}, where, listed(told.words.matched.map(place)), '.'));
  }
  return parts;
}
