import { anonymous } from '@diemcau/contracts/core/caller';
import { Authenticator } from './authenticator.js';
import { bed, factors, make, signIn, someone, standSecondFactors, steps } from './second-factors-bed.js';
import { challengeOf, settle, tokensOf } from './sign-in-bed.js';

const origin = 'http://localhost:8080';

standSecondFactors();

/** Somebody with a passkey in an authenticator of their own. */
async function withPasskey(prepare: (authenticator: Authenticator) => void = () => undefined) {
  const { userName, userId, caller } = await someone();
  const authenticator = new Authenticator(origin);
  prepare(authenticator);
  const { token, options } = await factors.beginPasskey({}, caller);
  const response = authenticator.create(options);
  const { id, recoveryCodes } = await factors.addPasskey({ token, name: 'Máy ở trường', response }, caller);
  return { userName, userId, caller, authenticator, id, recoveryCodes };
}
/** Without a user name. */
async function enter(authenticator: Authenticator, change: (options: object) => object = (same) => same) {
  const { token, options } = await steps.passkeyOptionsForAnybody({}, anonymous);
  return steps.answerPasskey({ token, response: authenticator.get(change(options)) }, anonymous);
}

describe('a passkey', () => {
  test('is made, named, listed, renamed; the first one brings recovery codes', async () => {
    const { caller, id, recoveryCodes } = await withPasskey();
    expect(recoveryCodes).toHaveLength(10);
    await factors.renamePasskey({ factorId: id, name: 'Điện thoại' }, caller);
    const { items } = await factors.list({}, caller);
    expect(items).toEqual([
      expect.objectContaining({ id, kind: 'passkey', name: 'Điện thoại', synced: false, lastUsedAt: null }),
    ]);
    const second = await factors.beginPasskey({}, caller);
    expect(second.options).toMatchObject({ rp: { id: 'localhost' }, excludeCredentials: [{}] });
    const other = new Authenticator(origin).create(second.options);
    const added = await factors.addPasskey(
      { token: second.token, name: 'Khoá USB', response: other },
      caller,
    );
    expect(added.recoveryCodes).toBeNull();
    await expect(
      factors.addPasskey({ token: second.token, name: 'Lần nữa', response: other }, caller),
    ).rejects.toThrow('challengeOver');
  });

  test('signs in without a user name, and counts as both factors', async () => {
    const { authenticator, userId } = await withPasskey();
    const { user } = tokensOf(await enter(authenticator));
    expect(user.id).toBe(userId);
  });

  test('without finger or PIN it is no password', async () => {
    const { authenticator } = await withPasskey();
    authenticator.verifiesUser = false;
    await expect(enter(authenticator)).rejects.toThrow('signIn.passkeyWrong');
  });

  test('is a second factor after the password, also without finger or PIN', async () => {
    const { authenticator, userName, userId } = await withPasskey();
    authenticator.verifiesUser = false;
    const asked = await signIn(userName);
    expect(asked.challenge).toMatchObject({ kind: 'passkey', ways: ['passkey', 'recoveryCode'] });
    const { token, options } = await steps.passkeyOptions(
      { token: challengeOf(asked, 'passkey') },
      anonymous,
    );
    const step = await steps.answerPasskey({ token, response: authenticator.get(options) }, anonymous);
    expect(tokensOf(step).user.id).toBe(userId);
  });

  test('of somebody else is no second factor', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const asked = challengeOf(await signIn(one.userName), 'passkey');
    const { token, options } = await steps.passkeyOptions({ token: asked }, anonymous);
    const response = other.authenticator.get({ ...options, allowCredentials: [] });
    await expect(steps.answerPasskey({ token, response }, anonymous)).rejects.toThrow('passkeyWrong');
  });

  test('confirms who sits at a browser that was left open', async () => {
    const { authenticator, caller, id, userId } = await withPasskey();
    await bed.sql(`UPDATE identity.sessions SET confirmed_at = now() - interval '1 h' WHERE user_id = $1`, [
      userId,
    ]);
    await expect(factors.remove({ factorId: id }, caller)).rejects.toThrow('confirmFirst');
    const { token, options } = await factors.confirmOptions({}, caller);
    await factors.confirmByPasskey({ token, response: authenticator.get(options) }, caller);
    await factors.remove({ factorId: id }, caller);
    expect((await factors.list({}, caller)).recoveryCodesLeft).toBe(0);
    await expect(enter(authenticator)).rejects.toThrow('passkeyWrong');
  });

  test('can be the factor that the province demands', async () => {
    const strict = await make.unit('Sở nghiêm');
    await settle(bed, strict, { requireSecondFactor: 'everyone' });
    await make.user('giao-vien-nghiem', { unitId: strict });
    const asked = challengeOf(await signIn('giao-vien-nghiem'), 'enrolSecondFactor');
    const { token, options } = await steps.beginPasskey({ token: asked }, anonymous);
    const authenticator = new Authenticator(origin);
    const response = authenticator.create(options);
    const step = await steps.enrolPasskey({ token, name: 'Máy tính', response }, anonymous);
    expect(step.recoveryCodes).toHaveLength(10);
    tokensOf(step);
    tokensOf(await enter(authenticator));
  });
});

