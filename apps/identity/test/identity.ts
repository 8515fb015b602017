import type { Grant, ServiceCaller, UserCaller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import { builtInRoles, type Role, roles } from '@diemcau/contracts/identity/roles';
import type { UnitState, UnitType } from '@diemcau/contracts/identity/units';
import { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { IdentityModule } from '../src/identity.module.js';
import { PasswordsService } from '../src/users/passwords.service.js';

export const accessTokenSecret = 'a secret for tests only, 32 characters and more';
export const secretsKey = 'another secret for tests only, 32 characters and more';
export const password = 'Mật khẩu thử 1';

export const service: ServiceCaller = { kind: 'service', name: 'test' };

export const userCaller = (userId: string, sessionId: string, grants: readonly Grant[] = []): UserCaller => ({
  kind: 'user',
  userId,
  sessionId,
  rightsVersion: 1,
  grants,
  roles: Object.fromEntries(roles.map((role) => [role, builtInRoles[role].permissions])),
});

/** The identity service on servers of its own, with short ways to fill its tables. */
export async function startIdentity(): Promise<{ bed: TestBed; make: Maker }> {
  const bed = await TestBed.start({
    setUp: async (bed) => {
      Object.assign(process.env, { ACCESS_TOKEN_SECRET: accessTokenSecret, SECRETS_KEY: secretsKey });
      await bed.serve(IdentityModule, { name: 'identity' });
    },
  });
  return { bed, make: new Maker(bed, await bed.part(PasswordsService).hash(password)) };
}

export class Maker {
  constructor(
    private readonly bed: TestBed,
    private readonly passwordHash: string,
  ) {}

  /** @returns its id */
  async unit(
    name: string,
    of: { parentId?: string; type?: UnitType; code?: string; state?: UnitState } = {},
  ): Promise<string> {
    const id = randomUUID();
    await this.bed.sql(
      `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
       VALUES ($1, $2, $3, $4, $5, $6, $7, '2020-01-01')`,
      [
        id,
        of.parentId ?? null,
        of.type ?? 'department',
        of.code ?? id,
        name,
        folded(name),
        of.state ?? 'active',
      ],
    );
    return id;
  }

  async user(userName: string, of: { unitId: string; state?: string }): Promise<string> {
    const id = randomUUID();
    const state = of.state ?? 'active';
    await this.bed.sql(
      `INSERT INTO identity.users (id, user_name, password_hash, display_name, unit_id, state)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [id, userName, state === 'invited' ? null : this.passwordHash, `${userName} (mẫu)`, of.unitId, state],
    );
    return id;
  }

  async grant(
    userId: string,
    role: Role,
    unitId: string,
    of: { from?: string; to?: string } = {},
  ): Promise<Grant> {
    await this.bed.sql(
      `INSERT INTO identity.role_grants (id, user_id, role, unit_id, subtree, valid_from, valid_to)
       VALUES ($1, $2, $3, $4, true, $5, $6)`,
      [randomUUID(), userId, role, unitId, of.from ?? '2020-01-01', of.to ?? null],
    );
    return { role, unitId, subtree: true };
  }
}
