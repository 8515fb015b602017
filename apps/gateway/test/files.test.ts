import type { StoredFile } from '@diemcau/contracts/meetings/files';
import { randomBytes } from 'node:crypto';
import { request } from 'node:http';
import { EdgeBed } from './edge-bed.js';

let bed: EdgeBed;
let authorization: string;

beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'meetings', 'gateway'] });
  authorization = `Bearer ${await bed.as('unitOperator')}`;
}, 120_000);
afterAll(() => bed.stop());

const head = [0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1, 1, 0, 0, 1, 0, 1, 0, 0];
const jpeg = (bytes: number): Uint8Array<ArrayBuffer> =>
  new Uint8Array([...head, ...randomBytes(bytes), 0xff, 0xd9]);

const upload = (
  body: RequestInit['body'],
  type = 'image/jpeg',
  query = 'purpose=photo&name=ph%C3%B2ng.jpg',
) =>
  fetch(`${bed.url}/api/v1/files?${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': type },
    body,
    ...(body instanceof ReadableStream && { duplex: 'half' }),
  } as RequestInit);
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

/** Says how much would come, and waits for the answer before it sends any. */
const announcing = (bytes: number) =>
  new Promise<number | undefined>((resolve, reject) => {
    const headers = { authorization, 'content-type': 'image/jpeg', 'content-length': bytes };
    const path = `${bed.url}/api/v1/files?purpose=photo&name=a.jpg`;
    const asking = request(path, { method: 'POST', headers }, (response) => {
      resolve(response.statusCode);
      asking.destroy();
    });
    asking.on('error', reject);
    asking.flushHeaders();
  });

test('a photo goes up and comes down as it was, to be saved and never run', async () => {
  const bytes = jpeg(700_000);
  const sent = await upload(bytes);
  expect(sent.status).toBe(201);
  const file = (await sent.json()) as StoredFile;
  expect(file).toMatchObject({ name: 'phòng.jpg', mediaType: 'image/jpeg', bytes: bytes.length });
  const got = await fetch(`${bed.url}/api/v1/files/${file.id}`, { headers: { authorization } });
  expect(Buffer.from(await got.arrayBuffer()).equals(Buffer.from(bytes))).toBe(true);
  expect(Object.fromEntries(got.headers)).toMatchObject({
    'content-type': 'image/jpeg',
    'content-length': String(bytes.length),
    'content-disposition': `attachment; filename="phong.jpg"; filename*=UTF-8''ph%C3%B2ng.jpg`,
    'x-content-type-options': 'nosniff',
    etag: `"${file.sha256}"`,
  });
  const known = { authorization, 'if-none-match': `"${file.sha256}"` };
  const again = await fetch(`${bed.url}/api/v1/files/${file.id}`, { headers: known });
  expect([again.status, await again.text()]).toEqual([304, '']);
  const stranger = { authorization: `Bearer ${await bed.as('siteOperator')}` };
  expect((await fetch(`${bed.url}/api/v1/files/${file.id}`, { headers: stranger })).status).toBe(404);
});

test('what is not a photo, is none at all, or is called another type is refused by name', async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const outcomes = await Promise.all([
    upload(svg),
    upload(''),
    upload(svg, 'image/svg+xml'),
    upload(jpeg(10), 'image/jpeg', 'purpose=khac&name=a'),
    upload(JSON.stringify({}), 'application/json'),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([415, 400, 415, 400, 415]);
  expect(await Promise.all(outcomes.map(codeOf))).toEqual([
    'files.wrongKind',
    'files.empty',
    'common.unsupportedType',
    'common.invalid',
    'common.unsupportedType',
  ]);
});

test('more than 20 MB is refused by what it announces, and by what comes', async () => {
  expect(await announcing(21 * 1024 * 1024)).toBe(413);
  let left = 25;
  const unannounced = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      if (left-- > 0) controller.enqueue(new Uint8Array(1024 * 1024));
      else controller.close();
    },
  });
  const response = await upload(unannounced).catch(() => null);
  // The rest need not be read: some clients see the answer, some a closed connection.
  if (response) expect([response.status, await codeOf(response)]).toEqual([413, 'common.tooLarge']);
});
