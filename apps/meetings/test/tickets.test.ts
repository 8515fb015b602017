import { anonymous } from '@diemcau/contracts/core/caller';
import { LobbyClient, lobbyErrors, type Ticket, type TicketClaims } from '@diemcau/contracts/meetings/lobby';
import { roomErrors } from '@diemcau/contracts/meetings/rooms';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import type { TestBed } from '@diemcau/testing/service';
import jwt from 'jsonwebtoken';
import { randomUUID } from 'node:crypto';
import { holding, type Maker, startMeetings, ticketSecret } from './meetings.js';

let bed: TestBed;
let make: Maker;
let lobby: LobbyClient;
let province: string;
let centre: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  lobby = bed.client(LobbyClient);
  province = await make.unit('Sở mẫu');
  centre = await make.unit('Trung tâm GDTX Như Xuân', province);
});
afterAll(() => bed.stop());

const claimsOf = ({ ticket }: Ticket) =>
  jwt.verify(ticket, ticketSecret, {
    algorithms: [ticketToken.algorithm],
    issuer: ticketToken.issuer,
    audience: ticketToken.audience,
  }) as TicketClaims & { iat: number; exp: number };

describe('a guest’s ticket', () => {
  const admitted = async (
    of: { fullName: string; unitId?: string },
    invited: Record<string, string> = {},
  ) => {
    const room = await make.room([province], { invited });
    const entry = await lobby.ask({ slug: room.slug, ...of }, anonymous);
    await lobby.admit({ entryId: entry.id }, holding('chair', province));
    return { room, entry, own: { entryId: entry.id, token: entry.token } };
  };

  test('says room, name and no more rights than a guest has, for one minute', async () => {
    const { room, entry, own } = await admitted({ fullName: 'Trường THPT Như Xuân' });
    const ticket = await lobby.ticket(own, anonymous);
    expect(ticket).toMatchObject({ roomId: room.id, peerId: entry.id, host: false });
    const { iat, exp, jti, ...claims } = claimsOf(ticket);
    expect(exp - iat).toBe(60);
    expect(new Date(exp * 1000).toISOString()).toBe(ticket.expiresAt);
    expect(jti).toMatch(/^[0-9a-f-]{36}$/);
    expect(claims).toEqual({
      iss: 'diemcau',
      aud: 'room',
      roomId: room.id,
      peerId: entry.id,
      name: 'Trường THPT Như Xuân',
      unitName: null,
      host: false,
      signIn: null,
    });
  });

  test('is a new one each time, for the same identity (I18)', async () => {
    const { own } = await admitted({ fullName: 'Trường THPT Như Xuân' });
    const [one, two] = [
      claimsOf(await lobby.ticket(own, anonymous)),
      claimsOf(await lobby.ticket(own, anonymous)),
    ];
    expect(one.peerId).toBe(two.peerId);
    expect(one.jti).not.toBe(two.jti);
  });

  test('names the unit beside the name where that says more', async () => {
    const unit = 'Trung tâm GDTX Như Xuân';
    const picked = await admitted({ fullName: 'gì cũng được', unitId: centre }, { [centre]: unit });
    expect(claimsOf(await lobby.ticket(picked.own, anonymous))).toMatchObject({ name: unit, unitName: null });
  });

  test('is given to nobody who waits, was refused or has withdrawn', async () => {
    const { slug } = await make.room([province]);
    const ask = async (fullName: string) => {
      const { id, token } = await lobby.ask({ slug, fullName }, anonymous);
      return { entryId: id, token };
    };
    const [waiting, refused, withdrawn] = [
      await ask('Trường Một Hai'),
      await ask('Trường Ba Bốn'),
      await ask('Trường Năm Sáu'),
    ];
    await lobby.refuse({ entryId: refused.entryId, reason: 'Không mời' }, holding('chair', province));
    await lobby.withdraw(withdrawn, anonymous);
    for (const [own, state] of [
      [waiting, 'waiting'],
      [refused, 'refused'],
      [withdrawn, 'withdrawn'],
    ] as const) {
      await expect(lobby.ticket(own, anonymous)).rejects.toMatchObject({
        kind: { code: lobbyErrors.notAdmitted.code },
        details: { state },
      });
    }
  });
});

describe('a member’s ticket', () => {
  test('needs no approval, carries the account’s name and unit, and host rights for who presides', async () => {
    const room = await make.room([province, centre]);
    const userId = await make.user('Chủ toạ (mẫu)', centre);
    const chair = holding('chair', province, userId);
    const ticket = await lobby.memberTicket({ roomId: room.id }, chair);
    expect(ticket).toMatchObject({ peerId: userId, host: true });
    expect(claimsOf(ticket)).toMatchObject({
      roomId: room.id,
      peerId: userId,
      name: 'Chủ toạ (mẫu)',
      unitName: 'Trung tâm GDTX Như Xuân',
      host: true,
      signIn: { userId, sessionId: chair.sessionId, rightsVersion: chair.rightsVersion },
    });
    const plain = await lobby.memberTicket({ roomId: room.id }, holding('teacher', centre, userId));
    expect(claimsOf(plain)).toMatchObject({ host: false, signIn: { userId } });
  });

  test('is given for rooms within the scope of the grant only', async () => {
    const room = await make.room([province]);
    for (const caller of [
      holding('chair', centre),
      holding('student', province),
      holding('chair', randomUUID()),
    ]) {
      await expect(lobby.memberTicket({ roomId: room.id }, caller)).rejects.toThrow('common.notAllowed');
    }
    await expect(lobby.memberTicket({ roomId: room.id }, anonymous)).rejects.toThrow('common.signInNeeded');
    const nowhere = lobby.memberTicket({ roomId: randomUUID() }, holding('chair', province));
    await expect(nowhere).rejects.toThrow(roomErrors.notFound.code);
  });
});
