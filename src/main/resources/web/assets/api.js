/** Asks the API, and says in a sentence what went wrong. */

const TEMPORARY = [429, 503];

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

async function answer(asked) {
  let response;
  try {
    response = await asked;
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError('The server cannot be reached.', { isTemporary: true });
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(problem.detail ?? `The server answered ${response.status}.`, {
      isTemporary: TEMPORARY.includes(response.status), wait: waitOf(response),
    });
  }
  return response.json();
}

export function get(path, signal) {
  return answer(fetch(path, { signal, headers: { Accept: 'application/json' } }));
}

export function post(path, body, signal) {
  return answer(
    fetch(path, {
      method: 'POST',
      signal,
      headers: { 'Content-Type': 'application/json', Accept: 'application/json' },
      body: JSON.stringify(body),
    }),
  );
}
