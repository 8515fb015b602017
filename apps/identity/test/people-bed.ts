import type { UserCaller } from '@diemcau/contracts/core/caller';
import { Failure } from '@diemcau/contracts/core/failure';
import type { Role } from '@diemcau/contracts/identity/roles';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { type Maker, startIdentity, userCaller } from './identity.js';

/** The code of the failure, or `done`. */
export const codeOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'done',
    (error: unknown) => (error instanceof Failure ? error.kind.code : String(error)),
  );

/** Two provinces: the one under test with a district and two schools, and one that must see nothing of it. */
export interface PeopleBed {
  readonly bed: TestBed;
  readonly make: Maker;
  readonly province: string;
  readonly district: string;
  readonly school: string;
  readonly sibling: string;
  readonly elsewhere: string;
  /** Somebody with an account and the role on the unit and below. */
  readonly as: (role: Role, unitId: string) => Promise<UserCaller>;
  readonly audited: (action: string, objectId: string) => Promise<{ before: unknown; after: unknown }[]>;
}

export async function startPeople(): Promise<PeopleBed> {
  const { bed, make } = await startIdentity();
  const province = await make.unit('Sở Giáo dục và Đào tạo mẫu', { code: 'so' });
  const district = await make.unit('Phòng GD&ĐT mẫu', { parentId: province, type: 'districtOffice' });
  const of = { parentId: district, type: 'school' } as const;
  const school = await make.unit('Trường THPT Mẫu 1', { ...of, code: 'THPT-NX1' });
  const sibling = await make.unit('Trường THPT Mẫu 2', { ...of, code: 'THPT-NX2' });
  const elsewhere = await make.unit('Sở tỉnh khác', { code: 'so' });
  const as = async (role: Role, unitId: string): Promise<UserCaller> => {
    const userId = await make.user(`${role}-${randomUUID()}`, { unitId });
    return userCaller(userId, randomUUID(), [await make.grant(userId, role, unitId)]);
  };
  const audited = (action: string, objectId: string) =>
    bed.sql<{ before: unknown; after: unknown }>(
      'SELECT before, after FROM identity.audit_entries WHERE action = $1 AND object_id = $2 ORDER BY sequence',
      [action, objectId],
    );
  return { bed, make, province, district, school, sibling, elsewhere, as, audited };
}
