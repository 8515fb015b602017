import { anonymous } from '@diemcau/contracts/core/caller';
import { callerOf, type AccessTokenClaims } from '@diemcau/contracts/identity/access-token';
import {
  sessionErrors,
  SessionFacts,
  SessionsClient,
  type SessionTokens,
} from '@diemcau/contracts/identity/sessions';
import { eventually, type TestBed } from '@diemcau/testing/service';
import jwt from 'jsonwebtoken';
import { PurgeJob } from '../src/sessions/purge.job.js';
import { type Maker, password, service, startIdentity, userCaller } from './identity.js';

let bed: TestBed;
let make: Maker;
let sessions: SessionsClient;
let province: string;
let users = 0;

beforeAll(async () => {
  ({ bed, make } = await startIdentity());
  sessions = bed.client(SessionsClient);
  province = await make.unit('Sở mẫu');
});
afterAll(() => bed.stop());

interface SignedInUser extends SessionTokens {
  readonly userName: string;
  readonly sessionId: string;
}

async function signInAs(userName: string): Promise<SignedInUser> {
  const { tokens } = await sessions.signIn({ userName, password }, anonymous);
  if (!tokens) throw new Error('a further step is needed');
  return { ...tokens, userName, sessionId: (jwt.decode(tokens.accessToken) as AccessTokenClaims).sid };
}
async function signInAnew(): Promise<SignedInUser> {
  const userName = `nguoi-dung-${++users}`;
  await make.user(userName, { unitId: province });
  return signInAs(userName);
}
const refresh = ({ refreshToken }: { refreshToken: string }) => sessions.refresh({ refreshToken }, anonymous);
const callerWith = ({ accessToken }: SessionTokens) => callerOf(jwt.decode(accessToken) as AccessTokenClaims);
/** Lets time pass since the last rotation of the session. */
const pass = (seconds: number, { sessionId }: SignedInUser) =>
  bed.sql(
    `UPDATE identity.refresh_tokens SET replaced_at = replaced_at - make_interval(secs => $1) WHERE session_id = $2`,
    [seconds, sessionId],
  );

describe('refreshing', () => {
  test('gives a new refresh token and an access token of the same session', async () => {
    const first = await signInAnew();
    const second = await refresh(first);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(callerWith(second)).toEqual(callerWith(first));
    expect(Date.parse(second.refreshExpiresAt)).toBeGreaterThanOrEqual(Date.parse(first.refreshExpiresAt));
  });

  test('by ten tabs at once gives all of them the same successor', async () => {
    const first = await signInAnew();
    const tabs = await Promise.all(Array.from({ length: 10 }, () => refresh(first)));
    const successors = new Set(tabs.map(({ refreshToken }) => refreshToken));
    expect(successors.size).toBe(1);
    await expect(refresh(tabs[0] as SessionTokens)).resolves.toBeDefined();
  });

  test('with the same token is answered for 20 s', async () => {
    const first = await signInAnew();
    const second = await refresh(first);
    await pass(19, first);
    await expect(refresh(first)).resolves.toMatchObject({ refreshToken: second.refreshToken });
  });

  test('with an old token after that ends the session for thief and owner alike (I6)', async () => {
    const ended = bed.listen(SessionFacts.ended);
    const first = await signInAnew();
    const second = await refresh(first);
    await pass(21, first);
    await expect(refresh(first)).rejects.toThrow(sessionErrors.ended.code);
    await expect(refresh(second)).rejects.toThrow(sessionErrors.ended.code);
    await expect(sessions.me({}, callerWith(second))).rejects.toThrow(sessionErrors.ended.code);
    const fact = { userId: first.user.id, sessionIds: [first.sessionId] };
    const ofBoth = () => ended.filter(({ userId }) => userId === fact.userId);
    await eventually(ofBoth, (heard) => heard.length > 0);
    expect(ofBoth()).toEqual([fact]);
  });

  test('shows grants as they are now', async () => {
    const first = await signInAnew();
    expect(first.user.grants).toEqual([]);
    const grant = await make.grant(first.user.id, 'chair', province);
    const second = await refresh(first);
    expect(callerWith(second).grants).toEqual([grant]);
  });

  test('ends when the account is locked meanwhile', async () => {
    const first = await signInAnew();
    await bed.sql(`UPDATE identity.users SET state = 'locked' WHERE id = $1`, [first.user.id]);
    await expect(refresh(first)).rejects.toThrow(sessionErrors.locked.code);
    await expect(refresh(first)).rejects.toThrow(sessionErrors.ended.code);
  });

  test('is refused with a made-up token and after the session has run out', async () => {
    await expect(refresh({ refreshToken: 'bịa' })).rejects.toThrow(sessionErrors.ended.code);
    const first = await signInAnew();
    await bed.sql(`UPDATE identity.sessions SET expires_at = now() - interval '1 second' WHERE id = $1`, [
      first.sessionId,
    ]);
    await expect(refresh(first)).rejects.toThrow(sessionErrors.ended.code);
  });
});

