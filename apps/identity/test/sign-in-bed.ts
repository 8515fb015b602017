import type { UserCaller } from '@diemcau/contracts/core/caller';
import { anonymous } from '@diemcau/contracts/core/caller';
import { type AccessTokenClaims, callerOf } from '@diemcau/contracts/identity/access-token';
import { type SignInStep, SessionsClient, type SessionTokens } from '@diemcau/contracts/identity/sessions';
import type { ChangeSettings } from '@diemcau/contracts/identity/settings';
import { inRequest } from '@diemcau/service/log/request-context';
import type { TestBed } from '@diemcau/testing/service';
import jwt from 'jsonwebtoken';
import { SettingsService } from '../src/settings/settings.service.js';
import { password } from './identity.js';

/** What the province has decided from now on. */
export async function settle(bed: TestBed, provinceId: string, settings: Omit<ChangeSettings, 'version'>) {
  await bed.sql(
    `INSERT INTO identity.province_settings (province_id, stored) VALUES ($1, $2)
     ON CONFLICT (province_id) DO UPDATE SET stored = excluded.stored`,
    [provinceId, JSON.stringify(settings)],
  );
  bed.part(SettingsService).forget(provinceId);
}

/** The caller that the access token names. */
export const callerWith = ({ accessToken }: SessionTokens): UserCaller =>
  callerOf(jwt.decode(accessToken) as AccessTokenClaims);

/** @throws Error when a further step is needed */
export function tokensOf({ tokens, challenge }: SignInStep): SessionTokens {
  if (!tokens) throw new Error(`a further step is needed: ${challenge?.kind}`);
  return tokens;
}

/** The token of the challenge. @throws Error when there is none of this kind */
export function challengeOf({ challenge }: SignInStep, kind: string): string {
  if (challenge?.kind !== kind) throw new Error(`no ${kind} but ${challenge?.kind ?? 'a session'}`);
  return challenge.token;
}

/** As if asked from this address and program. */
export const from = <T>(address: string, work: () => Promise<T>, agent?: string): Promise<T> =>
  inRequest({ requestId: 'test-request', address, ...(agent && { agent }) }, work);

export const signInTo = (bed: TestBed) => {
  const sessions = bed.client(SessionsClient);
  return (userName: string, typed = password): Promise<SignInStep> =>
    sessions.signIn({ userName, password: typed }, anonymous);
};

/** What the audit log says about somebody's sign-in, oldest first. */
export const notedOf = async (bed: TestBed, userId: string): Promise<string[]> => {
  const rows = await bed.sql<{ action: string }>(
    `SELECT action FROM identity.audit_entries WHERE object_id = $1 ORDER BY sequence`,
    [userId],
  );
  return rows.map(({ action }) => action);
};
