/** Sets the formulas of a paper that is already readable without this. */

import { passage } from './passages.js';
import { typeset } from './formulas.js';

for (const text of document.querySelectorAll('h1, .abstract, .similar > li > a')) {
  text.replaceChildren(...passage(text.textContent));
}
typeset(document.body);
