import { commonFailures } from '@diemcau/contracts/core/failure';
import type { UserCaller } from '@diemcau/contracts/core/caller';
import { fileErrors, FilesClient, filePartBytes } from '@diemcau/contracts/meetings/files';
import { type Site, SitesClient } from '@diemcau/contracts/meetings/sites';
import type { SeatingPlan } from '@diemcau/contracts/meetings/sites-seating';
import type { TestBed } from '@diemcau/testing/service';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { FilePurgeJob } from '../src/files/purge.job.js';
import { holding, type Maker, startMeetings } from './meetings.js';
import { pdf, png, SiteMaker } from './sites.js';

let bed: TestBed;
let make: Maker;
let files: FilesClient;
let maker: SiteMaker;
let centre: string;
let operator: UserCaller;

beforeAll(async () => {
  ({ bed, make } = await startMeetings());
  [files, maker] = [bed.client(FilesClient), new SiteMaker(bed)];
  const province = await make.unit('Sở mẫu');
  centre = await make.unit('Trung tâm GDTX Mẫu', province);
  operator = holding('siteOperator', centre);
});
afterAll(() => bed.stop());

const whole = async (fileId: string, caller = operator): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for (let from = 0; ; from += filePartBytes) {
    const part = Buffer.from((await files.read({ fileId, from }, caller)).data, 'base64');
    if (part.length === 0) return Buffer.concat(parts);
    parts.push(part);
  }
};
const onDisk = (fileId: string) =>
  existsSync(join(process.env['FILES_DIR'] ?? '', fileId.slice(0, 2), fileId));
/** The picture of a seating plan. */
const picture = (fileId: string): SeatingPlan => ({
  kind: 'picture',
  rows: null,
  seatsPerRow: null,
  fileId,
  marks: [],
});

test('a file of many parts comes back as it was sent, whoever of the replicas took which part', async () => {
  const bytes = Buffer.concat([png.subarray(0, 8), png.subarray(8), randomBytes(3 * filePartBytes), png]);
  const { fileId } = await files.begin({ purpose: 'photo', name: 'phòng-họp.png' }, operator);
  for (const sequence of [2, 0, 3, 1, 1]) {
    const data = bytes.subarray(sequence * filePartBytes, (sequence + 1) * filePartBytes).toString('base64');
    await files.addPart({ fileId, sequence, data }, operator);
  }
  const file = await files.complete({ fileId, parts: 4, bytes: bytes.length }, operator);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  expect(file).toMatchObject({ mediaType: 'image/png', bytes: bytes.length, sha256, name: 'phòng-họp.png' });
  expect((await whole(fileId)).equals(bytes)).toBe(true);
});

test('what a file is, its content says: SVG, HTML, programs and spreadsheets are no photos', async () => {
  const fakes = ['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html></html>', 'MZ\x90\x00', pdf.toString()];
  for (const fake of fakes) {
    await expect(maker.file('photo', Buffer.from(fake), operator)).rejects.toThrow(fileErrors.wrongKind.code);
  }
  await expect(maker.file('document', pdf, operator)).resolves.toMatchObject({
    mediaType: 'application/pdf',
  });
});

test('a photo that broke off half-way is refused, and nothing of it is kept', async () => {
  await expect(maker.file('photo', png.subarray(0, 40), operator)).rejects.toThrow(fileErrors.damaged.code);
  const { fileId } = await files.begin({ purpose: 'photo', name: 'dang-do.png' }, operator);
  await files.addPart({ fileId, sequence: 0, data: png.toString('base64') }, operator);
  await expect(files.complete({ fileId, parts: 2, bytes: png.length * 2 }, operator)).rejects.toThrow(
    fileErrors.incomplete.code,
  );
  await expect(files.find({ fileId }, operator)).rejects.toThrow(fileErrors.notFound.code);
  expect(onDisk(fileId)).toBe(false);
});

test('nothing over 20 MB, and nothing from who keeps nothing', async () => {
  const { fileId } = await files.begin({ purpose: 'photo', name: 'to.png' }, operator);
  const beyond = { fileId, sequence: 110, data: png.toString('base64') };
  await expect(files.addPart(beyond, operator)).rejects.toThrow(commonFailures.tooLarge.code);
  const student = holding('student', centre);
  await expect(files.begin({ purpose: 'photo', name: 'a.png' }, student)).rejects.toThrow(
    commonFailures.notAllowed.code,
  );
});

