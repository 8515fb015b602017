import type {
  Addressee,
  Operator,
  ReadScope,
  StaffMember,
  StaffPage,
  StaffQuery,
  Subscriber,
} from '@diemcau/contracts/identity/addressees';
import type { Permission } from '@diemcau/contracts/identity/permissions';
import { pageOf, positionOf, wordPatterns } from '@diemcau/service/database/paging';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const mostOfUnit = 20;
const mostGrants = 500;
const mostOperated = 200;

/** Who runs the site of a unit today, by the roster. */
const onRoster = `
  SELECT DISTINCT e.unit_id, u.id AS user_id, u.display_name
  FROM roster_entries e JOIN users u ON u.id = e.user_id AND u.state <> 'disabled'
  WHERE daterange(e.since, e.until, '[]') @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
/** Who may do this for a unit, by a role held on the very unit. */
const holding = (permission: Permission): string => `
  SELECT DISTINCT g.unit_id, u.id AS user_id, u.display_name
  FROM role_grants g JOIN roles role ON role.key = g.role AND '${permission}' = ANY (role.permissions)
    JOIN users u ON u.id = g.user_id AND u.state <> 'disabled'
  WHERE g.revoked_at IS NULL AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())`;
/** Who may answer for its sites. */
const inCharge = holding('meetings.answer');

@Injectable()
export class AddresseesService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async operators(unitIds: readonly string[]): Promise<Operator[]> {
    return this.database.query(
      `WITH listed AS (${onRoster} AND e.unit_id = ANY ($1)),
       everybody AS (
         SELECT * FROM listed
         UNION ALL (${inCharge} AND g.unit_id = ANY ($1) AND g.unit_id NOT IN (SELECT unit_id FROM listed))
       ), numbered AS (
         SELECT *, row_number() OVER (PARTITION BY unit_id ORDER BY display_name, user_id) AS place FROM everybody
       )
       SELECT unit_id AS "unitId", user_id AS "userId", display_name AS name FROM numbered
       WHERE place <= $2 ORDER BY unit_id, place LIMIT 2000`,
      [unitIds, mostOfUnit],
    );
  }

  /** By a role held on the very unit. */
  async holders(permission: Permission, unitIds: readonly string[]): Promise<Operator[]> {
    return this.database.query(
      `SELECT unit_id AS "unitId", user_id AS "userId", display_name AS name
       FROM (SELECT *, row_number() OVER (PARTITION BY unit_id ORDER BY display_name, user_id) AS place
             FROM (${holding(permission)} AND g.unit_id = ANY ($1)) everybody) numbered
       WHERE place <= $2 ORDER BY unit_id, place LIMIT 2000`,
      [unitIds, mostOfUnit],
    );
  }

  async people(userIds: readonly string[]): Promise<Addressee[]> {
    return this.database.query(
      `SELECT id AS "userId", unit_id AS "unitId", display_name AS name FROM users
       WHERE id = ANY ($1) AND state <> 'disabled'`,
      [userIds],
    );
  }

  async colleagues(unitId: string, q?: string): Promise<Addressee[]> {
    return this.database.query(
      `SELECT id AS "userId", unit_id AS "unitId", display_name AS name FROM users
       WHERE unit_id = $1 AND kind = 'staff' AND state <> 'disabled' AND search LIKE ALL ($2)
       ORDER BY sort_name, id LIMIT $3`,
      [unitId, wordPatterns(q), mostOfUnit],
    );
  }

  async staff({ unitId, q, limit = 50, cursor }: StaffQuery): Promise<StaffPage> {
    const after = positionOf(cursor);
    const rows = await this.database.query<(StaffMember & { readonly key: string })[]>(
      `SELECT u.id AS "userId", u.unit_id AS "unitId", unit.name AS "unitName", u.display_name AS name, u.sort_name AS key
       FROM users u JOIN units unit ON unit.id = u.unit_id
       WHERE unit.path @> ARRAY[$1::uuid] AND u.kind = 'staff' AND u.state <> 'disabled' AND u.search LIKE ALL ($2)
         AND ($3::text IS NULL OR (u.sort_name, u.id) > ($3, $4::uuid))
       ORDER BY u.sort_name, u.id LIMIT $5`,
      [unitId, wordPatterns(q), after?.key ?? null, after?.id ?? null, limit + 1],
    );
    const { items, nextCursor } = pageOf(rows, limit, ({ key, userId: id }) => ({ key, id }));
    return { items: items.map(({ key: _key, ...one }) => one), nextCursor };
  }

  /** Somebody unknown or without an active account sees nothing. */
  async subscriber(userId: string): Promise<Subscriber> {
    const [user] = await this.database.query<{ active: boolean; name: string }[]>(
      `SELECT state = 'active' AS active, display_name AS name FROM users WHERE id = $1`,
      [userId],
    );
    if (!user?.active) return { active: false, name: user?.name ?? '—', operates: [], reads: [] };
    const [operated, reads] = await Promise.all([
      this.database.query<{ unitId: string }[]>(
        `SELECT unit_id AS "unitId" FROM (${onRoster} AND u.id = $1 UNION ${inCharge} AND u.id = $1) AS own
         ORDER BY 1 LIMIT ${mostOperated}`,
        [userId],
      ),
      this.database.query<ReadScope[]>(
        `SELECT DISTINCT g.unit_id AS "unitId", g.subtree
         FROM role_grants g JOIN roles role ON role.key = g.role AND 'meetings.read' = ANY (role.permissions)
         WHERE g.user_id = $1 AND g.revoked_at IS NULL AND g.valid_from <= now()
           AND (g.valid_to IS NULL OR g.valid_to > now()) LIMIT ${mostGrants}`,
        [userId],
      ),
    ]);
    return { ...user, operates: [...new Set(operated.map(({ unitId }) => unitId))], reads };
  }
}
