import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { availableParallelism } from 'node:os';
import { MediaConfig } from '../config.js';
import { gaugeOf } from '../gauges.js';
import { SfuWorker } from './sfu-worker.js';

/** A dead worker's port may take a moment to be free again. */
const retryMs = 100;

/** The node's workers, one a core; a dead one is replaced on its port at once. */
@Injectable()
export class WorkersService implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger(WorkersService.name);
  private workers: SfuWorker[] = [];
  private stopping = false;

  constructor(private readonly config: MediaConfig) {}

  async onModuleInit(): Promise<void> {
    const count = this.config.workers || availableParallelism();
    const ports = Array.from({ length: count }, (_, index) => this.config.port + index);
    await Promise.all(ports.map((port) => this.start(port)));
    gaugeOf('media_consumers', 'Streams this node sends to viewers, paused ones included', () =>
      this.workers.reduce((sum, worker) => sum + worker.consumers, 0),
    );
  }

  onApplicationShutdown(): void {
    this.stopping = true;
    for (const { worker } of this.workers) worker.close();
  }

  /** The one with the fewest consumers; waits while all are being replaced. */
  async leastLoaded(except: readonly SfuWorker[] = []): Promise<SfuWorker> {
    for (;;) {
      const choice = this.workers
        .filter((worker) => worker.alive && !except.includes(worker))
        .toSorted((a, b) => a.consumers - b.consumers)[0];
      if (choice) return choice;
      await new Promise((resolve) => setTimeout(resolve, retryMs));
    }
  }

  /** Is there a worker outside the given ones with room for more? */
  hasSpare(except: readonly SfuWorker[]): boolean {
    return this.workers.some((worker) => worker.alive && !except.includes(worker) && !this.isFull(worker));
  }

  isFull(worker: SfuWorker): boolean {
    return worker.consumers >= this.config.workerConsumers;
  }

  private async start(port: number): Promise<void> {
    const started = await SfuWorker.start(this.config, port);
    this.workers.push(started);
    started.worker.on('died', (error) => {
      this.log.error({ port, pid: started.worker.pid, err: error }, 'a mediasoup worker died');
      this.workers = this.workers.filter((worker) => worker !== started);
      void this.replace(port);
    });
  }

  private async replace(port: number): Promise<void> {
    while (!this.stopping) {
      try {
        await this.start(port);
        this.log.log({ port }, 'a new mediasoup worker is up');
        return;
      } catch (error) {
        this.log.warn({ port, err: error }, 'the new worker did not start, trying again');
        await new Promise((resolve) => setTimeout(resolve, retryMs));
      }
    }
  }
}
