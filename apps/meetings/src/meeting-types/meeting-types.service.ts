import type { KindName, MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { MeetingKind } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { defaultName, defaultTypes } from './defaults.js';

const typeColumns = `kind, name_vi AS "nameVi", name_en AS "nameEn", duration_min AS "durationMin",
  dispatch_needed AS "dispatchNeeded", recording, checklist, criteria, version`;

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
}