test('an unused file is its sender’s alone; attached, it is seen by who may see what it belongs to', async () => {
  const { id: fileId } = await maker.file('photo', png, operator);
  const [colleague, stranger] = [
    holding('teacher', centre),
    holding('siteOperator', await make.unit('Nơi khác')),
  ];
  await expect(files.find({ fileId }, colleague)).rejects.toThrow(fileErrors.notFound.code);
  const { id: siteId, version } = await maker.site(centre, operator);
  await bed.client(SitesClient).setSeating({ siteId, version, seating: picture(fileId) }, operator);
  await expect(files.find({ fileId }, colleague)).resolves.toMatchObject({ id: fileId });
  await expect(files.read({ fileId, from: 0 }, stranger)).rejects.toThrow(fileErrors.notFound.code);
});

test('nobody attaches what another sent, or what belongs to another unit', async () => {
  const other = holding('siteOperator', centre);
  const { id: fileId } = await maker.file('photo', png, other);
  const { id: siteId, version } = await maker.site(centre, operator);
  const sites = bed.client(SitesClient);
  const steal = sites.setSeating({ siteId, version, seating: picture(fileId) }, operator);
  await expect(steal).rejects.toThrow(fileErrors.notFound.code);
});

test('what one unit has attached, another does not attach as well, whoever asks for it', async () => {
  const admin = holding('departmentAdmin', centre);
  const { id: fileId } = await maker.file('photo', png, admin);
  const [own, below] = [
    await maker.site(centre, admin),
    await maker.site(await make.unit('Trường bên dưới', centre), admin),
  ];
  const attach = ({ id, version }: Site) =>
    bed.client(SitesClient).setSeating({ siteId: id, version, seating: picture(fileId) }, admin);
  await attach(own);
  await expect(attach(below)).rejects.toThrow(fileErrors.taken.code);
});

test('a hundred files that nothing refers to are enough from one sender, also when they come at once', async () => {
  const sender = holding('siteOperator', centre);
  const begin = () => files.begin({ purpose: 'photo', name: 'a.png' }, sender);
  for (let there = 0; there < 99; there += 1) await begin();
  const outcomes = await Promise.allSettled([begin(), begin(), begin()]);
  const begun = outcomes.flatMap((one) => (one.status === 'fulfilled' ? one.value : []));
  expect(begun).toHaveLength(1);
  await expect(begin()).rejects.toThrow(fileErrors.tooMany.code);
  for (const { fileId } of begun) await files.cancel({ fileId }, sender);
  await expect(begin()).resolves.toBeDefined();
});

test('after a day what nothing refers to is thrown away, bytes and all; what is in use stays', async () => {
  const sites = bed.client(SitesClient);
  const [used, left, replaced] = await Promise.all([1, 2, 3].map(() => maker.file('photo', png, operator)));
  if (!used || !left || !replaced) throw new Error('three were made');
  const { id: siteId, version } = await maker.site(centre, operator);
  const first = await sites.setSeating({ siteId, version, seating: picture(replaced.id) }, operator);
  await sites.setSeating({ siteId, version: first.version, seating: picture(used.id) }, operator);
  const { fileId: broken } = await files.begin({ purpose: 'photo', name: 'bo-do.png' }, operator);
  await bed.sql(`UPDATE meetings.files SET unused_since = unused_since - interval '25 hours'`);
  await Promise.all([bed.part(FilePurgeJob).purge(), bed.part(FilePurgeJob).purge()]);
  expect([used, left, replaced].map(({ id }) => onDisk(id))).toEqual([true, false, false]);
  await expect(files.find({ fileId: left.id }, operator)).rejects.toThrow(fileErrors.notFound.code);
  await expect(bed.sql('SELECT FROM meetings.files WHERE id = $1', [broken])).resolves.toEqual([]);
  const folder = process.env['FILES_DIR'] ?? '';
  const parts = readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.part'));
  expect(parts).toEqual([]);
});
