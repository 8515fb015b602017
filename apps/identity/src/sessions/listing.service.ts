import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { sessionErrors, type SessionView, type SignInWay } from '@diemcau/contracts/identity/sessions';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { deviceOf } from './device.js';
import { EndingService } from './ending.service.js';
import { networkOf } from './network.js';
import { SubjectsService } from './subjects.service.js';

interface Row {
  readonly id: string;
  readonly agent: string | null;
  readonly address: string | null;
  readonly way: SignInWay;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly expiresAt: Date;
}

const toView = (row: Row, currentId: string | null): SessionView => ({
  id: row.id,
  device: deviceOf(row.agent),
  address: row.address,
  network: networkOf(row.address),
  way: row.way,
  startedAt: row.startedAt.toISOString(),
  lastSeenAt: row.lastSeenAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  current: row.id === currentId,
});

/** Where people are signed in, for themselves and for their operators. */
@Injectable()
export class ListingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly subjects: SubjectsService,
    private readonly ending: EndingService,
  ) {}

  async own({ userId, sessionId }: UserCaller): Promise<SessionView[]> {
    return this.of(userId, sessionId);
  }

  async ofUser(userId: string, caller: Caller): Promise<SessionView[]> {
    await this.subjects.within(caller, 'sessions.read', userId);
    return this.of(userId, caller.kind === 'user' ? caller.sessionId : null);
  }

  /** @throws Failure `sessions.notFound` */
  async endOwn(sessionId: string, caller: UserCaller): Promise<number> {
    return this.endOne(caller.userId, sessionId, caller);
  }

  async endOfUser(userId: string, sessionId: string, caller: Caller): Promise<number> {
    await this.subjects.within(caller, 'sessions.end', userId);
    return this.endOne(userId, sessionId, caller);
  }

  async endAllOfUser(userId: string, caller: Caller): Promise<number> {
    await this.subjects.within(caller, 'sessions.end', userId);
    return this.ending.everywhere(userId, caller);
  }

  private async endOne(userId: string, sessionId: string, caller: Caller): Promise<number> {
    const ended = await this.ending.one(userId, sessionId, caller);
    if (ended === 0) throw new Failure(sessionErrors.notFound, { sessionId });
    return ended;
  }

  private async of(userId: string, currentId: string | null): Promise<SessionView[]> {
    const rows = await this.database.query<Row[]>(
      `SELECT id, agent, address, way, started_at AS "startedAt", last_seen_at AS "lastSeenAt", expires_at AS "expiresAt"
       FROM sessions WHERE user_id = $1 AND ended_at IS NULL AND expires_at > now()
       ORDER BY last_seen_at DESC, id LIMIT 200`,
      [userId],
    );
    return rows.map((row) => toView(row, currentId));
  }
}
