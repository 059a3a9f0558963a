/** What every test of the pages needs: a real browser, and a page that has nothing to hide. */

import { readFile } from 'node:fs/promises';
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

export const server = process.env.KINDRED_URL?.replace(/\/+$/, '');
if (!server) {
  throw new Error('KINDRED_URL must name a server whose papers may be changed');
}

const QUIET = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

function addressOf(id) {
  return `${server}/v1/papers?id=${encodeURIComponent(id)}`;
}

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: QUIET });
}

/**
 * A page, and all that went wrong in it: errors, blocked content, requests to other hosts.
 *
 * @param hosts the origins that it may talk to
 */
export async function open(browser, options = {}, hosts = [server]) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const wrong = [];
  page.on('pageerror', (error) => wrong.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (4|5)\d\d/.test(message.text())) {
      wrong.push(`console: ${message.text()}`);
    }
  });
  page.on('request', (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !hosts.includes(origin)) {
      wrong.push(`asked elsewhere: ${request.url()}`);
    }
  });
  page.on('dialog', (dialog) => {
    wrong.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  return { page, wrong, close: () => context.close() };
}

const axe = readFile(new URL('node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Fails with all that axe-core finds against WCAG 2.2 AA and its own best practices. */
export async function assertAccessible(page) {
  await page.evaluate(await axe);
  const found = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ['violations'] }));
  assert.deepEqual(
    found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
    []);
}

export async function put(paper) {
  const response = await fetch(addressOf(paper.id), {
    method: 'PUT', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(paper),
  });
  assert.ok(response.ok, await response.text());
}

export async function remove(id) {
  await fetch(addressOf(id), { method: 'DELETE' });
}

/** A paper of a large collaboration. */
export const large = {
  id: 'large-collaboration',
  title: 'Quokka counts of a large collaboration',
  abstract: 'Many hands count a quokka.',
  authors: Array.from({ length: 300 }, (_, i) => `Author ${i + 1}`),
  published: '2024-05-07',
};

/** Papers whose words would do harm if they were taken for markup, addresses or layout. */
export const hostile = [
  {
    id: 'hostile-markup',
    title: '<img src=x onerror=alert(1)> quokka <script>alert(2)</script>',
    abstract: '</p><svg onload=alert(3)> The quokka markup is <b>only</b> text. </script><script>alert(4)</script>',
    authors: ['<a href="javascript:alert(5)">Eve</a>'],
    categories: ['"><img src=x onerror=alert(6)>'],
    metadata: { '<i>note</i>': '"onmouseover="alert(7)', doi: 'javascript:alert(8)' },
  },
  {
    id: 'hostile-direction \u202e/../<">',
    title: '\u202equokka is turned round\u2066 and back',
    abstract: 'The quokka \u202e overrides what stands behind it.',
    authors: ['\u202eMallory'],
  },
  {
    id: 'hostile-length',
    title: `quokka ${'x'.repeat(900)}`,
    abstract: `The quokka ${'y'.repeat(3000)}`,
  },
  {
    id: 'hostile-formula',
    title: 'A quokka $\\rule{900em}{900em}$ that is black',
    abstract: 'The quokka $\\raisebox{90em}{up}$ and $\\href{javascript:alert(9)}{there}$ $\\def\\a{\\a\\a}\\a$.',
  },
  {
    id: 'hostile-hebrew',
    title: 'קווקה: חיית הכיס הקטנה quokka',
    abstract: 'הקווקה (quokka) היא חיית כיס קטנה.',
  },
];
