import type { UserKind, UserLine, UserState, UserView } from '@diemcau/contracts/identity/user-views';
import { type UserFilter } from '@diemcau/contracts/identity/users';
import { wordPatterns } from '@diemcau/service/database/paging';
import type { Reach } from './standing.service.js';

export interface UserRow {
  readonly id: string;
  readonly displayName: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly userName: string;
  readonly code: string | null;
  readonly kind: UserKind;
  readonly state: UserState;
  readonly className: string | null;
  readonly version: number;
  readonly email: string | null;
  readonly phone: string | null;
  readonly birthDate: string | null;
  readonly sortName: string;
}

/** @param year placeholder of the present school year */
export const userColumns = (year: string): string => `
  u.id, u.display_name AS "displayName", u.unit_id AS "unitId", unit.name AS "unitName", u.user_name AS "userName",
  u.code, u.kind, u.state, u.version, u.email, u.phone, u.birth_date::text AS "birthDate", u.sort_name AS "sortName",
  (SELECT c.name FROM class_members m JOIN classes c ON c.id = m.class_id
   WHERE m.user_id = u.id AND c.school_year = ${year} ORDER BY c.unit_id = u.unit_id DESC, c.sort_name LIMIT 1)
   AS "className"`;

export const userTables = 'users u JOIN units unit ON unit.id = u.unit_id';

/** `FROM … WHERE …` of those in reach who fit the filter, and its values, `$1` to `$9`. */
export function matchingUsers([everything, units, trees]: Reach, filter: UserFilter): [string, unknown[]] {
  const { unitId = null, kind = null, state = null, role = null, classId = null } = filter;
  const text = `FROM ${userTables}
    WHERE u.erased_at IS NULL AND ($1 OR u.unit_id = ANY ($2) OR unit.path && $3)
      AND ($4::uuid IS NULL OR unit.path @> ARRAY[$4::uuid])
      AND ($5::text IS NULL OR u.kind = $5) AND ($6::text IS NULL OR u.state = $6)
      AND ($7::text IS NULL OR EXISTS (SELECT FROM role_grants g
        WHERE g.user_id = u.id AND g.role = $7 AND g.revoked_at IS NULL AND g.valid_from <= now()
          AND (g.valid_to IS NULL OR g.valid_to > now())))
      AND ($8::uuid IS NULL OR EXISTS (SELECT FROM class_members m WHERE m.user_id = u.id AND m.class_id = $8))
      AND u.search LIKE ALL ($9)`;
  return [text, [everything, units, trees, unitId, kind, state, role, classId, wordPatterns(filter.q)]];
}

export const toView = ({
  sortName: _sortName,
  email: _email,
  phone: _phone,
  birthDate: _birthDate,
  ...view
}: UserRow): UserView => view;

export const toLine = ({ sortName: _sortName, ...line }: UserRow): UserLine => line;
