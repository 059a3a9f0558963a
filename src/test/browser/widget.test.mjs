/**
 * The widget in a real browser, on pages of another origin than the server's, under a strict
 * content security policy.
 *
 * KINDRED_URL is a server with the sample papers that allows the origin
 * http://127.0.0.1:KINDRED_OTHER_PORT, where this file serves its pages.
 */

import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, afterEach, before, describe, test } from 'node:test';
import { assertAccessible, launch, put, remove, server as KINDRED } from './browser.mjs';

const PORT = Number(process.env.KINDRED_OTHER_PORT);
const OTHER = `http://127.0.0.1:${PORT}`;
const POLICY = `default-src 'none'; script-src ${KINDRED}; connect-src ${KINDRED}; style-src 'self'`;
const SCRIPT = `<script type="module" src="${KINDRED}/widget/kindred.js"></script>`;
const ROOTS = 'sample-drought-sensing-roots';
const CORAL = 'sample-coral-larvae-heat-hardening';
const STYLE = `
  .far { height: 6000px }
  .themed { --kindred-accent: rgb(1, 2, 3); --kindred-background: rgb(250, 240, 230) }
  .themed::part(title) { text-transform: uppercase }`;

const HOSTILE = [
  { id: 'hostile-markup', title: '<img src=x onerror="globalThis.owned = 1"> quuxify markup' },
  { id: 'hostile-script', title: '</script><script>globalThis.owned = 1</script> quuxify script' },
  { id: 'hostile-direction', title: 'quuxify \u202Eright to left from here' },
  { id: 'hostile-length', title: `quuxify ${'W'.repeat(3000)}` },
  { id: 'hostile-id/"><b>..', title: 'quuxify id' },
];

function head(extra = '') {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Other site</title>
    <meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/style.css">${extra}`;
}

function paper(more) {
  return { id: 'p', title: 'A title', abstract: '', authors: [], published: null, url: null, ...more };
}

