import type { SeatClosed } from '@diemcau/contracts/media/room';
import { randomUUID } from 'node:crypto';
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

describe('a seat in a live room', () => {
  test('is taken with a ticket, and what is said is heard at both replicas', async () => {
    const [one, other] = bed.system.urls;
    const [here, there] = [await guests.seated(one), await guests.seated(other)];
    const heard = new Promise((resolve) =>
      there.socket.on('media.room.event', ({ change }) => change.type === 'said' && resolve(change.line)),
    );
    await here.socket.request('media.room.say', { id: randomUUID(), text: 'Kính chào các điểm cầu' });
    expect(await heard).toMatchObject({ peerId: here.entry.id, text: 'Kính chào các điểm cầu' });
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
    const { ticket } = await guests.hostTicket();
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
    await host.request('media.room.join', { roomId, ticket: (await guests.hostTicket()).ticket });
    const { socket, entry } = await guests.seated(bed.system.urls[1]);
    const closed = new Promise<SeatClosed>((resolve) => socket.on('media.room.closed', resolve));
    await host.request('media.room.remove', { peerId: entry.id });
    expect(await closed).toEqual({ reason: 'removed' });
    let later = 0;
    socket.on('media.room.event', () => (later += 1));
    await host.request('media.room.say', { id: randomUUID(), text: 'sau đó' });
    expect(await codeOf(socket.request('media.room.alive', { version: 0 }))).toBe('room.notInRoom');
    expect(later).toBe(0);
  });

  test('moves with the room when its media node dies: the client is asked to join again, and can', async () => {
    const { socket } = await guests.seated();
    const closed = new Promise<SeatClosed>((resolve) => socket.on('media.room.closed', resolve));
    await bed.system.kill('media', 'SIGKILL');
    expect(await closed).toEqual({ reason: 'moved' });
    await until(async () => {
      const { ticket } = await guests.hostTicket();
      return (await codeOf(socket.request('media.room.join', { roomId, ticket }))) === 'ok';
    }, 15_000);
  }, 30_000);
});
