import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import { privacyErrors, type PrivacyRequestKind } from '@diemcau/contracts/identity/privacy';
import { dataKindKeys } from '@diemcau/contracts/identity/privacy-kinds';
import { isDatabaseGone } from '@diemcau/service/database/gone';
import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, QueryFailedError } from 'typeorm';
import { SettingsService } from '../settings/settings.service.js';
import { ArchiveService } from './archive.service.js';
import { EraserService } from './eraser.service.js';

const sweepEveryMs = 2000;
/** A replica that died leaves its work to another after this long, in s; raised with every step. */
const claimS = 60;

interface Claimed {
  readonly id: string;
  readonly kind: PrivacyRequestKind;
  readonly userId: string;
  readonly requestedBy: string;
  readonly decidedBy: string | null;
  readonly provinceId: string;
}

/** Executes requests when their time has come, each on one replica. */
@Injectable()
export class RunnerService implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger(RunnerService.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly archives: ArchiveService,
    private readonly eraser: EraserService,
    private readonly settings: SettingsService,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearTimeout(this.timer);
    await this.running;
  }

  private schedule(): void {
    if (this.stopped) return;
    this.timer = setTimeout(() => {
      this.running = this.sweep().finally(() => this.schedule());
    }, sweepEveryMs);
  }

  private async sweep(): Promise<void> {
    try {
      for (let work = await this.claim(); work && !this.stopped; work = await this.claim())
        await this.execute(work);
    } catch (error) {
      if (!isDatabaseGone(error)) this.log.error(error);
    }
  }

  private async claim(): Promise<Claimed | undefined> {
    const [rows] = await this.database.query<[Claimed[], number]>(
      `UPDATE privacy_requests request
       SET state = 'running', claimed_until = now() + make_interval(secs => ${claimS}), total = $1, progress = 0
       FROM users person
       WHERE person.id = request.user_id AND request.id = (
         SELECT id FROM privacy_requests
         WHERE (state = 'waiting' AND execute_at <= now()) OR (state = 'running' AND claimed_until < now())
         ORDER BY execute_at LIMIT 1 FOR UPDATE SKIP LOCKED)
       RETURNING request.id, request.kind, request.user_id AS "userId", request.requested_by AS "requestedBy",
                 request.decided_by AS "decidedBy", person.province_id AS "provinceId"`,
      [dataKindKeys.length],
    );
    return rows[0];
  }

  private async execute(work: Claimed): Promise<void> {
    try {
      await (work.kind === 'archive' ? this.archive(work) : this.erase(work));
    } catch (error) {
      if (isDatabaseGone(error)) throw error;
      if (error instanceof Failure && error.is(commonFailures.unavailable)) return this.later(work);
      const code = codeOf(error);
      if (code === commonFailures.internal.code) {
        this.log.error({ request: work.id, err: error }, 'a request about personal data failed');
      }
      await this.fail(work, code);
    }
  }

  private async archive({ id, userId, provinceId }: Claimed): Promise<void> {
    await this.archives.make(id, userId, async (progress) => {
      await this.database.query(
        `UPDATE privacy_requests SET progress = $2, claimed_until = now() + make_interval(secs => ${claimS})
         WHERE id = $1`,
        [id, progress],
      );
    });
    const { retentionDays } = await this.settings.of(provinceId);
    await this.database.query(
      `UPDATE privacy_requests
       SET state = 'done', ended_at = now(), archive_until = now() + make_interval(days => $2) WHERE id = $1`,
      [id, retentionDays.personalArchives],
    );
  }

  private async erase({ id, userId, requestedBy, decidedBy }: Claimed): Promise<void> {
    await this.database.transaction(async (manager) => {
      await this.eraser.erase(manager, { requestId: id, userId, requestedBy, approvedBy: decidedBy });
      await manager.query(
        `UPDATE privacy_requests SET state = 'done', ended_at = now(), progress = total WHERE id = $1`,
        [id],
      );
      // Nobody shall fetch what has just been forgotten.
      await manager.query(
        'DELETE FROM privacy_archives WHERE request_id IN (SELECT id FROM privacy_requests WHERE user_id = $1)',
        [userId],
      );
    });
  }

  /** A service is away for a moment. */
  private async later({ id }: Claimed): Promise<void> {
    await this.database.query(
      `UPDATE privacy_requests SET state = 'waiting', execute_at = now() + interval '15 seconds' WHERE id = $1`,
      [id],
    );
  }

  private async fail({ id }: Claimed, code: string): Promise<void> {
    await this.database.query(
      `UPDATE privacy_requests SET state = 'failed', ended_at = now(), outcome = $2 WHERE id = $1`,
      [id, code],
    );
  }
}

function codeOf(error: unknown): string {
  if (error instanceof Failure) return error.kind.code;
  const { constraint } =
    error instanceof QueryFailedError ? (error.driverError as { constraint?: string }) : {};
  return constraint === 'last_department_admin' ? privacyErrors.lastAdmin.code : commonFailures.internal.code;
}