describe('nobody comes in', () => {
  test.each([
    ['with the answer to another challenge', { challenge: Buffer.alloc(32).toString('base64url') }],
    ['with an answer for another host', { rpId: 'khac.example' }],
  ])('%s', async (_, change) => {
    const { authenticator } = await withPasskey();
    await expect(enter(authenticator, (options) => ({ ...options, ...change }))).rejects.toThrow(
      'passkeyWrong',
    );
  });

  test('from the page of another origin', async () => {
    const phished = new Authenticator('https://dang-nhap-diem-cau.example');
    const { token, options } = await steps.passkeyOptionsForAnybody({}, anonymous);
    phished.create({ rp: { id: 'localhost' }, user: { id: '' } });
    const response = phished.get(options);
    await expect(steps.answerPasskey({ token, response }, anonymous)).rejects.toThrow('passkeyWrong');
  });

  test('with an answer that was changed on its way, or is none', async () => {
    const { authenticator } = await withPasskey();
    for (const spoil of [
      (answer: ReturnType<Authenticator['get']>) => ({
        ...answer,
        response: { ...answer.response, signature: 'AAAA' },
      }),
      (answer: ReturnType<Authenticator['get']>) => ({ ...answer, response: {} }),
      (answer: ReturnType<Authenticator['get']>) => ({ id: answer.id }),
      () => ({ id: 7, response: null }),
      () => ({}),
    ]) {
      const { token, options } = await steps.passkeyOptionsForAnybody({}, anonymous);
      const response = spoil(authenticator.get(options));
      await expect(steps.answerPasskey({ token, response }, anonymous)).rejects.toThrow('passkeyWrong');
    }
  });

  test('twice with the same answer', async () => {
    const { authenticator } = await withPasskey();
    const { token, options } = await steps.passkeyOptionsForAnybody({}, anonymous);
    const response = authenticator.get(options);
    tokensOf(await steps.answerPasskey({ token, response }, anonymous));
    await expect(steps.answerPasskey({ token, response }, anonymous)).rejects.toThrow('challengeOver');
  });

  test('with a copy of a passkey whose counter stayed behind', async () => {
    const { authenticator } = await withPasskey();
    const copy = authenticator.copy();
    tokensOf(await enter(authenticator));
    tokensOf(await enter(authenticator));
    await expect(enter(copy)).rejects.toThrow('passkeyWrong');
  });

  test('while the account is locked or waits for a new password', async () => {
    for (const state of ['locked', 'disabled']) {
      const { authenticator, userId } = await withPasskey();
      await bed.sql('UPDATE identity.users SET state = $2 WHERE id = $1', [userId, state]);
      await expect(enter(authenticator)).rejects.toThrow('sessions.locked');
    }
  });
});

test('passkeys without a counter stay good', async () => {
  const { authenticator } = await withPasskey((one) => {
    one.counts = false;
  });
  tokensOf(await enter(authenticator));
  tokensOf(await enter(authenticator));
});

test('a passkey made for another account’s options is not taken', async () => {
  const [one, other] = [await withPasskey(), await withPasskey()];
  const { token, options } = await factors.beginPasskey({}, one.caller);
  const response = new Authenticator(origin).create(options);
  await expect(factors.addPasskey({ token, name: 'Của ai', response }, other.caller)).rejects.toThrow(
    'passkeyWrong',
  );
});
