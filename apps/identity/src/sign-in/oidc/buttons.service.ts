import type { OidcButton } from '@diemcau/contracts/identity/oidc';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';

/** What the sign-in page offers to everybody: names of buttons, nothing about the provider. */
@Injectable()
export class ButtonsService {
  constructor(@InjectDataSource() private readonly database: DataSource) {}

  async all(): Promise<OidcButton[]> {
    return this.database.query<OidcButton[]>(
      `SELECT p.id, p.name_vi AS "nameVi", p.name_en AS "nameEn", unit.name AS "provinceName"
       FROM oidc_providers p JOIN units unit ON unit.id = p.province_id
       WHERE p.enabled AND unit.state = 'active' ORDER BY unit.search, p.name_vi, p.id LIMIT 50`,
    );
  }
}
