/** Asks for the key that this tab shows to the server, where it wants one; forgotten when the tab closes. */

import { element } from './dom.js';

/** As api.js knows it. */
const NAME = 'kindred-key';

let asking;

/** Asks whoever sits there for a key, once for all that wait; whether there is one now. */
export function askForKey(reason) {
  asking ??= given(reason).finally(() => { asking = undefined; });
  return asking;
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
          element('button', { type: 'button', click: () => dialog.close() }, 'Cancel'))));
    dialog.addEventListener('close', () => {
      const has = dialog.returnValue === 'use';
      if (has) {
        sessionStorage.setItem(NAME, input.value.trim());
      }
      dialog.remove();
      done(has);
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
