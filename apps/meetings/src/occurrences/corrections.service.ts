import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { CorrectOccurrence } from '@diemcau/contracts/meetings/occurrences-changes';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { Audit } from '@diemcau/service/audit/audit';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { actorOf } from './abilities.js';
import { OccurrencesService } from './occurrences.service.js';

/** I17: what was reported stays; what was wrong in it is said beside it. */
@Injectable()
export class CorrectionsService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `occurrences.wrongState` before it is reported */
  async append({ occurrenceId, text }: CorrectOccurrence, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const meeting = await this.occurrences.hold(manager, caller, 'meetings.write', occurrenceId);
      const { state, unitId } = meeting;
      if (state !== 'reported') throw new Failure(occurrenceErrors.wrongState, { occurrenceId, state });
      const id = randomUUID();
      await manager.query('INSERT INTO occurrence_corrections VALUES ($1, $2, $3, $4, $5)', [
        id,
        occurrenceId,
        text,
        actorOf(caller),
        this.clock.now(),
      ]);
      await this.audit.record(manager, caller, {
        action: 'occurrences.correct',
        unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        after: { correctionId: id },
      });
    });
  }
}
