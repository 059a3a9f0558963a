/** Numbers as sentences have them. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;

export function number(value, digits = 0) {
  return value.toLocaleString('en', { maximumFractionDigits: digits });
}

function some(count, unit) {
  return `${number(count)} ${unit}${count === 1 ? '' : 's'}`;
}

/** A time to go, as exact as anybody wants to know. */
export function duration(seconds) {
  if (seconds < 2 * MINUTE) {
    return some(Math.round(seconds), 'second');
  }
  if (seconds < 2 * HOUR) {
    return some(Math.round(seconds / MINUTE), 'minute');
  }
  return some(Math.round(seconds / HOUR), 'hour');
}

export function bytes(count) {
  if (count === null || count === undefined) {
    return 'unknown';
  }
  return count < 1e9 ? `${number(count / 1e6)} MB` : `${number(count / 1e9, 1)} GB`;
}

export function millis(time) {
  return time < 1000 ? `${number(time, 1)} ms` : `${number(time / 1000, 1)} s`;
}

/** How far embedding is. */
export function progress({ papers, embedded, pending, failed, embedding }) {
  if (papers === 0) {
    return 'There are no papers yet.';
  }
  const notAll = failed > 0 ? `, ${number(failed)} could not be` : '';
  if (pending === 0) {
    return `${number(embedded)} of ${number(papers)} papers are embedded${notAll}; none is waiting.`;
  }
  const rate = embedding.papers_per_second > 0 ? `, ${number(embedding.papers_per_second, 1)} a second` : '';
  const left = embedding.seconds_left === null ? '' : `, ${duration(embedding.seconds_left)} left`;
  return `${number(embedded)} of ${number(papers)} papers are embedded${notAll}${rate}${left}.`;
}

/** How the map of the collection is. */
export function mapState({ state, reason, stage, progress: done, papers }) {
  switch (state) {
    case 'ready':
      return `The map shows ${number(papers)} papers.`;
    case 'computing':
      return `The map is being made: ${stage}, ${number(done * 100)} %.`;
    default:
      return `There is no map: ${reason}`;
  }
}
