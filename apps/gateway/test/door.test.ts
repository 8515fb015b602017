import { accessToken } from '@diemcau/contracts/identity/access-token';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { EdgeBed } from './edge-bed.js';

const webDir = mkdtempSync(join(tmpdir(), 'diemcau-web-'));
const script = 'console.log("Điểm Cầu");\n'.repeat(100);

let bed: EdgeBed;
beforeAll(async () => {
  mkdirSync(join(webDir, 'assets'));
  writeFileSync(join(webDir, 'index.html'), '<!doctype html><title>Điểm Cầu</title>');
  writeFileSync(join(webDir, 'index.html.br'), brotliCompressSync('<!doctype html><title>Điểm Cầu</title>'));
  writeFileSync(join(webDir, 'assets', 'app-3f2a.js'), script);
  writeFileSync(join(webDir, 'assets', 'app-3f2a.js.br'), brotliCompressSync(script));
  // Without meetings and media: what happens when a service is away is the door's business too.
  bed = await EdgeBed.start({
    services: ['identity', 'gateway'],
    demo: false,
    env: { WEB_DIR: webDir },
  });
});
afterAll(async () => {
  await bed.stop();
  rmSync(webDir, { recursive: true });
});

const signIn = (body: unknown) => bed.send('POST', '/api/v1/sessions', { body });

