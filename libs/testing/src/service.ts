import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bus } from '@diemcau/contracts/core/contract';
import type { Audience, Fact, Push } from '@diemcau/contracts/core/messages';
import { type Backbone, startBackbone } from '@diemcau/infra/backbone';
import { compileCacheDir, projectDir } from '@diemcau/infra/folders';
import { freePort } from '@diemcau/infra/ports';
import { answersOk, until } from '@diemcau/infra/until';
import { Nats } from '@diemcau/service/bus/nats';
import { NatsBus } from '@diemcau/service/bus/nats-bus';
import { Pushes } from '@diemcau/service/bus/pushes';
import { type RunningService, type ServiceOptions, startService } from '@diemcau/service/serve';
import type { Type } from '@nestjs/common';
import { Pool, type QueryResultRow } from 'pg';

/** What a service under test stands on: PostgreSQL and NATS of its own, and a client's place on the bus. */
export class TestBed {
  private readonly services: RunningService[] = [];
  private readonly neighbours: string[] = [];
  private readonly bus: Bus;
  private readonly pushes: Pushes;

  private constructor(
    private readonly dataDir: string,
    private readonly backbone: Backbone,
    private readonly nats: Nats,
    private readonly pool: Pool,
  ) {
    // The server may stop before it has heard that we have left.
    pool.on('error', () => undefined);
    this.bus = new NatsBus(nats);
    this.pushes = new Pushes(nats);
  }

  /**
   * Starts empty servers, once per test file; takes some 2 s.
   * @param durable false is faster, and what was committed may be gone after `kill('postgres')`
   * @param setUp starts services; when it fails, the servers are stopped, so that they do not keep the test run from ending
   */
  static async start({
    durable = false,
    setUp,
  }: { durable?: boolean; setUp?: (bed: TestBed) => Promise<void> } = {}): Promise<TestBed> {
    const { dataDir, backbone } = await emptyBackbone(durable);
    const { databaseUrl, natsUrl } = backbone;
    Object.assign(process.env, {
      DATABASE_URL: databaseUrl,
      NATS_URL: natsUrl,
      HEALTH_PORT: '0',
      FILES_DIR: join(dataDir, 'files'),
      LOG_LEVEL: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    });
    const pool = new Pool({ connectionString: databaseUrl, max: 4 });
    const bed = new TestBed(dataDir, backbone, await Nats.connect('test'), pool);
    try {
      await setUp?.(bed);
      return bed;
    } catch (error) {
      await bed.stop();
      throw error;
    }
  }

  /**
   * Starts a service in this process; a second time gives a second replica. Its jobs rest unless asked for: a test that goes
   * by a clock of its own does their work itself, see {@link part}.
   */
  async serve(module: Type, options: ServiceOptions): Promise<RunningService> {
    const service = await startService(module, { jobs: false, ...options });
    this.services.push(service);
    return service;
  }

  /** Runs a built service as a process of its own, for those that the service under test asks. */
  async beside(service: string, env: Record<string, string>): Promise<void> {
    const port = await freePort();
    this.neighbours.push(service);
    this.backbone.supervisor.start({
      name: service,
      command: process.execPath,
      args: [join(projectDir, 'apps', service, 'dist', 'main.js')],
      env: { NODE_COMPILE_CACHE: compileCacheDir, ...env, HEALTH_PORT: String(port) },
    });
    const ready = () => answersOk(`http://127.0.0.1:${port}/readyz`);
    // Each failure costs the test's process as much as its neighbour's start can spare.
    if (!(await until(ready, { withinMs: 30_000, everyMs: 150 }))) throw new Error(`${service} is not ready`);
  }

  /** A part of the service started last, for what has no message of its own: a job. */
  part<T>(type: Type<T>): T {
    const service = this.services.at(-1);
    if (!service) throw new Error('no service was started');
    return service.app.get(type);
  }

  /** The typed client of a contract, speaking over NATS as other services do. */
  client<C>(of: new (bus: Bus) => C): C {
    return new of(this.bus);
  }

  /** Straight to the database: to let time pass, or to see what is stored. Names are `schema.table`. */
  async sql<Row extends QueryResultRow>(text: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(text, values)).rows;
  }

  /** Collects the bodies of a fact from now on. */
  listen<B extends object>(fact: Fact<B>): B[] {
    const heard: B[] = [];
    this.pushes.overhear(fact, (body) => heard.push(body));
    return heard;
  }

  /** Collects the bodies of a live push to an audience from now on. */
  hear<B extends object>(audience: Audience, push: Push<B>): B[] {
    const heard: B[] = [];
    this.pushes.listen(audience, ({ name, body }) => {
      if (name === push.name) heard.push(body as B);
    });
    return heard;
  }

  /** Tells a fact in the name of a service that does not run here. */
  async tell<B extends object>(fact: Fact<B>, body: B): Promise<void> {
    this.nats.connection.publish(fact.subject, JSON.stringify(body));
    await this.nats.connection.flush();
  }

  /** As a crash: SIGKILL. It is started again by itself, with its data. */
  async kill(name: 'postgres' | 'nats'): Promise<void> {
    await this.backbone.supervisor.kill(name, 'SIGKILL');
  }

  whenReady(name: 'postgres' | 'nats'): Promise<void> {
    return this.backbone.whenReady(name);
  }

  /** Stops services and servers; nothing is left. */
  async stop(): Promise<void> {
    for (const service of this.services) await service.stop();
    await this.backbone.supervisor.stop(this.neighbours);
    await this.nats.close();
    await this.pool.end();
    await this.backbone.stop();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}

/** Many test files start servers at once: a port that was free a moment ago may be taken, so it is tried three times. */
async function emptyBackbone(
  durable: boolean,
  attempt = 1,
): Promise<{ dataDir: string; backbone: Backbone }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'diemcau-test-'));
  try {
    return { dataDir, backbone: await startBackbone({ dataDir, durable }) };
  } catch (error) {
    rmSync(dataDir, { recursive: true, force: true });
    if (attempt === 3) throw error;
    return emptyBackbone(durable, attempt + 1);
  }
}

/**
 * Waits until it holds, with patience for a busy machine: a limit that is promised is measured.
 * @throws after `withinMs` with the last value
 */
export async function eventually<T>(
  look: () => T | Promise<T>,
  holds: (value: T) => boolean,
  withinMs = 15_000,
): Promise<T> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const value = await look();
    if (holds(value)) return value;
    if (Date.now() > deadline) throw new Error(`Not within ${withinMs} ms: ${JSON.stringify(value)}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
