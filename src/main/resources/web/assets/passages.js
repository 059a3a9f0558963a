/** Text with what matches marked, and with formulas that are to be typeset. */

import { element } from './dom.js';
import { formulasIn } from './formulas.js';

function marked(text, from, to, spans) {
  const parts = [];
  let at = from;
  for (const { start, end } of spans) {
    const first = Math.max(start, at);
    const last = Math.min(end, to);
    if (first < last) {
      parts.push(text.slice(at, first), element('mark', {}, text.slice(first, last)));
      at = last;
    }
  }
  parts.push(text.slice(at, to));
  return parts.filter((part) => part !== '');
}

/**
 * The part of a text from one place to another, as nodes.
 *
 * @param spans `{start, end}` of the whole text, in order, in UTF-16 units
 */
export function passage(text, spans = [], from = 0, to = text.length) {
  const parts = [];
  let at = from;
  for (const formula of formulasIn(text)) {
    if (formula.start >= at && formula.end <= to) {
      parts.push(...marked(text, at, formula.start, spans));
      const written = text.slice(formula.start, formula.end);
      parts.push(element('span', { 'data-tex': formula.tex }, written));
      at = formula.end;
    }
  }
  return [...parts, ...marked(text, at, to, spans)];
}
