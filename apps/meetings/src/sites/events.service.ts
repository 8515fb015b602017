import type { Caller } from '@diemcau/contracts/core/caller';
import type { SiteEventChange, SiteEventKind } from '@diemcau/contracts/meetings/sites-history';
import { Audit, type AuditNote } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** What whoever keeps the site reads of it; auditors read the note. */
export interface SiteHappening {
  readonly kind: SiteEventKind;
  readonly name?: string | null;
  readonly note?: string | null;
  readonly changes?: readonly SiteEventChange[];
}

/** Tells auditors and the site's own history of the same change, in its transaction. */
@Injectable()
export class SiteEventsService {
  constructor(
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @returns the event's id */
  async record(
    manager: EntityManager,
    caller: Caller,
    siteId: string,
    audited: AuditNote,
    { kind, name = null, note = null, changes = [] }: SiteHappening,
  ): Promise<string> {
    const id = randomUUID();
    await manager.query(
      `INSERT INTO site_events (id, site_id, at, by_id, kind, name, note, changes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        siteId,
        this.clock.now(),
        caller.kind === 'user' ? caller.userId : null,
        kind,
        name,
        note,
        JSON.stringify(changes),
      ],
    );
    await this.audit.record(manager, caller, audited);
    return id;
  }
}

/** What differs, field by field. */
export function changesBetween(before: object, after: object): SiteEventChange[] {
  const had = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([field, value]) => wordOf(had.get(field)) !== wordOf(value))
    .map(([field, value]) => ({ field, from: wordOf(had.get(field)), to: wordOf(value) }));
}

const wordOf = (value: unknown): string | null =>
  typeof value === 'string' ? value.slice(0, 500) : typeof value === 'number' ? String(value) : null;
