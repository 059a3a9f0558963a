/** Says how many papers are not embedded yet, and stays true for as long as somebody sees it. */

import { element } from './dom.js';
import { get } from './api.js';
import { papers } from './paper-facts.js';
import { pause } from './waiting.js';

const ASKED_AGAIN = 10_000;

function words({ pending, failed, papers: all }) {
  const waiting = (pending + failed).toLocaleString('en');
  return `${waiting} of ${papers(all)} can be found by words only until they are embedded.`;
}

/** Asks until nothing is pending any more; what failed is not tried again by itself. */
async function follow(notice, { pending }) {
  while (pending > 0) {
    await pause(ASKED_AGAIN);
    if (!notice.isConnected) {
      return; // another list is shown
    }
    const status = await get('/v1/status').catch(() => undefined);
    if (status) {
      pending = status.pending;
      if (pending + status.failed > 0) {
        notice.replaceChildren(words(status));
      } else {
        notice.remove();
      }
    }
  }
}

/** @param incomplete `{pending, failed, papers}` */
export function embeddingNotice(incomplete) {
  const notice = element('p', { class: 'notice' }, words(incomplete));
  follow(notice, incomplete);
  return notice;
}
