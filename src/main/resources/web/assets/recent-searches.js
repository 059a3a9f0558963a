/** The last questions, kept in this browser only. */

const KEY = 'kindred.recent';
const KEPT = 8;

/** Longer ones are pasted texts, which say little in a list. */
const LONGEST = 300;

/** Newest first; none where the browser keeps nothing. */
export function recentSearches() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return [];
  }
}

export function remember(question) {
  if (question.length > LONGEST) {
    return;
  }
  const others = recentSearches().filter((other) => other !== question);
  keep([question, ...others].slice(0, KEPT));
}

export function forgetAll() {
  keep([]);
}

function keep(questions) {
  try {
    localStorage.setItem(KEY, JSON.stringify(questions));
  } catch {
    // A browser that keeps nothing has no recent searches.
  }
}
