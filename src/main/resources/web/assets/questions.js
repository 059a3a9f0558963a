/** What the API is asked for a state of the page. */

import { get, post } from './api.js';
import { kindOf, PAGE_SIZE } from './view-state.js';

const FACETS = 'category,year,author';

function place(state, limit) {
  return { limit, offset: (state.page - 1) * limit };
}

function filtered(parameters, state) {
  for (const name of ['category', 'author', 'year']) {
    state[name].forEach((value) => parameters.append(name, value));
  }
  return parameters;
}

function search(state, { limit, facets }) {
  const parameters = filtered(new URLSearchParams(place(state, limit)), state);
  if (facets) {
    parameters.set('facets', facets);
  }
  if (state.q) {
    parameters.set('q', state.q);
    parameters.set('mode', state.mode);
    parameters.set('sort', state.sort);
    if (state.min_relevance) {
      parameters.set('min_relevance', state.min_relevance);
    }
  } else if (state.sort === 'date_asc') {
    parameters.set('sort', state.sort);
  }
  return parameters;
}

function examples(ids) {
  return ids.map((id) => ({ id }));
}

/** The answer to what a state of the page asks for. */
export function ask(state, signal, { limit = PAGE_SIZE, facets = FACETS } = {}) {
  switch (kindOf(state)) {
    case 'recommendations': {
      const filters = Object.fromEntries(
        ['category', 'author', 'year'].map((name) => [name, state[name]])
          .filter(([, values]) => values.length > 0));
      return post('/v1/recommendations', {
        positive: examples(state.like), negative: examples(state.unlike), ...filters, ...place(state, limit),
      }, signal);
    }
    case 'similar': {
      const parameters = filtered(new URLSearchParams({ id: state.similar, ...place(state, limit) }), state);
      return get(`/v1/similar?${parameters}`, signal);
    }
    default: {
      const parameters = search(state, { limit, facets });
      const path = `/v1/search?${parameters}`;
      // A long question does not fit into an address.
      return path.length < 8000 ? get(path, signal) : post('/v1/search', longSearch(parameters), signal);
    }
  }
}

function longSearch(parameters) {
  const body = {};
  for (const name of new Set(parameters.keys())) {
    const values = parameters.getAll(name);
    body[name] = ['limit', 'offset'].includes(name) ? Number(values[0])
      : ['category', 'author', 'year'].includes(name) ? values : values[0];
  }
  return body;
}

/** The same page of a list with the reason for each place. */
export function explained(answer, signal) {
  const parameters = new URLSearchParams({
    cursor: answer.cursor, limit: answer.limit, offset: answer.offset, explain: true,
  });
  return get(`/v1/search?${parameters}`, signal);
}
