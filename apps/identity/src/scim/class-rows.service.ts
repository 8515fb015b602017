import { Failure } from '@diemcau/contracts/core/failure';
import { folded } from '@diemcau/contracts/core/folded';
import { scimErrors, scimLimits, type ScimQuery, scimSchemas } from '@diemcau/contracts/identity/scim';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { ClassRow } from './class.js';
import { type Columns, conditionOf } from './filter-sql.js';
import { pageAsked } from './paging.js';
import type { Realm } from './realm.js';

const isMember = 'EXISTS (SELECT FROM class_members m WHERE m.class_id = c.id AND m.user_id = ?)';
const columns: Columns = {
  id: { sql: 'c.id', as: 'id' },
  externalid: { sql: 'l.external_id', as: 'exact' },
  displayname: { sql: 'c.name', as: 'text' },
  members: { sql: isMember, as: 'member' },
  'members.value': { sql: isMember, as: 'member' },
  [`${scimSchemas.class}:unitcode`.toLowerCase()]: { sql: 'unit.code', as: 'exact' },
  [`${scimSchemas.class}:schoolyear`.toLowerCase()]: { sql: 'c.school_year', as: 'exact' },
};

/** `$1` realm, `$2` with what lies below. */
const inRealm = `FROM classes c JOIN units unit ON unit.id = c.unit_id
  LEFT JOIN scim_links l ON l.realm_id = $1 AND l.type = 'Groups' AND l.resource_id = c.id
  WHERE (c.unit_id = $1 OR $2 AND unit.path @> ARRAY[$1::uuid])`;

const selected = (
  members: string,
): string => `SELECT c.id, c.name, c.unit_id AS "unitId", unit.code AS "unitCode",
  c.school_year AS "schoolYear", l.external_id AS "externalId", c.version, ${members} AS members`;
const theMembers = `(
  SELECT coalesce(json_agg(json_build_object('value', u.id, 'display', u.display_name) ORDER BY u.id), '[]')
  FROM class_members m JOIN users u ON u.id = m.user_id WHERE m.class_id = c.id)`;
const noMembers = `'[]'::json`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** The classes of a realm, as a directory looks for them. */
@Injectable()
export class ClassRowsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @param members whether they are wanted too. @throws Failure `scim.invalidFilter` */
  async list(
    realm: Realm,
    query: ScimQuery,
    members: boolean,
  ): Promise<{ rows: ClassRow[]; total: number; from: number }> {
    const { from, count } = pageAsked(query, scimLimits.count);
    const condition = conditionOf(query.filter, columns, 3);
    const values = [realm.unitId, realm.subtree, ...condition.values];
    const matching = `${inRealm} AND ${condition.sql}`;
    const [[counted], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<ClassRow[]>(
        `${selected(members ? theMembers : noMembers)} ${matching} ORDER BY c.unit_id, c.school_year, c.id LIMIT ${count} OFFSET ${from - 1}`,
        values,
      ),
    ]);
    return { rows, total: counted.total, from };
  }

  /** @throws Failure `scim.notFound` */
  async find(realm: Realm, id: string): Promise<ClassRow> {
    const rows = uuid.test(id)
      ? await this.database.query<ClassRow[]>(`${selected(theMembers)} ${inRealm} AND c.id = $3`, [
          realm.unitId,
          realm.subtree,
          id,
        ])
      : [];
    if (!rows[0]) throw new Failure(scimErrors.notFound, { id });
    return rows[0];
  }

  /** @returns whether the unit has a class of that name in that year already, whatever case and accents */
  async exists(unitId: string, schoolYear: string, name: string): Promise<boolean> {
    const rows = await this.database.query<unknown[]>(
      'SELECT FROM classes WHERE unit_id = $1 AND school_year = $2 AND search = $3',
      [unitId, schoolYear, folded(name)],
    );
    return rows.length > 0;
  }
}
