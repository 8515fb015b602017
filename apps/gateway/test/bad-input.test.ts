import type { Socket } from '@diemcau/client/socket';
import fc from 'fast-check';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { badFrames, badMessages } from './bad-messages.js';
import { type BadRequest, badRequests } from './bad-rest.js';
import { EdgeBed } from './edge-bed.js';
import { Guests } from './guests.js';
import { RawSocket } from './raw-socket.js';
import { samples } from './samples.js';

/** How many storms of the usual strength; more of them look longer. */
const times = Number(process.env['STORMS'] ?? 1);

/** What must never reach the one who storms: somebody else's words and credentials. */
const secrets: string[] = [];
/** Transports that the one who storms has opened. */
const transports: string[] = [];
let bed: EdgeBed;
let guests: Guests;
let attacker: string;
let admin: string;
let guestName: string;
let victim: Socket;
let host: Socket;
let pids: Record<string, number>;
let sent = 0;
/** As the web client does, so that seats are kept. */
let heartbeat: NodeJS.Timeout;

beforeAll(async () => {
  bed = await EdgeBed.start();
  guests = await Guests.of(bed);
  [attacker, admin] = [await bed.as('teacher'), await bed.as('departmentAdmin')];
  const { socket, entry, ticket } = await guests.seated();
  victim = socket;
  const text = `chỉ nói trong phòng ${randomUUID()}`;
  await victim.request('media.room.say', { id: randomUUID(), text });
  guestName = entry.fullName;
  secrets.push(text, guestName, entry.token, ticket, admin);
  host = await bed.socket();
  const { roomId } = guests;
  await host.request('media.room.join', { roomId, ticket: (await guests.hostTicket()).ticket });
  heartbeat = setInterval(() => {
    for (const seat of [victim, host])
      seat.request('media.room.alive', { version: 0 }).catch(() => undefined);
  }, 10_000);
  pids = bed.pids();
}, 120_000);
afterAll(async () => {
  clearInterval(heartbeat);
  await bed.stop();
});

/** So that what is said reaches the SFU. */
async function presenter(): Promise<Socket> {
  const { socket, entry } = await guests.seated();
  await host.request('media.room.setRole', { peerId: entry.id, role: 'presenter' });
  return socket;
}

const aRoom = fc.constant(null).map(() => guests.roomId);
const transportId = fc.nat().map((at) => transports[at % Math.max(1, transports.length)] ?? 'none');
const words = { ids: fc.oneof(fc.uuid(), aRoom), fields: { ...samples, transportId } };
const storm = (mostMs: number, numRuns: number) => ({
  interruptAfterTimeLimit: mostMs * times,
  numRuns: numRuns * times,
  endOnFailure: true,
});

/** @param mayRead what the one who storms has a right to */
function tellsNothing(text: string, mayRead: readonly string[] = []): void {
  for (const secret of secrets) if (!mayRead.includes(secret)) expect(text).not.toContain(secret);
}

/** These would take the storm's own right away, or shut the door of the room for what comes after. */
const isSpared = ({ method, path }: { method: string; path: string }) =>
  (method === 'delete' && path.startsWith('/api/v1/sessions')) || path.endsWith('/lock');

test.each([
  ['a teacher', () => attacker, () => []],
  // Who asked to enter is what the lobby is there to tell.
  ['the department admin', () => admin, () => [guestName]],
])(
  'bad REST input from %s gets a problem of the client, never of the server, and never what belongs to another',
  async (_, token, mayRead) => {
    const requests = fc.array(badRequests(words, token), { minLength: 20, maxLength: 40 });
    const send = async (sending: BadRequest) => {
      const { method, path, query, authorization, type, text } = sending;
      if (isSpared(sending)) return;
      sent += 1;
      const answer = await bed.send(method.toUpperCase(), path + query, {
        headers: { 'content-type': type, ...(authorization !== undefined && { authorization }) },
        ...(method !== 'get' && { body: text }),
      });
      if (answer.status >= 500) throw new Error(`${method} ${path}${query} ${text}: ${answer.text}`);
      if (answer.status >= 400) expect(answer.type).toMatch(/application\/(problem|scim)\+json/);
      tellsNothing(answer.text, mayRead());
    };
    const property = fc.asyncProperty(requests, async (sending) => {
      await Promise.all(sending.map(send));
    });
    await fc.assert(property, storm(22_000, 100));
  },
  60_000 * times,
);

test.each([
  ['from nobody', () => bed.socket()],
  ['from somebody with an account', () => bed.socket(attacker)],
  ['from somebody who may send picture and sound in a room', presenter],
])(
  'bad messages in any order, %s, get a problem of the client',
  async (_, open) => {
    const messages = fc.array(badMessages(words), { minLength: 20, maxLength: 60 });
    const property = fc.asyncProperty(messages, async (saying) => {
      const socket = await open();
      for (const direction of ['send', 'receive'] as const) {
        const opened = await socket.request('media.streams.openTransport', { direction }).catch(() => null);
        if (opened) transports.push(opened.id);
      }
      for (const [name, input] of saying) {
        sent += 1;
        const answer = await answerTo(socket, name, input);
        if (answer.status === 0 || answer.status >= 500) {
          throw new Error(`${name} ${JSON.stringify(input)}: ${answer.code} ${socket.state}`);
        }
        tellsNothing(answer.text);
      }
      socket.close();
      transports.length = 0;
    });
    await fc.assert(property, storm(14_000, 60));
  },
  60_000 * times,
);

async function answerTo(socket: Socket, name: string, input: unknown) {
  try {
    const given: unknown = await socket.request(name as 'media.room.say', input as never);
    // Who sits in the room may read what was said in it.
    const mayRead = name === 'media.room.events' || name === 'media.room.join';
    return { status: 200, code: 'ok', text: mayRead ? '' : (JSON.stringify(given) ?? '') };
  } catch (error) {
    const { status, code } = error as { status: number; code: string };
    return { status, code, text: String(error) };
  }
}

test(
  'frames below the protocol close that socket at worst',
  async () => {
    const frames = fc.array(badFrames, { minLength: 1, maxLength: 30 });
    const property = fc.asyncProperty(fc.boolean(), frames, async (greets, sending) => {
      const raw = await RawSocket.open(bed.url);
      if (greets) raw.send('40{}');
      for (const frame of sending) raw.send(frame);
      sent += sending.length;
      tellsNothing(await raw.close());
    });
    await fc.assert(property, storm(10_000, 150));
  },
  60_000 * times,
);

test('after thousands of them every process is the same, and the others never noticed', async () => {
  expect(sent).toBeGreaterThan(3000);
  expect(bed.pids()).toEqual(pids);
  expect(victim.state).toBe('connected');
  const { version } = await victim.request('media.room.alive', { version: 0 });
  expect(version).toBeGreaterThan(0);
  for (const name of bed.system.names.filter((service) => !/postgres|nats/.test(service))) {
    const faults = readFileSync(bed.system.process(name).logPath, 'utf8')
      .split('\n')
      .filter((line) => /"level":"(error|fatal)"/.test(line));
    expect([name, faults]).toEqual([name, []]);
  }
});
