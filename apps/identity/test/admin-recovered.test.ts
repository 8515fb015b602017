import { anonymous } from '@diemcau/contracts/core/caller';
import { SessionFacts } from '@diemcau/contracts/identity/sessions';
import { UserChangesClient } from '@diemcau/contracts/identity/users';
import { eventually } from '@diemcau/testing/service';
import { generateSync } from 'otplib';
import { DataSource } from 'typeorm';
import { makeFirstAdmin } from '../src/first-admin/first-admin.js';
import { recoverAdmin } from '../src/first-admin/recovering.js';
import { RightsService } from '../src/grants/rights.service.js';
import { password, secretsKey, service } from './identity.js';
import {
  bed,
  factors,
  make,
  province,
  signIn,
  someone,
  standSecondFactors,
  steps,
} from './second-factors-bed.js';
import { challengeOf, tokensOf } from './sign-in-bed.js';

standSecondFactors();

const chosen = 'ba con vịt qua cầu';
const recover = (userName: string, lostFactors = false) =>
  recoverAdmin(bed.part(DataSource), secretsKey, { userName, lostFactors });

/** The only admin of a province of their own, or one of this province. */
async function admin(unitId = province) {
  const who = await someone(unitId);
  await make.grant(who.userId, 'departmentAdmin', unitId);
  return who;
}

/** With an app; its codes of before now are used. */
async function adminWithApp() {
  const who = await admin();
  const { secret } = await factors.beginTotp({}, who.caller);
  const code = generateSync({ secret, epoch: Math.floor(Date.now() / 1000) - 30 });
  await factors.confirmTotp({ code }, who.caller);
  return { ...who, codeOfNow: () => generateSync({ secret }) };
}

describe('a department admin who is locked out', () => {
  test('gets a first secret that leads to a new password, and to nothing with the old one, though the only one (I5)', async () => {
    const { userId, userName } = await admin(await make.unit('Sở một người'));
    const { secret } = await recover(userName);
    await expect(signIn(userName, password)).rejects.toThrow('sessions.wrong');
    const token = challengeOf(await signIn(userName, secret), 'newPassword');
    await steps.chooseFirstPassword({ token, password: chosen }, anonymous);
    // Whoever administers needs a second factor, unless the province decides otherwise.
    challengeOf(await signIn(userName, chosen), 'enrolSecondFactor');
    await expect(signIn(userName, secret)).rejects.toThrow('sessions.wrong');
    const { rights } = await bed.part(RightsService).of(userId);
    expect(rights.grants).toEqual([expect.objectContaining({ role: 'departmentAdmin', subtree: true })]);
  });

  test('is out everywhere at once, and the audit log says who let them in again (I6, I7)', async () => {
    const { userId, userName } = await admin();
    const ended = bed.listen(SessionFacts.ended);
    await recover(userName);
    await eventually(
      () => ended.map((fact) => fact.userId),
      (users) => users.includes(userId),
    );
    const noted = await bed.sql(
      `SELECT actor_kind AS "actorKind", actor_id AS "actorId" FROM identity.audit_entries
       WHERE object_id = $1 AND action = 'users.recover'`,
      [userId],
    );
    expect(noted).toEqual([{ actorKind: 'service', actorId: 'installation operator' }]);
  });

  test('still proves the second factor, unless that is lost as well', async () => {
    const { userName, codeOfNow } = await adminWithApp();
    const { secret } = await recover(userName);
    const token = challengeOf(await signIn(userName, secret), 'totp');
    const step = await steps.answerTotp({ token, code: codeOfNow() }, anonymous);
    challengeOf(step, 'newPassword');

    const { secret: another } = await recover(userName, true);
    const first = challengeOf(await signIn(userName, another), 'newPassword');
    tokensOf(await steps.chooseFirstPassword({ token: first, password: chosen }, anonymous));
  });

  test('asked again before it was used, gets a new secret; the one before is worth nothing', async () => {
    const { userName } = await admin();
    const [first, second] = [await recover(userName), await recover(userName.toUpperCase())];
    await expect(signIn(userName, first.secret)).rejects.toThrow('sessions.wrong');
    challengeOf(await signIn(userName, second.secret), 'newPassword');
  });

  test('does not wait for what others tried in vain', async () => {
    const { userName } = await admin();
    for (let tries = 0; tries < 12; tries++) await signIn(userName, 'sai').catch(() => undefined);
    await expect(signIn(userName, password)).rejects.toThrow('sessions.slowDown');
    const { secret } = await recover(userName);
    challengeOf(await signIn(userName, secret), 'newPassword');
  });
});

describe('nobody else is let in that way', () => {
  test.each(['teacher', 'unitOperator'] as const)('not a %s: their operator does that', async (role) => {
    const who = await someone();
    await make.grant(who.userId, role, province);
    await expect(recover(who.userName)).rejects.toThrow('no department admin');
    await expect(recover('khong-co-ai')).rejects.toThrow('no department admin');
  });

  test('nor an admin whom another has locked', async () => {
    const who = await admin();
    await admin();
    await bed.client(UserChangesClient).lock({ userId: who.userId, reason: 'nghỉ' }, service);
    await expect(recover(who.userName)).rejects.toThrow('the account is locked');
  });

  test('and an admin is still not made invited in any other way where no other is left (I5)', async () => {
    const unitId = await make.unit('Sở một người nữa');
    const { userId } = await admin(unitId);
    await expect(bed.client(UserChangesClient).issueSecrets({ userIds: [userId] }, service)).rejects.toThrow(
      'users.lastAdmin',
    );
    const { userId: made } = await makeFirstAdmin(bed.part(DataSource), secretsKey, {
      provinceName: 'Sở mới',
      provinceCode: 'so-moi',
      userName: 'quan-tri-so-moi',
      displayName: 'Quản trị sở',
    });
    expect(made).not.toBe(userId);
  });
});
