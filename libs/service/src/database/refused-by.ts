import { Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import { QueryFailedError } from 'typeorm';

/** What the database refuses by this constraint is an expected failure. */
export async function refusedBy<T>(
  constraint: string,
  kind: FailureKind,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const refused =
      error instanceof QueryFailedError &&
      (error.driverError as { constraint?: string }).constraint === constraint;
    throw refused ? new Failure(kind) : error;
  }
}
