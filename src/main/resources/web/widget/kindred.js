/**
 * Papers of a Kindred server on any page: `<similar-papers>` and `<paper-search>`.
 *
 * Asks no other host than the one it came from. Whatever a server answers is shown as text, and
 * only web addresses become links. Where something goes wrong, the page looks as without it.
 */

const HOME = new URL('..', import.meta.url);
const PATIENCE = 10_000;
const MOST = 100;
const USUAL = 5;
const NAMED_AUTHORS = 3;

/** Longer addresses do not get through every proxy. */
const LONG_ADDRESS = 6_000;

const STYLES = new CSSStyleSheet();
STYLES.replaceSync(`
  :host {
    --k-ink: var(--kindred-color, light-dark(#1f1d1a, #eceae5));
    --k-quiet: var(--kindred-quiet, light-dark(#5c5851, #b3aea5));
    --k-back: var(--kindred-background, light-dark(#ffffff, #1e2125));
    --k-line: var(--kindred-border, light-dark(#dcd7cd, #43484f));
    --k-accent: var(--kindred-accent, light-dark(#0b5c63, #83cdd4));
    --k-on-accent: var(--kindred-on-accent, light-dark(#ffffff, #0d2629));
    --k-gap: var(--kindred-gap, 1rem);
    --k-round: var(--kindred-radius, .5rem);
    display: block;
    font: var(--kindred-font, inherit);
    text-align: start;
  }
  :host([hidden]) { display: none; }
  :host([theme="light"]) { color-scheme: light; }
  :host([theme="dark"]) { color-scheme: dark; }
  :host([theme="auto"]) { color-scheme: light dark; }
  * { box-sizing: border-box; overflow-wrap: anywhere; }
  [hidden] { display: none !important; }
  ::slotted([slot][hidden]) { display: block !important; }
  section { padding: var(--k-gap); color: var(--k-ink); border: 1px solid var(--k-line); border-radius: var(--k-round); background: var(--k-back); }
  h2 { margin: 0 0 calc(var(--k-gap) / 2); font-size: var(--kindred-heading-size, 1.15em); line-height: 1.3; }
  ol { display: grid; gap: var(--k-gap); margin: 0; padding: 0; list-style: none; }
  p { margin: 0; }
  time { white-space: nowrap; }
  li > p { margin-top: .2em; }
  a { color: var(--k-accent); text-underline-offset: .15em; }
  :focus-visible { outline: 3px solid var(--k-accent); outline-offset: 2px; border-radius: 2px; }
  [part~="title"] { display: inline-block; padding-block: .1em; font-weight: 600; }
  [part~="about"], [part~="reason"], [part~="status"] { color: var(--k-quiet); font-size: .875em; }
  [part~="more"] { display: inline-block; margin-top: var(--k-gap); padding-block: .2em; }
  form { display: flex; flex-wrap: wrap; gap: .5em; align-items: end; }
  label { flex: 1 1 12em; }
  label span { display: block; margin-bottom: .2em; }
  input, button { min-height: 2.5em; padding: .3em .75em; font: inherit; border: 1px solid var(--k-quiet); border-radius: var(--k-round); }
  input { width: 100%; color: var(--k-ink); background: var(--k-back); }
  button { color: var(--k-on-accent); background: var(--k-accent); border-color: var(--k-accent); cursor: pointer; }
  [part~="status"] { min-height: 1.5em; margin-block: .5em; }
`);

/** An element with text or elements in it. What is undefined is left out. */
function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) {
      made.setAttribute(name, value);
    }
  }
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** Where something may stand that the page says itself. */
function slot(name, ...otherwise) {
  return element('slot', name ? { name } : {}, ...otherwise);
}

