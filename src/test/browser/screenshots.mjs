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
];

await mkdir(FOLDER, { recursive: true });
const browser = await launch();
for (const [file, path, options] of PICTURES) {
  const { page, close } = await open(browser, options);
  await page.goto(server + path, { waitUntil: 'networkidle' });
  await page.screenshot({ path: FOLDER + file });
  await close();
}
await browser.close();
