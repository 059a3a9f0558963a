/** Asks for the key that this tab shows to the server, where it wants one. */

import { element } from './dom.js';

let asking;
let isDeclined = false;

/**
 * Asks whoever sits there, once for all that wait, and not again on this page when they have none.
 * The key, which the browser forgets when the tab closes; null if there is none.
 */
export function askForKey(reason) {
  keep(null);
  if (isDeclined) {
    return Promise.resolve(null);
  }
  asking ??= given(reason).then((key) => {
    isDeclined = key === null;
    keep(key);
    return key;
  }).finally(() => { asking = undefined; });
  return asking;
}

function keep(key) {
  try {
    if (key === null) {
      sessionStorage.removeItem('kindred-key');
    } else {
      sessionStorage.setItem('kindred-key', key);
    }
  } catch {
    // The browser keeps nothing: it is for this page alone.
  }
}

function given(reason) {
  return new Promise((done) => {
    const input = element('input', {
      id: 'access-key', type: 'password', autocomplete: 'off', required: true, 'aria-describedby': 'access-key-why',
    });
    const dialog = element('dialog', { class: 'access-key', 'aria-labelledby': 'access-key-title' },
      element('form', { method: 'dialog' },
        element('h2', { id: 'access-key-title' }, 'This server asks for a key'),
        element('p', { id: 'access-key-why' }, reason),
        element('label', { for: 'access-key' }, 'Key'),
        input,
        element('p', { class: 'actions' },
          element('button', { type: 'submit', value: 'use' }, 'Use it'),
          ' ',
          element('button', { type: 'button', click: () => dialog.close() }, 'Cancel'))));
    dialog.addEventListener('close', () => {
      dialog.remove();
      done(dialog.returnValue === 'use' ? input.value.trim() : null);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
