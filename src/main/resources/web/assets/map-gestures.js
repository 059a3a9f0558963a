/** Moves and zooms a view by pointer, wheel, fingers and keys. */

const STEP = 60;
const CLICK_PIXELS = 4;

const MOVES = {
  ArrowLeft: [STEP, 0], ArrowRight: [-STEP, 0], ArrowUp: [0, STEP], ArrowDown: [0, -STEP],
};

function middle(pointers) {
  const all = [...pointers.values()];
  return {
    x: all.reduce((sum, { x }) => sum + x, 0) / all.length,
    y: all.reduce((sum, { y }) => sum + y, 0) / all.length,
    spread: all.length < 2 ? 0 : Math.hypot(all[0].x - all[1].x, all[0].y - all[1].y),
  };
}

/** @param told `{changed(), hover(place), click(place)}` */
export function listenToGestures(canvas, view, told) {
  const pointers = new Map();
  let moved = 0;

  const place = ({ clientX, clientY }) => {
    const { left, top } = canvas.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };

  canvas.addEventListener('pointerdown', (event) => {
    if (event.button !== 0) {
      return;
    }
    canvas.setPointerCapture(event.pointerId);
    moved = pointers.size === 0 ? 0 : CLICK_PIXELS; // two fingers never click
    pointers.set(event.pointerId, place(event));
  });

  canvas.addEventListener('pointermove', (event) => {
    if (!pointers.has(event.pointerId)) {
      told.hover(place(event));
      return;
    }
    const before = middle(pointers);
    pointers.set(event.pointerId, place(event));
    const now = middle(pointers);
    moved += Math.abs(now.x - before.x) + Math.abs(now.y - before.y);
    view.move(now.x - before.x, now.y - before.y);
    if (before.spread > 0 && now.spread > 0) {
      view.zoom(now.spread / before.spread, now);
      moved += CLICK_PIXELS;
    }
    canvas.classList.add('moving');
    told.changed();
  });

  for (const end of ['pointerup', 'pointercancel']) {
    canvas.addEventListener(end, (event) => {
      const wasDown = pointers.delete(event.pointerId);
      canvas.classList.remove('moving');
      if (wasDown && end === 'pointerup' && moved < CLICK_PIXELS && pointers.size === 0) {
        told.click(place(event));
      }
    });
  }

  canvas.addEventListener('pointerleave', () => told.hover(undefined));

  canvas.addEventListener('wheel', (event) => {
    event.preventDefault();
    view.zoom(Math.exp(-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.0015)), place(event));
    told.changed();
  }, { passive: false });

  canvas.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (MOVES[event.key]) {
      view.move(...MOVES[event.key]);
    } else if (event.key === '+' || event.key === '=') {
      view.zoom(1.4);
    } else if (event.key === '-') {
      view.zoom(1 / 1.4);
    } else if (event.key === '0') {
      view.showAll();
    } else {
      return;
    }
    event.preventDefault();
    told.changed();
  });
}
