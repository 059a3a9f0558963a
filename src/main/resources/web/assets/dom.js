/** Makes elements. Text goes in as text and never as markup; links lead to web pages only. */

/**
 * An element with attributes and children. A function is a listener, `false` and `undefined` leave
 * an attribute out, strings become text nodes, and lists of children are laid out.
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') {
      made.addEventListener(name, value);
    } else if (value !== undefined && value !== false) {
      made.setAttribute(name, value === true ? '' : value);
    }
  }
  made.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null));
  return made;
}

/** An address of a web page, or undefined for anything else that an address can do. */
export function webAddress(text) {
  try {
    const address = new URL(text);
    return ['http:', 'https:'].includes(address.protocol) ? address.href : undefined;
  } catch {
    return undefined;
  }
}

/** Somebody else's words, whose direction stays among themselves. */
export function foreign(...children) {
  return element('bdi', {}, ...children);
}

/** Somebody else's words, with commas between them. */
export function listed(words) {
  return words.flatMap((word, i) => (i === 0 ? [foreign(word)] : [', ', foreign(word)]));
}
