/** Asks the API, and says in a sentence what went wrong. */


/** Whether it is temporary says whether the same may be answered later. */
export class ApiError extends Error {
  constructor(message, isTemporary = false) {
    super(message);
    this.isTemporary = isTemporary;
  }
}

const NEEDS_KEY = 401;

/** The key that this tab shows to the server, if somebody gave it one (access-key.js). */
function withKey(headers) {
  try {
    const key = sessionStorage.getItem('kindred-key');
    return key ? { ...headers, Authorization: `Bearer ${key}` } : headers;
  } catch {
    return headers; // the browser keeps nothing
  }
}

async function askForKey(reason) {
  const dialog = await import('./access-key.js');
  return dialog.askForKey(reason);
}

async function reached(path, options) {
  try {
    return await fetch(path, { ...options, headers: withKey(options.headers) });
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError('The server cannot be reached.', true);
  }
}

/** The response to a request, sent again with a key if it needs one and somebody has it. */
async function fetched(path, options) {
  for (;;) {
    const response = await reached(path, options);
    if (response.ok) {
      return response;
    }
    const problem = await response.json().catch(() => ({}));
    if (response.status === NEEDS_KEY && await askForKey(problem.detail)) {
      continue;
    }
    throw new ApiError(problem.detail ?? `The server answered ${response.status}.`, response.status === 503);
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
