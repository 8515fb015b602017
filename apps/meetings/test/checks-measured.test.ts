import { anonymous, type UserCaller } from '@diemcau/contracts/core/caller';
import { MirrorClient } from '@diemcau/contracts/media/mirror';
import { ChecksClient } from '@diemcau/contracts/meetings/checks';
import { LinkedChecksClient, OwnSiteChecksClient } from '@diemcau/contracts/meetings/checks-own';
import { TrialsClient } from '@diemcau/contracts/meetings/trials';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { CampaignsJob } from '../src/checks/campaigns.job.js';
import { subjectOfCheck } from '../src/checks/mirror-tickets.js';
import { subjectOfTrial } from '../src/trials/trial-subject.js';
import { allFine, findings, hoursAfter, mediaBeside, MeetingMaker } from './checks.js';
import { holding, type MadeRoom, type Maker, startMeetings } from './meetings.js';

let bed: TestBed;
let make: Maker;
let put: MeetingMaker;
let own: OwnSiteChecksClient;
let province: string;
let room: MadeRoom;
let siteId: string;
let operator: UserCaller;
let occurrenceId: string;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  await mediaBeside(bed);
  [put, own] = [new MeetingMaker(bed), bed.client(OwnSiteChecksClient)];
  province = await make.unit('Sở mẫu');
}, 60_000);
afterAll(() => bed.stop());
beforeEach(async () => {
  room = await make.room([province]);
  const school = await make.unit('Trường mẫu', province);
  siteId = await put.site([province, school]);
  operator = holding('siteOperator', school);
  const startsAt = hoursAfter(new Date(), 48);
  occurrenceId = await put.meeting([province], startsAt, { sites: [siteId], roomId: room.id });
  await bed.part(CampaignsJob).look();
});

type Received = Parameters<MeetingMaker['mediaTest']>[3];
/** A try with a good line, and sound and picture as the SFU received them. */
async function tries(received: Received, subject?: string) {
  const { attempt } = await own.begin({ occurrenceId, siteId }, operator);
  const now = new Date();
  const lineTestId = await put.lineTest(room.id, now);
  const about = subject ?? subjectOfCheck(occurrenceId, siteId, attempt);
  const mediaTestId = await put.mediaTest(room.id, about, now, received);
  return own.submit(findings({ occurrenceId, siteId, attempt, lineTestId, mediaTestId }), operator);
}

describe('what the SFU received decides, whatever the operator ticked (HB-8.2)', () => {
  test.each<[string, Received, string[]]>([
    ['a voice and a picture', {}, []],
    ['a silent microphone', { sound: { heardMs: 0, loudestDbov: -127 } }, ['notHeard']],
    ['no microphone', { sound: null }, ['noSound']],
    ['sound in pieces', { sound: { lossPercent: 12 } }, ['soundBroken']],
    ['no camera', { picture: null }, ['noPicture']],
    ['a camera that stopped', { picture: { packets: 0, frames: 0, keyFrames: 0 } }, ['noPicture']],
    ['a covered lens', { picture: { bitsPerPixel: 0.002 } }, ['blackPicture']],
    ['a picture that stands', { picture: { framesPerSecond: 0.5 } }, ['frozenPicture']],
    ['a small picture', { picture: { width: 320, height: 180 } }, ['smallPicture']],
  ])('%s', async (_, received, reasons) => {
    const state = reasons.length === 0 ? 'pass' : 'fail';
    await expect(tries(received)).resolves.toMatchObject({ state, test: { reasons } });
  });

  test('its figures are kept with the result', async () => {
    const { test: kept } = await tries({});
    expect(kept).toMatchObject({
      receivedSound: { loudestDbov: -28 },
      receivedPicture: { width: 1280, height: 720 },
    });
  });
});

