import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, launch, open, server } from './browser.mjs';

/** Markup, of words that no paper has, not even those of other tests. */
const HOSTILE = '<marquee onstart=zyzzyvc()> \u202ezyzzyva';
const PHONE = { width: 360, height: 740 };

describe("the operator's page", () => {
  let browser;

  before(async () => {
    browser = await launch();
    await search('how do plants sense drought', 'hybrid');
  });
  after(() => browser.close());

  async function seeing(options, look) {
    const { page, wrong, close } = await open(browser, options);
    await page.goto(`${server}/admin`);
    await page.getByText(/papers are embedded/).waitFor();
    await look(page);
    assert.deepEqual(wrong, []);
    await close();
  }

  async function search(q, mode) {
    const response = await fetch(`${server}/v1/search?${new URLSearchParams({ q, mode })}`);
    assert.ok(response.ok, await response.text());
  }

  /** A paper that has neither title nor abstract. */
  async function putBad(id) {
    const response = await fetch(`${server}/v1/papers`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify([{ id }]),
    });
    assert.equal(response.status, 207);
  }

  const number = (page, name) =>
    page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd').innerText();

  it('shows how embedding, searches, memory, disk and model are', () => seeing({}, async (page) => {
    const progress = page.getByRole('progressbar', { name: 'Embedding' });
    assert.ok(Number(await progress.getAttribute('max')) >= 120);
    assert.match(await page.locator('#progress-says').innerText(), /^\d+ of 1\d\d papers are embedded/);
    await page.getByText(/papers a second now, at most/).waitFor();
    assert.ok(Number(await number(page, 'Answered')) >= 1);
    assert.match(await number(page, 'Half take at most'), /^[\d.]+ m?s$/);
    assert.match(await number(page, 'Heap used'), /^[\d.,]+ [MG]B of at most [\d.,]+ [MG]B$/);
    assert.match(await number(page, 'Store on disk'), /^[\d.,]+ [MG]B$/);
    assert.equal(await number(page, 'Name'), 'all-MiniLM-L6-v2');
    await page.getByText('What made the vectors').click();
    await page.locator('#identity', { hasText: 'weightsSha256' }).waitFor();
    await page.getByRole('table', { name: 'The slowest searches' }).waitFor();
    await page.getByText(/papers have vectors of their sentences/).waitFor();
    await page.getByText(/The map shows \d+ papers|The map is being made|There is no map/).waitFor();
    await page.getByRole('navigation').getByRole('link', { name: 'Map' }).waitFor();
  }));

  it('goes on by itself: a rejection and a search in vain appear', () => seeing({}, async (page) => {
    const id = `rejected-${Date.now()}`;
    await putBad(id);
    await page.getByRole('row', { name: new RegExp(`${id} a paper needs a title or an abstract`) }).waitFor();
    const q = `zyzzyva${Date.now()}`;
    await search(q, 'lexical');
    await page.getByRole('table', { name: 'Searches without a result' })
      .getByRole('row', { name: new RegExp(`${q} no paper`) }).waitFor();
    const points = await page.locator('#rate polyline').getAttribute('points');
    assert.ok(points.trim().split(' ').length >= 2, points);
  }));

  it('shows embedding as it goes on, and what could not be embedded', async () => {
    const { page, wrong, close } = await open(browser);
    const changed = (path, change) => page.route(path, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...await response.json(), ...change } });
    });
    await changed('**/v1/status', {
      papers: 5000, embedded: 1233, pending: 3765, failed: 2,
      embedding: { papers_per_second: 19.54, seconds_left: 193 },
    });
    await changed('**/v1/activity', { failed: [{ id: HOSTILE, reason: 'too odd', attempts: 3 }] });
    await page.goto(`${server}/admin`);
    await page.getByText(
      '1,233 of 5,000 papers are embedded, 2 could not be, 19.5 a second, 3 minutes left.').waitFor();
    await page.getByText('19.5 papers a second now, at most 19.5').waitFor();
    await page.getByRole('table', { name: 'Could not be embedded: 1 of 2' })
      .getByRole('row', { name: /too odd 3/ }).waitFor();
    await page.getByText('./kindred reembed --failed').waitFor();
    await assertAccessible(page);
    assert.deepEqual(wrong, []);
    await close();
  });

  it('asks for the map less often than for the rest', async () => {
    const { page, wrong, close } = await open(browser);
    let maps = 0;
    await page.route('**/v1/map', (route) => {
      maps++;
      return route.continue();
    });
    await page.goto(`${server}/admin`);
    await page.waitForResponse(/\/v1\/activity$/);
    await page.waitForResponse(/\/v1\/activity$/);
    await page.waitForResponse(/\/v1\/activity$/);
    assert.equal(maps, 1);
    assert.deepEqual(wrong, []);
    await close();
  });

  it('leaves alone what has not changed', () => seeing({}, async (page) => {
    const row = await page.locator('#slowest td').first().elementHandle();
    await page.waitForResponse(/\/v1\/activity$/);
    await page.waitForResponse(/\/v1\/activity$/);
    assert.ok(await row.evaluate((cell) => cell.isConnected));
  }));

  it('says when the server does not answer, asks less often, and recovers', () => seeing({}, async (page) => {
    await page.route('**/v1/activity', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('status').filter({ hasText: 'The server answered 503' }).waitFor();
    assert.match(await page.getByRole('status').innerText(), /Asking again in 4 seconds/);
    await page.unroute('**/v1/activity');
    await page.waitForFunction(() => document.getElementById('connection').textContent === '');
  }));

  it('takes no harm from hostile questions and ids', async () => {
    await search(HOSTILE, 'lexical');
    await search(`zyzzyva${'x'.repeat(900)}`, 'lexical');
    await putBad(HOSTILE);
    await putBad('y'.repeat(250));
    await seeing({ viewport: PHONE }, async (page) => {
      await page.locator('#rejected td', { hasText: HOSTILE }).first().waitFor();
      await page.locator('#without-results td', { hasText: HOSTILE }).first().waitFor();
      assert.equal(await page.locator('main marquee').count(), 0);
      const overflow = await page.evaluate(() =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0);
    });
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`has nothing that axe finds, in ${colorScheme}`, async () => {
      await putBad('rejected');
      for (const viewport of [undefined, PHONE]) {
        await seeing({ colorScheme, ...(viewport && { viewport }) }, async (page) => {
          await page.getByText('What made the vectors').click();
          await assertAccessible(page);
        });
      }
    });
  }
});
