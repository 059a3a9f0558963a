/** Asks the API, and says in a sentence what went wrong. */

const TEMPORARY = [429, 503];
const NEEDS_KEY = 401;

/** Whether it is temporary says whether the same may be answered later, and not before when. */
export class ApiError extends Error {
  /** @param wait after how many milliseconds it may be asked again */
  constructor(message, { isTemporary, wait = 0 }) {
    super(message);
    this.isTemporary = isTemporary;
    this.wait = wait;
  }
}

/** Proxies may name a time of day instead, which is not kept. */
function waitOf(response) {
  return 1000 * (Number(response.headers.get('Retry-After')) || 0);
}

/** The key that this tab shows to the server, if somebody gave it one. */
let key = kept();

function kept() {
  try {
    return sessionStorage.getItem('kindred-key');
  } catch {
    return null; // the browser keeps nothing
  }
}

/** Asks for another key than the one that was refused; whether there is one now. */
async function hasOther(refused, reason) {
  if (key === refused) {
    const { askForKey } = await import('./access-key.js');
    key = await askForKey(reason);
  }
  return key !== null;
}

async function reached(path, options, shown) {
  const headers = shown ? { ...options.headers, Authorization: `Bearer ${shown}` } : options.headers;
  try {
    return await fetch(path, { ...options, headers });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError('The server cannot be reached.', { isTemporary: true });
  }
}

/** The response to a request, sent again with another key where it needs one and somebody has it. */
async function fetched(path, options) {
  for (;;) {
    const shown = key;
    const response = await reached(path, options, shown);
    if (response.ok) {
      return response;
    }
    const { status } = response;
    const { detail } = await response.json().catch(() => ({}));
    if (status === NEEDS_KEY && await hasOther(shown, detail)) {
      continue;
    }
    throw new ApiError(
      detail ?? `The server answered ${status}.`,
      { isTemporary: TEMPORARY.includes(status), wait: waitOf(response) });
  }
}

export async function get(path, signal) {
  const response = await fetched(path, { signal, headers: { Accept: 'application/json' } });
  return response.json();
}

/** Whatever is no JSON. */
export function getRaw(path) {
  return fetched(path, { headers: {} });
}

export async function post(path, body, signal) {
  const response = await fetched(path, {
    method: 'POST',
    signal,
    headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
    body: JSON.stringify(body),
  });
  return response.json();
}