describe('sound and picture that nobody measured are refused', () => {
  const submit = async (mediaTestId: (attempt: number) => Promise<string>) => {
    const { attempt } = await own.begin({ occurrenceId, siteId }, operator);
    const lineTestId = await put.lineTest(room.id, new Date());
    const ids = { lineTestId, mediaTestId: await mediaTestId(attempt) };
    return own.submit(findings({ occurrenceId, siteId, attempt, ...ids }), operator);
  };
  const subject = (attempt: number) => subjectOfCheck(occurrenceId, siteId, attempt);

  test.each<[string, string, (attempt: number) => Promise<string>]>([
    ['an id that media does not know', 'mediaTestUnknown', () => Promise.resolve(randomUUID())],
    [
      'a test of another site',
      'mediaTestForeign',
      (attempt) => put.mediaTest(room.id, subjectOfCheck(occurrenceId, randomUUID(), attempt), new Date()),
    ],
    [
      'a test of the try before',
      'mediaTestForeign',
      (attempt) => put.mediaTest(room.id, subject(attempt - 1), new Date()),
    ],
    [
      'a test of an hour ago',
      'mediaTestStale',
      (attempt) => put.mediaTest(room.id, subject(attempt), hoursAfter(new Date(), -1)),
    ],
  ])('%s', async (_, code, mediaTestId) => {
    await expect(submit(mediaTestId)).rejects.toThrow(`checks.${code}`);
  });

  test('the operator’s word instead of a test is not even part of the contract', async () => {
    const { attempt } = await own.begin({ occurrenceId, siteId }, operator);
    const lineTestId = await put.lineTest(room.id, new Date());
    const { mediaTestId: _none, ...said } = findings({
      occurrenceId,
      siteId,
      attempt,
      lineTestId,
      mediaTestId: '',
    });
    const claim = own.submit({ ...said } as typeof said & { mediaTestId: string }, operator);
    await expect(claim).rejects.toThrow('common.invalid');
  });
});

describe('a ticket to the mirror', () => {
  const open = (ticket: string) => bed.client(MirrorClient).at('media-test').open({ ticket }, anonymous);

  test('is given while a try is under way, to an account or a link, and opens one mirror', async () => {
    const ref = { occurrenceId, siteId };
    await expect(own.mirror(ref, operator)).rejects.toThrow('checks.notRunning');
    const checks = bed.client(ChecksClient);
    const { token } = await checks.link(ref, holding('secretary', province));
    await own.begin(ref, operator);
    const { ticket } = await bed.client(LinkedChecksClient).mirror({ token }, anonymous);
    await expect(open(ticket)).resolves.toMatchObject({ transports: [{}, {}] });
    await expect(open(ticket)).rejects.toThrow('mirror.ticketUsed');
    await expect(open(token)).rejects.toThrow('mirror.ticketInvalid');
    await expect(
      own.mirror(ref, holding('siteOperator', await make.unit('Trường khác', province))),
    ).rejects.toThrow('checks.notFound');
  });

  test('is given to an invited unit while the window is open (TM-3)', async () => {
    const [trials, boss] = [bed.client(TrialsClient), holding('secretary', province)];
    const school = await make.unit('Trường chạy thử', province);
    const { id: trialId } = await trials.plan(
      {
        unitId: province,
        title: 'Chạy thử',
        roomId: room.id,
        startsAt: hoursAfter(new Date(), 1).toISOString(),
        endsAt: hoursAfter(new Date(), 9).toISOString(),
        requiredMbps: 10,
        invitedUnitIds: [school],
      },
      boss,
    );
    const ref = { trialId, unitId: school };
    const runner = holding('siteOperator', school);
    await expect(trials.mirror(ref, runner)).rejects.toThrow('trials.notOpen');
    await trials.open({ trialId }, boss);
    await open((await trials.mirror(ref, runner)).ticket);
    const silent = await put.mediaTest(room.id, subjectOfTrial(trialId, school), new Date(), { sound: null });
    const lineTestId = await put.lineTest(room.id, new Date());
    const sent = trials.submit({ ...ref, lineTestId, mediaTestId: silent, ...allFine() }, runner);
    await expect(sent).resolves.toMatchObject({ state: 'failed', test: { reasons: ['noSound'] } });
  });
});
