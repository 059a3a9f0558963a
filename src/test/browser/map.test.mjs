import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, launch, open, server } from './browser.mjs';

/** The contrast of WCAG 2.2 between two colours as a browser computes them. */
function contrast(one, other) {
  const [less, more] = [one, other].map((colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map((value) => value / 255)
      .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }).toSorted((first, second) => first - second);
  return (more + 0.05) / (less + 0.05);
}

describe('the map', () => {
  let browser;
  let page;
  let seen;

  before(async () => { browser = await launch(); });
  after(() => browser.close());

  async function visit(path, options) {
    seen = await open(browser, options);
    page = seen.page;
    await page.goto(server + path);
    await page.getByRole('heading', { name: 'Regions' }).waitFor({ timeout: 60_000 });
  }

  async function leave() {
    assert.deepEqual(seen.wrong, []);
    await seen.close();
  }

  /** The picture as the browser holds it. */
  const picture = () => page.locator('canvas').evaluate(async (canvas) => {
    await new Promise((painted) => { requestAnimationFrame(() => requestAnimationFrame(painted)); });
    return canvas.toDataURL();
  });

  /** Where on the page the best result of a search is. */
  async function placeOf(id) {
    const { places } = await (await fetch(`${server}/v1/map/places?id=${id}`)).json();
    const map = await (await fetch(`${server}/v1/map`)).json();
    const box = await page.locator('canvas').boundingBox();
    const scale = 0.92 * Math.min(box.width / map.width, box.height / map.height);
    return {
      x: box.x + box.width / 2 + (places[0].x - map.width / 2) * scale,
      y: box.y + box.height / 2 + (places[0].y - map.height / 2) * scale,
    };
  }

  it('shows every paper and names its regions', async () => {
    await visit('/map');
    await page.getByText('120 papers').waitFor();
    assert.ok(await page.locator('#regions li').count() > 0);
    await leave();
  });

  it('lights up what answers a question', async () => {
    await visit('/map');
    const before = await picture();
    await page.getByRole('searchbox').fill('how do plants sense drought');
    await page.keyboard.press('Enter');
    await page.getByText(/\d+ lit up\./).waitFor();
    await page.getByRole('link', { name: /hydraulic pulse precedes abscisic acid/ }).waitFor();
    assert.notEqual(await picture(), before);
    await page.goBack();
    await page.getByText('120 papers').waitFor();
    assert.equal(await picture(), before);
    await leave();
  });

  it('tells what lies under the pointer, and opens it', async () => {
    await visit('/map');
    const { x, y } = await placeOf('sample-drought-sensing-roots');
    await page.mouse.move(x, y);
    await page.locator('#hovered', { hasText: 'hydraulic pulse' }).waitFor();
    await page.mouse.click(x, y);
    await page.waitForURL(/\/papers\/sample-drought-sensing-roots$/);
    await leave();
  });

  it('is moved and zoomed by keys, buttons, wheel and pointer', async () => {
    await visit('/map');
    const all = await picture();
    const canvas = page.locator('canvas');
    await canvas.focus();
    for (const key of ['+', 'ArrowLeft', 'ArrowDown', '-']) {
      const before = await picture();
      await page.keyboard.press(key);
      assert.notEqual(await picture(), before, key);
    }
    await page.keyboard.press('0');
    assert.equal(await picture(), all);
    await page.getByRole('button', { name: 'Zoom in' }).click();
    assert.notEqual(await picture(), all);
    await page.getByRole('button', { name: 'Show all' }).click();
    assert.equal(await picture(), all);
    const box = await canvas.boundingBox();
    await page.mouse.move(box.x + 200, box.y + 200);
    await page.mouse.wheel(0, -400);
    assert.notEqual(await picture(), all);
    await page.locator('#regions button').first().click();
    assert.notEqual(await picture(), all);
    await leave();
  });

  it('colours papers by their year', async () => {
    await visit('/map');
    const before = await picture();
    await page.getByLabel('Colour by').selectOption('year');
    assert.notEqual(await picture(), before);
    await leave();
  });

  const state = () => page.evaluate(() => location.pathname + location.search);
  const ROOTS = 'sample-drought-sensing-roots';

  it('is in its address: moved, coloured and lit up, it is the same after a reload', async () => {
    await visit('/map?q=glacier&colours=year&x=30000&y=20000&zoom=2');
    await page.getByText(/\d+ lit up\./).waitFor();
    await page.locator('canvas').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowDown');
    await page.waitForURL(/zoom=2\.8$|zoom=2\.8&/);
    const [before, shown] = [await state(), await picture()];
    await page.reload();
    await page.getByText(/\d+ lit up\./).waitFor();
    assert.equal(await picture(), shown);
    assert.equal(await state(), before);
    assert.equal(await page.getByRole('searchbox').inputValue(), 'glacier');
    assert.equal(await page.getByLabel('Colour by').inputValue(), 'year');
    await leave();
  });

  it('takes back where somebody went', async () => {
    await visit('/map');
    const all = await picture();
    await page.locator('#regions button').first().click();
    await page.waitForURL(/zoom=3/);
    const region = await picture();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.waitForURL(/\/map$/);
    assert.equal(await picture(), all);
    await page.goBack();
    assert.equal(await picture(), region);
    await page.goBack();
    assert.equal(await picture(), all);
    await page.goForward();
    assert.equal(await picture(), region);
    await leave();
  });

  it('keeps what was seen when a paper was opened and left', async () => {
    await visit('/map?q=glacier&x=30000&y=20000&zoom=2');
    const shown = await picture();
    await page.locator('#found').getByRole('link').first().click();
    await page.waitForURL(/\/papers\//);
    await page.goBack();
    await page.getByText(/\d+ lit up\./).waitFor();
    assert.equal(await state(), '/map?q=glacier&x=30000&y=20000&zoom=2');
    assert.equal(await picture(), shown);
    await leave();
  });

  it('does not lose itself at the edge of the map, nor by an address that names none', async () => {
    await visit('/map?x=nowhere&y=1&zoom=2');
    await page.locator('canvas').focus();
    for (let i = 0; i < 40; i++) {
      await page.keyboard.press('ArrowRight');
    }
    await page.waitForURL(/x=\d+&y=\d+&zoom=1$/);
    const { width } = await (await fetch(`${server}/v1/map`)).json();
    assert.equal(Number(new URL(page.url()).searchParams.get('x')), width);
    await leave();
  });

  it('lights up what is like a paper, and marks that', async () => {
    await visit('/map');
    const nothing = await picture();
    await page.goto(`${server}/map?similar=${ROOTS}`);
    await page.getByText('20 lit up.').waitFor();
    await page.getByRole('heading', { name: /^Similar to A hydraulic pulse/ }).waitFor();
    assert.notEqual(await picture(), nothing);
    await page.locator('#found button').first().click();
    await page.locator('#hovered', { hasText: 'hydraulic pulse' }).waitFor();
    await page.waitForURL(new RegExp(`similar=${ROOTS}&x=`));
    await page.getByRole('link', { name: 'All of them as a list' }).click();
    await page.getByRole('heading', { name: /^Similar to A hydraulic pulse/ }).waitFor();
    await page.getByRole('link', { name: 'See them on the map' }).click();
    await page.getByText('20 lit up.').waitFor();
    await page.getByRole('button', { name: 'Put out the light' }).click();
    await page.getByText('120 papers').waitFor();
    assert.equal(await picture(), nothing);
    await leave();
  });

  it('lights up what is like chosen papers', async () => {
    await visit(`/map?like=${ROOTS}&like=sample-mycorrhizal-nitrogen-trade`);
    await page.getByText('20 lit up.').waitFor();
    await page.getByRole('heading', { name: 'More like the papers you chose' }).waitFor();
    await page.getByRole('searchbox').fill('glacier');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/map\?q=glacier$/);
    await leave();
  });

  it('says that there is no such paper', async () => {
    await visit('/map?similar=nowhere');
    await page.locator('#says', { hasText: 'nowhere' }).waitFor();
    await leave();
  });

  it('is gone to from a list and back with the question and its filters', async () => {
    seen = await open(browser);
    page = seen.page;
    await page.goto(`${server}/?q=how+do+plants+sense+drought&year=2021&mode=semantic`);
    await page.locator('.hit').first().waitFor();
    const pages = page.getByRole('navigation', { name: 'Pages' });
    await pages.getByRole('link', { name: 'Map' }).click();
    await page.getByText(/\d+ lit up\./).waitFor();
    await page.getByText('Only 2021').waitFor();
    assert.equal(await page.getByRole('searchbox').inputValue(), 'how do plants sense drought');
    await pages.getByRole('link', { name: 'Search' }).click();
    await page.locator('.hit').first().waitFor();
    assert.equal(await state(), '/?q=how+do+plants+sense+drought&mode=semantic&year=2021');
    await leave();
  });

  it('leads to the list where nothing on it is related enough', async () => {
    await visit('/map?q=water&year=2018&mode=semantic');
    await page.getByText('Nothing on the map answers this.').waitFor();
    await page.getByRole('link', { name: 'What the list has' }).click();
    await page.locator('.hit').first().waitFor();
    await leave();
  });

  it('says how much is out of sight, and brings it into view', async () => {
    await visit('/map?q=how+do+plants+sense+drought');
    await page.getByText(/\d+ lit up\./).waitFor();
    const all = page.getByRole('button', { name: 'Bring all into view' });
    assert.equal(await all.isVisible(), false);
    await page.locator('#regions button').last().click();
    await page.getByText(/\d+ of \d+ (is|are) out of sight\./).waitFor();
    await all.click();
    await page.waitForFunction(() => document.getElementById('outside').textContent === '');
    assert.equal(await all.isVisible(), false);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'map');
    await page.goBack();
    await page.getByText(/out of sight/).waitFor();
    await leave();
  });

  it('goes to what answers a new question if nothing of it is in sight', async () => {
    await visit('/map');
    const { places } = await (await fetch(`${server}/v1/map/places?id=${ROOTS}`)).json();
    const { width, height } = await (await fetch(`${server}/v1/map`)).json();
    const far = `x=${places[0].x < width / 2 ? width : 0}&y=${places[0].y < height / 2 ? height : 0}&zoom=20`;
    await page.goto(`${server}/map?${far}`);
    await page.getByText('120 papers').waitFor();
    await page.getByRole('searchbox').fill('A hydraulic pulse precedes abscisic acid');
    await page.keyboard.press('Enter');
    await page.getByText(/\d+ lit up\./).waitFor();
    await page.waitForFunction((left) => !location.search.includes(left), far);
    assert.equal(await page.locator('#outside').textContent(), '');
    await page.goBack();
    await page.getByText('120 papers').waitFor();
    assert.equal(await state(), `/map?${far}`);
    await leave();
  });

  it('parts years into spans of about as many papers, and few years not at all', async () => {
    await visit('/map');
    const spans = (years, most) => page.evaluate(async ([papers, limit]) => {
      const { spansOf } = await import('/assets/map-colours.js');
      return spansOf(papers, limit).map(({ first, last }) => `${first}-${last}`).join(' ');
    }, [years, most]);
    assert.equal(await spans([[2023, 1], [2025, 40_000], [2026, 37_000]], 6), '2023-2023 2025-2025 2026-2026');
    assert.equal(await spans([[1950, 1], [1990, 9], [2000, 10], [2001, 10], [2002, 10]], 4),
      '1950-1990 2000-2000 2001-2001 2002-2002');
    assert.equal(await spans([[1, 1], [2, 1], [3, 1], [4, 90], [5, 1], [6, 1], [7, 1]], 3), '1-3 4-4 5-7');
    assert.equal(await spans([], 6), '');
    await leave();
  });

  it('says which colour is of which years, in colours that can be told from what is behind them', async () => {
    for (const colorScheme of ['light', 'dark']) {
      await visit('/map?colours=year', { colorScheme, viewport: { width: 360, height: 740 } });
      const legend = page.getByRole('list', { name: 'Colours of years' });
      const spans = await legend.getByRole('listitem').allTextContents();
      assert.ok(spans.length > 2, spans.join());
      spans.forEach((text) => assert.match(text, /^\d{4}( to \d{4})?$|^no year$/));
      const colours = (list) => list.locator('.swatch').evaluateAll((all) =>
        all.map((swatch) => getComputedStyle(swatch).backgroundColor));
      const behind = await page.locator('canvas').evaluate((canvas) => getComputedStyle(canvas).backgroundColor);
      const found = await colours(legend);
      assert.equal(new Set(found).size, spans.length);
      await page.getByLabel('Colour by').selectOption('region');
      await legend.waitFor({ state: 'detached' });
      found.push(...await colours(page.locator('#regions')));
      found.forEach((colour) => assert.ok(contrast(colour, behind) >= 3, `${colour} on ${behind}`));
      await leave();
    }
  });

  it('asks for a map that is being made while it is seen, and not while it is hidden', async () => {
    seen = await open(browser);
    page = seen.page;
    let asked = 0;
    let isMade = false;
    await page.addInitScript(() => {
      const wait = setTimeout;
      globalThis.setTimeout = (what, milliseconds) => wait(what, milliseconds / 100);
      Object.defineProperty(document, 'hidden', { get: () => globalThis.isHidden ?? false });
    });
    await page.route('**/v1/map', (route) => {
      asked++;
      return isMade ? route.continue()
        : route.fulfill({ json: { state: 'computing', stage: 'layout', progress: 0.4 } });
    });
    const show = (isHidden) => page.evaluate((hidden) => {
      globalThis.isHidden = hidden;
      document.dispatchEvent(new Event('visibilitychange'));
    }, isHidden);
    await page.goto(`${server}/map`);
    await page.getByText('The map is being made: layout, 40 %.').waitFor();
    while (asked < 3) {
      await page.waitForRequest('**/v1/map');
    }
    await show(true);
    await page.waitForTimeout(200); // one may be under way
    const before = asked;
    await page.waitForTimeout(500);
    assert.equal(asked, before);
    isMade = true;
    await show(false);
    await page.getByRole('heading', { name: 'Regions' }).waitFor();
    assert.equal(asked, before + 1);
    await leave();
  });

  it('has the name of the program and the ways to other pages where all pages have them', async () => {
    for (const width of [1280, 2560]) {
      seen = await open(browser, { viewport: { width, height: 1000 } });
      page = seen.page;
      const places = [];
      for (const path of ['/', '/?q=water', '/map', `/papers/${ROOTS}`]) {
        await page.goto(server + path);
        places.push(await page.evaluate(() => [...document.querySelectorAll('.bar a')]
          .map((link) => ({ text: link.textContent, ...link.getBoundingClientRect().toJSON() }))
          .map(({ text, x, y, height }) => ({ text, x: text === 'Map' ? 0 : x, y, height }))));
      }
      places.forEach((place) => assert.deepEqual(place, places[0]));
      await leave();
    }
  });

  it('does not make the page longer than what is seen of it', async () => {
    await visit(`/map?similar=${ROOTS}`);
    await page.getByText('20 lit up.').waitFor();
    assert.ok(await page.evaluate(() => document.documentElement.scrollHeight <= innerHeight + 40));
    await leave();
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`has nothing that axe finds, in ${colorScheme}`, async () => {
      for (const viewport of [{ width: 1280, height: 860 }, { width: 360, height: 740 }]) {
        await visit(`/map?similar=${ROOTS}&colours=year&x=0&y=0&zoom=4`, { colorScheme, viewport });
        await page.getByText(/out of sight/).waitFor();
        await assertAccessible(page);
        const overflow = await page.evaluate(() =>
          document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0);
        await leave();
      }
    });
  }
});