describe('signing out', () => {
  test('ends this session and no other, with any of its tokens, and is harmless twice', async () => {
    const here = await signInAnew();
    const there = await signInAs(here.userName);
    await refresh(here);
    const { refreshToken } = here;
    await expect(sessions.signOut({ refreshToken }, anonymous)).resolves.toEqual({ ended: 1 });
    await expect(sessions.signOut({ refreshToken }, anonymous)).resolves.toEqual({ ended: 0 });
    await expect(refresh(here)).rejects.toThrow(sessionErrors.ended.code);
    await expect(refresh(there)).resolves.toBeDefined();
  });

  test('everywhere ends every session of the user and of nobody else, and tells the edges (I6)', async () => {
    const facts = bed.listen(SessionFacts.ended);
    const one = await signInAnew();
    const two = await signInAs(one.userName);
    const stranger = await signInAnew();
    await expect(sessions.signOutEverywhere({}, callerWith(one))).resolves.toEqual({ ended: 2 });
    await expect(refresh(one)).rejects.toThrow(sessionErrors.ended.code);
    await expect(refresh(two)).rejects.toThrow(sessionErrors.ended.code);
    await expect(refresh(stranger)).resolves.toBeDefined();

    const [fact] = await eventually(
      () => facts.filter(({ userId }) => userId === one.user.id),
      (heard) => heard.length > 0,
    );
    expect(fact?.sessionIds.toSorted()).toEqual([one.sessionId, two.sessionId].sort());
  });

  test('everywhere and "me" are for those who have signed in', async () => {
    await expect(sessions.signOutEverywhere({}, anonymous)).rejects.toThrow('common.signInNeeded');
    await expect(sessions.me({}, anonymous)).rejects.toThrow('common.signInNeeded');
    const foreign = await signInAnew();
    const mixed = userCaller(foreign.user.id, (await signInAnew()).sessionId);
    await expect(sessions.me({}, mixed)).rejects.toThrow(sessionErrors.ended.code);
  });
});

test('an edge that starts learns which sessions have ended since, and nobody else does (I6)', async () => {
  const since = new Date().toISOString();
  const gone = await signInAnew();
  const stays = await signInAnew();
  await sessions.signOut({ refreshToken: gone.refreshToken }, anonymous);
  const { sessionIds } = await sessions.revokedSince({ since }, service);
  expect(sessionIds).toContain(gone.sessionId);
  expect(sessionIds).not.toContain(stays.sessionId);
  await expect(sessions.revokedSince({ since }, callerWith(stays))).rejects.toThrow('common.notAllowed');
});

test('sessions and their tokens are forgotten a day after they ran out or ended', async () => {
  const [old, ended, fresh] = [await signInAnew(), await signInAnew(), await signInAnew()];
  await bed.sql(`UPDATE identity.sessions SET expires_at = now() - interval '25 h' WHERE id = $1`, [
    old.sessionId,
  ]);
  await bed.sql(`UPDATE identity.sessions SET ended_at = now() - interval '23 h' WHERE id = $1`, [
    ended.sessionId,
  ]);
  await bed.part(PurgeJob).purge();
  const left = await bed.sql<{ session_id: string }>(
    'SELECT session_id FROM identity.refresh_tokens WHERE session_id = ANY ($1)',
    [[old.sessionId, ended.sessionId, fresh.sessionId]],
  );
  expect(left.map((row) => row.session_id).sort()).toEqual([ended.sessionId, fresh.sessionId].sort());
});
