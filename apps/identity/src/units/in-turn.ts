import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { holdUnits } from './history.js';

/** PostgreSQL: two transactions waited for each other, and this one was chosen to give way. */
const deadlock = '40P01';
const tries = 4;

/**
 * A transaction that holds the units. Whoever adds many people at once locks many units in an order of their own: an event
 * that has to give way to that begins again.
 */
export async function inTurn<T>(
  database: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  for (let left = tries; ; left--) {
    try {
      return await database.transaction(async (manager) => {
        await holdUnits(manager);
        return work(manager);
      });
    } catch (error) {
      if (left === 1 || !isDeadlock(error)) throw error;
    }
  }
}

const isDeadlock = (error: unknown): boolean =>
  error instanceof QueryFailedError && (error.driverError as { code?: string }).code === deadlock;
