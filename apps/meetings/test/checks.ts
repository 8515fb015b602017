import { folded } from '@diemcau/contracts/core/folded';
import { type SubmitCheck } from '@diemcau/contracts/meetings/checks-own';
import { type CheckItem, checkItems, type ItemAnswer } from '@diemcau/contracts/meetings/checks-test';
import type { MeetingKind, OccurrenceState, SiteRole } from '@diemcau/contracts/meetings/vocabulary';
import { ensureMediasoupWorker } from '@diemcau/infra/mediasoup-worker';
import { freeMediaPorts } from '@diemcau/infra/ports';
import { Clock } from '@diemcau/service/time/clock';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { ticketSecret } from './meetings.js';

/** Media keeps line tests: the real one, with one worker. */
export async function mediaBeside(bed: TestBed): Promise<void> {
  const port = await freeMediaPorts(1, 20_000 + Math.floor(Math.random() * 20_000));
  await bed.beside('media', {
    MEDIA_NODE_ID: 'media-test',
    TICKET_SECRET: ticketSecret,
    MEDIA_LISTEN_IP: '127.0.0.1',
    MEDIA_PORT: String(port),
    MEDIA_WORKERS: '1',
    MEDIASOUP_WORKER_BIN: await ensureMediasoupWorker(() => undefined),
  });
}

/** Time as the test says, in the service under test. */
export class SetTime {
  private at = new Date();

  constructor(bed: TestBed) {
    bed.part(Clock).now = () => new Date(this.at);
  }

  get now(): Date {
    return new Date(this.at);
  }
  to(at: Date): void {
    this.at = at;
  }
  on(hours: number): void {
    this.at = new Date(this.at.getTime() + hours * 3_600_000);
  }
}

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * 3_600_000);

/** Sites and meetings straight into the tables: their own features are tested elsewhere. */
export class MeetingMaker {
  constructor(private readonly bed: TestBed) {}

  /** As the service itself: triggers of its schema find their tables. */
  run(text: string, values: unknown[]): Promise<unknown> {
    return this.bed.part(DataSource).query(text, values);
  }

  async site(unitPath: readonly string[], name = `Điểm cầu ${randomUUID().slice(0, 6)}`): Promise<string> {
    const id = randomUUID();
    await this.run(
      `INSERT INTO meetings.sites (id, unit_id, unit_path, unit_name, name, search, capacity, required_mbps, state)
       VALUES ($1, $2, $3, 'Đơn vị mẫu', $4, $5, 60, 10, 'ready')`,
      [id, unitPath.at(-1), unitPath, name, folded(name)],
    );
    return id;
  }

  async meeting(
    unitPath: readonly string[],
    startsAt: Date,
    of: {
      sites?: readonly string[];
      roomId?: string;
      state?: OccurrenceState;
      kind?: MeetingKind;
      hours?: number;
      seriesId?: string;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    const {
      sites = [],
      roomId = null,
      state = 'scheduled',
      kind = 'briefing',
      hours = 2,
      seriesId = null,
    } = of;
    await this.run(
      `INSERT INTO meetings.occurrences (id, series_id, nominal_date, unit_id, unit_path, unit_name, kind, title, state,
         starts_at, ends_at, room_id, room_no)
       VALUES ($1, $2, CASE WHEN $2::uuid IS NULL THEN NULL ELSE ($6::timestamptz)::date END, $3, $4, 'Sở mẫu', $5, 'Giao ban tháng', $8,
         $6, $7, $9, (SELECT no FROM meetings.rooms WHERE id = $9))`,
      [id, seriesId, unitPath.at(-1), unitPath, kind, startsAt, hoursAfter(startsAt, hours), state, roomId],
    );
    const roles: SiteRole[] = ['main', 'standby'];
    for (const [i, siteId] of sites.entries()) {
      await this.run(
        `INSERT INTO meetings.occurrence_sites (occurrence_id, site_id, role, expected) VALUES ($1, $2, $3, 30)`,
        [id, siteId, roles[i] ?? 'member'],
      );
    }
    return id;
  }

  /** As media keeps it after a test that was really made. */
  async lineTest(
    roomId: string,
    measuredAt: Date,
    { upMbps = 25, downMbps = 40, lossPercent = 0 } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.run(
      `INSERT INTO media.line_test (id, room_id, up_mbps, down_mbps, round_trip_ms, jitter_ms, loss_percent,
         required_mbps, verdict, measured_at) VALUES ($1, $2, $3, $4, 20, 2, $5, 10, 'good', $6)`,
      [id, roomId, upMbps, downMbps, lossPercent, measuredAt],
    );
    return id;
  }

  /** As media keeps it after a mirror that really stood. @param subject what its ticket was for */
  async mediaTest(
    roomId: string,
    subject: string,
    measuredAt: Date,
    but: {
      sound?: Partial<typeof received.sound> | null;
      picture?: Partial<typeof received.picture> | null;
    } = {},
  ): Promise<string> {
    const id = randomUUID();
    const { sound = {}, picture = {} } = but;
    await this.run(
      `INSERT INTO media.media_test (id, room_id, subject, measured_ms, sound, picture, measured_at)
       VALUES ($1, $2, $3, 8000, $4, $5, $6)`,
      [
        id,
        roomId,
        subject,
        sound && JSON.stringify({ ...received.sound, ...sound }),
        picture && JSON.stringify({ ...received.picture, ...picture }),
        measuredAt,
      ],
    );
    return id;
  }

  /** Line, sound and picture of one try, all good unless told. */
  async measured(
    roomId: string,
    subject: string,
    at: Date,
    line: { upMbps?: number; downMbps?: number } = {},
  ): Promise<{ lineTestId: string; mediaTestId: string }> {
    return {
      lineTestId: await this.lineTest(roomId, at, line),
      mediaTestId: await this.mediaTest(roomId, subject, at),
    };
  }
}

/** A voice and a picture, as the SFU receives them. */
export const received = {
  sound: { packets: 400, lossPercent: 0, jitterMs: 2, kbps: 32, score: 10, loudestDbov: -28, heardMs: 4000 },
  picture: {
    packets: 900,
    lossPercent: 0,
    jitterMs: 3,
    kbps: 1100,
    score: 10,
    frames: 240,
    keyFrames: 4,
    framesPerSecond: 30,
    width: 1280,
    height: 720,
    bitsPerPixel: 0.3,
  },
};

/** Everything in order. */
export const allFine = (but: Partial<Record<CheckItem, ItemAnswer>> = {}) => ({
  sound: { toneHeard: true },
  picture: { seen: true },
  items: checkItems.map((key) => ({ key, answer: but[key] ?? ('ok' as const) })),
});

export const findings = (
  of: Pick<SubmitCheck, 'occurrenceId' | 'siteId' | 'attempt' | 'lineTestId' | 'mediaTestId'>,
  but: Partial<Record<CheckItem, ItemAnswer>> = {},
): SubmitCheck => ({ ...of, ...allFine(but) });
