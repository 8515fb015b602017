import type { Problem } from '@diemcau/client/problem';
import { EdgeBed } from './edge-bed.js';

let bed: EdgeBed;
beforeAll(async () => {
  bed = await EdgeBed.start({
    services: ['identity', 'gateway'],
    demo: false,
    env: {
      TRUSTED_PROXIES: '127.0.0.1',
      LIMIT_SIGN_INS_PER_MINUTE: '3',
      LIMIT_READS_PER_MINUTE: '5',
      LIMIT_MESSAGES_PER_MINUTE: '20',
      MAX_SOCKETS_PER_ADDRESS: '3',
    },
  });
}, 60_000);
afterAll(() => bed.stop());

/** As a proxy says for whom it asks. */
const from = (address: string) => ({ 'x-forwarded-for': address });
const signIn = (address: string) =>
  bed.send('POST', '/api/v1/sessions', {
    body: { userName: `khong-ai-${address}`, password: 'sai' },
    headers: from(address),
  });

test('who signs in too often from one address waits, and others do not', async () => {
  const codes: string[] = [];
  for (let attempt = 0; attempt < 4; attempt += 1) codes.push((await signIn('203.0.113.1')).problem.code);
  expect(codes).toEqual(['sessions.wrong', 'sessions.wrong', 'sessions.wrong', 'common.tooMany']);
  const { status, headers } = await signIn('203.0.113.1');
  expect([status, Number(headers.get('retry-after')) > 0]).toEqual([429, true]);
  expect((await signIn('203.0.113.2')).problem.code).toBe('sessions.wrong');
});

test('an IPv6 line is one address, however many it has', async () => {
  const codes: string[] = [];
  for (let host = 1; host <= 4; host += 1) codes.push((await signIn(`2001:db8:0:1::${host}`)).problem.code);
  expect(codes.at(-1)).toBe('common.tooMany');
  expect((await signIn('2001:db8:0:2::1')).problem.code).toBe('sessions.wrong');
});

test('an account is counted by itself, wherever it comes from', async () => {
  const read = (token: string, address: string) =>
    bed.send('GET', '/api/v1/units', {
      headers: { ...from(address), authorization: `Bearer ${token}` },
    });
  const [one, other] = [bed.forged('teacher'), bed.forged('teacher')];
  const statuses: number[] = [];
  for (let host = 1; host <= 6; host += 1) statuses.push((await read(one, `198.51.100.${host}`)).status);
  expect(statuses.indexOf(429)).toBe(5);
  expect((await read(other, '198.51.100.1')).status).not.toBe(429);
});

test('a socket that floods is refused first, then closed, and may come back', async () => {
  const socket = await bed.socket();
  const say = () =>
    socket.request('edge.identify', { accessToken: null }).then(
      () => 'ok',
      ({ code }: Problem) => code,
    );
  const answers: string[] = [];
  while (answers.at(-1) !== 'client.disconnected') answers.push(await say());
  const count = (code: string) => answers.filter((answer) => answer === code).length;
  // Both allowances refill a little meanwhile.
  expect(count('ok')).toBeGreaterThanOrEqual(20);
  expect(count('common.tooMany')).toBeGreaterThanOrEqual(20);
  expect(answers.length).toBeLessThan(50);
  await socket.whenConnected();
  expect(await say()).toBe('ok');
});

test('one address has so many sockets and no more, until one of them is closed', async () => {
  const [first] = await Promise.all([bed.socket(), bed.socket()]);
  const waiting = bed.socket();
  const early = await Promise.race([
    waiting.then(() => 'in'),
    new Promise<string>((resolve) => setTimeout(() => resolve('waiting'), 700)),
  ]);
  expect(early).toBe('waiting');
  first?.close();
  expect((await waiting).state).toBe('connected');
});
