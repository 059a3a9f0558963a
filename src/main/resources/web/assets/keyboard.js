/** "/" goes to the box, unless somebody does not want it; arrows go from title to title. */

const UNWANTED = 'kindred.no-slash';

function isTyping({ target }) {
  return target.closest('input:not([type="checkbox"], [type="radio"]), textarea, select') !== null;
}

function go(step, box) {
  const titles = [...document.querySelectorAll('.hit .title')];
  const at = titles.findIndex((title) => title.closest('.hit').contains(document.activeElement));
  const next = at + step;
  if (next < 0) {
    box.focus();
  } else {
    titles[Math.min(next, titles.length - 1)]?.focus();
  }
}

function isWanted() {
  try {
    return localStorage.getItem(UNWANTED) === null;
  } catch {
    return true;
  }
}

/** A key alone can be pressed by accident or by a voice: a switch turns it off. */
export function listenToSwitch(input) {
  input.checked = isWanted();
  input.addEventListener('change', () => {
    try {
      if (input.checked) {
        localStorage.removeItem(UNWANTED);
      } else {
        localStorage.setItem(UNWANTED, 'true');
      }
    } catch {
      input.checked = true; // a browser that keeps nothing keeps the key
    }
  });
}

export function listenToKeys(box) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const isInBox = event.target === box;
    if (event.key === '/' && !isTyping(event) && isWanted()) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === 'ArrowDown' && !event.shiftKey && (isInBox || isInHits(event))) {
      event.preventDefault();
      go(1, box);
    } else if (event.key === 'ArrowUp' && isInHits(event)) {
      event.preventDefault();
      go(-1, box);
    }
  });
}

function isInHits({ target }) {
  return target.closest('.hit .title') !== null;
}
