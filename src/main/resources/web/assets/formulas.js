/** Finds TeX in text, and sets it as MathML once a reader could see it. */

/** $…$ and \(…\), with something that most formulas have, so that "$5 to $10" stays as it is. */
const FORMULA = /\$\$([^$]{1,600})\$\$|\$(?!\s)([^$]{1,400}?)(?<!\s)\$(?!\d)|\\\(([^]{1,400}?)\\\)/gu;
const TELLING = /[\\^_={}<>+]|^[\p{L}\d]{1,2}$|^[\p{L}\d ,.()/*|'-]{1,12}$/u;

/**
 * No formula of a paper may be larger than some words, nor load or link to anything. What is refused
 * comes in a colour that hardly a formula asks for.
 */
const SETTINGS = {
  output: 'mathml', throwOnError: true, errorColor: '#cc0001', strict: 'ignore', trust: false, maxSize: 5, maxExpand: 200,
};

let typesetter;

/** Where formulas are in a text: `{start, end, tex}`, in order. */
export function formulasIn(text) {
  return [...text.matchAll(FORMULA)]
    .map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      tex: match[1] ?? match[2] ?? match[3],
    }))
    .filter(({ tex }) => TELLING.test(tex));
}

async function load() {
  await import('/assets/katex.js');
  return globalThis.katex;
}

/** A formula that is wider than its place can be scrolled with the keyboard, too. */
function letScroll(formula) {
  if (formula.scrollWidth > formula.clientWidth) {
    formula.tabIndex = 0;
    formula.setAttribute('role', 'group');
    formula.setAttribute('aria-label', 'Formula');
  }
}

/** Replaces the formulas below an element; one that cannot be set stays as it was written. */
export async function typeset(root) {
  const formulas = [...root.querySelectorAll('[data-tex]')];
  if (formulas.length === 0) {
    return;
  }
  typesetter ??= load();
  const katex = await typesetter.catch(() => undefined);
  if (!katex) {
    typesetter = undefined; // may be reached another time; until then formulas stand as written
    return;
  }
  for (const formula of formulas) {
    const { tex } = formula.dataset;
    const set = document.createElement('span');
    try {
      katex.render(tex, set, SETTINGS);
    } catch {
      continue;
    }
    const math = set.querySelector('math');
    const isRefused = set.querySelector(`[mathcolor="${SETTINGS.errorColor}"]`) !== null;
    if (math && !isRefused) {
      math.setAttribute('alttext', tex);
      formula.replaceChildren(math);
      formula.classList.add('formula');
      letScroll(formula);
      delete formula.dataset.tex;
    }
  }
}
