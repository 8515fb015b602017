import type { ServiceCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { lineErrors, LinePlacementClient, type LineTest } from '@diemcau/contracts/media/line';
import { type MediaTest, mirrorErrors, MirrorPlacementClient } from '@diemcau/contracts/media/mirror';
import { checkErrors } from '@diemcau/contracts/meetings/checks-errors';
import { Clock } from '@diemcau/service/time/clock';
import { Injectable } from '@nestjs/common';

const itself: ServiceCaller = { kind: 'service', name: 'meetings' };
const oldestMs = 30 * 60_000;
/** Clocks of services differ a little. */
const clockSkewMs = 60_000;

/** What the media server measured of a site, and nobody else's word. */
export interface Measured {
  readonly line: LineTest;
  readonly media: MediaTest;
}

/** Which measurements a result may rest on. */
export interface MeasuredFor {
  /** The room they must have been made against. */
  readonly roomId: string | null;
  /** As the ticket to the mirror said. */
  readonly subject: string;
  /** When the try began; null where tries have no beginning. */
  readonly since: Date | null;
}

/** Asks media for measurements by their ids: what a client says about figures is not even read (ADR 69). */
@Injectable()
export class MeasuredService {
  constructor(
    private readonly lines: LinePlacementClient,
    private readonly mirrors: MirrorPlacementClient,
    private readonly clock: Clock,
  ) {}

  /** @throws Failure `checks.lineTestUnknown`, `.lineTestForeign`, `.lineTestStale` and the same of `mediaTest` */
  async of(ids: { lineTestId: string; mediaTestId: string }, of: MeasuredFor): Promise<Measured> {
    return { line: await this.line(ids.lineTestId, of), media: await this.media(ids.mediaTestId, of) };
  }

  private async line(lineTestId: string, { roomId, since }: MeasuredFor): Promise<LineTest> {
    const test = await this.lines.find({ lineTestId }, itself).catch((error: unknown) => {
      throw error instanceof Failure && error.is(lineErrors.notFound)
        ? new Failure(checkErrors.lineTestUnknown, { lineTestId })
        : error;
    });
    if (test.roomId !== roomId) throw new Failure(checkErrors.lineTestForeign, { lineTestId });
    if (this.isStale(test.measuredAt, since)) {
      throw new Failure(checkErrors.lineTestStale, { measuredAt: test.measuredAt });
    }
    return test;
  }

  private async media(mirrorId: string, { roomId, subject, since }: MeasuredFor): Promise<MediaTest> {
    const test = await this.mirrors.find({ mirrorId }, itself).catch((error: unknown) => {
      throw error instanceof Failure && error.is(mirrorErrors.notFound)
        ? new Failure(checkErrors.mediaTestUnknown, { mediaTestId: mirrorId })
        : error;
    });
    if (test.roomId !== roomId || test.subject !== subject) {
      throw new Failure(checkErrors.mediaTestForeign, { mediaTestId: mirrorId });
    }
    if (this.isStale(test.measuredAt, since)) {
      throw new Failure(checkErrors.mediaTestStale, { measuredAt: test.measuredAt });
    }
    return test;
  }

  private isStale(measuredAt: string, since: Date | null): boolean {
    const measured = Date.parse(measuredAt);
    const now = this.clock.now().getTime();
    const earliest = Math.max(now - oldestMs, since ? since.getTime() - clockSkewMs : 0);
    return measured < earliest || measured > now + clockSkewMs;
  }
}
