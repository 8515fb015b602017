import { inRequest } from '@diemcau/service/log/request-context';
import { SpreadsheetFault } from '@diemcau/spreadsheets/read/fault';
import {
  type BeforeApplicationShutdown,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { DryRunService } from './dry-run.service.js';
import { brokenDown, fileFault } from './file-faults.js';
import { Lease, LeaseLost } from './lease.js';
import { WritingService } from './writing.service.js';

/** Looks for work that another replica left, in ms. */
const lookEveryMs = 2000;
const retryAfterS = 3;
/** Without getting any further. */
const attempts = 5;

/** The process stops; somebody else goes on. */
class Stopping extends Error {}

/** Does the work of imports in the background, one at a time in each replica, each by one replica at a time. */
@Injectable()
export class ImportsRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly log = new Logger(ImportsRunner.name);
  private timer: NodeJS.Timeout | undefined;
  private working: Promise<void> | undefined;
  private poked = false;
  private stopping = false;

  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly dryRun: DryRunService,
    private readonly writing: WritingService,
  ) {}

  onApplicationBootstrap(): void {
    this.poke();
  }

  /** There is work: look now. */
  poke(): void {
    this.poked = true;
    clearTimeout(this.timer);
    if (this.stopping || this.working) return;
    this.working = this.workOff().finally(() => {
      this.working = undefined;
      if (this.poked) this.poke();
      else if (!this.stopping) this.timer = setTimeout(() => this.poke(), lookEveryMs);
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping = true;
    this.poked = false;
    clearTimeout(this.timer);
    await this.working;
  }

  private async workOff(): Promise<void> {
    this.poked = false;
    try {
      while (!this.stopping) {
        const lease = await Lease.take(this.database);
        if (!lease) return;
        await inRequest(lease.record.asked, () => this.work(lease));
      }
    } catch (error) {
      this.log.warn({ err: error }, 'looking for imports failed, trying again');
    }
  }

  private async work(lease: Lease): Promise<void> {
    const { id, state, attempts: tried } = lease.record;
    const goOn = (): void => {
      if (this.stopping) throw new Stopping();
    };
    try {
      if (state === 'reading') await this.dryRun.run(lease, goOn);
      else await this.writing.run(lease, goOn);
      this.log.log({ importId: id, state }, 'import: step done');
    } catch (error) {
      if (error instanceof LeaseLost) return;
      if (error instanceof Stopping) return lease.giveBack(this.database, 0);
      if (error instanceof SpreadsheetFault) return this.fail(lease, fileFault(error));
      this.log.error({ importId: id, err: error }, 'import: step failed');
      if (tried >= attempts) await this.fail(lease, brokenDown);
      else await lease.giveBack(this.database, retryAfterS);
    }
  }

  private async fail(lease: Lease, fault: object): Promise<void> {
    await this.database.transaction(async (manager) => {
      await lease.advance(manager, {
        state: 'failed',
        fault: JSON.stringify(fault),
        finished_at: new Date(),
      });
      await manager.query('DELETE FROM import_files WHERE import_id = $1', [lease.record.id]);
    });
  }
}
