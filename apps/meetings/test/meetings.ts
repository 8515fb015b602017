import type { UserCaller } from '@diemcau/contracts/core/caller';
import { folded } from '@diemcau/contracts/core/folded';
import { builtInRoles, type Role } from '@diemcau/contracts/identity/roles';
import type { NamePolicy, SupportContact } from '@diemcau/contracts/meetings/rooms';
import { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { MeetingsModule } from '../src/meetings.module.js';
import { invitedUnit } from '../src/rooms/invited-units.service.js';

export const ticketSecret = 'a secret for tests only, 32 characters and more';

export const support: SupportContact = { division: 'Phòng CNTT (mẫu)', phone: '0237 000 0001', email: null };

/** The meetings service with identity beside it, both on servers of their own. @param jobs as of `TestBed.serve` */
export async function startMeetings(
  env: Record<string, string> = {},
  { jobs = false }: { jobs?: boolean } = {},
): Promise<{ bed: TestBed; make: Maker }> {
  const bed = await TestBed.start();
  Object.assign(process.env, { TICKET_SECRET: ticketSecret, ...env });
  await bed.beside('identity', { ACCESS_TOKEN_SECRET: ticketSecret, SECRETS_KEY: ticketSecret });
  await bed.serve(MeetingsModule, { name: 'meetings', jobs });
  return { bed, make: new Maker(bed) };
}

export interface MadeRoom {
  readonly id: string;
  readonly slug: string;
}

export class Maker {
  constructor(private readonly bed: TestBed) {}

  async unit(name: string, parentId: string | null = null): Promise<string> {
    const id = randomUUID();
    await this.bed.sql(
      `INSERT INTO identity.units (id, parent_id, type, code, name, search, state, valid_from)
       VALUES ($1, $2, $3, gen_random_uuid()::text, $4, $5, 'active', '2020-01-01')`,
      [id, parentId, parentId ? 'school' : 'department', name, folded(name)],
    );
    return id;
  }

  async user(displayName: string, unitId: string): Promise<string> {
    const id = randomUUID();
    await this.bed.sql(
      `INSERT INTO identity.users (id, user_name, password_hash, display_name, search, sort_name, unit_id, state)
       VALUES ($1, gen_random_uuid()::text, 'x', $2, $3, $3, $4, 'active')`,
      [id, displayName, folded(displayName), unitId],
    );
    return id;
  }

  /** Owned by the last unit of the path. */
  async room(
    ownerPath: readonly string[],
    of: { invited?: Record<string, string>; namePolicy?: Partial<NamePolicy> } = {},
  ): Promise<MadeRoom> {
    const id = randomUUID();
    const slug = `phong-${id.slice(0, 8)}`;
    const policy: NamePolicy = {
      mode: 'pickOrType',
      minWords: 3,
      pattern: null,
      exampleName: 'Trường THPT Như Xuân',
      ...of.namePolicy,
    };
    await this.bed.sql(
      `INSERT INTO meetings.rooms VALUES ($1, $2, $3, $4, 'Sở mẫu', $5, $6, false, 10, $7, 1)`,
      [
        id,
        slug,
        `Phòng họp ${slug}`,
        ownerPath.at(-1),
        ownerPath,
        JSON.stringify(policy),
        JSON.stringify([support]),
      ],
    );
    for (const [unitId, name] of Object.entries(of.invited ?? {})) {
      const { search, nameKey } = invitedUnit(id, unitId, name);
      await this.bed.sql('INSERT INTO meetings.invited_units VALUES ($1, $2, $3, $4, $5)', [
        id,
        unitId,
        name,
        search,
        nameKey,
      ]);
    }
    return { id, slug };
  }
}

/** Somebody with one role on one unit and everything below. */
export const holding = (role: Role, unitId: string, userId: string = randomUUID()): UserCaller => ({
  kind: 'user',
  userId,
  sessionId: randomUUID(),
  rightsVersion: 1,
  grants: [{ role, unitId, subtree: true }],
  roles: { [role]: builtInRoles[role].permissions },
});
