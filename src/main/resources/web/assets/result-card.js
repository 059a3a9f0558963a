/** One result, as one wants to read it: the answering sentence first, the rest on demand. */

import { element, foreign, listed } from './dom.js';
import { facts, pageOf } from './paper-facts.js';
import { passage } from './passages.js';
import { typeset } from './formulas.js';

const BEGINNING = 320;

const LABELS = {
  strong: ['Strong match', 'It probably answers the question.'],
  related: ['Related', 'It is about something near the question.'],
  weak: ['Weak', 'It has little to do with the question.'],
};

function label(name) {
  const [text, says] = LABELS[name];
  return element('span', { class: `label ${name}`, title: says }, text);
}

function beginning(text) {
  const end = text.length > BEGINNING ? text.lastIndexOf(' ', BEGINNING) : text.length;
  return end > 0 ? end : BEGINNING;
}

function answering(result, spans) {
  const { abstract, sentence } = result;
  if (sentence) {
    return element('p', { class: 'answer', dir: 'auto' },
      passage(abstract, spans, sentence.start, sentence.end));
  }
  const end = beginning(abstract);
  return element('p', { class: 'answer', dir: 'auto' },
    passage(abstract, spans, 0, end), end < abstract.length ? ' …' : undefined);
}

function wholeAbstract(result, spans) {
  const { abstract, sentence } = result;
  const parts = sentence
    ? [
      passage(abstract, spans, 0, sentence.start),
      element('span', { class: 'here' }, passage(abstract, spans, sentence.start, sentence.end)),
      passage(abstract, spans, sentence.end),
    ]
    : passage(abstract, spans);
  return element('details', {
    toggle: (event) => typeset(event.currentTarget),
  }, element('summary', {}, 'Whole abstract'), element('p', { dir: 'auto' }, parts));
}

function isAllShown({ abstract, sentence }) {
  return sentence ? sentence.end - sentence.start >= abstract.length : beginning(abstract) >= abstract.length;
}

/** The reason of a recommendation, or nothing. */
function because(told, title) {
  if (!told || told.words.length === 0 && !title) {
    return undefined;
  }
  const like = title ? ['Like ', foreign(`“${title}”`)] : ['Like the paper you chose'];
  const words = told.words.length > 0 ? ['; both speak of ', listed(told.words)] : [];
  return element('p', { class: 'why' }, like, words, '.');
}

function why(result, asking) {
  const told = element('div', { class: 'why' }, element('p', {}, 'One moment …'));
  return element('details', {
    toggle: async (event) => {
      if (event.currentTarget.open) {
        const { explanation } = await import('./reasons.js');
        told.replaceChildren(...await asking(result.id).then(explanation, ({ message }) => [message]));
      }
    },
  }, element('summary', {}, 'Why it is here'), told);
}

/**
 * @param actions `{isLiked, isUnliked, like, unlike, similar, explain}`; `explain` is undefined
 *     where a list has no explanations
 * @param titleOf the title of a liked paper, if it is known
 */
export function resultCard(result, actions, titleOf) {
  const { id, title, abstract, highlights = {} } = result;
  const spans = highlights.abstract ?? [];
  const name = title || id;
  const heading = element('h2', { dir: 'auto' },
    element('a', { href: pageOf(id), class: 'title' },
      title ? passage(title, highlights.title) : id));
  return element('li', { class: 'hit', 'data-id': id }, element('article', { 'aria-label': name },
    heading,
    facts(result),
    because(result.because, titleOf(result.because?.id)),
    abstract ? answering(result, spans) : undefined,
    abstract && !isAllShown(result) ? wholeAbstract(result, spans) : undefined,
    actions.explain ? why(result, actions.explain) : undefined,
    element('p', { class: 'doing' },
      result.label ? label(result.label) : undefined,
      element('a', { href: actions.similar(id) }, 'Similar', element('span', { class: 'unseen' }, ' to ', foreign(name))),
      element('label', {},
        element('input', {
          type: 'checkbox', checked: actions.isLiked(id),
          change: () => actions.like(id, name),
        }), 'More like this', element('span', { class: 'unseen' }, ': ', foreign(name))),
      element('button', {
        type: 'button', class: 'plain', 'aria-pressed': String(actions.isUnliked(id)),
        click: () => actions.unlike(id, name),
      }, 'Less like this', element('span', { class: 'unseen' }, ': ', foreign(name))),
    )));
}