describe('errors are problem details, whatever is wrong', () => {
  test.each([
    ['an address that nobody knows', 'GET', '/api/v1/khong-co', {}, 404, 'common.notFound'],
    ['a way to ask that it does not know', 'PUT', '/api/v1/me', {}, 404, 'common.notFound'],
    ['an address that is none', 'GET', '/api/v1/rooms/%ff', {}, 400, 'common.malformed'],
    ['half a body', 'POST', '/api/v1/sessions', { body: '{"userName":' }, 400, 'common.malformed'],
    ['a body that is no object', 'POST', '/api/v1/sessions', { body: '[1]' }, 400, 'common.malformed'],
    ['an empty body', 'POST', '/api/v1/sessions', { body: '' }, 400, 'common.malformed'],
    [
      'a body that would reach into prototypes',
      'POST',
      '/api/v1/sessions',
      { body: '{"__proto__":{"admin":true}}' },
      400,
      'common.malformed',
    ],
    [
      'a body as deep as a well',
      'POST',
      '/api/v1/sessions',
      { body: `{"userName":${'['.repeat(20_000)}${']'.repeat(20_000)}}` },
      400,
      'common.malformed',
    ],
    [
      'a body that is too large',
      'POST',
      '/api/v1/sessions',
      { body: { password: 'x'.repeat(300_000) } },
      413,
      'common.tooLarge',
    ],
    [
      'a form of another site',
      'POST',
      '/api/v1/sessions',
      { body: 'userName=a', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'common.unsupportedType',
    ],
    ['a field nobody asked for', 'POST', '/api/v1/sessions', { body: { role: 'x' } }, 400, 'common.invalid'],
    ['a service that is away', 'GET', '/api/v1/rooms/thanh-hoa', {}, 503, 'common.unavailable'],
  ] as const)('%s', async (_, method, path, sent, status, code) => {
    const answer = await bed.send(method, path, sent);
    expect([answer.status, answer.problem.code]).toEqual([status, code]);
    expect(answer.type).toContain('application/problem+json');
    expect(answer.problem).toMatchObject({ status, type: `urn:diemcau:problem:${code}` });
    expect(answer.headers.get('x-request-id')).toBe(answer.problem.requestId);
    expect(answer.text).not.toMatch(/\bat \w+|node_modules|Error/);
  });

  test('which fields are wrong, and how', async () => {
    const { problem } = await signIn({ userName: 'a'.repeat(101), password: 7, more: 1 });
    expect(problem.errors).toEqual([
      { path: 'more', code: 'unknown' },
      { path: 'userName', code: 'isLength' },
      { path: 'password', code: 'isString' },
    ]);
  });

  test('in Vietnamese, or in English for who wishes it', async () => {
    const vietnamese = await bed.send('GET', '/api/v1/me');
    const english = await bed.send('GET', '/api/v1/me', { headers: { 'accept-language': 'en' } });
    expect([vietnamese, english].map(({ problem }) => problem.title)).toEqual([
      'Bạn cần đăng nhập',
      'Please sign in',
    ]);
  });

  test('a service that is away says when to come again', async () => {
    const { headers } = await bed.send('GET', '/api/v1/rooms/thanh-hoa');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

test('data says that it is nothing else, and is kept by nobody', async () => {
  const { headers } = await bed.send('GET', '/api/v1/me');
  expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(headers.get('x-content-type-options')).toBe('nosniff');
  expect(headers.get('cache-control')).toBe('no-store');
});

test("a caller's own request id comes back to it", async () => {
  const { headers } = await bed.send('GET', '/api/v1/me', { headers: { 'x-request-id': 'diem-cau-17' } });
  expect(headers.get('x-request-id')).toBe('diem-cau-17');
});

test('a token is known to be good only by its own secret, algorithm, audience, issuer and time', async () => {
  const me = async (token: string) =>
    (await bed.send('GET', '/api/v1/me', { headers: { authorization: `Bearer ${token}` } })).problem.code;
  const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"x"}')}.`;
  expect(await me(bed.forged('teacher'))).not.toBe('common.signInNeeded');
  for (const token of [
    unsigned,
    bed.forged('teacher', {}, { algorithm: 'HS384' }),
    bed.forged('teacher', {}, { audience: 'room' }),
    bed.forged('teacher', {}, { issuer: 'somebody' }),
    bed.forged('teacher', {}, { expiresIn: -1 }),
    bed.forged('teacher', {}, { notBefore: accessToken.lifeS }),
  ]) {
    expect(await me(token)).toBe('common.signInNeeded');
  }
});

describe('the web client', () => {
  test('is one page, wherever in it one enters', async () => {
    for (const path of ['/', '/r/thanh-hoa', '/sign-in?next=/']) {
      const { status, type, headers } = await bed.send('GET', path, {
        headers: { accept: 'text/html', 'accept-encoding': 'br' },
      });
      expect([path, status, type.split(';')[0]]).toEqual([path, 200, 'text/html']);
      // Also in its compressed form: a release must reach everybody at the next visit.
      expect([headers.get('content-encoding'), headers.get('cache-control')]).toEqual(['br', 'no-cache']);
    }
  });

  test('its built files are kept for ever, and sent compressed', async () => {
    const { status, headers, text } = await bed.send('GET', '/assets/app-3f2a.js', {
      headers: { 'accept-encoding': 'br' },
    });
    expect([status, headers.get('content-encoding')]).toEqual([200, 'br']);
    expect(headers.get('cache-control')).toContain('immutable');
    expect(text).toBe(script);
  });

  test.each(['/assets/app-gone.js', '/favicon.png', '/assets/', '/api', '/api/v1', '/api/v2/rooms'])(
    'is not what %s gives',
    async (path) => {
      const { status, type } = await bed.send('GET', path, { headers: { accept: '*/*' } });
      expect([status, type.split(';')[0]]).toEqual([404, 'application/problem+json']);
    },
  );

  test.each(['/..%2f..%2fetc/passwd', '/assets/..%2f..%2f..%2fetc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])(
    'no file beyond it is given for %s',
    async (path) => {
      const { text } = await bed.send('GET', path);
      expect(text).not.toContain('root:');
    },
  );

  test('may use camera and microphone, run its own scripts only, and be framed by nobody', async () => {
    const { headers } = await bed.send('GET', '/');
    expect(headers.get('permissions-policy')).toContain('microphone=(self)');
    expect(headers.get('content-security-policy')).toContain("script-src 'self';");
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

test('the interface describes itself', async () => {
  const [rest, live, page] = await Promise.all([
    bed.send('GET', '/api/openapi.json'),
    bed.send('GET', '/api/asyncapi.json'),
    bed.send('GET', '/api/docs'),
  ]);
  expect(JSON.parse(rest.text)).toMatchObject({ openapi: '3.1.0' });
  expect(JSON.parse(live.text)).toMatchObject({ asyncapi: '3.0.0' });
  expect(page.type).toContain('text/html');
});

test('a gateway that is told to stop finishes what it has begun, and lets go of its connections', async () => {
  const body = JSON.stringify({ userName: 'khong-ai', password: 'sai' });
  const { hostname, port } = new URL(bed.url);
  const wire = connect(Number(port), hostname === 'localhost' ? '127.0.0.1' : hostname);
  const answered = new Promise<string>((resolve) => {
    let heard = '';
    wire.on('data', (chunk) => (heard += chunk.toString()));
    wire.on('close', () => resolve(heard));
  });
  const head = ['POST /api/v1/sessions HTTP/1.1', 'Host: localhost', 'Content-Type: application/json'];
  wire.write(`${[...head, `Content-Length: ${body.length}`].join('\r\n')}\r\n\r\n${body.slice(0, 10)}`);
  await new Promise((resolve) => setTimeout(resolve, 100));
  const gone = bed.system.kill('gateway', 'SIGTERM');
  await new Promise((resolve) => setTimeout(resolve, 100));
  wire.write(body.slice(10));
  const answer = await answered;
  expect(answer).toContain('HTTP/1.1 401');
  expect(answer).toContain('sessions.wrong');
  expect(answer.toLowerCase()).toContain('connection: close');
  await gone;
});
