import { after, before, describe, it } from 'node:test';
import assert from 'node:assert/strict';
import { createServer, request } from 'node:http';
import { assertAccessible, launch, open, server } from './browser.mjs';

const KEY = process.env.KINDRED_ADMIN_KEY;
if (!KEY) {
  throw new Error('KINDRED_ADMIN_KEY must hold a key with the role admin');
}

/** A reverse proxy of this machine, as stands before a server that others reach. */
function proxy() {
  return createServer((asked, answered) => {
    const on = request(
      new URL(asked.url, server),
      { method: asked.method, headers: { ...asked.headers, 'x-forwarded-for': '192.0.2.7' } },
      (response) => {
        answered.writeHead(response.statusCode, response.headers);
        response.pipe(answered);
      });
    on.on('error', () => answered.destroy());
    asked.pipe(on);
  });
}

for (const colorScheme of ['light', 'dark']) {
  describe(`a page of a server that asks for a key, ${colorScheme}`, () => {
    let browser;
    const between = proxy();
    let address;

    before(async () => {
      browser = await launch();
      await new Promise((listening) => { between.listen(0, '127.0.0.1', listening); });
      address = `http://127.0.0.1:${between.address().port}`;
    });
    after(async () => {
      await browser.close();
      between.close();
    });

    it('asks whoever sits there, again after a wrong one, and not after the right one', async () => {
      const { page, wrong, close } = await open(browser, { colorScheme }, [address]);
      await page.goto(`${address}/admin`);
      const dialog = page.getByRole('dialog', { name: 'This server asks for a key' });
      await dialog.getByText(/needs a key with the role admin/).waitFor();
      await assertAccessible(page);

      await dialog.getByLabel('Key').fill('kindred_wrong');
      await dialog.getByRole('button', { name: 'Use it' }).click();
      await dialog.getByText(/is not known here/).waitFor();

      await dialog.getByLabel('Key').fill(KEY);
      await page.keyboard.press('Enter');
      await page.getByText(/papers are embedded/).waitFor();
      await page.reload();
      await page.getByText(/papers are embedded/).waitFor();
      assert.equal(await dialog.count(), 0);
      assert.deepEqual(wrong, []);
      await close();
    });

    it('says what is the matter when nobody has one', async () => {
      const { page, wrong, close } = await open(browser, { colorScheme }, [address]);
      await page.goto(`${address}/admin`);
      await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).click();
      await page.getByText(/needs a key with the role admin/).waitFor();
      assert.deepEqual(wrong, []);
      await close();
    });
  });
}
