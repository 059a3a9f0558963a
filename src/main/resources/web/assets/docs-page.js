/** The OpenAPI document of this server, to read. */

import { element } from './dom.js';
import { get } from './api.js';

const METHODS = ['get', 'post', 'put', 'delete'];

/** What a reference inside the document leads to. */
function resolved(document, part) {
  return part.$ref
    ? part.$ref.slice(2).split('/').reduce((inside, name) => inside[name], document)
    : part;
}

function typeOf({ type, enum: values, items, minimum, maximum, default: usual }) {
  const range = minimum !== undefined && maximum !== undefined ? `, ${minimum} to ${maximum}` : '';
  const words = values ? values.join(', ') : items ? `${typeOf(items)}; may be repeated` : type ?? '';
  return `${words}${range}${usual === undefined ? '' : ` (${usual} if not given)`}`;
}

function parameters(document, operation) {
  const all = (operation.parameters ?? []).map((parameter) => resolved(document, parameter));
  return all.length > 0 && element('div', { class: 'scroll', tabindex: '0', role: 'region', 'aria-label': 'Parameters' },
    element('table', {},
      element('thead', {}, element('tr', {},
        ['Parameter', 'Type', 'What it says'].map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, all.map(({ name, required, schema, description = '' }) => element('tr', {},
        element('th', { scope: 'row' }, element('code', {}, name), required ? ' (needed)' : ''),
        element('td', {}, typeOf(schema)),
        element('td', {}, description))))));
}

function example(path, method, operation) {
  const body = operation.requestBody?.content['application/json'].example;
  const where = `${location.origin}${path}`;
  return method === 'get'
    ? `curl '${where}'`
    : `curl -X ${method.toUpperCase()} '${where}'${body
      ? ` \\\n  -H 'Content-Type: application/json' -d '${JSON.stringify(body)}'`
      : ''}`;
}

function answers(document, operation) {
  return element('ul', {}, Object.entries(operation.responses).map(([status, response]) =>
    element('li', {}, element('code', {}, status), ` ${resolved(document, response).description}`)));
}

function shown(document, path, method, operation) {
  return element('details', {},
    element('summary', {}, element('code', {}, `${method.toUpperCase()} ${path}`), ` ${operation.summary}`),
    element('p', {}, operation['x-kindred-role'] === 'anybody'
      ? 'Needs no key.'
      : `Needs a key with the role ${operation['x-kindred-role']}, but for this machine.`),
    parameters(document, operation) || undefined,
    element('pre', { tabindex: '0' }, example(path, method, operation)),
    answers(document, operation));
}

const place = document.getElementById('operations');
try {
  const api = await get('/openapi.json');
  place.replaceChildren(...Object.entries(api.paths).flatMap(([path, methods]) =>
    METHODS.filter((method) => methods[method])
      .map((method) => shown(api, path, method, methods[method]))));
} catch (failure) {
  place.replaceChildren(element('p', { class: 'notice', role: 'alert' }, failure.message));
}
