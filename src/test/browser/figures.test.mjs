import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { launch, open, server } from './browser.mjs';

const QUESTION = process.env.QUESTION ?? 'how do plants sense drought';
const MOST_BYTES = 40_000;
const MOST_REQUESTS = 30;

/** Notes when the first result is there, and when the frame that shows it has been painted. */
function watch() {
  globalThis.seen = { shift: 0 };
  new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    globalThis.seen.shift += entry.hadRecentInput ? 0 : entry.value;
  })).observe({ type: 'layout-shift', buffered: true });
  new MutationObserver((_, observer) => {
    if (document.querySelector('.hit:not(.skeleton)')) {
      observer.disconnect();
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => { globalThis.seen.painted = performance.now(); };
        channel.port2.postMessage(null); // runs behind the frame
      });
    }
  }).observe(document, { childList: true, subtree: true });
}

function figures() {
  const bytes = (entries) => entries.reduce((sum, { transferSize }) => sum + transferSize, 0);
  const loaded = [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')];
  const answer = loaded.find(({ name }) => name.includes('/v1/search?'));
  const [first] = performance.getEntriesByName('first-contentful-paint');
  return {
    requests: loaded.length,
    bytes: bytes(loaded.filter(({ name }) => !name.endsWith('katex.js'))),
    'bytes for formulas': bytes(loaded.filter(({ name }) => name.endsWith('katex.js'))),
    'first paint, ms': Math.round(first.startTime),
    'asked, ms': Math.round(answer.startTime),
    'answered, ms': Math.round(answer.responseEnd),
    'first result painted, ms': Math.round(globalThis.seen.painted),
    'painted after the answer, ms': Math.round(globalThis.seen.painted - answer.responseEnd),
    'layout shift': Number(globalThis.seen.shift.toFixed(4)),
  };
}

describe('what the search page costs', () => {
  let browser;

  before(async () => { browser = await launch(); });
  after(() => browser.close());

  it('is little to load, and nothing jumps', async () => {
    const { page, wrong, close } = await open(browser);
    await page.addInitScript(watch);
    await page.goto(`${server}/?q=${QUESTION}`);
    await page.waitForFunction(() => globalThis.seen.painted);
    await page.waitForLoadState('networkidle');
    const measured = await page.evaluate(figures);
    console.log(`first visit: ${JSON.stringify(measured)}`);
    assert.ok(measured.requests <= MOST_REQUESTS, `${measured.requests} requests`);
    assert.ok(measured.bytes <= MOST_BYTES, `${measured.bytes} bytes`);
    assert.ok(measured['layout shift'] <= 0.1, `layout shift ${measured['layout shift']}`);
    assert.deepEqual(wrong, []);
    await close();
  });
});
