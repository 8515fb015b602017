import type { Addressee, Operator, ReadScope, Subscriber } from '@diemcau/contracts/identity/addressees';
import { wordPatterns } from '@diemcau/service/database/paging';
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
/** Who may answer for it, by a role held on the very unit. */
const inCharge = `
  SELECT DISTINCT g.unit_id, u.id AS user_id, u.display_name
  FROM role_grants g JOIN roles role ON role.key = g.role AND 'meetings.answer' = ANY (role.permissions)
    JOIN users u ON u.id = g.user_id AND u.state <> 'disabled'
  WHERE g.revoked_at IS NULL AND g.valid_from <= now() AND (g.valid_to IS NULL OR g.valid_to > now())`;

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
