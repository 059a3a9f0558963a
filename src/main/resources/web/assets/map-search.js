/** What a search finds, as places on the map. */

import { get } from './api.js';
import { ask } from './questions.js';
import { kindOf } from './view-state.js';

/** A question has an end to what is related; what is like a paper has none. */
const LIT = { search: 100, similar: 20, recommendations: 20 };

/** So many ids are asked for at once. */
const MOST_IDS = 1000;

const USUAL_RELEVANCE = 'related';

async function titled(id, signal) {
  const { title } = await get(`/v1/papers?${new URLSearchParams({ id })}`, signal);
  return { id, title };
}

/**
 * Finds what is asked for: `{found, examples, beside, notice}`. `found` are the papers that are on the map,
 * best first, `examples` those that they are to be like, each with its `place`; `beside` counts what
 * was found and is not on the map; `notice` is what the server has to say of the answer.
 *
 * @param asked a state of the search page
 * @param papers of the map
 */
export async function search(asked, papers, signal) {
  const kind = kindOf(asked);
  if (kind === 'nothing') {
    return { found: [], examples: [], beside: 0 };
  }
  const wanted = { ...asked, min_relevance: asked.min_relevance || USUAL_RELEVANCE };
  const [{ results, notice }, ...named] = await Promise.all([
    ask(wanted, signal, { limit: LIT[kind], facets: '' }),
    ...(kind === 'similar' ? [titled(asked.similar, signal)] : []),
  ]);
  const likes = kind === 'recommendations' ? asked.like.map((id) => ({ id })) : named;
  const ids = [...results, ...likes].map(({ id }) => id);
  const places = await papers.places(ids.slice(0, MOST_IDS), signal);
  const placed = (paper) => ({ ...paper, place: places.get(paper.id) });
  const found = results.map(placed).filter(({ place }) => place);
  return { found, examples: likes.map(placed), beside: results.length - found.length, notice };
}
