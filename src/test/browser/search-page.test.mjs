import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, hostile, large, launch, open, put, remove, server } from './browser.mjs';

const QUESTION = 'how do plants sense drought';

describe('the search page', () => {
  let browser;
  let seen;
  let page;

  before(async () => { browser = await launch(); });
  after(() => browser.close());

  async function visit(path, options) {
    seen = await open(browser, options);
    page = seen.page;
    await page.goto(server + path);
  }

  async function leave() {
    assert.deepEqual(seen.wrong, []);
    await seen.close();
  }

  const titles = () => page.locator('.hit .title').allInnerTexts();
  const settled = () => page.locator('#results:not([aria-busy]) .hits').waitFor();
  const parameters = () => new URL(page.url()).searchParams;

  it('teaches what can be asked before anything is', async () => {
    await visit('/');
    await page.getByRole('heading', { name: 'What you can ask' }).waitFor();
    await page.getByText('120 papers').first().waitFor();
    await leave();
  });

  it('finds papers by a question, the answering sentence first', async () => {
    await visit('/');
    await page.getByRole('searchbox').fill(QUESTION);
    await page.getByRole('button', { name: 'Search' }).click();
    await settled();
    assert.match((await titles())[0], /hydraulic pulse precedes abscisic acid/);
    assert.equal(parameters().get('q'), QUESTION);
    const first = page.locator('.hit').first();
    assert.ok(await first.locator('mark').count() > 0);
    await first.getByText('Whole abstract').click();
    await first.locator('.here').waitFor();
    assert.match(await first.locator('.label').innerText(), /Strong match/);
    await leave();
  });

  it('keeps a question too long for an address over reload and back', async () => {
    const long = `${QUESTION} `.repeat(600).trim();
    await visit('/');
    await page.getByRole('searchbox').fill(long);
    await page.getByRole('button', { name: 'Search' }).click();
    await settled();
    await page.getByText('too long for an address').waitFor();
    assert.equal(parameters().get('q'), null);
    const found = await titles();
    await page.reload();
    await settled();
    assert.deepEqual(await titles(), found);
    assert.equal(await page.getByRole('searchbox').inputValue(), long);
    await page.getByRole('link', { name: 'Next' }).click();
    await page.locator('.pages [aria-current]', { hasText: '2' }).waitFor();
    await page.goBack();
    await page.locator('.pages [aria-current]', { hasText: '1' }).waitFor();
    assert.deepEqual(await titles(), found);
    await page.getByRole('link', { name: 'Kindred', exact: true }).click();
    await page.getByRole('heading', { name: 'What you can ask' }).waitFor();
    assert.equal(await page.getByRole('heading', { name: 'Asked before' }).count(), 0);
    await leave();
  });

  it('asks again by itself when the server comes back', async () => {
    await visit('/');
    await page.getByRole('heading', { name: 'Try it here' }).waitFor();
    await page.route('**/v1/search?*', (route) => route.fulfill({ status: 503, body: '' }));
    await page.getByRole('searchbox').fill(QUESTION);
    await page.getByRole('alert').filter({ hasText: 'It is asked again by itself' }).waitFor();
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    await assertAccessible(page);
    await page.unroute('**/v1/search?*');
    await settled();
    assert.match((await titles())[0], /hydraulic pulse precedes abscisic acid/);
    await leave();
  });

  it('asks again no sooner than the server wants to be asked', async () => {
    await visit('/');
    await page.getByRole('heading', { name: 'Try it here' }).waitFor();
    await page.clock.install();
    let asked = 0;
    await page.route('**/v1/search?*', (route) => {
      asked++;
      return route.fulfill({ status: 429, headers: { 'Retry-After': '20' }, body: '' });
    });
    await page.getByRole('searchbox').fill(QUESTION);
    await page.clock.runFor(1_000);
    await page.getByRole('alert').filter({ hasText: 'It is asked again by itself' }).waitFor();
    await page.clock.runFor(15_000);
    assert.equal(asked, 1);
    await page.unroute('**/v1/search?*');
    await page.clock.runFor(6_000);
    await settled();
    await leave();
  });

  it('keeps true how many papers are not embedded yet while that is seen', async () => {
    const counts = { papers: 2000, embedded: 700, pending: 1298, failed: 2 };
    let asked = 0;
    await visit('/');
    await page.getByRole('heading', { name: 'Try it here' }).waitFor();
    await page.clock.install();
    const changed = (path, change) => page.route(path, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...await response.json(), ...change() } });
    });
    await changed('**/v1/search?*', () => ({ incomplete: { ...counts } }));
    await changed('**/v1/status', () => {
      asked++;
      return counts;
    });
    const hide = (hidden) => page.evaluate((isHidden) => {
      Object.defineProperty(document, 'hidden', { value: isHidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, hidden);
    const follows = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/waiting.js'));
    await page.getByRole('searchbox').fill(QUESTION);
    await page.clock.runFor(1_000);
    await follows;
    await page.getByText('1,300 of 2,000 papers can be found by words only').waitFor();
    counts.pending = 98;
    await page.clock.runFor(10_000);
    await page.getByText('100 of 2,000 papers can be found by words only').waitFor();
    assert.equal(asked, 1);
    await hide(true);
    Object.assign(counts, { pending: 0, failed: 0 });
    await page.clock.runFor(60_000);
    assert.equal(asked, 1);
    await hide(false);
    await page.getByText('can be found by words only').waitFor({ state: 'detached' });
    await page.clock.runFor(60_000);
    assert.equal(asked, 2);
    await leave();
  });

  it('names the first of very many authors, and the others on demand', async () => {
    await put(large);
    try {
      await visit('/?q=quokka+collaboration&mode=lexical');
      await settled();
      const hit = page.locator('.hit', { hasText: large.title });
      assert.equal(await hit.getByRole('link', { name: /^Author \d/ }).count(), 10);
      await hit.getByText('May 7, 2024').waitFor();
      await hit.getByText('290 more authors').click();
      await hit.getByRole('link', { name: 'Author 300' }).waitFor();
      await assertAccessible(page);
      await leave();
    } finally {
      await remove(large.id);
    }
  });

  it('says in one sentence that there are no papers at all', async () => {
    await visit('/');
    await page.route('**/v1/status', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...await response.json(), papers: 0 } });
    });
    await page.route('**/v1/search?*', (route) => route.fulfill({
      json: { results: [], total: 0, offset: 0, fit: 'none', notice: 'No paper matches the query.' },
    }));
    await page.getByRole('searchbox').fill(QUESTION);
    await page.locator('#results').getByText('There are no papers here yet.').waitFor();
    assert.equal(await page.locator('#results > *').count(), 1);
    await leave();
  });

  it('leaves a formula that is refused as it was written', async () => {
    const id = 'refused-formula';
    await put({ id, title: 'A quokka $\\href{https://a.example}{x}$ and $x^2$', abstract: '' });
    try {
      await visit('/?q=quokka&mode=lexical');
      await page.locator('.hit math').first().waitFor();
      await page.locator('.hit .title', { hasText: '\\href{https://a.example}{x}' }).waitFor();
      await leave();
    } finally {
      await remove(id);
    }
  });

  it('shows a page with the way to the others where there is nothing', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await visit('/nothing', { colorScheme });
      await page.getByRole('heading', { name: 'Not Found' }).waitFor();
      await assertAccessible(page);
      await page.getByRole('link', { name: 'Map' }).waitFor();
      await leave();
    }
  });

  it('says why a paper is here', async () => {
    await visit(`/?q=${QUESTION}`);
    await settled();
    const first = page.locator('.hit').first();
    await first.getByText('Why it is here').click();
    await first.getByText(/1st by meaning/).waitFor();
    await first.getByText(/drought \(/).waitFor();
    await leave();
  });

  it('asks once for what was typed, and gives up what was asked before', async () => {
    await visit('/');
    await page.locator('.teach').waitFor();
    const asked = [];
    page.on('request', (request) => {
      if (request.url().includes('/v1/search?') && request.url().includes('q=')) {
        asked.push(new URL(request.url()).searchParams.get('q'));
      }
    });
    await page.getByRole('searchbox').pressSequentially('glacier surge', { delay: 5 });
    await page.locator('.hits').waitFor();
    await settled();
    assert.deepEqual(asked, ['glacier surge']);
    assert.equal(parameters().get('q'), 'glacier surge');
    await leave();
  });

  it('narrows by a facet, opens a paper, and comes back to the same list', async () => {
    await visit(`/?q=${QUESTION}`);
    await settled();
    const facet = page.locator('#filters a').first();
    const category = (await facet.innerText()).split('\n')[0].trim();
    await facet.click();
    await page.waitForURL((address) => address.searchParams.get('category') === category);
    await settled();
    const narrowed = await titles();
    assert.ok(narrowed.length > 0);
    for (const facts of await page.locator('.hit .facts').allInnerTexts()) {
      assert.ok(facts.includes(category), facts);
    }
    await page.locator('.hit .title').first().click();
    await page.waitForURL(/\/papers\//);
    await page.goBack();
    await settled();
    assert.deepEqual(await titles(), narrowed);
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('category'));
    await settled();
    assert.notDeepEqual(await titles(), narrowed);
    assert.equal(await page.getByRole('searchbox').inputValue(), QUESTION);
    await leave();
  });

  it('has an address for every page of a list', async () => {
    await visit('/?sort=date');
    await settled();
    const newest = await titles();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    await settled();
    const second = await titles();
    assert.equal(second.filter((title) => newest.includes(title)).length, 0);
    await page.reload();
    await settled();
    assert.deepEqual(await titles(), second);
    await leave();
  });

  it('says where a list ends', async () => {
    await visit('/?q=glacier&page=60');
    await page.getByText('The list ends before this page').first().waitFor();
    await page.getByRole('link', { name: 'Previous' }).waitFor();
    await leave();
  });

  it('searches by words or by meaning alone, and says what that does', async () => {
    await visit(`/?q=${QUESTION}`);
    await settled();
    await page.getByRole('radio', { name: 'Words' }).check();
    await page.waitForURL(/mode=lexical/);
    await page.getByText('By words alone').waitFor();
    await settled();
    await page.getByRole('radio', { name: 'Meaning' }).check();
    await page.waitForURL(/mode=semantic/);
    await settled();
    await page.getByLabel('Order').selectOption('date');
    await page.waitForURL(/sort=date/);
    await leave();
  });

  it('is used by the keyboard alone', async () => {
    await visit('/');
    await page.locator('.teach').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('why do glaciers suddenly speed up');
    await page.keyboard.press('Enter');
    await settled();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const focused = await page.evaluate(() => document.activeElement.innerText);
    assert.equal(focused, (await titles())[0]);
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/papers\//);
    await leave();
  });

  it('shows what is similar to a paper', async () => {
    await visit(`/?q=${QUESTION}`);
    await settled();
    const first = (await titles())[0];
    await page.getByRole('link', { name: /^Similar/ }).first().click();
    await page.waitForURL(/similar=/);
    await page.getByRole('heading', { name: `Similar to ${first}` }).waitFor();
    await settled();
    assert.ok(!(await titles()).includes(first));
    await page.locator('.why').first().waitFor();
    await leave();
  });

  it('recommends from ticked papers, away from those that are not wanted', async () => {
    await visit('/?q=glacier');
    await settled();
    const [liked, other] = await titles();
    await page.getByRole('checkbox', { name: /^More like this/ }).first().check();
    await page.getByText('Chosen: 1 to follow').waitFor();
    await page.getByRole('button', { name: /^Less like this/ }).nth(1).click();
    await page.getByText('1 to follow, 1 to avoid').waitFor();
    await page.getByRole('link', { name: 'More like this one' }).click();
    await page.waitForURL(/like=.*unlike=/);
    await page.getByRole('heading', { name: 'More like the papers you chose' }).waitFor();
    await settled();
    const found = await titles();
    assert.ok(found.length > 0 && !found.includes(liked) && !found.includes(other));
    await page.locator('.examples').getByRole('link', { name: liked, exact: true }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'More like this one' }).count(), 0);
    await assertAccessible(page);
    await page.getByRole('link', { name: `Remove ${other}` }).click();
    await page.waitForURL((address) => !address.search.includes('unlike'));
    await page.getByText('Chosen: 1 to follow.', { exact: true }).waitFor();
    await leave();
  });

  it('keeps ticked papers from page to page', async () => {
    await visit('/?q=glacier');
    await settled();
    await page.getByRole('checkbox', { name: /^More like this/ }).first().check();
    await page.getByRole('link', { name: 'Next' }).click();
    await page.waitForURL(/page=2/);
    await settled();
    await page.getByText('Chosen: 1 to follow').waitFor();
    await page.reload();
    await page.getByText('Chosen: 1 to follow').waitFor();
    await leave();
  });

  it('goes back to what was asked before something else was typed', async () => {
    await visit('/?q=glacier');
    await settled();
    const before = await titles();
    await page.locator('#q').fill('moth pollination');
    await page.waitForURL(/moth/);
    await settled();
    await page.keyboard.press('Enter');
    await page.goBack();
    await page.waitForURL(/q=glacier$/);
    await settled();
    assert.deepEqual(await titles(), before);
    await leave();
  });

  it('does not take the key / from those who do not want it', async () => {
    await visit('/');
    await page.getByRole('checkbox', { name: 'The key / goes to the search box' }).uncheck();
    await page.keyboard.press('/');
    assert.equal(await page.evaluate(() => document.activeElement.id), 'slash');
    await leave();
  });

  it('puts the focus into the new list after a link of the old one is gone', async () => {
    await visit('/?q=glacier');
    await settled();
    await page.getByRole('link', { name: 'Next' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/page=2/);
    await page.waitForFunction(() => document.activeElement.id === 'results');
    await leave();
  });

  it('offers what was probably meant, and says when nothing fits', async () => {
    await visit('/?q=droughht');
    await page.getByText('Did you mean').waitFor();
    await page.getByRole('link', { name: 'drought' }).click();
    await page.waitForURL(/q=drought$/);
    await settled();
    await leave();
  });

  it('shows the nearest where nothing fits, if that is wanted', async () => {
    await visit('/?q=zyzzyva+qwxyz');
    await page.getByText('Nothing here fits the question.').waitFor();
    assert.equal(await page.getByText('No paper.').count(), 0);
    await page.getByRole('link', { name: 'Show the nearest all the same' }).click();
    await page.waitForURL(/min_relevance=weak/);
    await settled();
    assert.ok((await titles()).length > 0);
    await leave();
  });

  it('leads to the same papers on the map', async () => {
    await visit(`/?q=${QUESTION}`);
    await settled();
    await page.getByRole('link', { name: 'See them on the map' }).click();
    await page.waitForURL(/\/map\?q=/);
    await leave();
  });

  it('tells in words what was wrong with a request', async () => {
    await visit('/?q=roots&year=never');
    await page.getByRole('alert').filter({ hasText: 'never' }).waitFor();
    await leave();
  });

  it('keeps questions in this browser until they are to be forgotten', async () => {
    await visit('/');
    await page.getByRole('searchbox').fill('moth pollination');
    await page.keyboard.press('Enter');
    await settled();
    await page.goto(server);
    await page.getByRole('link', { name: 'moth pollination' }).waitFor();
    await page.getByRole('button', { name: 'Forget these' }).click();
    await page.getByRole('link', { name: 'moth pollination' }).waitFor({ state: 'detached' });
    await leave();
  });

  it('announces how many there are', async () => {
    await visit(`/?q=${QUESTION}`);
    await settled();
    assert.match(await page.getByRole('status').innerText(), /^1 to 10 of /);
    await leave();
  });

  it('takes no harm from hostile papers', async () => {
    await Promise.all(hostile.map(put));
    try {
      await visit('/?q=quokka');
      await settled();
      const all = (await titles()).join('\n');
      assert.match(all, /<img src=x onerror=alert\(1\)>/);
      for (const summary of await page.getByText('Whole abstract').all()) {
        await summary.click();
      }
      assert.equal(await page.locator('.hit img, .hit script, .hit svg').count(), 0);
      assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
      await leave();
      await visit('/?q=quokka', { viewport: { width: 360, height: 740 } });
      await settled();
      const overflow = await page.evaluate(() =>
        document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.equal(overflow, 0);
      await leave();
    } finally {
      await Promise.all(hostile.map(({ id }) => remove(id)));
    }
  });

  it('sets formulas as MathML', async () => {
    await visit('/?q=fungal nitrogen mycorrhizal network&category=ecology');
    await settled();
    const hit = page.locator('.hit', { hasText: 'Fungal partners ration nitrogen' });
    await hit.getByText('Whole abstract').click();
    await hit.locator('math').first().waitFor();
    await leave();
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`has nothing that axe finds, in ${colorScheme}`, async () => {
      for (const path of ['/', `/?q=${QUESTION}`, '/?q=droughht', '/?q=roots&year=never']) {
        await visit(path, { colorScheme });
        await page.locator('#results > *').first().waitFor();
        await page.locator('#results[aria-busy]').waitFor({ state: 'detached' });
        await assertAccessible(page);
        await leave();
      }
      await visit(`/?q=${QUESTION}`, { colorScheme, viewport: { width: 360, height: 740 } });
      await settled();
      await page.getByRole('checkbox', { name: /^More like this/ }).first().check();
      await assertAccessible(page);
      await leave();
    });
  }
});
