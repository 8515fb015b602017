import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { UnitsClient } from '@diemcau/contracts/identity/units';
import type { KindName, MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { NewSite } from '@diemcau/contracts/meetings/new-site';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { defaultName, defaultTypes } from './defaults.js';
import { placed, type PlacedSite } from './placing.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };

const typeColumns = `kind, name_vi AS "nameVi", name_en AS "nameEn", duration_min AS "durationMin",
  dispatch_needed AS "dispatchNeeded", recording, checklist, criteria, main_site AS "mainSite",
  standby_needed AS "standbyNeeded", version`;

/**
 * The own name of the type of a meeting or series in `table`, null while it is the product's: for {@link nameOf}. Within the
 * statement that reads the row, so that a list asks once.
 */
export const ownName = (table: string): string =>
  `(SELECT json_build_object('vi', t.name_vi, 'en', t.name_en) FROM meeting_types t
    WHERE t.province_id = ${table}.unit_path[1] AND t.kind = ${table}.kind)`;

/** @param own as {@link ownName} found it */
export const nameOf = (kind: MeetingKind, own: KindName | null): KindName => own ?? defaultName(kind);

/** Types of meetings as other features need them (HB-2.1). */
@Injectable()
export class MeetingTypesService {
  constructor(private readonly units: UnitsClient) {}

  /** All seven, in the order of the vocabulary. */
  async all(manager: EntityManager, provinceId: string): Promise<MeetingType[]> {
    const changed = await manager.query<MeetingType[]>(
      `SELECT ${typeColumns} FROM meeting_types WHERE province_id = $1`,
      [provinceId],
    );
    return defaultTypes.map((type) => changed.find(({ kind }) => kind === type.kind) ?? type);
  }

  /** @param unitPath of the meeting's owner, from the province down */
  async of(manager: EntityManager, unitPath: readonly string[], kind: MeetingKind): Promise<MeetingType> {
    const types = await this.all(manager, unitPath[0] ?? '');
    const type = types.find((one) => one.kind === kind);
    if (!type) throw new Error(`no meeting type ${kind}`);
    return type;
  }

  /** Roles of a new meeting's sites where nobody said one. @param type of {@link of} */
  async placed(
    manager: EntityManager,
    sites: readonly NewSite[],
    { mainSite }: Pick<MeetingType, 'mainSite'>,
    ownerId: string,
  ): Promise<PlacedSite[]> {
    const unsaid = sites.filter(({ role }) => !role).map(({ siteId }) => siteId);
    if (unsaid.length === 0) return placed(sites, mainSite, new Set());
    const near = await manager.query<{ id: string; unitId: string }[]>(
      'SELECT id, unit_id AS "unitId" FROM sites WHERE id = ANY ($1) AND $2::uuid = ANY (unit_path)',
      [unsaid, ownerId],
    );
    const own = await this.houseOf(
      ownerId,
      near.map(({ unitId }) => unitId),
    );
    return placed(sites, mainSite, new Set(near.filter(({ unitId }) => own.has(unitId)).map(({ id }) => id)));
  }

  /** The owner and, of the units, its own divisions: an office keeps its rooms under one of them. */
  private async houseOf(ownerId: string, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
    const others = [...new Set(unitIds)].filter((id) => id !== ownerId);
    if (others.length === 0) return new Set([ownerId]);
    const { items } = await this.units.named({ unitIds: others }, itself);
    const divisions = items.filter(({ type, path }) => type === 'division' && path.at(-2) === ownerId);
    return new Set([ownerId, ...divisions.map(({ id }) => id)]);
  }
}
