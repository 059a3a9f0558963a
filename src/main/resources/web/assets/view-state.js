/** What the search page shows, and its address: each can be made from the other. */

export const PAGE_SIZE = 10;

/** The API goes no deeper into a list. */
export const LAST_PAGE = 100;

const LISTS = ['category', 'author', 'year', 'like', 'unlike'];
const DEFAULTS = { q: '', mode: 'hybrid', sort: 'relevance', min_relevance: '', similar: '' };

/** The state that an address names. */
export function fromAddress(search) {
  const parameters = new URLSearchParams(search);
  const state = { page: 1 };
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    state[name] = parameters.get(name)?.trim() || usual;
  }
  for (const name of LISTS) {
    state[name] = [...new Set(parameters.getAll(name).filter(Boolean))];
  }
  const page = Number(parameters.get('page'));
  if (Number.isInteger(page)) {
    state.page = Math.min(Math.max(page, 1), LAST_PAGE);
  }
  return state;
}

/** The address of a state, without what goes without saying. */
export function addressOf(state) {
  const parameters = new URLSearchParams();
  for (const [name, usual] of Object.entries(DEFAULTS)) {
    if (state[name] !== usual) {
      parameters.set(name, state[name]);
    }
  }
  for (const name of LISTS) {
    state[name].forEach((value) => parameters.append(name, value));
  }
  if (state.page > 1) {
    parameters.set('page', state.page);
  }
  const query = parameters.toString();
  return query ? `/?${query}` : '/';
}

/** The server takes no address much longer than this with the headers of a browser beside it. */
const LONGEST_ADDRESS = 6_000;

/** Whether the question is too long for an address. */
export function isLong(state) {
  return addressOf(state).length > LONGEST_ADDRESS;
}

/** The address of the map that lights up what a state finds. */
export function mapOf(state) {
  return isLong(state) ? '/map' : `/map${addressOf(changed(state, {})).slice(1)}`;
}

/** What the browser's history keeps of a state: its address, and beside it a question too long for one. */
export function historyEntry(state) {
  return isLong(state)
    ? { kept: { q: state.q }, address: addressOf({ ...state, q: '' }) }
    : { kept: null, address: addressOf(state) };
}

/** The state that the present entry of the browser's history names. */
export function fromHistory() {
  const state = fromAddress(location.search);
  return history.state?.q ? { ...state, q: history.state.q } : state;
}

/** The same with some things changed, from the first page on. */
export function changed(state, changes) {
  return { ...state, page: 1, ...changes };
}

/** The same with a value put into a list of it, or taken out if it was there. */
export function toggled(state, list, value) {
  const has = state[list].includes(value);
  const values = has ? state[list].filter((other) => other !== value) : [...state[list], value];
  return changed(state, { [list]: values });
}

export function kindOf(state) {
  if (state.like.length + state.unlike.length > 0) {
    return 'recommendations';
  }
  if (state.similar) {
    return 'similar';
  }
  return state.q || state.category.length + state.author.length + state.year.length > 0
    || state.sort !== DEFAULTS.sort
    ? 'search'
    : 'nothing';
}