/** An address of a web page, or undefined for whatever else an address can do. */
function webAddress(text) {
  try {
    const { protocol, href } = new URL(text);
    return ['http:', 'https:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** What went wrong; the status is 0 where the server did not answer. */
class Failure extends Error {
  constructor(status, message) {
    super(message);
    this.status = status;
  }
}

/** Asks the server; the signal may give up first. */
async function ask(address, body, signal, key) {
  const request = body ? { method: 'POST', body: JSON.stringify(body) } : {};
  const headers = {
    ...(body && { 'Content-Type': 'application/json' }),
    ...(key && { Authorization: `Bearer ${key}` }),
  };
  let response;
  let answer;
  try {
    response = await fetch(address, {
      ...request, headers, signal, credentials: 'omit', referrerPolicy: 'no-referrer',
    });
    answer = await response.json();
  } catch {
    throw new Failure(response?.status ?? 0, 'The server cannot be reached.');
  }
  if (!response.ok || !Array.isArray(answer.results)) {
    throw new Failure(response.status, answer.detail ?? `The server answered ${response.status}.`);
  }
  return answer;
}

function authors({ authors: all = [] }) {
  const named = all.slice(0, NAMED_AUTHORS).flatMap(({ name }, index) =>
    [index ? ', ' : '', element('bdi', {}, name)]);
  return [...named, all.length > NAMED_AUTHORS ? ' …' : ''];
}

/** What both elements are: a list that is asked for and shown. */
class PaperList extends HTMLElement {
  #asked = new AbortController();
  #list = element('ol', { part: 'list', role: 'list' });
  #more = element('a', { part: 'more', lang: 'en' });

  /** The list with what belongs to it. */
  results = element('div', { hidden: '' }, this.#list, this.#more);
  empty = element('div', { part: 'empty', hidden: '' }, slot('empty', this.own('p', 'No papers found.')));
  error = element('div', { part: 'error', hidden: '' });

  constructor() {
    super();
    this.attachShadow({ mode: 'open' }).adoptedStyleSheets = [STYLES];
    this.#more.textContent = 'More papers';
  }

  /** Words of the widget, which are English whatever the page is in. */
  own(tag, text, part) {
    return element(tag, { lang: 'en', part }, text);
  }

  attribute(name) {
    return this.getAttribute(name)?.trim() ?? '';
  }

  get limit() {
    const wanted = Number.parseInt(this.attribute('limit'), 10);
    return Number.isNaN(wanted) ? USUAL : Math.min(Math.max(wanted, 1), MOST);
  }

  /** An address on the server, with parameters of which those without a value are left out. */
  address(path, parameters) {
    const server = this.attribute('server').replace(/\/+$/, '');
    const address = new URL(path, server ? new URL(`${server}/`, document.baseURI) : HOME);
    for (const [name, value] of parameters) {
      if (value) {
        address.searchParams.append(name, value);
      }
    }
    return address;
  }

  giveUp() {
    this.#asked.abort();
  }

  /** Asks for papers, shows them, and tells how many there are; undefined if it came to nothing. */
  async load(address, body) {
    this.giveUp();
    const asked = new AbortController();
    this.#asked = asked;
    const timer = setTimeout(() => asked.abort('late'), PATIENCE);
    try {
      const { results } = await ask(address, body, asked.signal, this.attribute('key'));
      if (this.#asked === asked && !asked.signal.aborted) {
        this.#show(results);
        return results.length;
      }
    } catch (failure) {
      if (this.#asked === asked && (!asked.signal.aborted || asked.signal.reason === 'late')) {
        this.fail(failure);
      }
    } finally {
      clearTimeout(timer);
    }
    return undefined;
  }

  /** Shows that it did not work, and tells the page. */
  fail({ status = 0, message }) {
    this.reveal(this.error);
    this.emit('kindred-error', { status, message });
  }

  emit(name, detail) {
    return this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true, cancelable: true }));
  }

  /** One of the three things that can be there. */
  reveal(shown) {
    for (const part of [this.results, this.empty, this.error]) {
      part.hidden = part !== shown;
    }
  }

  #show(results) {
    this.#list.replaceChildren(...results.map((result, index) => this.#item(result, index + 1)));
    const more = this.moreAddress();
    this.#more.hidden = !more;
    if (more) {
      this.#more.href = more;
    }
    this.reveal(results.length > 0 ? this.results : this.empty);
  }

  #item(result, position) {
    const { id, title, published, sentence, because } = result;
    const url = this.#link(result);
    const link = element('a', { href: url, part: 'title', dir: 'auto', rel: 'noopener' }, title || id);
    link.addEventListener('click', (event) => {
      if (!this.emit('kindred-click', { id, title, url, position })) {
        event.preventDefault();
      }
    });
    const about = [
      element('span', { part: 'authors' }, ...authors(result)),
      published ? element('time', { part: 'date', datetime: published }, published) : undefined,
    ].filter((part) => part?.textContent).flatMap((part, index) => (index ? [' · ', part] : [part]));
    const words = because?.words ?? [];
    return element('li', { part: 'item' }, link,
      about.length ? element('p', { part: 'about' }, ...about) : undefined,
      sentence ? element('p', { part: 'sentence', dir: 'auto' }, sentence.text) : undefined,
      words.length
        ? element('p', { part: 'reason' }, this.own('span', 'Both speak of '), element('bdi', {}, words.join(', ')))
        : undefined);
  }

  /** Where a paper can be read; ids that a path may lose go behind a question mark. */
  #link({ id, url }) {
    const elsewhere = this.attribute('link') === 'page' ? undefined : webAddress(url);
    return elsewhere ?? (/^[\w~:-][\w.~:-]*$/.test(id)
      ? this.address(`papers/${id}`, [])
      : this.address('papers', [['id', id]])).href;
  }
}

