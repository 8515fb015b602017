import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { rosterErrors } from '@diemcau/contracts/identity/roster';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { StandingService } from '../users/standing.service.js';

/** An entry whose row is held by the transaction; what it says itself, not its account. */
export interface HeldEntry {
  readonly id: string;
  readonly unitId: string;
  readonly userId: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly duties: string;
  /** `YYYY-MM-DD` */
  readonly since: string;
  readonly until: string | null;
  readonly version: number;
  readonly path: readonly string[];
}

/** Entries that the caller may change. */
@Injectable()
export class RosterPlacesService {
  constructor(private readonly standing: StandingService) {}

  /** @throws Failure `roster.notFound`, also where the caller may not write */
  async hold(manager: EntityManager, entryId: string, caller: Caller): Promise<HeldEntry> {
    const [entry] = await manager.query<HeldEntry[]>(
      `SELECT e.id, e.unit_id AS "unitId", e.user_id AS "userId", e.name, e.phone, e.email, e.duties, e.since::text,
              e.until::text, e.version, unit.path
       FROM roster_entries e JOIN units unit ON unit.id = e.unit_id WHERE e.id = $1 FOR NO KEY UPDATE OF e`,
      [entryId],
    );
    if (!entry || !this.standing.allows(caller, 'roster.write', entry.path)) {
      throw new Failure(rosterErrors.notFound, { entryId });
    }
    return entry;
  }
}
