import { type Caller, mayOn, type ServiceCaller } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { UsersClient } from '@diemcau/contracts/identity/users';
import type { Ticket, TicketClaims } from '@diemcau/contracts/meetings/lobby';
import { ticketToken } from '@diemcau/contracts/meetings/ticket';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import jwt from 'jsonwebtoken';
import { createSecretKey, type KeyObject, randomUUID } from 'node:crypto';
import { MeetingsConfig } from '../config.js';
import { GuestNamesService } from '../rooms/guest-names.service.js';
import { RoomsService } from '../rooms/rooms.service.js';
import type { LobbyEntry } from './lobby-entry.entity.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

/** Short-lived signed rights to enter one room once; media verifies them and asks nobody. */
@Injectable()
export class TicketsService {
  /** Of text the library would make a key at every call, and try a private one first. */
  private readonly key: KeyObject;

  constructor(
    private readonly rooms: RoomsService,
    private readonly names: GuestNamesService,
    private readonly users: UsersClient,
    private readonly audit: Audit,
    { ticketSecret }: MeetingsConfig,
  ) {
    this.key = createSecretKey(Buffer.from(ticketSecret));
  }

  /** The entry's id is the guest's identity: every ticket of one entry leads to the same seat (I18). */
  async forGuest({ id, roomId, fullName, unitId }: LobbyEntry): Promise<Ticket> {
    const unitName = await this.names.unitBeside(roomId, fullName, unitId);
    return this.sign({ roomId, peerId: id, name: fullName, unitName, host: false, signIn: null });
  }

  /** Members need no approval; those who may preside over the room come in as hosts. */
  async forMember(roomId: string, caller: Caller): Promise<Ticket> {
    const { ownerUnitId, ownerUnitPath } = await this.rooms.allowing(caller, 'rooms.enter', roomId);
    if (caller.kind !== 'user') throw new Failure(commonFailures.signInNeeded);
    const { userId, sessionId, rightsVersion } = caller;
    const signIn = { userId, sessionId, rightsVersion };
    const { displayName, unitName } = await this.users.find({ userId }, itself);
    const host = mayOn(caller, 'rooms.host', ownerUnitPath);
    if (host) {
      await this.audit.tell(caller, {
        action: 'rooms.enterAsHost',
        unitId: ownerUnitId,
        object: { kind: 'room', id: roomId },
      });
    }
    return this.sign({ roomId, peerId: userId, name: displayName, unitName, host, signIn });
  }

  private sign(of: Omit<TicketClaims, 'jti'>): Ticket {
    const issuedAtS = Math.floor(Date.now() / 1000);
    const claims: TicketClaims = { ...of, jti: randomUUID() };
    const ticket = jwt.sign({ ...claims, iat: issuedAtS }, this.key, {
      algorithm: ticketToken.algorithm,
      issuer: ticketToken.issuer,
      audience: ticketToken.audience,
      expiresIn: ticketToken.lifeS,
    });
    const { roomId, peerId, host } = of;
    return {
      ticket,
      expiresAt: new Date((issuedAtS + ticketToken.lifeS) * 1000).toISOString(),
      roomId,
      peerId,
      host,
    };
  }
}
