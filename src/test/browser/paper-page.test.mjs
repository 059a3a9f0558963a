import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { assertAccessible, hostile, large, launch, open, put, remove, server } from './browser.mjs';

const PAPER = '/papers/sample-mycorrhizal-nitrogen-trade';

describe("a paper's page", () => {
  let browser;

  before(async () => { browser = await launch(); });
  after(() => browser.close());

  async function seeing(path, options, look) {
    const { page, wrong, close } = await open(browser, options);
    await page.goto(server + path);
    await look(page);
    assert.deepEqual(wrong, []);
    await close();
  }

  it('can be read without a script', () => seeing(PAPER, { javaScriptEnabled: false }, async (page) => {
    assert.match(await page.title(), /^Fungal partners ration nitrogen/);
    await page.getByRole('heading', { level: 1, name: /^Fungal partners/ }).waitFor();
    await page.locator('.abstract', { hasText: 'Trees linked by ectomycorrhizal fungi' }).waitFor();
    assert.equal(await page.locator('.similar > li').count(), 10);
    await page.getByText('Sólveig Ragnvaldsdóttir').first().waitFor();
    const description = await page.locator('meta[name="description"]').getAttribute('content');
    assert.match(description, /^Trees linked by ectomycorrhizal fungi/);
    const told = JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
    assert.equal(told['@type'], 'ScholarlyArticle');
    assert.equal(told.author.length, 5);
    await page.getByText('BibTeX', { exact: true }).click();
    await page.getByText('@misc{').waitFor();
  }));

  it('names the first of very many authors, and the others on demand', async () => {
    await put(large);
    try {
      for (const javaScriptEnabled of [true, false]) {
        await seeing(`/papers/${large.id}`, { javaScriptEnabled }, async (page) => {
          const authors = page.getByRole('link', { name: /^Author \d/ });
          assert.equal(await authors.count(), 10);
          await page.getByText('May 7, 2024').first().waitFor();
          await page.getByText('290 more authors').click();
          await page.getByRole('link', { name: 'Author 300' }).waitFor();
          assert.equal(await authors.count(), 300);
        });
      }
    } finally {
      await remove(large.id);
    }
  });

  it('leads from paper to paper and to searches', () => seeing(PAPER, {}, async (page) => {
    await page.locator('.similar > li > a').first().click();
    await page.waitForURL((address) => !address.pathname.endsWith('trade'));
    await page.locator('.authors a').first().click();
    await page.waitForURL(/author=/);
    await page.locator('.hit').first().waitFor();
  }));

  it('sets formulas as MathML', () => seeing(PAPER, {}, async (page) => {
    await page.locator('.abstract math').first().waitFor();
  }));

  it('lets a wide formula be scrolled with the keyboard', async () => {
    const wide = { id: 'wide-formula', title: 'A wide formula', abstract: `It is $$${'a + b + c + d + '.repeat(30)}e$$.` };
    await put(wide);
    try {
      await seeing(`/papers/${wide.id}`, { viewport: { width: 360, height: 740 } }, async (page) => {
        await page.getByRole('group', { name: 'Formula' }).focus();
        await assertAccessible(page);
      });
    } finally {
      await remove(wide.id);
    }
  });

  it('gives citations as files', () => seeing(PAPER, {}, async (page) => {
    const download = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download RIS' }).click();
    assert.equal((await download).suggestedFilename(), 'sample-mycorrhizal-nitrogen-trade.ris');
  }));

  it('says that there is no such paper', () => seeing('/papers/none', {}, async (page) => {
    await page.getByText('no paper has the id "none"').waitFor();
    await assertAccessible(page);
  }));

  it('takes no harm from hostile papers', async () => {
    await Promise.all(hostile.map(put));
    try {
      for (const { id } of hostile) {
        await seeing(`/papers/${encodeURIComponent(id)}`, { viewport: { width: 360, height: 740 } }, async (page) => {
          await page.getByRole('heading', { level: 1 }).waitFor();
          assert.equal(await page.locator('main img, main script, main svg').count(), 0);
          assert.equal(await page.locator('a[href^="javascript"]').count(), 0);
          JSON.parse(await page.locator('script[type="application/ld+json"]').textContent());
          const overflow = await page.evaluate(() =>
            document.documentElement.scrollWidth - document.documentElement.clientWidth);
          assert.equal(overflow, 0);
          await assertAccessible(page);
        });
      }
    } finally {
      await Promise.all(hostile.map(({ id }) => remove(id)));
    }
  });

  for (const colorScheme of ['light', 'dark']) {
    it(`has nothing that axe finds, in ${colorScheme}`, () => seeing(PAPER, { colorScheme }, async (page) => {
      await page.locator('.abstract math').first().waitFor();
      await assertAccessible(page);
    }));
  }
});
