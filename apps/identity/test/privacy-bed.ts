import type { UserCaller } from '@diemcau/contracts/core/caller';
import { PrivacyClient, type PrivacyRequest } from '@diemcau/contracts/identity/privacy';
import { eventually } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { userCaller } from './identity.js';
import type { PeopleBed } from './people-bed.js';

export interface MadePerson {
  readonly userId: string;
  readonly userName: string;
  readonly caller: UserCaller;
}

/** A teacher of the school with phone, e-mail and birth date. */
export async function madePerson(
  { bed, make, school }: PeopleBed,
  displayName = 'Nguyễn Văn Mẫu',
): Promise<MadePerson> {
  const userName = `mau-${randomUUID().slice(0, 8)}`;
  const userId = await make.user(userName, { unitId: school });
  await bed.sql(
    `UPDATE identity.users SET display_name = $2, phone = '0912 000 111', email = 'mau@truong.example',
       birth_date = '1990-01-02', search = 'mau' WHERE id = $1`,
    [userId, displayName],
  );
  const grant = await make.grant(userId, 'teacher', school);
  return { userId, userName, caller: userCaller(userId, randomUUID(), [grant]) };
}

/** The request once it has come to an end. */
export const whenEnded = (
  { bed }: PeopleBed,
  requestId: string,
  caller: UserCaller,
): Promise<PrivacyRequest> =>
  eventually(
    () => bed.client(PrivacyClient).find({ requestId }, caller),
    ({ state }) => state !== 'waiting' && state !== 'running',
    20_000,
  );
