/** Keeps true what is said of papers that are not embedded yet, for as long as somebody sees it. */

import { get } from './api.js';
import { pause } from './waiting.js';

const ASKED_AGAIN = 10_000;

/**
 * Asks until nothing is pending any more; what failed is not tried again by itself.
 *
 * @param words what is said of a status
 */
export async function follow(notice, { pending }, words) {
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
