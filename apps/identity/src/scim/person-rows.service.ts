import { Failure } from '@diemcau/contracts/core/failure';
import { scimErrors, scimLimits, type ScimQuery, scimSchemas } from '@diemcau/contracts/identity/scim';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { type Columns, conditionOf } from './filter-sql.js';
import { pageAsked } from './paging.js';
import type { PersonRow } from './person.js';
import type { Realm } from './realm.js';

const columns: Columns = {
  id: { sql: 'u.id', as: 'id' },
  externalid: { sql: 'l.external_id', as: 'exact' },
  username: { sql: 'u.user_name', as: 'text' },
  displayname: { sql: 'u.display_name', as: 'text' },
  'name.formatted': { sql: 'u.display_name', as: 'text' },
  active: { sql: `(u.state <> 'disabled')`, as: 'flag' },
  usertype: { sql: 'u.kind', as: 'exact' },
  emails: { sql: 'u.email', as: 'text' },
  'emails.value': { sql: 'u.email', as: 'text' },
  phonenumbers: { sql: 'u.phone', as: 'exact' },
  'phonenumbers.value': { sql: 'u.phone', as: 'exact' },
  'meta.created': { sql: 'u.created_at', as: 'instant' },
  [`${scimSchemas.enterprise}:employeenumber`.toLowerCase()]: { sql: 'u.code', as: 'exact' },
  [`${scimSchemas.person}:code`.toLowerCase()]: { sql: 'u.code', as: 'exact' },
  [`${scimSchemas.person}:unitcode`.toLowerCase()]: { sql: 'unit.code', as: 'exact' },
};

/** `$1` realm, `$2` with what lies below: staff and students there, without those that the directory deleted. */
const inRealm = `FROM users u JOIN units unit ON unit.id = u.unit_id
  LEFT JOIN scim_links l ON l.realm_id = $1 AND l.type = 'Users' AND l.resource_id = u.id
  WHERE u.erased_at IS NULL AND u.kind IN ('staff', 'student') AND l.deleted_at IS NULL
    AND (u.unit_id = $1 OR $2 AND unit.path @> ARRAY[$1::uuid])`;

const selected = `SELECT u.id, u.user_name AS "userName", u.display_name AS "displayName", u.kind, u.state, u.code, u.email,
  u.phone, u.unit_id AS "unitId", unit.code AS "unitCode", l.external_id AS "externalId", u.created_at AS "createdAt",
  u.version,
  (SELECT coalesce(json_agg(json_build_object('value', c.id, 'display', c.name)), '[]')
   FROM class_members m JOIN classes c ON c.id = m.class_id WHERE m.user_id = u.id) AS classes`;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The people of a realm, as a directory looks for them. */
@Injectable()
export class PersonRowsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** @throws Failure `scim.invalidFilter` */
  async list(realm: Realm, query: ScimQuery): Promise<{ rows: PersonRow[]; total: number; from: number }> {
    const { from, count } = pageAsked(query, scimLimits.count);
    const condition = conditionOf(query.filter, columns, 3);
    const values = [realm.unitId, realm.subtree, ...condition.values];
    const matching = `${inRealm} AND ${condition.sql}`;
    const [[counted], rows] = await Promise.all([
      this.database.query<[{ total: number }]>(`SELECT count(*)::int AS total ${matching}`, values),
      this.database.query<PersonRow[]>(
        `${selected} ${matching} ORDER BY u.created_at, u.id LIMIT ${count} OFFSET ${from - 1}`,
        values,
      ),
    ]);
    return { rows, total: counted.total, from };
  }

  /** @throws Failure `scim.notFound` */
  async find(realm: Realm, id: string): Promise<PersonRow> {
    const rows = uuid.test(id)
      ? await this.database.query<PersonRow[]>(`${selected} ${inRealm} AND u.id = $3`, [
          realm.unitId,
          realm.subtree,
          id,
        ])
      : [];
    if (!rows[0]) throw new Failure(scimErrors.notFound, { id });
    return rows[0];
  }
}
