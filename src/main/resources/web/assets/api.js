/** Asks the API, and says in a sentence what went wrong. */

export class ApiError extends Error {}

async function answer(asked) {
  let response;
  try {
    response = await asked;
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new ApiError('The server cannot be reached.');
  }
  if (!response.ok) {
    const problem = await response.json().catch(() => ({}));
    throw new ApiError(problem.detail ?? `The server answered ${response.status}.`);
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
