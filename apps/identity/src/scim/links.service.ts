import type { ScimType } from '@diemcau/contracts/identity/scim';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { Realm } from './realm.js';

/** What directories call their resources, and which of them they have deleted. */
@Injectable()
export class LinksService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  /** The resource is there (again) for the directory, under its name for it. */
  async keep(realm: Realm, type: ScimType, resourceId: string, externalId: string | null): Promise<void> {
    await this.database.query(
      `INSERT INTO scim_links (realm_id, type, resource_id, external_id) VALUES ($1, $2, $3, $4)
       ON CONFLICT (realm_id, type, resource_id) DO UPDATE SET external_id = excluded.external_id, deleted_at = NULL`,
      [realm.unitId, type, resourceId, externalId],
    );
  }

  /** The resource is no longer there for the directory. */
  async remove(realm: Realm, type: ScimType, resourceId: string): Promise<void> {
    await this.database.query(
      `INSERT INTO scim_links (realm_id, type, resource_id, deleted_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (realm_id, type, resource_id) DO UPDATE SET deleted_at = now()`,
      [realm.unitId, type, resourceId],
    );
  }

  /** Somebody of that user name, in any case, whom the directory deleted; null when there is none. */
  async deletedNamed(realm: Realm, userName: string): Promise<string | null> {
    const [row] = await this.database.query<{ id: string }[]>(
      `SELECT u.id FROM users u JOIN scim_links l ON l.resource_id = u.id
       WHERE l.realm_id = $1 AND l.type = 'Users' AND l.deleted_at IS NOT NULL
         AND lower(u.user_name COLLATE pg_c_utf8) = lower($2 COLLATE pg_c_utf8)`,
      [realm.unitId, userName],
    );
    return row?.id ?? null;
  }

  /** @returns its id; null when the realm has no unit of that code */
  async unitOfCode(realm: Realm, code: string): Promise<string | null> {
    const [unit] = await this.database.query<{ id: string }[]>(
      `SELECT id FROM units WHERE code = $1 AND (id = $2 OR $3 AND path @> ARRAY[$2::uuid])`,
      [code, realm.unitId, realm.subtree],
    );
    return unit?.id ?? null;
  }
}
