/** Asks the API, and says in a sentence what went wrong. */

export class ApiError extends Error {
  constructor(status, detail) {
    super(detail);
    this.status = status;
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
    throw new ApiError(0, 'The server cannot be reached.');
  }
  const json = await response.json().catch(() => ({}));
  if (!response.ok) {
    throw new ApiError(response.status, json.detail ?? `The server answered ${response.status}.`);
  }
  return json;
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
