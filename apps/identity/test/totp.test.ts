import { anonymous } from '@diemcau/contracts/core/caller';
import { generateSync } from 'otplib';
import { password, userCaller } from './identity.js';
import {
  bed,
  factors,
  make,
  province,
  signIn,
  type Someone,
  someone,
  standSecondFactors,
  steps,
} from './second-factors-bed.js';
import { callerWith, challengeOf, notedOf, tokensOf } from './sign-in-bed.js';

let operators = 0;

standSecondFactors();

/** The code of now, or of some steps of 30 s later. */
const codeOf = (secret: string, later = 0) =>
  generateSync({ secret, epoch: Math.floor(Date.now() / 1000) + later * 30 });

/** With an app; its codes of before now are used. */
async function withApp() {
  const who = await someone();
  const { secret } = await factors.beginTotp({}, who.caller);
  const { id, recoveryCodes } = await factors.confirmTotp({ code: codeOf(secret, -1) }, who.caller);
  return { ...who, secret, id, recoveryCodes: recoveryCodes ?? [] };
}
const ask = async (userName: string) => challengeOf(await signIn(userName), 'totp');

describe('an authenticator app', () => {
  test('is added by typing a code of it, and gives ten recovery codes once', async () => {
    const { caller, userId } = await someone();
    const { secret, uri } = await factors.beginTotp({}, caller);
    expect(uri).toContain(`secret=${secret}`);
    await expect(factors.confirmTotp({ code: '000000' }, caller)).rejects.toThrow('signIn.codeWrong');
    const { recoveryCodes } = await factors.confirmTotp({ code: codeOf(secret) }, caller);
    expect(new Set(recoveryCodes).size).toBe(10);
    const { items, recoveryCodesLeft } = await factors.list({}, caller);
    expect(items).toEqual([expect.objectContaining({ kind: 'totp', name: null })]);
    expect(recoveryCodesLeft).toBe(10);
    await expect(factors.beginTotp({}, caller)).rejects.toThrow('secondFactors.already');
    expect(await notedOf(bed, userId)).toContain('secondFactors.add');
  });

  test('that was shown and not confirmed asks nobody for anything', async () => {
    const { caller, userName } = await someone();
    await factors.beginTotp({}, caller);
    tokensOf(await signIn(userName));
  });

  test('is asked for after the password, and its code opens the session', async () => {
    const { userName, secret, userId } = await withApp();
    const step = await signIn(userName);
    expect(step).toMatchObject({ tokens: null, challenge: { kind: 'totp', ways: ['totp', 'recoveryCode'] } });
    const { user } = tokensOf(
      await steps.answerTotp({ token: challengeOf(step, 'totp'), code: codeOf(secret) }, anonymous),
    );
    expect(user.id).toBe(userId);
  });

  test('a code is good once, also for the one who reads over the shoulder', async () => {
    const { userName, secret } = await withApp();
    const [mine, theirs] = [await ask(userName), await ask(userName)];
    const code = codeOf(secret);
    tokensOf(await steps.answerTotp({ token: mine, code }, anonymous));
    await expect(steps.answerTotp({ token: theirs, code }, anonymous)).rejects.toThrow('signIn.codeWrong');
    tokensOf(await steps.answerTotp({ token: theirs, code: codeOf(secret, 1) }, anonymous));
  });

  test('of the same code and token sent twice at once one is taken', async () => {
    const { userName, secret } = await withApp();
    const [token, code] = [await ask(userName), codeOf(secret)];
    const answers = await Promise.allSettled(
      [1, 2, 3].map(() => steps.answerTotp({ token, code }, anonymous)),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a step is of one account, one kind, and not for ever', async () => {
    const [one, other] = [await withApp(), await withApp()];
    const token = await ask(one.userName);
    await expect(steps.answerTotp({ token, code: codeOf(other.secret) }, anonymous)).rejects.toThrow(
      'signIn.codeWrong',
    );
    await expect(
      steps.chooseFirstPassword({ token, password: 'ba con vịt qua cầu' }, anonymous),
    ).rejects.toThrow('signIn.challengeOver');
    await expect(steps.beginTotp({ token }, anonymous)).rejects.toThrow('signIn.challengeOver');
    await bed.sql(
      `UPDATE identity.sign_in_challenges SET expires_at = now() - interval '1 second' WHERE user_id = $1`,
      [one.userId],
    );
    await expect(steps.answerTotp({ token, code: codeOf(one.secret) }, anonymous)).rejects.toThrow(
      'signIn.challengeOver',
    );
  });

  test('guessing codes is slowed down as guessing passwords is, over any number of steps', async () => {
    const { userName, userId } = await withApp();
    const codes: string[] = [];
    for (let i = 0; i < 12; i += 1) {
      const token = await ask(userName);
      const code = await steps
        .answerTotp({ token, code: String(100_000 + i) }, anonymous)
        .catch((error: { kind: { code: string } }) => error.kind.code);
      codes.push(String(code));
    }
    expect(codes.slice(0, 10)).toEqual(Array.from({ length: 10 }, () => 'signIn.codeWrong'));
    expect(codes.slice(10)).toContain('sessions.slowDown');
    expect(await notedOf(bed, userId)).toContain('sessions.signInFailed');
  });

  test('its secret is nowhere in the database, nor are the recovery codes', async () => {
    const { secret, userId, recoveryCodes } = await withApp();
    const dump = JSON.stringify([
      await bed.sql(`SELECT encode(sealed_secret, 'escape') FROM identity.totp_factors WHERE user_id = $1`, [
        userId,
      ]),
      await bed.sql(`SELECT encode(hash, 'escape') FROM identity.recovery_codes WHERE user_id = $1`, [
        userId,
      ]),
    ]);
    for (const word of [secret, ...recoveryCodes]) expect(dump).not.toContain(word);
  });
});

test('a recovery code answers instead, typed in any way, once', async () => {
  const { userName, recoveryCodes, caller } = await withApp();
  const code = (recoveryCodes[0] ?? '').toUpperCase().replace('-', ' ');
  tokensOf(await steps.answerRecoveryCode({ token: await ask(userName), code }, anonymous));
  const again = { token: await ask(userName), code };
  await expect(steps.answerRecoveryCode(again, anonymous)).rejects.toThrow('signIn.codeWrong');
  expect((await factors.list({}, caller)).recoveryCodesLeft).toBe(9);
  const { codes } = await factors.renewRecoveryCodes({}, caller);
  await expect(
    steps.answerRecoveryCode({ token: again.token, code: recoveryCodes[1] ?? '' }, anonymous),
  ).rejects.toThrow('signIn.codeWrong');
  tokensOf(await steps.answerRecoveryCode({ token: again.token, code: codes[0] ?? '' }, anonymous));
});

describe('changing factors', () => {
  const grow = (who: Someone) =>
    bed.sql(`UPDATE identity.sessions SET confirmed_at = now() - interval '11 min' WHERE user_id = $1`, [
      who.userId,
    ]);

  test('needs a sign-in of the last ten minutes, or proving once more who one is', async () => {
    const who = await withApp();
    await grow(who);
    expect((await factors.list({}, who.caller)).confirmedUntil).toBeNull();
    await expect(factors.remove({ factorId: who.id }, who.caller)).rejects.toThrow('confirmFirst');
    await expect(factors.beginPasskey({}, who.caller)).rejects.toThrow('confirmFirst');
    await expect(factors.confirmByPassword({ password }, who.caller)).rejects.toThrow('signIn.codeWrong');
    await expect(
      factors.confirmByPassword({ password: 'sai', code: codeOf(who.secret) }, who.caller),
    ).rejects.toThrow('passwords.currentWrong');
    const { until } = await factors.confirmByPassword({ password, code: codeOf(who.secret) }, who.caller);
    expect(Date.parse(until)).toBeGreaterThan(Date.now());
    await factors.remove({ factorId: who.id }, who.caller);
    tokensOf(await signIn(who.userName));
    expect(await notedOf(bed, who.userId)).toContain('secondFactors.remove');
  });

  test('is nothing that another person, or somebody without an account, can do', async () => {
    const [one, other] = [await withApp(), await someone()];
    await expect(factors.remove({ factorId: one.id }, other.caller)).rejects.toThrow(
      'secondFactors.notFound',
    );
    await expect(factors.list({}, anonymous)).rejects.toThrow('common.signInNeeded');
  });
});

describe('an operator', () => {
  test('removes a lost factor within scope, which ends the sessions; nobody else does', async () => {
    const school = await make.unit('Trường mẫu', { parentId: province, type: 'school' });
    const foreign = await make.unit('Sở khác');
    const operatorOf = async (unitId: string) => {
      const id = await make.user(`cntt-${++operators}`, { unitId });
      return userCaller(id, id, [await make.grant(id, 'unitOperator', unitId)]);
    };
    const who = await someone(school);
    const { secret } = await factors.beginTotp({}, who.caller);
    const { id: factorId } = await factors.confirmTotp({ code: codeOf(secret) }, who.caller);
    const lost = { userId: who.userId, factorId };
    await expect(factors.removeOf(lost, await operatorOf(foreign))).rejects.toThrow('users.notFound');
    await expect(factors.listOf({ userId: who.userId }, await operatorOf(foreign))).rejects.toThrow(
      'users.notFound',
    );
    const operator = await operatorOf(school);
    expect((await factors.listOf({ userId: who.userId }, operator)).items).toHaveLength(1);
    await factors.removeOf(lost, operator);
    tokensOf(await signIn(who.userName));
    const [session] = await bed.sql<{ ended: boolean }>(
      'SELECT ended_at IS NOT NULL AS ended FROM identity.sessions WHERE id = $1',
      [who.caller.sessionId],
    );
    expect(session?.ended).toBe(true);
  });

  test('never of somebody who holds more than themselves', async () => {
    const admin = await withApp();
    await make.grant(admin.userId, 'departmentAdmin', province);
    const operatorId = await make.user('cntt-so', { unitId: province });
    const operator = userCaller(operatorId, operatorId, [
      await make.grant(operatorId, 'unitOperator', province),
    ]);
    await expect(factors.removeOf({ userId: admin.userId, factorId: admin.id }, operator)).rejects.toThrow(
      'users.beyond',
    );
  });
});

describe('where the province demands a second factor of admins', () => {
  test('an admin enrols before there is a session, a teacher need not', async () => {
    const strict = await make.unit('Sở nghiêm');
    const [admin, teacher] = [
      await make.user('quan-tri-nghiem', { unitId: strict }),
      await make.user('giao-vien-nghiem', { unitId: strict }),
    ];
    await make.grant(admin, 'departmentAdmin', strict);
    await make.grant(teacher, 'teacher', strict);
    tokensOf(await signIn('giao-vien-nghiem'));
    const token = challengeOf(await signIn('quan-tri-nghiem'), 'enrolSecondFactor');
    const { secret } = await steps.beginTotp({ token }, anonymous);
    await expect(steps.enrolTotp({ token, code: '123456' }, anonymous)).rejects.toThrow('codeWrong');
    const step = await steps.enrolTotp({ token, code: codeOf(secret) }, anonymous);
    expect(step.recoveryCodes).toHaveLength(10);
    const caller = callerWith(tokensOf(step));
    challengeOf(await signIn('quan-tri-nghiem'), 'totp');
    const { items, required } = await factors.list({}, caller);
    expect(required).toBe(true);
    await expect(factors.remove({ factorId: items[0]?.id ?? '' }, caller)).rejects.toThrow('lastRequired');
  });

  test('a new admin with a slip: password of one’s own, then the factor, then the session', async () => {
    const strict = await make.unit('Sở nghiêm hai');
    const userId = await make.user('quan-tri-moi', { unitId: strict, state: 'invited' });
    await make.grant(userId, 'departmentAdmin', strict);
    const { InitialSecretsService } = await import('../src/secrets/initial-secrets.service.js');
    const { DataSource } = await import('typeorm');
    const secrets = bed.part(InitialSecretsService);
    await secrets.issue(bed.part(DataSource).manager, [userId]);
    const [slip] = await secrets.of([userId]);
    const first = await signIn('quan-tri-moi', slip?.secret.toUpperCase());
    expect(first.challenge?.passwordMinLength).toBe(8);
    const token = challengeOf(first, 'newPassword');
    for (const [weak, code] of [
      ['ngắn', 'passwords.tooShort'],
      ['matkhau123', 'passwords.common'],
      ['quan-tri-moi', 'passwords.aboutYou'],
    ] as const) {
      await expect(steps.chooseFirstPassword({ token, password: weak }, anonymous)).rejects.toThrow(code);
    }
    const chosen = await steps.chooseFirstPassword({ token, password: 'ba con vịt qua cầu' }, anonymous);
    challengeOf(chosen, 'enrolSecondFactor');
    await expect(
      steps.chooseFirstPassword({ token, password: 'bốn con vịt qua cầu' }, anonymous),
    ).rejects.toThrow('challengeOver');
    await expect(signIn('quan-tri-moi', slip?.secret)).rejects.toThrow('sessions.wrong');
    challengeOf(await signIn('quan-tri-moi', 'ba con vịt qua cầu'), 'enrolSecondFactor');
  });
});
