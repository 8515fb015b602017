import type { ProblemBody } from '@diemcau/contracts/gateway/socket';
import type { LobbyEntry } from '@diemcau/contracts/meetings/lobby';
import type { SeatClosed } from '@diemcau/contracts/media/room';
import { body, entryHeaders } from '@diemcau/client/rest';
import { createSession } from '@diemcau/client/session';
import { Problem } from '@diemcau/client/problem';
import type { Socket } from '@diemcau/client/socket';
import { randomUUID } from 'node:crypto';
import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

const slug = 'thanh-hoa';
let bed: EdgeBed;
let roomId: string;

beforeAll(async () => {
  bed = await EdgeBed.start({ replicas: { gateway: 2 } });
  const room = await body(bed.rest().GET('/api/v1/rooms/{slug}', { params: { path: { slug } } }));
  roomId = room.id;
}, 120_000);
afterAll(() => bed.stop());

const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'ok',
    (error: unknown) => (error instanceof Problem ? error.code : String(error)),
  );

/** Full names as the room asks for them, none like another. */
let guests = 0;
const knock = (url?: string) =>
  body(
    bed.rest(null, url).POST('/api/v1/rooms/{slug}/lobby', {
      params: { path: { slug } },
      body: {
        fullName: `Trung tâm Giáo dục thường xuyên Bản Số ${(guests += 1)} ${randomUUID().slice(0, 8)}`,
      },
    }),
  );
const admit = async (entryId: string) =>
  body(
    bed
      .rest(await bed.as('departmentAdmin'))
      .POST('/api/v1/entries/{entryId}/admit', { params: { path: { entryId } } }),
  );
const ticketOf = ({ id, token }: { id: string; token: string }) =>
  body(
    bed.rest().POST('/api/v1/entries/{entryId}/ticket', {
      params: { path: { entryId: id } },
      headers: entryHeaders(token),
    }),
  );
const hostTicket = async () =>
  body(
    bed
      .rest(await bed.as('departmentAdmin'))
      .POST('/api/v1/rooms/{roomId}/ticket', { params: { path: { roomId } } }),
  );

/** A guest inside the room. */
async function inside(url?: string): Promise<{ socket: Socket; peerId: string }> {
  const entry = await knock();
  await admit(entry.id);
  const { ticket } = await ticketOf(entry);
  const socket = await bed.socket(null, url);
  const { peerId } = await socket.request('media.room.join', { roomId, ticket });
  return { socket, peerId };
}

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
    const asked = await knock(other);
    await until(() => heard.some(({ id }) => id === asked.id));
    expect(JSON.stringify(heard)).not.toContain(asked.token);
    expect(heard.find(({ id }) => id === asked.id)).not.toHaveProperty('token');
  });

  test('a guest hears the decision about the own entry and about no other', async () => {
    const [mine, others] = [await knock(), await knock()];
    const guest = await bed.socket(null, bed.system.urls[1]);
    const entry = await guest.request('edge.watchEntry', { entryId: mine.id, token: mine.token });
    expect(entry.state).toBe('waiting');
    const heard: LobbyEntry[] = [];
    guest.on('edge.lobbyChanged', (changed) => heard.push(changed));
    await admit(others.id);
    await admit(mine.id);
    await until(() => heard.length > 0);
    expect(heard.map(({ id, state }) => [id, state])).toEqual([[mine.id, 'admitted']]);
  });

  test("nobody watches another's entry", async () => {
    const [mine, others] = [await knock(), await knock()];
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

describe('a seat in a live room', () => {
  test('is taken with a ticket, and what is said is heard at both replicas', async () => {
    const [one, other] = bed.system.urls;
    const [here, there] = [await inside(one), await inside(other)];
    const heard = new Promise((resolve) =>
      there.socket.on('media.room.event', ({ change }) => change.type === 'said' && resolve(change.line)),
    );
    await here.socket.request('media.room.say', { id: randomUUID(), text: 'Kính chào các điểm cầu' });
    expect(await heard).toMatchObject({ peerId: here.peerId, text: 'Kính chào các điểm cầu' });
  });

  test('without one nothing is said, heard or sent', async () => {
    const socket = await bed.socket();
    const nothing = await Promise.all([
      codeOf(socket.request('media.room.say', { id: randomUUID(), text: 'x' })),
      codeOf(socket.request('media.room.alive', { version: 0 })),
      codeOf(socket.request('media.streams.openTransport', { direction: 'send' })),
      codeOf(socket.request('media.room.remove', { peerId: randomUUID() })),
    ]);
    expect(new Set(nothing)).toEqual(new Set(['room.notInRoom']));
  });

  test('is not to be had with a ticket that is forged, used, or for another room', async () => {
    const socket = await bed.socket();
    const { ticket } = await hostTicket();
    const join = (input: { roomId: string; ticket: string }) =>
      codeOf(socket.request('media.room.join', input));
    const forged = `${ticket.slice(0, -4)}AAAA`;
    expect(await join({ roomId, ticket: forged })).toBe('room.ticketInvalid');
    expect(await join({ roomId: randomUUID(), ticket })).toBe('room.ticketForeign');
    expect(await join({ roomId, ticket })).toBe('ok');
    expect(await join({ roomId, ticket })).toBe('room.ticketUsed');
  });

  test('goes with its socket: a guest who was put out hears nothing more', async () => {
    const host = await bed.socket();
    await host.request('media.room.join', { roomId, ticket: (await hostTicket()).ticket });
    const { socket, peerId } = await inside(bed.system.urls[1]);
    const closed = new Promise<SeatClosed>((resolve) => socket.on('media.room.closed', resolve));
    await host.request('media.room.remove', { peerId });
    expect(await closed).toEqual({ reason: 'removed' });
    let later = 0;
    socket.on('media.room.event', () => (later += 1));
    await host.request('media.room.say', { id: randomUUID(), text: 'sau đó' });
    expect(await codeOf(socket.request('media.room.alive', { version: 0 }))).toBe('room.notInRoom');
    expect(later).toBe(0);
  });

  test('moves with the room when its media node dies: the client is asked to join again, and can', async () => {
    const { socket } = await inside();
    const closed = new Promise<SeatClosed>((resolve) => socket.on('media.room.closed', resolve));
    await bed.system.kill('media', 'SIGKILL');
    expect(await closed).toEqual({ reason: 'moved' });
    await until(async () => {
      const { ticket } = await hostTicket();
      return (await codeOf(socket.request('media.room.join', { roomId, ticket }))) === 'ok';
    }, 15_000);
  }, 30_000);
});

test('what belongs between services is not to be reached by clients', async () => {
  const socket = await bed.socket();
  for (const name of ['media.room.attach', 'media.room.detach', 'media.line.open', 'meetings.lobby.admit']) {
    const problem = await said(socket, name);
    expect([name, problem?.code]).toEqual([name, 'common.notFound']);
  }
});

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
