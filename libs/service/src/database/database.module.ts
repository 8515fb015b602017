import { type DynamicModule, Logger, Module, type Type } from '@nestjs/common';
import { TypeOrmModule, type TypeOrmModuleOptions } from '@nestjs/typeorm';
import { DataSource, type DataSourceOptions, type MigrationInterface } from 'typeorm';
import { loadConfig } from '../config/config.js';
import { DatabaseConfig } from '../config/service.config.js';
import { FactConsumers } from '../facts/fact.consumers.js';
import { Facts } from '../facts/facts.js';
import { OutboxRelay } from '../facts/outbox.relay.js';
import { Jobs } from '../jobs/jobs.js';
import { ServiceIdentity } from '../service-identity.js';
import { Facts1700000000000 } from './facts.migration.js';
import { migrate } from './migrate.js';

export interface DatabaseOptions {
  /** The service's own schema; unqualified names in SQL mean this one. */
  readonly schema: string;
  readonly entities: readonly Type[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/** How a service reaches its schema; also for one-shot programs that need no Nest. */
export function dataSourceOptions({ schema, entities, migrations }: DatabaseOptions): DataSourceOptions {
  const config = loadConfig(DatabaseConfig);
  const log = new Logger('Database');
  return {
    type: 'postgres',
    url: config.databaseUrl,
    schema,
    entities: [...entities],
    migrations: [Facts1700000000000, ...migrations],
    migrationsTableName: 'migrations',
    synchronize: false,
    poolErrorHandler: (error: unknown) => log.warn(`a database connection was lost: ${String(error)}`),
    extra: {
      max: config.pool,
      connectionTimeoutMillis: 2000,
      // A new connection costs both sides some 10 ms (SCRAM, a forked backend): not after every quiet moment.
      idleTimeoutMillis: 600_000,
      keepAlive: true,
      application_name: schema,
      options: `-c search_path="${schema}" -c statement_timeout=15000 -c idle_in_transaction_session_timeout=15000`,
    },
  };
}

/** Connects and migrates. */
export async function openDatabase(options: DatabaseOptions): Promise<DataSource> {
  const database = await new DataSource(dataSourceOptions(options)).initialize();
  await migrate(database, options.schema);
  return database;
}

/** The service's schema through TypeORM, migrated at boot, with its outbox, its inbox and its jobs. */
@Module({})
export class DatabaseModule {
  static of(options: DatabaseOptions): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () =>
            ({
              ...dataSourceOptions(options),
              retryAttempts: 60,
              retryDelay: 500,
            }) satisfies TypeOrmModuleOptions,
          dataSourceFactory: () => openDatabase(options),
        }),
        TypeOrmModule.forFeature([...options.entities]),
      ],
      providers: [
        { provide: ServiceIdentity, useValue: new ServiceIdentity(options.schema) },
        Facts,
        OutboxRelay,
        FactConsumers,
        Jobs,
      ],
      exports: [TypeOrmModule, ServiceIdentity, Facts, FactConsumers, Jobs],
    };
  }
}
