import type { Caller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import type {
  DeviceFindings,
  DeviceTest,
  ExpectedItem,
  ItemKept,
  TestReason,
} from '@diemcau/contracts/meetings/checks-test';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type EntityManager, QueryFailedError } from 'typeorm';
import { SiteStandingService } from '../sites/standing.service.js';
import { TasksService } from '../maintenance/tasks.service.js';
import { answersAll, faultOf, namedItems } from './items.service.js';
import { type Measured, type MeasuredFor, MeasuredService } from './measured.service.js';
import { reasonsAgainst } from './test-verdict.js';

/** For whom a test is. */
export type Subject =
  | { readonly occurrenceId: string; readonly siteId: string }
  | { readonly trialId: string; readonly unitId: string };

export interface Kept {
  readonly id: string;
  readonly at: Date;
  readonly reasons: readonly TestReason[];
  readonly upMbps: number;
  readonly downMbps: number;
}

/** Results of the device and line test. Figures are media's own; the operator adds what only who is there can say. */
@Injectable()
export class DeviceTestsService {
  constructor(
    private readonly measurements: MeasuredService,
    private readonly standing: SiteStandingService,
    private readonly tasks: TasksService,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure as {@link MeasuredService} does */
  measured(ids: Pick<DeviceFindings, 'lineTestId' | 'mediaTestId'>, of: MeasuredFor): Promise<Measured> {
    return this.measurements.of(ids, of);
  }

  /**
   * What a site's line gave counts for its readiness too (I8); a device of it that is not in order becomes a maintenance task.
   * @throws Failure `checks.itemsMissing`, `.lineTestUsed`, `.mediaTestUsed` (also when two race with one test)
   */
  async keep(
    manager: EntityManager,
    subject: Subject,
    { lineTestId, mediaTestId, sound, picture, items, note }: DeviceFindings,
    { line, media }: Measured,
    demanded: { readonly requiredMbps: number; readonly expected: readonly ExpectedItem[] },
    caller: Caller,
  ): Promise<Kept> {
    const { requiredMbps, expected } = demanded;
    if (!answersAll(items, expected)) throw new Failure(checkErrors.itemsMissing);
    const reasons = reasonsAgainst({ line, media }, requiredMbps, { sound, picture, items }, expected);
    const named = namedItems(items, expected);
    const of = { occurrenceId: null, siteId: null, trialId: null, unitId: null, ...subject };
    const [id, at] = [randomUUID(), this.clock.now()];
    try {
      await manager.query(
        `INSERT INTO device_tests (id, line_test_id, occurrence_id, site_id, trial_id, unit_id, up_mbps, down_mbps,
           round_trip_ms, jitter_ms, loss_percent, required_mbps, sound, picture, items, note, reasons, by_user_id, at,
           media_test_id, received_sound, received_picture)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)`,
        [
          id,
          lineTestId,
          of.occurrenceId,
          of.siteId,
          of.trialId,
          of.unitId,
          line.upMbps,
          line.downMbps,
          line.roundTripMs,
          line.jitterMs,
          line.lossPercent,
          requiredMbps,
          JSON.stringify(sound),
          JSON.stringify(picture),
          JSON.stringify(named),
          note ?? null,
          reasons,
          caller.kind === 'user' ? caller.userId : null,
          at,
          mediaTestId,
          media.sound && JSON.stringify(media.sound),
          media.picture && JSON.stringify(media.picture),
        ],
      );
    } catch (error) {
      throw usedTwice(error, { lineTestId, mediaTestId });
    }
    if ('siteId' in subject) {
      await this.tell(manager, subject.siteId, id, named, caller);
      await this.standing.lineMeasured(manager, subject.siteId, Math.min(line.upMbps, line.downMbps));
    }
    return { id, at, reasons, upMbps: line.upMbps, downMbps: line.downMbps };
  }

  private async tell(
    manager: EntityManager,
    siteId: string,
    testId: string,
    items: readonly ItemKept[],
    caller: Caller,
  ): Promise<void> {
    for (const item of items) {
      if (item.name === null || item.answer === 'ok') continue;
      const [deviceId, sourceId] = [item.key, `${testId}:${item.key}`];
      await this.tasks.openFrom(manager, {
        siteId,
        deviceId,
        what: faultOf(item),
        source: 'check',
        sourceId,
        caller,
      });
    }
  }
}

/** A test counts for one result; which of the two was shown before, its unique row says. */
function usedTwice(error: unknown, ids: { lineTestId: string; mediaTestId: string }): unknown {
  if (!(error instanceof QueryFailedError)) return error;
  const { lineTestId, mediaTestId } = ids;
  if (error.message.includes('device_tests_line'))
    return new Failure(checkErrors.lineTestUsed, { lineTestId });
  if (error.message.includes('device_tests_media')) {
    return new Failure(checkErrors.mediaTestUsed, { mediaTestId });
  }
  return error;
}

/** A {@link DeviceTest} as JSON from `device_tests t`, null where there is none: for a LEFT JOIN. */
export const testJson = `CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'at', t.at,
  'lineTestId', t.line_test_id, 'upMbps', t.up_mbps, 'downMbps', t.down_mbps, 'roundTripMs', t.round_trip_ms,
  'jitterMs', t.jitter_ms, 'lossPercent', t.loss_percent, 'requiredMbps', t.required_mbps, 'items', t.items, 'note', t.note, 'passed', t.passed, 'reasons', to_jsonb(t.reasons),
  'byUserId', t.by_user_id, 'sound', jsonb_build_object('toneHeard', t.sound -> 'toneHeard'),
  'picture', jsonb_build_object('seen', t.picture -> 'seen'), 'mediaTestId', t.media_test_id,
  'receivedSound', t.received_sound, 'receivedPicture', t.received_picture) END`;

/** PostgreSQL writes instants of JSON with its own offset. */
export const toTest = (test: DeviceTest | null): DeviceTest | null =>
  test && { ...test, at: new Date(test.at).toISOString() };
