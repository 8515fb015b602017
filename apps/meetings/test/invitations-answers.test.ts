import type { UserCaller } from '@diemcau/contracts/core/caller';
import { randomUUID } from 'node:crypto';
import { InvitationsBed, operatorOf, type Site } from './invitations-bed.js';
import { holding } from './meetings.js';

let bed: InvitationsBed;
let officer: UserCaller;
let [nhuXuan, lamSon]: Site[] = [];
let chairId: string;

beforeAll(async () => {
  bed = await InvitationsBed.start();
  officer = holding('secretary', bed.province);
  chairId = await bed.person('Lê Thị Chủ Trì', bed.province);
});
beforeEach(async () => {
  const unique = randomUUID().slice(0, 4);
  nhuXuan = await bed.site(`Như Xuân ${unique}`);
  lamSon = await bed.site(`Lam Sơn ${unique}`);
});
afterAll(() => bed.bed.stop());

const sites = (): [Site, Site] => [nhuXuan as Site, lamSon as Site];

test('a site accepts by somebody of its unit; the tally says so to who presides', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second], { chairId });
  await bed.tell();
  const { items } = await bed.replies.mine({}, operatorOf(first));
  expect(items.map(({ invitation, meeting }) => [invitation.siteId, meeting.title])).toEqual([
    [first.id, 'Giao ban tháng 11; khối THPT, GDTX'],
  ]);
  const invitation = await bed.waiting(operatorOf(first));
  await bed.replies.view({ invitationId: invitation.id }, operatorOf(first));
  const presiding = holding('chair', bed.province, chairId);
  expect((await bed.invitations.list({ occurrenceId: id }, presiding)).tally).toMatchObject({
    viewed: 1,
    sent: 2,
  });
  const answered = await bed.replies.answer(
    { invitationId: invitation.id, round: invitation.round, answer: 'accepted' },
    operatorOf(first),
  );
  expect(answered.invitation.state).toBe('accepted');
  expect((await bed.invitations.list({ occurrenceId: id }, presiding)).tally).toEqual({
    queued: 0,
    sent: 2,
    viewed: 0,
    accepted: 1,
    declined: 0,
    delegated: 0,
  });
});

test('declining needs a reason, which other sites do not read', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second]);
  await bed.tell();
  const { id: invitationId, round } = await bed.waiting(operatorOf(first));
  const decline = { invitationId, round, answer: 'declined' } as const;
  await expect(bed.replies.answer(decline, operatorOf(first))).rejects.toThrow('replies.reasonNeeded');
  await bed.replies.answer({ ...decline, reason: 'Trùng kỳ kiểm tra' }, operatorOf(first));
  const reasonTo = async (caller: UserCaller) =>
    (await bed.of(id, caller)).find(({ siteId }) => siteId === first.id)?.reason;
  expect(await reasonTo(officer)).toBe('Trùng kỳ kiểm tra');
  expect(await reasonTo(operatorOf(first))).toBe('Trùng kỳ kiểm tra');
  expect(await reasonTo(operatorOf(second))).toBeNull();
});

test('another unit’s invitation is not there, whatever one’s role; nor is a meeting one has no part in', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first]);
  await bed.tell();
  const [invitation] = await bed.of(id, officer);
  const invitationId = invitation?.id ?? '';
  for (const stranger of [operatorOf(second), holding('departmentAdmin', await bed.make.unit('Sở khác'))]) {
    await expect(bed.replies.view({ invitationId }, stranger)).rejects.toThrow('invitations.notFound');
    await expect(
      bed.replies.answer({ invitationId, round: 1, answer: 'accepted' }, stranger),
    ).rejects.toThrow('invitations.notFound');
    await expect(bed.replies.delegates({ invitationId }, stranger)).rejects.toThrow('invitations.notFound');
    await expect(bed.invitations.list({ occurrenceId: id }, stranger)).rejects.toThrow(
      'invitations.meetingNotFound',
    );
    await expect(bed.invitations.revoke({ invitationId }, stranger)).rejects.toThrow('invitations.notFound');
  }
});

test('a delegate is somebody of the same unit, gets an invitation of their own, and loses it with a change of mind', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second]);
  await bed.tell();
  const operator = operatorOf(first);
  const deputy = await bed.person('Phạm Thị Dự Thay', first.unitId);
  const { id: invitationId } = await bed.waiting(operator);
  const found = await bed.replies.delegates({ invitationId, q: 'du thay' }, operator);
  expect(found.items.map(({ userId }) => userId)).toEqual([deputy]);
  const delegate = { invitationId, round: 1, answer: 'delegated' } as const;
  for (const delegateId of [undefined, second.operatorId, randomUUID()]) {
    const unfit = { ...delegate, ...(delegateId && { delegateId }) };
    await expect(bed.replies.answer(unfit, operator)).rejects.toThrow('replies.delegateNeeded');
  }
  const answered = await bed.replies.answer({ ...delegate, delegateId: deputy }, operator);
  expect(answered.invitation).toMatchObject({ state: 'delegated', delegateName: 'Phạm Thị Dự Thay' });
  await bed.tell();
  expect(await bed.methods(deputy)).toEqual(['REQUEST']);
  const own = (await bed.replies.mine({}, holding('siteOperator', first.unitId, deputy))).items.find(
    ({ invitation: { userId } }) => userId === deputy,
  );
  expect(own?.invitation.invitedAs).toBe('delegate');
  const handedOn = { ...delegate, invitationId: own?.invitation.id ?? '', delegateId: operator.userId };
  await expect(bed.replies.answer(handedOn, holding('siteOperator', first.unitId, deputy))).rejects.toThrow(
    'replies.noFurther',
  );

  await bed.replies.answer({ invitationId, round: 1, answer: 'accepted' }, operator);
  await bed.tell();
  expect(await bed.methods(deputy)).toEqual(['REQUEST', 'CANCEL']);
  expect((await bed.of(id, officer)).map(({ userId }) => userId)).not.toContain(deputy);
});

test('two people of a unit answer at the same moment: one answer stands, whole', async () => {
  const [first] = sites();
  const id = await bed.occurrence([first]);
  await bed.tell();
  const [invitation] = await bed.of(id, officer);
  const invitationId = invitation?.id ?? '';
  await Promise.all(
    Array.from({ length: 10 }, (_, index) =>
      bed.replies.answer(
        index % 2
          ? { invitationId, round: 1, answer: 'accepted' }
          : { invitationId, round: 1, answer: 'declined', reason: 'Trùng lịch' },
        operatorOf(first),
      ),
    ),
  );
  const [item] = await bed.of(id, officer);
  expect([item?.state, item?.reason]).toEqual(
    item?.state === 'accepted' ? ['accepted', null] : ['declined', 'Trùng lịch'],
  );
});
