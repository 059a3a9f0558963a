/** "/" goes to the box; arrows go from title to title, and back into the box. */

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

export function listenToKeys(box) {
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) {
      return;
    }
    const isInBox = event.target === box;
    if (event.key === '/' && !isTyping(event)) {
      event.preventDefault();
      box.focus();
      box.select();
    } else if (event.key === 'ArrowDown' && (isInBox ? !box.value || document.querySelector('.hit') : isInHits(event))) {
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
