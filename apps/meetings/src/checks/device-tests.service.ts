import type { Caller, ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { lineErrors, LinePlacementClient, type LineTest } from '@diemcau/contracts/media/line';
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
import { reasonsAgainst } from './test-verdict.js';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const oldestMs = 30 * 60_000;
/** Clocks of services differ a little. */
const clockSkewMs = 60_000;

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

/**
 * Results of the device and line test. Figures of the line are media's own, asked for by id: what a client says about them
 * is not even read.
 */
@Injectable()
export class DeviceTestsService {
  constructor(
    private readonly lines: LinePlacementClient,
    private readonly standing: SiteStandingService,
    private readonly tasks: TasksService,
    private readonly clock: Clock,
  ) {}

  /**
   * @param roomId the room it must have been measured against
   * @param since when the try began
   * @throws Failure `checks.lineTestUnknown`, `.lineTestForeign`, `.lineTestStale`
   */
  async line(lineTestId: string, roomId: string | null, since: Date | null): Promise<LineTest> {
    const test = await this.lines.find({ lineTestId }, itself).catch((error: unknown) => {
      throw error instanceof Failure && error.is(lineErrors.notFound)
        ? new Failure(checkErrors.lineTestUnknown, { lineTestId })
        : error;
    });
    if (test.roomId !== roomId) throw new Failure(checkErrors.lineTestForeign, { lineTestId });
    const measured = Date.parse(test.measuredAt);
    const now = this.clock.now().getTime();
    const earliest = Math.max(now - oldestMs, since ? since.getTime() - clockSkewMs : 0);
    if (measured < earliest || measured > now + clockSkewMs) {
      throw new Failure(checkErrors.lineTestStale, { measuredAt: test.measuredAt });
    }
    return test;
  }

  /**
   * What a site's line gave counts for its readiness too (I8); a device of it that is not in order becomes a maintenance task.
   * @throws Failure `checks.itemsMissing`, `.lineTestUsed` (also when two race with one line test)
   */
  async keep(
    manager: EntityManager,
    subject: Subject,
    { lineTestId, sound, picture, items, note }: DeviceFindings,
    line: LineTest,
    demanded: { readonly requiredMbps: number; readonly expected: readonly ExpectedItem[] },
    caller: Caller,
  ): Promise<Kept> {
    const { requiredMbps, expected } = demanded;
    if (!answersAll(items, expected)) throw new Failure(checkErrors.itemsMissing);
    const reasons = reasonsAgainst(line, requiredMbps, { sound, picture, items }, expected);
    const named = namedItems(items, expected);
    const of = { occurrenceId: null, siteId: null, trialId: null, unitId: null, ...subject };
    const [id, at] = [randomUUID(), this.clock.now()];
    try {
      await manager.query(
        `INSERT INTO device_tests (id, line_test_id, occurrence_id, site_id, trial_id, unit_id, up_mbps, down_mbps,
           round_trip_ms, jitter_ms, loss_percent, required_mbps, sound, picture, items, note, reasons, by_user_id, at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
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
        ],
      );
    } catch (error) {
      if (error instanceof QueryFailedError && error.message.includes('device_tests_line')) {
        throw new Failure(checkErrors.lineTestUsed, { lineTestId });
      }
      throw error;
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

/** A {@link DeviceTest} as JSON from `device_tests t`, null where there is none: for a LEFT JOIN. */
export const testJson = `CASE WHEN t.id IS NULL THEN NULL ELSE jsonb_build_object('id', t.id, 'at', t.at,
  'lineTestId', t.line_test_id, 'upMbps', t.up_mbps, 'downMbps', t.down_mbps, 'roundTripMs', t.round_trip_ms,
  'jitterMs', t.jitter_ms, 'lossPercent', t.loss_percent, 'requiredMbps', t.required_mbps, 'sound', t.sound,
  'picture', t.picture, 'items', t.items, 'note', t.note, 'passed', t.passed, 'reasons', to_jsonb(t.reasons),
  'byUserId', t.by_user_id) END`;

/** PostgreSQL writes instants of JSON with its own offset. */
export const toTest = (test: DeviceTest | null): DeviceTest | null =>
  test && { ...test, at: new Date(test.at).toISOString() };
