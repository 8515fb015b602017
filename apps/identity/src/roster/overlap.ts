import { Failure } from '@diemcau/contracts/core/failure';
import { rosterErrors } from '@diemcau/contracts/identity/roster';
import { QueryFailedError } from 'typeorm';

/** Of the database: one person is in a unit's roster once at a time. */
const constraint = 'roster_overlap';

/** @throws Failure `roster.overlap` when the database refuses */
export async function unlessOverlapping<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused =
      error instanceof QueryFailedError &&
      (error.driverError as { constraint?: string }).constraint === constraint;
    throw refused ? new Failure(rosterErrors.overlap) : error;
  }
}
