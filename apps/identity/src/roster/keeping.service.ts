import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { type AddToRoster, type ChangeRosterEntry, rosterErrors } from '@diemcau/contracts/identity/roster';
import { unitErrors } from '@diemcau/contracts/identity/units';
import { userErrors } from '@diemcau/contracts/identity/users';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../audit/audit.service.js';
import { NamesService } from '../users/names.service.js';
import { StandingService } from '../users/standing.service.js';
import { type HeldEntry, RosterPlacesService } from './roster-places.service.js';
import { holdPerson, recordCertified } from './certified.js';
import { unlessOverlapping } from './overlap.js';

type Values = Pick<HeldEntry, 'name' | 'phone' | 'email' | 'duties' | 'since' | 'until'>;

/** Units keep their part of the roster. */
@Injectable()
export class KeepingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly standing: StandingService,
    private readonly places: RosterPlacesService,
    private readonly names: NamesService,
    private readonly audit: AuditService,
  ) {}

  /**
   * @returns the id
   * @throws Failure `units.notFound`, `.closed`, `users.notFound`, `roster.nameNeeded`, `.dates`, `.overlap`
   */
  async add(input: AddToRoster, caller: Caller): Promise<string> {
    const { unitId, userId = null, phone = null, email = null, duties, since, until = null } = input;
    const name = this.nameOf(userId, input.name ?? null);
    checkDates(since, until);
    return unlessOverlapping(() =>
      this.database.transaction(async (manager) => {
        const place = await this.standing.place(manager, unitId, 'roster.write', caller);
        if (place.state === 'closed') throw new Failure(unitErrors.closed, { unitId });
        const shown = name ?? (await personOf(manager, userId, place.path[0]));
        const id = randomUUID();
        await manager.query(
          `INSERT INTO roster_entries (id, unit_id, user_id, name, phone, email, duties, since, until, sort_name, search)
           VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
          [
            id,
            unitId,
            userId,
            name,
            phone,
            email,
            duties,
            since,
            until,
            this.names.sortKey(shown),
            folded(`${name ?? ''} ${duties}`),
          ],
        );
        // What somebody learned before they came to run sites (HB-11.2).
        await recordCertified(manager, { where: 'e.id = $1', values: [id] });
        const object = { kind: 'rosterEntry', id };
        const after = { userId, name, phone, email, duties, since, until };
        await this.audit.record(manager, caller, { action: 'roster.add', unitId, object, after });
        return id;
      }),
    );
  }

  /** @throws Failure `roster.notFound`, `.changedMeanwhile`, `.nameNeeded`, `.dates`, `.overlap` */
  async change({ entryId, version, ...given }: ChangeRosterEntry, caller: Caller): Promise<void> {
    await unlessOverlapping(() =>
      this.database.transaction(async (manager) => {
        const entry = await this.places.hold(manager, entryId, caller);
        if (entry.version !== version) {
          throw new Failure(rosterErrors.changedMeanwhile, { version: entry.version });
        }
        if (entry.userId !== null && given.name !== undefined) throw new Failure(rosterErrors.nameNeeded);
        const before = valuesOf(entry);
        const stated = Object.entries(given).filter(([, value]) => value !== undefined);
        const after: Values = { ...before, ...Object.fromEntries(stated) };
        checkDates(after.since, after.until);
        await this.write(manager, entry, { ...after, name: after.name && this.names.tidy(after.name) });
        if (entry.userId !== null && before.until !== null) {
          await holdPerson(manager, entry.userId);
          // Of the days that come to it; a record that somebody removed from those before stays removed.
          const where = 'e.id = $1 AND c.first_day > $2';
          await recordCertified(manager, { where, values: [entryId, before.until] });
        }
        const object = { kind: 'rosterEntry', id: entryId };
        const { unitId } = entry;
        await this.audit.record(manager, caller, { action: 'roster.change', unitId, object, before, after });
      }),
    );
  }

  /** @throws Failure `roster.notFound` */
  async remove(entryId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const entry = await this.places.hold(manager, entryId, caller);
      await manager.query('DELETE FROM roster_entries WHERE id = $1', [entryId]);
      const object = { kind: 'rosterEntry', id: entryId };
      const before = { userId: entry.userId, ...valuesOf(entry) };
      await this.audit.record(manager, caller, {
        action: 'roster.remove',
        unitId: entry.unitId,
        object,
        before,
      });
    });
  }

  private async write(manager: EntityManager, entry: HeldEntry, values: Values): Promise<void> {
    const { name, phone, email, duties, since, until } = values;
    await manager.query(
      `UPDATE roster_entries SET name = $2, phone = $3, email = $4, duties = $5, since = $6, until = $7,
         sort_name = coalesce($8, sort_name), search = $9, version = version + 1 WHERE id = $1`,
      [
        entry.id,
        name,
        phone,
        email,
        duties,
        since,
        until,
        name && this.names.sortKey(name),
        folded(`${name ?? ''} ${duties}`),
      ],
    );
  }

  /** Either an account or a name. */
  private nameOf(userId: string | null, name: string | null): string | null {
    if ((userId === null) === (name === null)) throw new Failure(rosterErrors.nameNeeded);
    return name && this.names.tidy(name);
  }
}

const valuesOf = ({ name, phone, email, duties, since, until }: HeldEntry): Values => ({
  name,
  phone,
  email,
  duties,
  since,
  until,
});

function checkDates(since: string, until: string | null): void {
  if (until !== null && until < since) throw new Failure(rosterErrors.dates);
}

/** @returns the name. @throws Failure `users.notFound`, also for somebody of another province */
async function personOf(
  manager: EntityManager,
  userId: string | null,
  provinceId: string | undefined,
): Promise<string> {
  if (userId !== null) await holdPerson(manager, userId);
  const [person] = await manager.query<{ name: string }[]>(
    `SELECT display_name AS name FROM users
     WHERE id = $1 AND province_id = $2 AND erased_at IS NULL AND kind = 'staff' AND state <> 'disabled'`,
    [userId, provinceId],
  );
  if (!person) throw new Failure(userErrors.notFound, { userId });
  return person.name;
}
