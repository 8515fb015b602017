import { ClientOf, contract, takes } from '@diemcau/contracts/core/contract';
import type { Caller } from '@diemcau/contracts/core/caller';
import type { Handlers } from '@diemcau/contracts/core/contract';
import { Failure, failures } from '@diemcau/contracts/core/failure';
import { Int, Text } from '@diemcau/contracts/core/fields';
import { facts } from '@diemcau/contracts/core/messages';
import { BusModule } from '@diemcau/service/bus/bus.module';
import { Handles, OnFact } from '@diemcau/service/bus/handles';
import { DatabaseModule } from '@diemcau/service/database/database.module';
import { Facts } from '@diemcau/service/facts/facts';
import { currentRequest } from '@diemcau/service/log/request-context';
import { Controller, Module } from '@nestjs/common';
import { DataSource, type EntityManager, type MigrationInterface, type QueryRunner } from 'typeorm';

/** The smallest service there can be: counters that others hear of. Only tests know it. */
export class Count {
  @Text({ max: 20 }) name: string;
  @Int({ min: 1, max: 10 }) by: number;
}
export class Counted {
  @Text({ max: 20 }) name: string;
  @Int({ min: 0, max: 1_000_000 }) total: number;
}
export class Echo {
  @Text({ max: 100 }) callerKind: string;
  @Text({ max: 100 }) requestId: string;
}
export class Wait {
  @Int({ min: 0, max: 5000 }) ms: number;
}

export const Toys = contract('toys.counters', {
  count: takes(Count).gives(Counted),
  countAndFail: takes(Count).gives(Counted),
  breakDown: takes(Count).gives(Counted),
  who: takes(Wait).gives(Echo),
  nobodyHandlesThis: takes(Wait).gives(Echo),
});
export class ToysClient extends ClientOf(Toys) {}
export const ToyFacts = facts('toys.counters', { counted: Counted });
export const toyErrors = failures('toys', { tooMuch: { status: 409, vi: 'Quá nhiều', en: 'Too much' } });

@Controller()
class ToysHandlers implements Omit<Handlers<typeof Toys>, 'nobodyHandlesThis'> {
  /** Facts fail this often before they are taken. */
  static failures = 0;

  constructor(
    private readonly database: DataSource,
    private readonly facts: Facts,
  ) {}

  @Handles(Toys.count) async count(input: Count): Promise<Counted> {
    return this.database.transaction((manager) => this.add(manager, input));
  }

  @Handles(Toys.countAndFail) async countAndFail(input: Count): Promise<Counted> {
    return this.database.transaction(async (manager) => {
      await this.add(manager, input);
      throw new Failure(toyErrors.tooMuch, { name: input.name });
    });
  }

  @Handles(Toys.breakDown) async breakDown(): Promise<Counted> {
    throw new Error('SELECT secret FROM somewhere');
  }

  @Handles(Toys.who) async who({ ms }: Wait, caller: Caller): Promise<Echo> {
    await new Promise((resolve) => setTimeout(resolve, ms));
    return { callerKind: caller.kind, requestId: currentRequest()?.requestId ?? 'none' };
  }

  @OnFact(ToyFacts.counted) async counted({ name }: Counted, manager: EntityManager): Promise<void> {
    await manager.query('INSERT INTO heard (name) VALUES ($1)', [name]);
    if (ToysHandlers.failures > 0) {
      ToysHandlers.failures -= 1;
      throw new Error('not this time');
    }
  }

  private async add(manager: EntityManager, { name, by }: Count): Promise<Counted> {
    const [counted] = (await manager.query(
      `INSERT INTO counter (name, total) VALUES ($1, $2)
       ON CONFLICT (name) DO UPDATE SET total = counter.total + $2 RETURNING name, total`,
      [name, by],
    )) as [Counted];
    await this.facts.record(manager, ToyFacts.counted, counted);
    return counted;
  }
}
/** Another part of the same service that wants to know as well. */
@Controller()
class CountNotes {
  @OnFact(ToyFacts.counted) async noted({ name }: Counted, manager: EntityManager): Promise<void> {
    await manager.query('INSERT INTO noted (name) VALUES ($1)', [name]);
  }
}

/** A second answer to what {@link ToysHandlers} answers. */
@Controller()
class SecondAnswer {
  @Handles(Toys.breakDown) async breakDown(): Promise<Counted> {
    return { name: 'second', total: 0 };
  }
}

export const failTheNextFacts = (times: number): void => {
  ToysHandlers.failures = times;
};

class Toys1700000001000 implements MigrationInterface {
  readonly name = 'Toys1700000001000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE counter (name text PRIMARY KEY, total integer NOT NULL)');
    await runner.query('CREATE TABLE heard (name text NOT NULL)');
    await runner.query('CREATE TABLE noted (name text NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE counter, heard, noted');
  }
}

@Module({
  imports: [
    BusModule.of('toys'),
    DatabaseModule.of({ schema: 'toys', entities: [], migrations: [Toys1700000001000] }),
  ],
  controllers: [ToysHandlers, CountNotes],
})
export class ToysModule {}

@Module({ imports: [ToysModule], controllers: [SecondAnswer] })
export class ToysAnsweredTwice {}
