import type { UserKind, UserState } from '@diemcau/contracts/identity/user-views';
import type { EntityManager } from 'typeorm';

/** Somebody whose row is held by the transaction. */
export interface HeldUser {
  readonly id: string;
  readonly userName: string;
  readonly displayName: string;
  readonly unitId: string;
  readonly provinceId: string;
  readonly kind: UserKind;
  readonly state: UserState;
  readonly code: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  /** `YYYY-MM-DD` */
  readonly birthDate: string | null;
  readonly version: number;
  readonly path: readonly string[];
}

/** In the order of their ids, so that two who hold the same people never wait for each other both. */
export const holdUsers = (manager: EntityManager, userIds: readonly string[]): Promise<HeldUser[]> =>
  manager.query<HeldUser[]>(
    `SELECT u.id, u.user_name AS "userName", u.display_name AS "displayName", u.unit_id AS "unitId",
            u.province_id AS "provinceId", u.kind, u.state, u.code, u.email, u.phone,
            u.birth_date::text AS "birthDate", u.version, unit.path
     FROM users u JOIN units unit ON unit.id = u.unit_id
     WHERE u.id = ANY ($1) AND u.erased_at IS NULL ORDER BY u.id FOR NO KEY UPDATE OF u`,
    [userIds],
  );
