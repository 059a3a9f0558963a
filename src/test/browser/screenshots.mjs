/** Makes the pictures of the documentation: node src/test/browser/screenshots.mjs */

import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { launch, open, server } from './browser.mjs';

const FOLDER = fileURLToPath(new URL('../../docs/images/', import.meta.url));
const QUESTION = '/?q=how+do+plants+sense+drought';

const PICTURES = [
  ['search-360.png', QUESTION, { viewport: { width: 360, height: 740 } }],
  ['search-1280.png', QUESTION, { viewport: { width: 1280, height: 860 } }],
  ['search-1280-dark.png', QUESTION, { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' }],
  ['search-2560.png', QUESTION, { viewport: { width: 2560, height: 1300 } }],
  ['paper-360.png', '/papers/sample-mycorrhizal-nitrogen-trade', { viewport: { width: 360, height: 740 } }],
  ['paper-1280.png', '/papers/sample-mycorrhizal-nitrogen-trade', { viewport: { width: 1280, height: 860 } }],
  ['map-360.png', '/map', { viewport: { width: 360, height: 740 } }, '#regions li'],
  ['map-1280.png', '/map?q=glacier', { viewport: { width: 1280, height: 860 } }, '#found li'],
  ['map-2560.png', '/map', { viewport: { width: 2560, height: 1300 } }, '#regions li'],
  ['admin-1280.png', '/admin', { viewport: { width: 1280, height: 860 } }],
];

await mkdir(FOLDER, { recursive: true });
const browser = await launch();
for (const [file, path, options, awaited = 'main'] of PICTURES) {
  const { page, close } = await open(browser, options);
  await page.goto(server + path, { waitUntil: 'load' });
  await page.locator(awaited).first().waitFor();
  await page.waitForTimeout(1_000); // nothing tells that all has been painted
  await page.screenshot({ path: FOLDER + file });
  await close();
}
await browser.close();
