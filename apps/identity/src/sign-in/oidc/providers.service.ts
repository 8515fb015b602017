import { type Caller, grantsOf, mayOnAllOf } from '@diemcau/contracts/core/caller';
import { commonFailures, Failure } from '@diemcau/contracts/core/failure';
import {
  type AddOidcProvider,
  type ChangeOidcProvider,
  oidcErrors,
  type OidcProvider,
} from '@diemcau/contracts/identity/oidc';
import { SecretBox } from '@diemcau/service/secrets/secret-box';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditService } from '../../audit/audit.service.js';
import { IdentityConfig } from '../../config.js';
import { isIssuer, providerColumns, type ProviderRow, purposeOfSecret, redirectUriOf } from './provider.js';

/** Outside providers as the province's operators keep them. */
@Injectable()
export class OidcProvidersService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly audit: AuditService,
    private readonly box: SecretBox,
    private readonly config: IdentityConfig,
  ) {}

  async list(caller: Caller): Promise<OidcProvider[]> {
    const provinces = grantsOf(caller, 'settings.read').map(({ unitId }) => unitId);
    const rows = await this.database.query<ProviderRow[]>(
      `SELECT ${providerColumns} FROM oidc_providers WHERE province_id = ANY ($1) ORDER BY name_vi, id LIMIT 50`,
      [provinces],
    );
    return rows.map((row) => this.toDto(row));
  }

  /** @throws Failure `oidc.issuer`, `oidc.twice`, `common.notAllowed` */
  async add(input: AddOidcProvider, caller: Caller): Promise<OidcProvider> {
    const provinceId = this.provinceOf(caller, input.provinceId);
    if (!isIssuer(input.issuer)) throw new Failure(oidcErrors.issuer);
    const id = randomUUID();
    return this.database.transaction(async (manager) => {
      const [row] = await manager.query<ProviderRow[]>(
        `INSERT INTO oidc_providers (id, province_id, issuer, client_id, sealed_secret, name_vi, name_en, linking, enabled)
         SELECT $1, id, $3, $4, $5, $6, $7, $8, $9 FROM units WHERE id = $2 AND parent_id IS NULL
         ON CONFLICT (province_id, issuer, client_id) DO NOTHING RETURNING ${providerColumns}`,
        [
          id,
          provinceId,
          input.issuer,
          input.clientId,
          this.box.seal(purposeOfSecret(id), input.clientSecret),
          input.nameVi,
          input.nameEn,
          input.linking,
          input.enabled,
        ],
      );
      if (!row) throw new Failure(oidcErrors.twice);
      await this.note(manager, caller, 'oidc.addProvider', row);
      return this.toDto(row);
    });
  }

  /** @throws Failure `oidc.notFound`, `oidc.changed` */
  async change(input: ChangeOidcProvider, caller: Caller): Promise<OidcProvider> {
    return this.database.transaction(async (manager) => {
      const before = await this.hold(manager, input.providerId, caller);
      if (before.version !== input.version)
        throw new Failure(oidcErrors.changed, { version: before.version });
      const { clientSecret } = input;
      const [[row]] = await manager.query<[[ProviderRow], number]>(
        `UPDATE oidc_providers SET client_id = coalesce($2, client_id), sealed_secret = coalesce($3, sealed_secret),
           name_vi = coalesce($4, name_vi), name_en = coalesce($5, name_en), linking = coalesce($6, linking),
           enabled = coalesce($7, enabled), version = version + 1
         WHERE id = $1 RETURNING ${providerColumns}`,
        [
          before.id,
          input.clientId ?? null,
          clientSecret === undefined ? null : this.box.seal(purposeOfSecret(before.id), clientSecret),
          input.nameVi ?? null,
          input.nameEn ?? null,
          input.linking ?? null,
          input.enabled ?? null,
        ],
      );
      await this.note(manager, caller, 'oidc.changeProvider', row, before);
      return this.toDto(row);
    });
  }

  /** @throws Failure `oidc.notFound` */
  async remove(providerId: string, caller: Caller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const row = await this.hold(manager, providerId, caller);
      await manager.query('DELETE FROM oidc_providers WHERE id = $1', [row.id]);
      await this.note(manager, caller, 'oidc.removeProvider', row);
    });
  }

  private async hold(manager: EntityManager, providerId: string, caller: Caller): Promise<ProviderRow> {
    const [row] = await manager.query<ProviderRow[]>(
      `SELECT ${providerColumns} FROM oidc_providers WHERE id = $1 FOR UPDATE`,
      [providerId],
    );
    if (!row || !mayOnAllOf(caller, 'settings.write', [row.provinceId])) {
      throw new Failure(oidcErrors.notFound, { providerId });
    }
    return row;
  }

  private provinceOf(caller: Caller, wanted?: string): string {
    const province =
      wanted ?? grantsOf(caller, 'settings.write').find(({ subtree }) => subtree)?.unitId ?? null;
    if (province === null || !mayOnAllOf(caller, 'settings.write', [province])) {
      throw new Failure(commonFailures.notAllowed);
    }
    return province;
  }

  private async note(
    manager: EntityManager,
    caller: Caller,
    action: string,
    row: ProviderRow,
    before?: ProviderRow,
  ): Promise<void> {
    const object = { kind: 'oidcProvider', id: row.id };
    await this.audit.record(manager, caller, {
      action,
      unitId: row.provinceId,
      object,
      ...(before && { before: shown(before) }),
      after: shown(row),
    });
  }

  private toDto(row: ProviderRow): OidcProvider {
    const { sealedSecret: _secret, ...rest } = row;
    return { ...rest, redirectUri: redirectUriOf(this.config) };
  }
}

const shown = ({ issuer, clientId, linking, enabled }: ProviderRow): object => ({
  issuer,
  clientId,
  linking,
  enabled,
});
