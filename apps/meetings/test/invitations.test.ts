import type { UserCaller } from '@diemcau/contracts/core/caller';
import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import { MakingLockService } from '../src/scheduling/making-lock.service.js';
import { inDays, InvitationsBed, operatorOf, type Site } from './invitations-bed.js';
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

test('sites, chair and secretary are invited within the minute, who runs a site by mail, each once', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second], { chairId });
  await bed.tell();
  await bed.tell();
  const items = await bed.of(id, officer);
  expect(items.map(({ siteId, userId, state }) => [siteId ?? userId, state])).toEqual([
    [first.id, 'sent'],
    [second.id, 'sent'],
    [chairId, 'sent'],
  ]);
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST']);
  expect(items[2]).toMatchObject({ personName: 'Lê Thị Chủ Trì', invitedAs: 'chair' });
});

test('a draft invites nobody, and a meeting far ahead is told 30 days before', async () => {
  const [first] = sites();
  const draft = await bed.occurrence([first], { state: 'draft', startsAt: inDays(5) });
  const far = await bed.occurrence([first], { startsAt: inDays(40) });
  await bed.change(far, 'urgent = false');
  await bed.tell();
  expect(await bed.of(draft, officer)).toEqual([]);
  expect((await bed.of(far, officer)).map(({ state }) => state)).toEqual(['queued']);
  expect(await bed.methods(first.operatorId)).toEqual([]);
  await bed.change(far, `starts_at = starts_at - interval '20 days', ends_at = ends_at - interval '20 days'`);
  await bed.tell();
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST']);
});

test('who was told of a meeting is told at once that it moves far ahead, and that it is cancelled there (I15)', async () => {
  const [first] = sites();
  const id = await bed.occurrence([first], { startsAt: inDays(10) });
  await bed.tell();
  await bed.change(id, `starts_at = starts_at + interval '50 days', ends_at = ends_at + interval '50 days'`);
  await bed.tell();
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST', 'REQUEST']);
  await bed.change(id, `state = 'cancelled'`);
  await bed.tell();
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST', 'REQUEST', 'CANCEL']);
});

test('twenty replicas follow and tell at once, and everybody is invited and told once', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second], { chairId });
  await Promise.all(Array.from({ length: 20 }, () => bed.tell()));
  expect(await bed.of(id, officer)).toHaveLength(3);
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST']);
  expect(await bed.methods(second.operatorId)).toEqual(['REQUEST']);
});

test('inviting waits while meetings of series are made, and goes on when these are there', async () => {
  const [first] = sites();
  const id = await bed.occurrence([first]);
  await bed.bed.part(DataSource).transaction(async (manager) => {
    await bed.bed.part(MakingLockService).hold(manager);
    await bed.tell();
    expect(await bed.of(id, officer)).toEqual([]);
  });
  await bed.tell();
  expect(await bed.of(id, officer)).toHaveLength(1);
});

test('I15: a move asks everybody anew with a higher SEQUENCE; an answer to the old time is refused', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second]);
  await bed.tell();
  const invitation = await bed.waiting(operatorOf(first));
  const accept = { invitationId: invitation.id, answer: 'accepted' } as const;
  await bed.replies.answer({ ...accept, round: 1 }, operatorOf(first));
  await bed.change(
    id,
    `sequence = sequence + 1, starts_at = starts_at + interval '1 hour', ends_at = ends_at + interval '1 hour'`,
  );
  await expect(bed.replies.answer({ ...accept, round: 1 }, operatorOf(first))).rejects.toThrow(
    'replies.askedAnew',
  );
  await bed.tell();
  expect((await bed.of(id, officer)).map(({ state, round }) => [state, round])).toEqual([
    ['sent', 2],
    ['sent', 2],
  ]);
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST', 'REQUEST']);
  await bed.replies.answer({ ...accept, round: 2 }, operatorOf(first));
});

test('I15: a site that joins is asked, one that leaves gets a cancellation, the others’ answers stand', async () => {
  const [first, second] = sites();
  const id = await bed.occurrence([first, second]);
  await bed.tell();
  const invitation = await bed.waiting(operatorOf(first));
  await bed.replies.answer({ invitationId: invitation.id, round: 1, answer: 'accepted' }, operatorOf(first));
  const third = await bed.site('Hàm Rồng');
  await bed.sql('DELETE FROM occurrence_sites WHERE site_id = $1', [second.id]);
  await bed.addSite(id, third, 'member');
  await bed.change(id, 'sequence = sequence + 1');
  await bed.tell();
  expect((await bed.of(id, officer)).map(({ siteId, state }) => [siteId, state])).toEqual([
    [first.id, 'accepted'],
    [third.id, 'sent'],
  ]);
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST']);
  expect(await bed.methods(second.operatorId)).toEqual(['REQUEST', 'CANCEL']);
});

test('cancelled, everybody who was told gets a cancellation, nobody can answer; scheduled after all, all are asked anew', async () => {
  const [first] = sites();
  const id = await bed.occurrence([first], { chairId });
  await bed.tell();
  const [invitation] = await bed.of(id, officer);
  await bed.change(id, `state = 'postponed'`);
  await bed.tell();
  expect(await bed.of(id, officer)).toEqual([]);
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST', 'CANCEL']);
  const answer = { invitationId: invitation?.id ?? '', round: 1, answer: 'accepted' } as const;
  await expect(bed.replies.answer(answer, operatorOf(first))).rejects.toThrow('replies.notOpen');
  await bed.change(id, `state = 'scheduled'`);
  await bed.tell();
  expect((await bed.of(id, officer)).map(({ state, round }) => [state, round])).toEqual([
    ['sent', 2],
    ['sent', 2],
  ]);
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST', 'CANCEL', 'REQUEST']);
});

test('what nobody asked to follow is followed by the job: a change that a crash swallowed', async () => {
  const [first] = sites();
  const id = await bed.occurrence([first]);
  await bed.tell();
  await bed.sql(`UPDATE occurrences SET state = 'cancelled', version = version + 1 WHERE id = $1`, [id]);
  await bed.tell();
  expect(await bed.methods(first.operatorId)).toEqual(['REQUEST', 'CANCEL']);
});

test('further people are invited by name and can be taken back; those of the meeting cannot', async () => {
  const [first] = sites();
  const id = await bed.occurrence([first], { chairId });
  const guest = await bed.person('Hoàng Văn Khách', first.unitId);
  await expect(bed.invitations.invite({ occurrenceId: id, userIds: [guest] }, officer)).rejects.toThrow(
    'invitations.notOpen',
  );
  await bed.tell();
  await bed.invitations.invite({ occurrenceId: id, userIds: [guest, chairId] }, officer);
  await bed.invitations.invite({ occurrenceId: id, userIds: [guest] }, officer);
  await bed.tell();
  const items = await bed.of(id, officer);
  expect(items.map(({ invitedAs }) => invitedAs)).toEqual([null, 'chair', 'invited']);
  const idOf = (userId: string) => items.find((item) => item.userId === userId)?.id ?? '';
  await expect(bed.invitations.revoke({ invitationId: idOf(chairId) }, officer)).rejects.toThrow(
    'invitations.ofMeeting',
  );
  await bed.invitations.revoke({ invitationId: idOf(guest) }, officer);
  await bed.tell();
  expect(await bed.methods(guest)).toEqual(['REQUEST', 'CANCEL']);
  await expect(
    bed.invitations.invite({ occurrenceId: id, userIds: [guest] }, holding('teacher', bed.province)),
  ).rejects.toThrow('common.notAllowed');
});
