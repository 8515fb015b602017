import { Failure, type FailureKind } from '@diemcau/contracts/core/failure';
import { userErrors } from '@diemcau/contracts/identity/users';
import { QueryFailedError } from 'typeorm';

/** What the database decides, by the name of the constraint. */
const kinds: Readonly<Record<string, FailureKind>> = {
  users_code: userErrors.codeTaken,
  users_user_name: userErrors.userNameTaken,
  last_department_admin: userErrors.lastAdmin,
  closed_unit: userErrors.unitClosed,
};

const constraintOf = (error: unknown): string | undefined =>
  error instanceof QueryFailedError ? (error.driverError as { constraint?: string }).constraint : undefined;

/** Does work that the database may refuse. @throws Failure `users.codeTaken`, `.userNameTaken`, `.lastAdmin`, `.unitClosed` */
export async function unlessRefused<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const kind = kinds[constraintOf(error) ?? ''];
    throw kind ? new Failure(kind) : error;
  }
}
