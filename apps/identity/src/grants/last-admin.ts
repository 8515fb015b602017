import { Failure } from '@diemcau/contracts/core/failure';
import { grantErrors } from '@diemcau/contracts/identity/grants';
import { QueryFailedError } from 'typeorm';

/** Set by the trigger that keeps an admin (I5). */
const constraint = 'last_department_admin';

/** Does work that may take a province's last admin away. @throws Failure `grants.lastAdmin` when the database refuses (I5) */
export async function lastAdminKept<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (
      error instanceof QueryFailedError &&
      (error.driverError as { constraint?: string }).constraint === constraint
    ) {
      throw new Failure(grantErrors.lastAdmin);
    }
    throw error;
  }
}