describe('the widget', () => {
  let html = '';
  let site;
  let browser;
  let page;
  let faults;
  let asked;

  before(async () => {
    site = createServer((request, response) => {
      const isStyle = request.url === '/style.css';
      response.writeHead(200, {
        'Content-Type': isStyle ? 'text/css' : 'text/html; charset=utf-8',
        'Content-Security-Policy': POLICY,
      });
      response.end(isStyle ? STYLE : html);
    });
    await new Promise((listening) => { site.listen(PORT, '127.0.0.1', listening); });
    browser = await launch();
    await Promise.all(HOSTILE.map(put));
  });

  after(async () => {
    await Promise.all(HOSTILE.map(({ id }) => remove(id)));
    await browser?.close();
    site?.close();
    site?.closeAllConnections();
  });

  afterEach(async () => {
    await page?.context().close();
    page = undefined;
  });

  /** A page of the other site; `asked` has every request for data, those of the browser's own, too. */
  async function fresh(options = {}) {
    const context = await browser.newContext(options);
    page = await context.newPage();
    page.setDefaultTimeout(15_000);
    faults = [];
    asked = [];
    page.on('pageerror', (error) => faults.push(error.message));
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    session.on('Network.requestWillBeSent', ({ request, type }) => {
      if (request.url.startsWith(`${KINDRED}/v1/`)) {
        asked.push(`${type === 'Preflight' ? 'OPTIONS' : request.method} ${request.url.slice(KINDRED.length)}`);
      }
    });
  }

  async function open(body, options) {
    if (!page) {
      await fresh(options);
    }
    html = body;
    await page.goto(`${OTHER}/`);
  }

  function titles(element = 'similar-papers') {
    return page.locator(`${element} [part=title]`);
  }

  async function shown(element = 'similar-papers') {
    await titles(element).first().waitFor();
    assert.deepEqual(faults, []);
  }

  /** The server's next answers, as this test wants them. */
  async function answer(status, json) {
    await fresh();
    await page.route(`${KINDRED}/v1/**`, (route) => route.fulfill({
      status, json, headers: { 'Access-Control-Allow-Origin': OTHER },
    }));
  }

  async function styleOf(locator, property) {
    return locator.evaluate((node, name) => getComputedStyle(node)[name], property);
  }

  function main(body) {
    return `${head(SCRIPT)}<main><h1>Other site</h1>${body}</main>`;
  }

  test('papers like a paper are shown with one request for data', async () => {
    await open(main(`<similar-papers paper="${ROOTS}" limit="3"></similar-papers>`));
    await shown();
    assert.equal(await titles().count(), 3);
    assert.deepEqual(asked, [`GET /v1/similar?id=${ROOTS}&limit=3`]);
    assert.equal(await page.getByRole('region', { name: 'Similar papers' }).count(), 1);
  });

  test('papers like a text and unlike a paper need one request, too', async () => {
    await open(main(`<similar-papers positive="${ROOTS}" negative="${CORAL}"></similar-papers>`));
    await shown();
    assert.equal(await page.getByRole('link', { name: 'More papers' }).getAttribute('href'),
      `${KINDRED}/?like=${ROOTS}&unlike=${CORAL}`);
    asked.length = 0;
    await open(main(`<similar-papers text="plants that sense drought" positive="${ROOTS}"
      negative="${CORAL}"></similar-papers>`));
    await shown();
    assert.deepEqual(asked, [
      `GET /v1/recommendations?positive=${ROOTS}&negative=${CORAL}&positive_text=plants+that+sense+drought&limit=5`,
    ]);
    assert.equal(await titles().count(), 5);
  });

  test('a text too long for an address is sent in a body', async () => {
    await open(main(`<similar-papers text="${'plants that sense drought '.repeat(400)}"></similar-papers>`));
    await shown();
    assert.deepEqual(asked.toSorted(), ['OPTIONS /v1/recommendations', 'POST /v1/recommendations']);
  });

  test('nothing is asked for before somebody comes near', async () => {
    await open(main(`<similar-papers id="near" paper="${CORAL}"></similar-papers>
      <div class="far"></div><similar-papers id="far" paper="${ROOTS}"></similar-papers>`));
    await shown('#near');
    assert.deepEqual(asked, [`GET /v1/similar?id=${CORAL}&limit=5`]);
    await page.locator('#far').scrollIntoViewIfNeeded();
    await shown('#far');
    assert.equal(asked.length, 2);
  });

  test('a changed attribute changes the list', async () => {
    await open(main(`<similar-papers paper="${ROOTS}"></similar-papers>`));
    await shown();
    await page.locator('similar-papers').evaluate((list, id) => {
      list.setAttribute('limit', '2');
      list.setAttribute('paper', id);
    }, CORAL);
    await page.waitForFunction(() => document.querySelector('similar-papers').shadowRoot.querySelectorAll('li').length === 2);
    assert.deepEqual(asked.slice(1), [`GET /v1/similar?id=${CORAL}&limit=2`]);
  });

  test('what is inside is shown until there is a list', async () => {
    await fresh();
    let reached;
    const waiting = new Promise((resolve) => { reached = resolve; });
    await page.route(`${KINDRED}/v1/**`, reached);
    await open(main(`<similar-papers paper="${ROOTS}"><a href="/more">More of it</a></similar-papers>`));
    const route = await waiting;
    assert.ok(await page.getByText('More of it').isVisible());
    await route.continue();
    await shown();
    assert.ok(!await page.getByText('More of it').isVisible());
  });

  test('it is dark where the page is', async () => {
    await open(`${head(`<meta name="color-scheme" content="light dark">${SCRIPT}`)}<main><h1>Other site</h1>
      <similar-papers paper="${ROOTS}"></similar-papers></main>`, { colorScheme: 'dark' });
    await shown();
    const box = page.locator('[part=box]');
    assert.equal(await styleOf(box, 'backgroundColor'), 'rgb(30, 33, 37)');
    await assertAccessible(page);
    await page.emulateMedia({ colorScheme: 'light' });
    assert.equal(await styleOf(box, 'backgroundColor'), 'rgb(255, 255, 255)');
    await page.locator('similar-papers').evaluate((list) => list.setAttribute('theme', 'dark'));
    assert.equal(await styleOf(box, 'backgroundColor'), 'rgb(30, 33, 37)');
  });

  test('a light page has it light, whatever its reader prefers', async () => {
    await open(main(`<similar-papers paper="${ROOTS}"></similar-papers>`), { colorScheme: 'dark' });
    await shown();
    assert.equal(await styleOf(page.locator('[part=box]'), 'backgroundColor'), 'rgb(255, 255, 255)');
  });

  test('the page chooses colours and styles parts', async () => {
    await open(main(`<similar-papers class="themed" paper="${ROOTS}"></similar-papers>`));
    await shown();
    assert.equal(await styleOf(titles().first(), 'color'), 'rgb(1, 2, 3)');
    assert.equal(await styleOf(titles().first(), 'textTransform'), 'uppercase');
    assert.equal(await styleOf(page.locator('[part=box]'), 'backgroundColor'), 'rgb(250, 240, 230)');
  });

  test('the page says heading and emptiness in its own words', async () => {
    await answer(200, { results: [] });
    await open(main(`<similar-papers paper="x"><h2 slot="heading">Verwandtes</h2>
      <p slot="empty" hidden>Nichts gefunden</p></similar-papers>`));
    await page.getByText('Nichts gefunden').waitFor();
    assert.ok(await page.getByRole('region', { name: 'Verwandtes' }).isVisible());
    assert.ok(!await page.getByText('Similar papers').isVisible());
    await assertAccessible(page);
  });

  test('a failure is quiet, and told to the page', async () => {
    await answer(503, { detail: 'too much at once' });
    await open(`${head()}<main><h1>Other site</h1><similar-papers paper="x"><a href="/more">More of it</a></similar-papers></main>`);
    await page.evaluate((source) => {
      globalThis.told = new Promise((resolve) => {
        document.addEventListener('kindred-error', ({ detail }) => resolve(detail));
      });
      const script = document.createElement('script');
      script.type = 'module';
      script.src = source;
      document.head.append(script);
    }, `${KINDRED}/widget/kindred.js`);
    assert.deepEqual(await page.evaluate(() => globalThis.told), { status: 503, message: 'too much at once' });
    assert.ok(await page.getByText('More of it').isVisible());
    assert.ok(!await page.getByText('Similar papers').isVisible());
    assert.deepEqual(faults, []);
  });

  test('the page may say it itself when the server does not answer', async () => {
    await fresh();
    await page.route(`${KINDRED}/v1/**`, (route) => route.abort('connectionrefused'));
    await open(main(`<similar-papers paper="x"><a href="/more">More of it</a>
      <p slot="error" hidden>Kein Anschluss</p></similar-papers>`));
    await page.getByText('Kein Anschluss').waitFor();
    assert.ok(!await page.getByText('More of it').isVisible());
    await assertAccessible(page);
  });

  test('without the script the page has its link, and no error', async () => {
    await open(`${head()}<similar-papers paper="x"><a href="/more">More of it</a>
      <p slot="error" hidden>Kein Anschluss</p></similar-papers>`);
    assert.ok(await page.getByText('More of it').isVisible());
    assert.ok(!await page.getByText('Kein Anschluss').isVisible());
  });

  test('a click is told to the page, which may keep it', async () => {
    await open(main(`<similar-papers paper="${ROOTS}"></similar-papers>`));
    await shown();
    await page.evaluate(() => {
      document.addEventListener('kindred-click', (event) => {
        event.preventDefault();
        globalThis.clicked = event.detail;
      });
    });
    await titles().nth(1).click();
    const clicked = await page.evaluate(() => globalThis.clicked);
    assert.equal(clicked.position, 2);
    assert.equal(clicked.title, await titles().nth(1).textContent());
    assert.equal(clicked.url, await titles().nth(1).getAttribute('href'));
    assert.equal(page.url(), `${OTHER}/`);
  });

  test('links lead to the paper, or to its page here', async () => {
    await answer(200, { results: [paper({ url: 'https://example.org/p' }), paper({ id: 'a.b' }), paper({ id: 'a/b' })] });
    await open(main('<similar-papers paper="x"></similar-papers>'));
    await shown();
    const links = () => titles().evaluateAll((all) => all.map(({ href }) => href));
    assert.deepEqual(await links(), ['https://example.org/p', `${KINDRED}/papers/a.b`, `${KINDRED}/papers?id=a%2Fb`]);
    await page.locator('similar-papers').evaluate((list) => list.setAttribute('link', 'page'));
    await page.waitForFunction((home) => document.querySelector('similar-papers').shadowRoot
      .querySelector('a').href === `${home}/papers/p`, KINDRED);
  });

  test('only a plain id stands in a path, where no proxy makes another of it', async () => {
    const plain = ['a', '2405.01234', 'a.b_c-d~e:f', '~a', '_..'];
    const others = ['.a', '..', 'a/b', 'a b', 'a%2Fb', 'a?b', 'a#b', 'a+b', 'a;b', 'é', 'a\\b'];
    await answer(200, { results: [...plain, ...others].map((id) => paper({ id })) });
    await open(main('<similar-papers paper="x" limit="20"></similar-papers>'));
    await shown();
    assert.deepEqual(await titles().evaluateAll((all) => all.map(({ href }) => href)), [
      ...plain.map((id) => `${KINDRED}/papers/${id}`),
      ...others.map((id) => `${KINDRED}/papers?${new URLSearchParams({ id })}`),
    ]);
  });

  test('an address that is none of the web is never a link', async () => {
    const url = 'javascript:globalThis.owned=1';
    await answer(200, { results: [paper({ url }), paper({ url: 'data:text/html,x' }), paper({ url: ' JAVASCRIPT:alert(1)' })] });
    await open(main('<similar-papers paper="x"></similar-papers>'));
    await shown();
    for (const link of await titles().all()) {
      assert.equal(await link.getAttribute('href'), `${KINDRED}/papers/p`);
    }
  });

  test('hostile titles are nothing but text, on the narrowest screen', async () => {
    await open(main('<paper-search q="quuxify" limit="20"></paper-search>'), { viewport: { width: 320, height: 640 } });
    await page.getByRole('button', { name: 'Search' }).click();
    await shown('paper-search');
    const texts = await titles('paper-search').allTextContents();
    for (const { title } of HOSTILE) {
      assert.ok(texts.includes(title), title);
    }
    assert.equal(await page.evaluate(() => globalThis.owned), undefined);
    const made = await page.evaluate(() => document.querySelector('paper-search').shadowRoot
      .querySelectorAll('img, script, b').length);
    assert.equal(made, 0);
    for (const link of await titles('paper-search').all()) {
      assert.equal(await link.getAttribute('dir'), 'auto');
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 320);
    await assertAccessible(page);
  });

  test('a search asks nothing before somebody does, and says what it shows', async () => {
    await open(main('<paper-search limit="4" label="Suche" button="Los"></paper-search>'));
    const input = page.getByRole('searchbox', { name: 'Suche' });
    await input.fill('how do plants sense drought');
    assert.deepEqual(asked, []);
    await input.press('Enter');
    await shown('paper-search');
    assert.deepEqual(asked, ['GET /v1/search?q=how+do+plants+sense+drought&limit=4']);
    assert.equal(await page.getByRole('status').textContent(), '4 papers shown');
    assert.equal(await page.getByRole('link', { name: 'More papers' }).getAttribute('href'),
      `${KINDRED}/?q=how+do+plants+sense+drought`);
    await assertAccessible(page);
  });

  test('a search that fails says so', async () => {
    await answer(503, {});
    await open(main('<paper-search></paper-search>'));
    await page.getByRole('searchbox').fill('drought');
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('alert').getByText('The search does not answer').waitFor();
    assert.equal(await page.getByRole('status').textContent(), '');
    await assertAccessible(page);
  });

  test('who goes by keyboard sees where they are', async () => {
    await open(main(`<similar-papers paper="${ROOTS}"></similar-papers>`));
    await shown();
    await page.keyboard.press('Tab');
    assert.equal(await styleOf(titles().first(), 'outlineStyle'), 'solid');
    assert.equal(await styleOf(titles().first(), 'outlineWidth'), '3px');
    await assertAccessible(page);
  });

  async function markup() {
    const answered = await (await fetch(`${KINDRED}/papers/${ROOTS}`)).text();
    await fresh();
    await page.setContent(answered);
    const copied = await page.locator('pre', { hasText: 'integrity=' }).textContent();
    await page.context().close();
    page = undefined;
    return copied;
  }

  test('the markup of a paper\'s page loads just that file', async () => {
    const copied = await markup();
    assert.match(copied, /kindred-[^"]+\.js" integrity="sha384-/u);
    await open(`${head()}<main><h1>Other site</h1>${copied}</main>`);
    await shown();
    assert.equal(await titles().count(), 5);
  });

  test('another file in its place is refused, and the link is still there', async () => {
    const copied = (await markup()).replace(/sha384-..../u, 'sha384-AAAA');
    await open(`${head()}<main><h1>Other site</h1>${copied}</main>`);
    await page.waitForLoadState('load');
    assert.equal(await page.evaluate(() => customElements.get('similar-papers')), undefined);
    assert.ok(await page.getByRole('link', { name: 'Similar papers' }).isVisible());
  });

  test('it asks no other host', async () => {
    await fresh();
    const hosts = new Set();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await open(main(`<similar-papers paper="${ROOTS}"></similar-papers><paper-search></paper-search>`));
    await shown();
    assert.deepEqual([...hosts].toSorted(), [KINDRED, OTHER].toSorted());
  });
});
