import type { ProblemBody } from '@diemcau/contracts/gateway/socket';
import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';
import { body } from '@diemcau/client/rest';
import { createSession } from '@diemcau/client/session';
import type { Socket } from '@diemcau/client/socket';
import { EdgeBed } from './edge-bed.js';
import { codeOf, Guests } from './guests.js';
import { until } from './until.js';

let bed: EdgeBed;
let guests: Guests;
let roomId: string;

beforeAll(async () => {
  bed = await EdgeBed.start({ replicas: { gateway: 2 } });
  guests = await Guests.of(bed);
  ({ roomId } = guests);
}, 120_000);
afterAll(() => bed.stop());

describe('who is on a socket', () => {
  test('nobody, until a token says who', async () => {
    const socket = await bed.socket();
    expect(await codeOf(socket.request('edge.watchLobby', { roomId }))).toBe('common.signInNeeded');
    const { userId } = await socket.request('edge.identify', {
      accessToken: await bed.as('departmentAdmin'),
    });
    expect(userId).not.toBeNull();
    expect(await codeOf(socket.request('edge.watchLobby', { roomId }))).toBe('ok');
  });

  test('a token that is no longer good is told, and the socket goes on as a guest', async () => {
    const socket = await bed.socket(bed.forged('departmentAdmin', {}, { expiresIn: -1 }));
    const forged = bed.forged('departmentAdmin', {}, { audience: 'room' });
    expect(await codeOf(socket.request('edge.identify', { accessToken: forged }))).toBe(
      'common.signInNeeded',
    );
    expect(await codeOf(socket.request('edge.identify', { accessToken: null }))).toBe('ok');
  });

  test('a token that runs out while the socket is open speaks for nobody any more', async () => {
    const socket = await bed.socket(bed.forged('departmentAdmin', {}, { expiresIn: 1 }));
    await until(
      async () => (await codeOf(socket.request('edge.watchLobby', { roomId }))) === 'common.signInNeeded',
    );
  });

  test('a role without the permission watches no lobby', async () => {
    const socket = await bed.socket(await bed.as('teacher'));
    expect(await codeOf(socket.request('edge.watchLobby', { roomId }))).toBe('common.notAllowed');
  });

  test('signing out everywhere closes sockets and refuses tokens at once, at every replica (I6)', async () => {
    const account = bed.system.demo?.accounts.find(({ role }) => role === 'director');
    const { userName = '', password = '' } = account ?? {};
    const session = createSession({ baseUrl: bed.url });
    await session.signIn(userName, password);
    const token = session.current() ?? '';
    const there = await Promise.all(bed.system.urls.map((url) => bed.socket(token, url)));
    const heard = there.map((socket) => new Promise((resolve) => socket.on('edge.signedOut', resolve)));
    const closed = there.map(
      (socket) =>
        new Promise((resolve) => socket.onState((state) => state !== 'connected' && resolve(state))),
    );
    await session.signOutEverywhere();
    await Promise.all([...heard, ...closed]);
    for (const url of bed.system.urls) {
      const call = body(bed.rest(token, url).GET('/api/v1/me'));
      expect(await codeOf(call)).toBe('common.signInNeeded');
    }
  }, 5000);
});

describe('the lobby', () => {
  test('hosts hear a knock at another replica at once, and never see the token of the guest', async () => {
    const [one, other] = bed.system.urls;
    const host = await bed.socket(await bed.as('departmentAdmin'), one);
    await host.request('edge.watchLobby', { roomId });
    const heard: LobbyEntry[] = [];
    host.on('edge.lobbyChanged', (entry) => heard.push(entry));
    const asked = await guests.knock(other);
    await until(() => heard.some(({ id }) => id === asked.id));
    expect(JSON.stringify(heard)).not.toContain(asked.token);
    expect(heard.find(({ id }) => id === asked.id)).not.toHaveProperty('token');
  });

  test('a guest hears the decision about the own entry and about no other', async () => {
    const [mine, others] = [await guests.knock(), await guests.knock()];
    const guest = await bed.socket(null, bed.system.urls[1]);
    const entry = await guest.request('edge.watchEntry', { entryId: mine.id, token: mine.token });
    expect(entry.state).toBe('waiting');
    const heard: LobbyEntry[] = [];
    guest.on('edge.lobbyChanged', (changed) => heard.push(changed));
    await guests.admit(others.id);
    await guests.admit(mine.id);
    await until(() => heard.length > 0);
    expect(heard.map(({ id, state }) => [id, state])).toEqual([[mine.id, 'admitted']]);
  });

  test("nobody watches another's entry", async () => {
    const [mine, others] = [await guests.knock(), await guests.knock()];
    const guest = await bed.socket();
    const call = guest.request('edge.watchEntry', { entryId: others.id, token: mine.token });
    expect(await codeOf(call)).toBe('lobby.notFound');
  });

  test('a room that changes is told to those who watch its lobby', async () => {
    const token = await bed.as('departmentAdmin');
    const host = await bed.socket(token);
    await host.request('edge.watchLobby', { roomId });
    const changed = new Promise<{ locked: boolean }>((resolve) => host.on('edge.roomChanged', resolve));
    const lock = (locked: boolean) =>
      bed.rest(token).PUT('/api/v1/rooms/{roomId}/lock', { params: { path: { roomId } }, body: { locked } });
    await lock(true);
    expect((await changed).locked).toBe(true);
    await lock(false);
  });
});

test('what belongs between services is not to be reached by clients', async () => {
  const socket = await bed.socket();
  for (const name of ['media.room.attach', 'media.room.detach', 'media.line.open', 'meetings.lobby.admit']) {
    const problem = await said(socket, name);
    expect([name, problem?.code]).toEqual([name, 'common.notFound']);
  }
});

test('sockets and what they watch outlive a bus that was killed', async () => {
  const host = await bed.socket(await bed.as('departmentAdmin'));
  await host.request('edge.watchLobby', { roomId });
  const heard: LobbyEntry[] = [];
  host.on('edge.lobbyChanged', (entry) => heard.push(entry));
  await bed.system.kill('nats', 'SIGKILL');
  let asked: LobbyEntry | undefined;
  await until(async () => {
    asked ??= await guests.knock().catch(() => undefined);
    return heard.some(({ id }) => id === asked?.id);
  }, 10_000);
  expect(host.state).toBe('connected');
}, 20_000);

test('a client comes back by itself when the gateway was killed', async () => {
  const socket = await bed.socket(await bed.as('departmentAdmin'));
  const lost = new Promise<void>((resolve) =>
    socket.onState((state) => state === 'reconnecting' && resolve()),
  );
  await bed.system.kill('gateway', 'SIGKILL');
  await lost;
  await socket.whenConnected();
  expect(await codeOf(socket.request('edge.watchLobby', { roomId }))).toBe('ok');
}, 15_000);

/** A message whose name the typed client does not have. */
async function said(socket: Socket, name: string): Promise<ProblemBody | undefined> {
  const { problem } = await socket.request(name as 'edge.watchLobby', { roomId }).then(
    () => ({ problem: undefined }),
    (error: unknown) => ({ problem: error as ProblemBody }),
  );
  return problem;
}
