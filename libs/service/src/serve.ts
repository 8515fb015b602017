import 'reflect-metadata';
import type { INestMicroservice, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { flushCompileCache } from 'node:module';
import { DataSource } from 'typeorm';
import { BusServer } from './bus/bus.server.js';
import { Nats } from './bus/nats.js';
import { RawErrorsFilter } from './bus/raw-errors.filter.js';
import { ConfigError } from './config/config.js';
import { FactConsumers } from './facts/fact.consumers.js';
import { HealthResponder } from './health/health.responder.js';
import { HealthServer } from './health/health.server.js';
import { Jobs } from './jobs/jobs.js';
import { createLogger, NestLogger } from './log/logger.js';

export interface ServiceOptions {
  /** `meetings`: the queue its replicas share, and its name in logs. */
  readonly name: string;
  /** For a stateful service: the name by which operations are addressed to this very process. */
  readonly node?: string;
  /** False: nothing happens by itself, neither by time nor by hint ({@link Jobs}). */
  readonly jobs?: boolean;
}

export interface RunningService {
  readonly app: INestMicroservice;
  /** Takes nothing new, finishes what is begun, closes connections. */
  stop(): Promise<void>;
}

/** Starts a service in this process: database migrated, subjects subscribed, health port open. */
export async function startService(
  module: Type,
  { name, node, jobs = true }: ServiceOptions,
): Promise<RunningService> {
  const strategy = new BusServer();
  const app = await NestFactory.createMicroservice(module, {
    strategy,
    logger: new NestLogger(createLogger(name)),
    abortOnError: false,
  });
  app.useGlobalFilters(new RawErrorsFilter());
  if (!jobs) app.get(Jobs).rest();
  const nats = app.get(Nats);
  const database = app.get(DataSource);
  strategy.use({ nats, queue: name, facts: app.get(FactConsumers), ...(node !== undefined && { node }) });
  await app.listen().catch(async (error: unknown) => {
    // Whoever goes on without this service shall not keep its connections.
    await app.close();
    throw error;
  });
  const health = await HealthServer.start({
    database: () => database.query('SELECT 1'),
    nats: () => (nats.connected ? nats.connection.flush() : Promise.reject(new Error('not connected'))),
  });
  const responder = new HealthResponder({ service: name, nats, database });
  return {
    app,
    stop: async () => {
      health.drain();
      responder.drain();
      await app.close();
      responder.stop();
      health.stop();
    },
  };
}

/** {@link startService} as a program: a fault at boot is one readable message and exit code 1; SIGTERM and SIGINT drain. */
export async function serve(module: Type, options: ServiceOptions): Promise<void> {
  const log = createLogger(options.name);
  try {
    const service = await startService(module, options);
    const leave = (signal: NodeJS.Signals) => {
      log.info({ signal }, 'stopping');
      void service.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          log.error({ err: error }, 'stopping failed');
          process.exit(1);
        },
      );
    };
    process.once('SIGTERM', leave).once('SIGINT', leave);
    log.info('ready');
    // Node writes it at an orderly end alone; what is killed shall come back fast too.
    flushCompileCache();
  } catch (error) {
    if (error instanceof ConfigError) log.fatal(error.message);
    else log.fatal({ err: error }, 'could not start');
    process.exit(1);
  }
}
