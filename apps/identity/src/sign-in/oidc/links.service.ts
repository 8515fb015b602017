import { anonymous, type Caller, type UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { oidcErrors, type OidcLink } from '@diemcau/contracts/identity/oidc';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { NotingService } from '../steps/noting.service.js';
import type { OutsidePerson } from './outside.service.js';
import type { ProviderRow } from './provider.js';

interface LinkRow extends Omit<OidcLink, 'linkedAt' | 'lastUsedAt'> {
  readonly linkedAt: Date;
  readonly lastUsedAt: Date | null;
}

/** Which outside account is whose. Nobody is created by one. */
@Injectable()
export class LinksService {
  constructor(
    @InjectDataSource() private readonly database: DataSource,
    private readonly noting: NotingService,
  ) {}

  /** @returns the user's id. @throws Failure `oidc.unknownPerson` */
  async personOf(provider: ProviderRow, outside: OutsidePerson): Promise<string> {
    const [rows] = await this.database.query<[{ userId: string }[], number]>(
      `UPDATE oidc_links SET last_used_at = now() WHERE provider_id = $1 AND subject = $2
       RETURNING user_id AS "userId"`,
      [provider.id, outside.subject],
    );
    const [linked] = rows;
    if (linked) return linked.userId;
    const userId = await this.byEmail(provider, outside);
    if (userId === null || !(await this.insert(provider, outside, userId, anonymous))) {
      throw new Failure(oidcErrors.unknownPerson);
    }
    return userId;
  }

  /** @throws Failure `oidc.linkedElsewhere` */
  async link(provider: ProviderRow, outside: OutsidePerson, userId: string, caller: Caller): Promise<void> {
    if (await this.insert(provider, outside, userId, caller)) return;
    const own = await this.database.query<unknown[]>(
      'SELECT 1 FROM oidc_links WHERE provider_id = $1 AND subject = $2 AND user_id = $3',
      [provider.id, outside.subject, userId],
    );
    if (own.length === 0) throw new Failure(oidcErrors.linkedElsewhere);
  }

  async of(userId: string): Promise<OidcLink[]> {
    const rows = await this.database.query<LinkRow[]>(
      `SELECT l.id, l.provider_id AS "providerId", p.name_vi AS "nameVi", p.name_en AS "nameEn",
              l.linked_at AS "linkedAt", l.last_used_at AS "lastUsedAt"
       FROM oidc_links l JOIN oidc_providers p ON p.id = l.provider_id
       WHERE user_id = $1 ORDER BY l.linked_at LIMIT 50`,
      [userId],
    );
    return rows.map(({ linkedAt, lastUsedAt, ...rest }) => ({
      ...rest,
      linkedAt: linkedAt.toISOString(),
      lastUsedAt: lastUsedAt?.toISOString() ?? null,
    }));
  }

  /** @throws Failure `oidc.notFound` */
  async unlink(linkId: string, caller: UserCaller): Promise<void> {
    await this.database.transaction(async (manager) => {
      const [rows] = await manager.query<[{ providerId: string }[], number]>(
        'DELETE FROM oidc_links WHERE id = $1 AND user_id = $2 RETURNING provider_id AS "providerId"',
        [linkId, caller.userId],
      );
      const [gone] = rows;
      if (!gone) throw new Failure(oidcErrors.notFound, { linkId });
      await this.noting.about(manager, caller, caller.userId, { action: 'oidc.unlink', after: gone });
    });
  }

  /** Exactly one active account of the province with the address that the provider vouches for. */
  private async byEmail(
    { linking, provinceId }: ProviderRow,
    { verifiedEmail }: OutsidePerson,
  ): Promise<string | null> {
    if (linking !== 'verifiedEmail' || verifiedEmail === null) return null;
    const [one, another] = await this.database.query<{ id: string }[]>(
      `SELECT id FROM users WHERE province_id = $1 AND lower(email) = lower($2) AND state = 'active' LIMIT 2`,
      [provinceId, verifiedEmail],
    );
    return one && !another ? one.id : null;
  }

  private async insert(
    { id: providerId }: ProviderRow,
    { subject }: OutsidePerson,
    userId: string,
    caller: Caller,
  ): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      const made = await manager.query<unknown[]>(
        `INSERT INTO oidc_links (id, provider_id, user_id, subject, last_used_at) VALUES ($1, $2, $3, $4, now())
         ON CONFLICT DO NOTHING RETURNING id`,
        [randomUUID(), providerId, userId, subject],
      );
      if (made.length === 0) return false;
      await this.noting.about(manager, caller, userId, { action: 'oidc.link', after: { providerId } });
      return true;
    });
  }
}
