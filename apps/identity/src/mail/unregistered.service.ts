import type { Unregistered } from '@diemcau/contracts/identity/addressees';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

const mostOfUnit = 20;

/** Who runs a site today by the roster alone (HB-10.3): no account, but an address. */
export const unregistered = `(
  SELECT id, unit_id, name, email FROM roster_entries
  WHERE user_id IS NULL AND email IS NOT NULL
    AND daterange(since, until, '[]') @> (now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date) e`;

/** People who are written to and answer by the links in their mails. */
@Injectable()
export class UnregisteredService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async of(unitIds: readonly string[]): Promise<Unregistered[]> {
    return this.database.query(
      `SELECT id AS "entryId", unit_id AS "unitId", name FROM (
         SELECT e.*, row_number() OVER (PARTITION BY unit_id ORDER BY name, id) AS place
         FROM ${unregistered} WHERE unit_id = ANY ($1)) numbered
       WHERE place <= $2 ORDER BY unit_id, place LIMIT 2000`,
      [unitIds, mostOfUnit],
    );
  }

  async byIds(entryIds: readonly string[]): Promise<Unregistered[]> {
    return this.database.query(
      `SELECT id AS "entryId", unit_id AS "unitId", name FROM ${unregistered} WHERE id = ANY ($1)`,
      [entryIds],
    );
  }
}
