import { type Caller, mayOn } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { type Contestant, type ScoreSheet, scoringErrors } from '@diemcau/contracts/meetings/scoring';
import type { MeetingType } from '@diemcau/contracts/meetings/meeting-types';
import type { OccurrenceState } from '@diemcau/contracts/meetings/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { MeetingTypesService } from '../meeting-types/meeting-types.service.js';
import type { OccurrenceRow } from '../occurrences/occurrence-row.js';
import { OccurrencesService } from '../occurrences/occurrences.service.js';
import { OwnersService } from '../occurrences/owners.service.js';
import { averageOf, rankOf, type Sheet, totalOf } from './ranking.js';
import { readSheet, type StoredSheet } from './sheet-reading.js';

/** While it goes on, and afterwards until its report. */
const scoringStates: ReadonlySet<OccurrenceState> = new Set(['live', 'paused', 'ended']);
/** The jury is not to be swayed by one another. */
const openStates: ReadonlySet<OccurrenceState> = new Set(['ended', 'reported', 'aborted']);

export const mayScore = (meeting: OccurrenceRow, juryIds: readonly string[], caller: Caller): boolean =>
  caller.kind === 'user' && juryIds.includes(caller.userId) && scoringStates.has(meeting.state);

@Injectable()
export class ScoringService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly occurrences: OccurrencesService,
    private readonly types: MeetingTypesService,
    private readonly owners: OwnersService,
  ) {}

  /** @throws Failure `occurrences.notFound`, `scoring.notScored` */
  async find(occurrenceId: string, caller: Caller): Promise<ScoreSheet> {
    const meeting = await this.occurrences.visible(caller, occurrenceId);
    const { manager } = this.database;
    const type = await this.scored(manager, meeting);
    const stored = (await readSheet(manager, occurrenceId)) ?? unwritten(type);
    const names = await this.owners.names(stored.juryIds);
    return {
      occurrenceId,
      criteria: stored.criteria,
      jury: stored.juryIds.map((id) => ({ id, name: names.get(id) ?? null, scored: scoredBy(stored, id) })),
      contestants: contestantsOf(stored, meeting, caller),
      changeable: mayOn(caller, 'meetings.write', meeting.unitPath) && meeting.state !== 'reported',
      scoring: mayScore(meeting, stored.juryIds, caller),
      version: stored.version,
    };
  }

  /** @throws Failure `scoring.notScored` */
  async scored(manager: EntityManager, { unitPath, kind, id }: OccurrenceRow): Promise<MeetingType> {
    const type = await this.types.of(manager, unitPath, kind);
    if (type.criteria.length === 0) throw new Failure(scoringErrors.notScored, { occurrenceId: id });
    return type;
  }
}

/** Nothing is kept until somebody sets it: the type's criteria are shown to begin with, by ids that mean new ones. */
const unwritten = ({ criteria }: MeetingType): StoredSheet => ({
  juryIds: [],
  version: 1,
  criteria: criteria.map((criterion) => ({ id: randomUUID(), ...criterion })),
  contestants: [],
  sheets: new Map(),
});

const scoredBy = ({ sheets, criteria }: StoredSheet, jurorId: string): number =>
  [...sheets.values()].filter((given) =>
    given.some((sheet) => sheet.jurorId === jurorId && criteria.every(({ id }) => sheet.points.has(id))),
  ).length;

function contestantsOf(stored: StoredSheet, meeting: OccurrenceRow, caller: Caller): Contestant[] {
  const open = openStates.has(meeting.state);
  const criteria = stored.criteria.map(({ id }) => id);
  const sheetsOf = (id: string): readonly Sheet[] => stored.sheets.get(id) ?? [];
  const averages = stored.contestants.map(({ id }) => averageOf(sheetsOf(id), criteria));
  return stored.contestants.map((contestant, index) => {
    const average = open ? (averages[index] ?? null) : null;
    const seen = sheetsOf(contestant.id).filter(
      ({ jurorId }) => open || (caller.kind === 'user' && jurorId === caller.userId),
    );
    return {
      ...contestant,
      scores: seen.map((sheet) => ({
        jurorId: sheet.jurorId,
        points: [...sheet.points].map(([criterionId, points]) => ({ criterionId, points })),
        total: totalOf(sheet),
      })),
      average,
      rank: rankOf(average, averages),
    };
  });
}
