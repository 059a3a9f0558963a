import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, launch, open, server } from './browser.mjs';

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

  for (const colorScheme of ['light', 'dark']) {
    it(`has nothing that axe finds, in ${colorScheme}`, async () => {
      for (const viewport of [{ width: 1280, height: 860 }, { width: 360, height: 740 }]) {
        await visit('/map?q=glacier', { colorScheme, viewport });
        await page.getByText(/\d+ lit up\./).waitFor();
        await assertAccessible(page);
        const overflow = await page.evaluate(() =>
          document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0);
        await leave();
      }
    });
  }
});
