import type { Grant, UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import { GrantsClient, RolesClient } from '@diemcau/contracts/identity/grants';
import type { Role } from '@diemcau/contracts/identity/roles';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { type Maker, startIdentity, userCaller } from './identity.js';

export let bed: TestBed;
export let make: Maker;
export let grants: GrantsClient;
export let roles: RolesClient;
export let province: string;
export let district: string;
export let school: string;
export let sibling: string;
export let foreign: string;
export let people = 0;

/** Two provinces with units in which people hold roles, for the tests of one file. */
export function standGrants(): void {
  beforeAll(async () => {
    ({ bed, make } = await startIdentity());
    [grants, roles] = [bed.client(GrantsClient), bed.client(RolesClient)];
    province = await make.unit('Sở mẫu');
    district = await make.unit('Phòng mẫu', { parentId: province, type: 'districtOffice' });
    school = await make.unit('Trường mẫu', { parentId: district, type: 'school' });
    sibling = await make.unit('Phòng bên cạnh', { parentId: province, type: 'districtOffice' });
    foreign = await make.unit('Sở khác');
  });
  afterAll(() => bed.stop());
}

export const someone = (unitId: string) => make.user(`nguoi-${++people}`, { unitId });

export async function holding(role: Role, unitId: string): Promise<UserCaller> {
  const userId = await someone(unitId);
  const grant: Grant = await make.grant(userId, role, unitId);
  return userCaller(userId, randomUUID(), [grant]);
}

export const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.kind.code : String(error)),
  );
