/** The operator's page: asks every two seconds (of the map every thirty), while somebody can see it. */

import { get } from './api.js';
import { Sparkline } from './sparkline.js';
import { duration, mapState, number, progress } from './admin-words.js';
import {
  failed, machine, model, rejected, searchNumbers, show, slowest, withoutResults,
} from './admin-sections.js';

const EVERY = 2;
const AT_LEAST_EVERY = 60;
const MAP_EVERY = 30_000;
const PATIENCE = 10_000;

const at = (id) => document.getElementById(id);
const sparkline = new Sparkline(at('rate'));

let pause = EVERY;
let next;
let isAsking = false;
let mapSeen = -MAP_EVERY;

function drawStatus(status) {
  const bar = at('progress');
  bar.max = Math.max(status.papers, 1);
  bar.value = status.embedded;
  at('progress-says').textContent = progress(status);
  at('sentences-say').textContent =
    `${number(status.sentences.papers)} papers have vectors of their sentences.`;
  const rate = status.pending > 0 ? status.embedding.papers_per_second : 0;
  sparkline.add(rate);
  at('rate-says').textContent =
    `${number(rate, 1)} papers a second now, at most ${number(sparkline.highest, 1)} in the last five minutes of this page.`;
  show(at('model-numbers'), { model: status.model, truncated: status.truncated }, model);
  show(at('identity'), status.identity, (identity) => [JSON.stringify(identity, null, 2)]);
  at('version').textContent = `Kindred ${status.version}, running for ${duration(status.uptime_seconds)}`;
}

function drawActivity(activity, { failed: all }) {
  const { searches } = activity;
  show(at('searches-numbers'), { ...searches, slowest: [], without_results: [] }, searchNumbers);
  show(at('without-results'), searches.without_results, withoutResults);
  show(at('slowest'), searches.slowest, slowest);
  show(at('rejected'), activity.rejected, rejected);
  show(at('failed'), { all, shown: activity.failed }, failed);
  at('retry').hidden = activity.failed.length === 0;
  show(at('machine-numbers'), { memory: activity.memory, disk: activity.disk }, machine);
}

function say(text) {
  const place = at('connection');
  place.className = text ? 'notice wrong' : '';
  if (place.textContent !== text) {
    place.textContent = text;
  }
}

/** A map is made seldom, and takes long. */
async function lookAtMap(signal) {
  const now = performance.now();
  if (now - mapSeen >= MAP_EVERY) {
    at('map-says').textContent = mapState(await get('/v1/map', signal));
    mapSeen = now;
  }
}

async function look() {
  clearTimeout(next);
  if (document.hidden || isAsking) {
    return;
  }
  isAsking = true;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const [status, activity] = await Promise.all(
      [get('/v1/status', signal), get('/v1/activity', signal), lookAtMap(signal)]);
    drawStatus(status);
    drawActivity(activity, status);
    pause = EVERY;
    say('');
  } catch ({ message }) {
    pause = Math.min(pause * 2, AT_LEAST_EVERY);
    say(`${message} What stands here is not new. Asking again in ${duration(pause)}.`);
  } finally {
    isAsking = false;
    next = setTimeout(look, pause * 1000);
  }
}

at('copy').addEventListener('click', async ({ target }) => {
  await navigator.clipboard.writeText(at('retry-command').textContent);
  target.textContent = 'Copied';
});

document.addEventListener('visibilitychange', look);
look();
