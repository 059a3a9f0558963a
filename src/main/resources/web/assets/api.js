/** Asks the API, and says in a sentence what went wrong. */

/** Whether it is temporary says whether the same may be answered later. */
export class ApiError extends Error {
  constructor(message, isTemporary = false) {
    super(message);
    this.isTemporary = isTemporary;
  }
}

async function answer(asked) {
  let response;
  try {
    response = await asked;
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError('The server cannot be reached.', true);
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(problem.detail ?? `The server answered ${response.status}.`, response.status === 503);
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