/** Papers like a paper, a text, or some papers. What is inside shows until there are some. */
class SimilarPapers extends PaperList {
  static observedAttributes = ['paper', 'text', 'positive', 'negative', 'limit', 'link', 'server', 'key'];

  #inside = element('div', {}, slot());
  #section = element('section', { 'part': 'box', 'aria-labelledby': 'heading', 'hidden': '' },
    element('div', { id: 'heading' }, slot('heading', this.own('h2', 'Similar papers', 'heading'))),
    this.results, this.empty);
  #sight;
  #isSeen = false;
  #isChanged = false;

  constructor() {
    super();
    this.error.append(slot('error'));
    this.shadowRoot.append(this.#section, this.#inside, this.error);
  }

  connectedCallback() {
    if (this.attribute('loading') === 'eager') {
      this.#see();
    } else {
      this.#sight = new IntersectionObserver((entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) {
          this.#see();
        }
      }, { rootMargin: '200px' });
      this.#sight.observe(this);
    }
  }

  disconnectedCallback() {
    this.#sight?.disconnect();
    this.giveUp();
    this.#isSeen = false;
  }

  /** Asks again, once for all attributes that a script sets together. */
  attributeChangedCallback() {
    if (!this.#isSeen || this.#isChanged) {
      return;
    }
    this.#isChanged = true;
    queueMicrotask(() => {
      this.#isChanged = false;
      if (this.#isSeen) {
        this.#ask();
      }
    });
  }

  #see() {
    this.#sight?.disconnect();
    this.#isSeen = true;
    this.#ask();
  }

  #ids(name) {
    return this.attribute(name).split(/[\s,]+/).filter(Boolean);
  }

  #ask() {
    try {
      this.load(...this.#request());
    } catch (failure) {
      this.fail(failure);
    }
  }

  /** The papers that are liked and those that are not. */
  #examples() {
    return [
      [...new Set([this.attribute('paper'), ...this.#ids('positive')].filter(Boolean))],
      [...new Set(this.#ids('negative'))],
    ];
  }

  /** The address, and a body where there is too much for an address. */
  #request() {
    const [paper, text] = [this.attribute('paper'), this.attribute('text')];
    const [positive, negative] = this.#examples();
    if (this.#isOfOne(positive, negative)) {
      return [this.address('v1/similar', [['id', paper], ['limit', this.limit]])];
    }
    if (!text && !positive.length) {
      throw new Failure(0, 'similar-papers needs paper, text or positive.');
    }
    const address = this.address('v1/recommendations', [
      ...positive.map((id) => ['positive', id]),
      ...negative.map((id) => ['negative', id]),
      ['positive_text', text],
      ['limit', this.limit],
    ]);
    return address.href.length <= LONG_ADDRESS ? [address] : [
      this.address('v1/recommendations', []),
      {
        positivePaperIds: positive,
        negativePaperIds: negative,
        positive: text ? [{ text }] : [],
        limit: this.limit,
      },
    ];
  }

  #isOfOne(positive, negative) {
    return this.attribute('paper') && !this.attribute('text') && positive.length === 1 && !negative.length;
  }

  /** The same list on the server's page, which has none for texts, nor for what fits into no address. */
  moreAddress() {
    if (this.attribute('text')) {
      return '';
    }
    const [positive, negative] = this.#examples();
    const { href } = this.address('', this.#isOfOne(positive, negative)
      ? [['similar', positive[0]]]
      : [...positive.map((id) => ['like', id]), ...negative.map((id) => ['unlike', id])]);
    return href.length <= LONG_ADDRESS ? href : '';
  }

  reveal(shown) {
    super.reveal(shown);
    const isFailed = shown === this.error;
    this.#section.hidden = isFailed;
    this.#inside.hidden = !isFailed || this.querySelector(':scope > [slot="error"]') !== null;
  }
}

/** A search of its own. Asks nothing before somebody does. */
class PaperSearch extends PaperList {
  #query = '';
  #input = element('input', {
    part: 'input', type: 'search', name: 'q', required: '', maxlength: '2000', dir: 'auto',
  });
  #label = element('span', { part: 'label' });
  #button = element('button', { part: 'button' });
  #status = element('p', { part: 'status', role: 'status', lang: 'en' });

  static observedAttributes = ['label', 'button'];

  constructor() {
    super();
    const form = element('form', { part: 'form', role: 'search' },
      element('label', {}, this.#label, this.#input), this.#button);
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#search();
    });
    this.error.setAttribute('role', 'alert');
    this.error.append(slot('error', this.own('p', 'The search does not answer. Please try again later.')));
    this.shadowRoot.append(element('section', { part: 'box' },
      slot('heading'), form, this.#status, this.results, this.empty, this.error));
    this.attributeChangedCallback();
  }

  connectedCallback() {
    this.#input.value ||= this.attribute('q');
  }

  disconnectedCallback() {
    this.giveUp();
  }

  attributeChangedCallback() {
    for (const [part, name, otherwise] of [[this.#label, 'label', 'Search papers'], [this.#button, 'button', 'Search']]) {
      part.textContent = this.attribute(name) || otherwise;
      if (this.attribute(name)) {
        part.removeAttribute('lang');
      } else {
        part.lang = 'en';
      }
    }
  }

  async #search() {
    const q = this.#input.value.trim();
    if (!q) {
      return;
    }
    this.#status.textContent = 'Searching …';
    this.#query = q;
    let found;
    try {
      found = await this.load(this.address('v1/search', [['q', q], ['limit', this.limit]]));
    } catch (failure) {
      this.fail(failure);
    }
    if (found !== undefined) {
      this.#status.textContent = found === 1 ? '1 paper shown' : `${found} papers shown`;
    }
  }

  moreAddress() {
    return this.address('', [['q', this.#query]]).href;
  }

  fail(failure) {
    super.fail(failure);
    this.#status.textContent = '';
  }
}

for (const [name, type] of [['similar-papers', SimilarPapers], ['paper-search', PaperSearch]]) {
  customElements.get(name) ?? customElements.define(name, type);
}
