import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { occurrenceErrors } from '@diemcau/contracts/meetings/occurrences-errors';
import { type GiveScores, scoringErrors, type SetScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { OccurrencesService } from '../occurrences/occurrences.service.js';
import { OwnersService } from '../occurrences/owners.service.js';
import { mayScore, ScoringService } from './scoring.service.js';
import { readSheet } from './sheet-reading.js';

/** Sheets and scores (HB-2.1). */
@Injectable()
export class ScoreWritingService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly scoring: ScoringService,
    private readonly owners: OwnersService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `scoring.changedMeanwhile`, `scoring.notScored`, `occurrences.reported`, `occurrences.noSuchPerson` */
  async set(input: SetScoreSheet, caller: Caller): Promise<void> {
    const { occurrenceId, version, criteria, contestants, juryIds } = input;
    await this.database.transaction(async (manager) => {
      const meeting = await this.occurrences.hold(manager, caller, 'meetings.write', occurrenceId);
      if (meeting.state === 'reported') throw new Failure(occurrenceErrors.reported, { occurrenceId });
      await this.scoring.scored(manager, meeting);
      await this.owners.refuseStrangers(meeting.unitPath[0], juryIds);
      const before = await readSheet(manager, occurrenceId);
      if ((before?.version ?? 1) !== version)
        throw new Failure(scoringErrors.changedMeanwhile, { version: before?.version ?? 1 });
      await manager.query(
        `INSERT INTO score_sheets (occurrence_id, jury_ids, version) VALUES ($1, $2, $3)
         ON CONFLICT (occurrence_id) DO UPDATE SET jury_ids = EXCLUDED.jury_ids, version = EXCLUDED.version`,
        [occurrenceId, juryIds, version + 1],
      );
      await manager.query('DELETE FROM scores WHERE occurrence_id = $1 AND juror_id <> ALL ($2)', [
        occurrenceId,
        juryIds,
      ]);
      const known = new Set(
        [...(before?.criteria ?? []), ...(before?.contestants ?? [])].map(({ id }) => id),
      );
      const idOf = (id: string | undefined): string =>
        id !== undefined && known.has(id) ? id : randomUUID();
      await keepCriteria(
        manager,
        occurrenceId,
        criteria.map((one) => ({ ...one, id: idOf(one.id) })),
      );
      await keepContestants(
        manager,
        occurrenceId,
        contestants.map((one) => ({ ...one, id: idOf(one.id) })),
      );
      await this.audit.record(manager, caller, {
        action: 'scoring.set',
        unitId: meeting.unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        after: { criteria: criteria.length, contestants: contestants.length, jury: juryIds },
      });
    });
  }

  /** @throws Failure `scoring.notOfTheJury`, `.noSuchContestant`, `.badPoints`, `occurrences.reported` */
  async give({ occurrenceId, contestantId, points }: GiveScores, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const meeting = await this.occurrences.held(manager, caller, occurrenceId);
      const { state } = meeting;
      if (state === 'reported') throw new Failure(occurrenceErrors.reported, { occurrenceId });
      const sheet = await readSheet(manager, occurrenceId);
      if (caller.kind !== 'user' || !sheet?.juryIds.includes(caller.userId))
        throw new Failure(scoringErrors.notOfTheJury, { occurrenceId });
      if (!mayScore(meeting, sheet.juryIds, caller)) {
        throw new Failure(occurrenceErrors.wrongState, { occurrenceId, state });
      }
      if (!sheet.contestants.some(({ id }) => id === contestantId)) {
        throw new Failure(scoringErrors.noSuchContestant, { contestantId });
      }
      for (const { criterionId, points: given } of points) {
        const criterion = sheet.criteria.find(({ id }) => id === criterionId);
        if (!criterion || given > criterion.maxPoints || !Number.isInteger(given * 4)) {
          throw new Failure(scoringErrors.badPoints, {
            criterionId,
            maxPoints: criterion?.maxPoints ?? null,
          });
        }
      }
      await manager.query(
        `INSERT INTO scores (occurrence_id, contestant_id, criterion_id, juror_id, points)
         SELECT DISTINCT ON (w."criterionId") $1, $2, w."criterionId", $3, w.points
         FROM jsonb_to_recordset($4::jsonb) AS w ("criterionId" uuid, points numeric)
         ON CONFLICT (contestant_id, criterion_id, juror_id) DO UPDATE SET points = EXCLUDED.points`,
        [occurrenceId, contestantId, caller.userId, JSON.stringify(points)],
      );
      await this.audit.record(manager, caller, {
        action: 'scoring.give',
        unitId: meeting.unitId,
        object: { kind: 'occurrence', id: occurrenceId },
        after: { contestantId, points },
      });
    });
  }
}

async function keepCriteria(
  manager: EntityManager,
  occurrenceId: string,
  rows: readonly { readonly id: string; readonly title: string; readonly maxPoints: number }[],
): Promise<void> {
  const ids = rows.map(({ id }) => id);
  await manager.query('DELETE FROM score_criteria WHERE occurrence_id = $1 AND id <> ALL ($2)', [
    occurrenceId,
    ids,
  ]);
  // Scores beyond a lowered maximum are worth nothing any more.
  await manager.query(
    `DELETE FROM scores s USING jsonb_to_recordset($2::jsonb) AS w (id uuid, "maxPoints" numeric)
     WHERE s.occurrence_id = $1 AND s.criterion_id = w.id AND s.points > w."maxPoints"`,
    [occurrenceId, JSON.stringify(rows)],
  );
  await manager.query(
    `INSERT INTO score_criteria (id, occurrence_id, position, title, max_points)
     SELECT w.id, $1, row_number() OVER (), w.title, w."maxPoints"
     FROM jsonb_to_recordset($2::jsonb) AS w (id uuid, title text, "maxPoints" numeric)
     ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position, title = EXCLUDED.title,
       max_points = EXCLUDED.max_points`,
    [occurrenceId, JSON.stringify(rows)],
  );
}

async function keepContestants(
  manager: EntityManager,
  occurrenceId: string,
  rows: readonly { readonly id: string; readonly name: string; readonly unitName: string | null }[],
): Promise<void> {
  await manager.query('DELETE FROM score_contestants WHERE occurrence_id = $1 AND id <> ALL ($2)', [
    occurrenceId,
    rows.map(({ id }) => id),
  ]);
  await manager.query(
    `INSERT INTO score_contestants (id, occurrence_id, position, name, unit_name)
     SELECT w.id, $1, row_number() OVER (), w.name, w."unitName"
     FROM jsonb_to_recordset($2::jsonb) AS w (id uuid, name text, "unitName" text)
     ON CONFLICT (id) DO UPDATE SET position = EXCLUDED.position, name = EXCLUDED.name,
       unit_name = EXCLUDED.unit_name`,
    [occurrenceId, JSON.stringify(rows)],
  );
}
