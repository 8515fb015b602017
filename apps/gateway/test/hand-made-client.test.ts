import { readFileSync } from 'node:fs';
import { join as path } from 'node:path';
import { randomUUID } from 'node:crypto';
import { createSocket, type Socket } from '@diemcau/client/socket';
import { createSession, type Session } from '@diemcau/client/session';
import { body, createRest, entryHeaders } from '@diemcau/client/rest';
import type { OwnLobbyEntry, Ticket } from '@diemcau/contracts/meetings/lobby';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import { startSystem, type System } from '@diemcau/infra/system';
import jwt from 'jsonwebtoken';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';

/** What a browser would offer for its microphone. */
const opus = () => ({
  mid: '0',
  codecs: [{ mimeType: 'audio/opus', payloadType: 111, clockRate: 48_000, channels: 2, parameters: {} }],
  encodings: [{ ssrc: 1_234_567 }],
  rtcp: { cname: 'hand-made' },
});

describe('a hand-made client', () => {
  const dataDir = mkdtempSync(path(tmpdir(), 'diemcau-hand-made-'));
  const sockets: Socket[] = [];
  let system: System;
  let host: Session;
  let rest: ReturnType<typeof createRest>;
  let hostRest: ReturnType<typeof createRest>;

  beforeAll(async () => {
    system = await startSystem({ dataDir, durable: false, demo: true, env: { LOG_LEVEL: 'info' } });
    const { url: baseUrl } = system;
    const chair = system.demo?.accounts.find(({ role }) => role === 'chair');
    host = createSession({ baseUrl });
    await host.signIn(chair?.userName ?? '', chair?.password ?? '');
    rest = createRest({ baseUrl });
    hostRest = createRest({ baseUrl, auth: host });
  });
  afterAll(async () => {
    for (const socket of sockets) socket.close();
    host.forget();
    await system.stop();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ask = (fullName: string): Promise<OwnLobbyEntry> =>
    body(
      rest.POST('/api/v1/rooms/{slug}/lobby', {
        params: { path: { slug: 'thanh-hoa' } },
        body: { fullName },
      }),
    );
  const ticketOf = ({ id: entryId, token }: OwnLobbyEntry): Promise<Ticket> =>
    body(
      rest.POST('/api/v1/entries/{entryId}/ticket', {
        params: { path: { entryId } },
        headers: entryHeaders(token),
      }),
    );
  const admitted = async (fullName: string): Promise<OwnLobbyEntry> => {
    const entry = await ask(fullName);
    await hostRest.POST('/api/v1/entries/{entryId}/admit', { params: { path: { entryId: entry.id } } });
    return entry;
  };
  const socketOf = async (): Promise<Socket> => {
    const socket = createSocket({ url: system.url });
    sockets.push(socket);
    await socket.whenConnected();
    return socket;
  };
  const logOf = (name: string): Record<string, unknown>[] =>
    readFileSync(system.process(name).logPath, 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);

  test('without the grant is refused by the SFU, and the refusal is in the log by ids alone (TM-2c)', async () => {
    const fullName = 'Trung tâm Giáo dục thường xuyên Mẫu Một';
    const { roomId, ticket, peerId } = await ticketOf(await admitted(fullName));
    const socket = await socketOf();
    expect(await socket.request('media.room.join', { roomId, ticket })).toMatchObject({
      role: 'participant',
    });
    const { id: transportId } = await socket.request('media.streams.openTransport', { direction: 'send' });

    await expect(
      socket.request('media.streams.produce', { transportId, source: 'microphone', rtpParameters: opus() }),
    ).rejects.toMatchObject({ code: 'streams.mayNotProduce', status: 403 });
    await expect(socket.request('media.room.setRole', { peerId, role: 'presenter' })).rejects.toMatchObject({
      code: 'room.hostOnly',
    });

    const refusal = logOf('media').find(({ msg }) => msg === 'refused to produce: no grant');
    expect(refusal).toMatchObject({
      level: 'warn',
      roomId,
      peerId,
      source: 'microphone',
      role: 'participant',
    });
    expect(refusal?.['requestId']).toEqual(expect.any(String));
    for (const service of ['media', 'meetings', 'gateway'])
      expect(JSON.stringify(logOf(service))).not.toContain('Mẫu Một');
  });

  test('gets in with a ticket once, for the room it names, while it lasts, and as it was signed', async () => {
    const entry = await admitted('Trung tâm Giáo dục thường xuyên Mẫu Hai');
    const { roomId, ticket } = await ticketOf(entry);
    const elsewhere = await body(
      rest.GET('/api/v1/rooms/{slug}', { params: { path: { slug: 'thu-thiet-bi' } } }),
    );
    const socket = await socketOf();
    const join = (told: string, room = roomId) =>
      socket.request('media.room.join', { roomId: room, ticket: told });

    await expect(join(ticket, elsewhere.id)).rejects.toMatchObject({ code: 'room.ticketForeign' });
    await join(ticket);
    await expect(join(ticket)).rejects.toMatchObject({ code: 'room.ticketUsed' });

    const { ticketSecret } = JSON.parse(readFileSync(path(dataDir, 'secrets.json'), 'utf8')) as {
      ticketSecret: string;
    };
    const claims = { ...(jwt.decode(ticket) as jwt.JwtPayload), jti: randomUUID(), host: true };
    const now = Math.floor(Date.now() / 1000);
    const expired = jwt.sign({ ...claims, iat: now - 120, exp: now - 60 }, ticketSecret, {
      algorithm: ticketToken.algorithm,
    });
    await expect(join(expired)).rejects.toMatchObject({ code: 'room.ticketExpired' });
    const forged = jwt.sign({ ...claims, exp: now + 60 }, 'a'.repeat(43), {
      algorithm: ticketToken.algorithm,
    });
    await expect(join(forged)).rejects.toMatchObject({ code: 'room.ticketInvalid' });
  });

  test('that was removed by a host gets no ticket and no seat any more (I21)', async () => {
    const entry = await admitted('Trung tâm Giáo dục thường xuyên Mẫu Ba');
    const kept = await ticketOf(entry);
    const { roomId, ticket, peerId } = await ticketOf(entry);
    const socket = await socketOf();
    await socket.request('media.room.join', { roomId, ticket });

    const hostTicket = await body(
      hostRest.POST('/api/v1/rooms/{roomId}/ticket', { params: { path: { roomId } } }),
    );
    const hostSocket = await socketOf();
    await hostSocket.request('media.room.join', { roomId, ticket: hostTicket.ticket });
    const closed = new Promise((resolve) => {
      socket.on('media.room.closed', resolve);
    });
    await hostSocket.request('media.room.remove', { peerId });
    expect(await closed).toEqual({ reason: 'removed' });
    await expect(socket.request('media.room.join', { roomId, ticket: kept.ticket })).rejects.toMatchObject({
      code: 'room.removed',
    });
    await expect(untilRefused(() => ticketOf(entry))).resolves.toMatchObject({
      code: 'lobby.removed',
      status: 403,
    });
  });
});

/** The lobby hears of a removal a moment after the room. */
async function untilRefused(attempt: () => Promise<unknown>): Promise<unknown> {
  for (let tries = 0; tries < 50; tries += 1) {
    const outcome = await attempt().catch((error: unknown) => ({ error }));
    if (typeof outcome === 'object' && outcome !== null && 'error' in outcome) return outcome.error;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return 'never refused';
}
