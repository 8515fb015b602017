import { Failure } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import type { NeededPart } from '@diemcau/contracts/meetings/occurrences-parts';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import { missingOf, type Prepared } from './needs.js';
import type { OccurrenceRow } from './occurrence-row.js';

/** I13, of the rows as they are. */
@Injectable()
export class NeedsService {
  constructor(private readonly types: MeetingTypesService) {}

  async missing(
    manager: EntityManager,
    { id, unitPath, kind }: Pick<OccurrenceRow, 'id' | 'unitPath' | 'kind'>,
  ): Promise<NeededPart[]> {
    const [prepared] = await manager.query<Prepared[]>(
      `SELECT o.chair_id AS "chairId", o.composition, o.dispatch_number IS NOT NULL AS "hasDispatch",
         EXISTS (SELECT FROM occurrence_sites os WHERE os.occurrence_id = o.id AND os.role = 'main') AS "hasMainSite",
         EXISTS (SELECT FROM occurrence_sites os WHERE os.occurrence_id = o.id AND os.role = 'standby') AS "hasStandbySite",
         (SELECT count(*)::int FROM agenda_items a WHERE a.occurrence_id = o.id) AS "agendaItems",
         (SELECT count(*)::int FROM occurrence_conflicts c WHERE c.occurrence_id = o.id) AS conflicts
       FROM occurrences o WHERE o.id = $1`,
      [id],
    );
    const type = await this.types.of(manager, unitPath, kind);
    return prepared ? missingOf(prepared, type) : [];
  }

  /** @throws Failure `occurrences.incomplete` with what is missing */
  async refuseIncomplete(manager: EntityManager, meeting: OccurrenceRow): Promise<void> {
    const missing = await this.missing(manager, meeting);
    if (missing.length > 0) throw new Failure(occurrenceErrors.incomplete, { missing });
  }
}
