import type { Provider, Type } from '@nestjs/common';
import type { MigrationInterface } from 'typeorm';

/** One folder of a service: what it answers, what it is made of, what it keeps. */
export interface Feature {
  readonly controllers: readonly Type[];
  readonly providers: readonly Provider[];
  readonly entities: readonly Type[];
  /** Run in the order of the numbers in their names, whatever their feature. */
  readonly migrations: readonly (new () => MigrationInterface)[];
}
