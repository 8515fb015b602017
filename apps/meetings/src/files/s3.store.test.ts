import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { S3Store } from './s3.store.js';

const [bucket, region, accessKey, secretKey] = ['tep-mau', 'vn-1', 'khoa-mau', 'bi-mat-mau'];
const objects = new Map<string, Buffer>();
let server: Server;
let store: S3Store;

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();
const sha256 = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** AWS Signature Version 4, worked out anew from what arrived: a store refuses what is signed otherwise. */
function isSigned({ method = '', url = '', headers }: IncomingMessage, body: Buffer): boolean {
  const [, day = '', names = '', signature = ''] =
    /Credential=khoa-mau\/(\d{8})\/vn-1\/s3\/aws4_request,\s*SignedHeaders=([^,]+),\s*Signature=(\w+)/.exec(
      headers.authorization ?? '',
    ) ?? [];
  const payload = String(headers['x-amz-content-sha256']);
  if (payload !== 'UNSIGNED-PAYLOAD' && payload !== sha256(body)) return false;
  const signed = names.split(';').map((name) => `${name}:${String(headers[name])}\n`);
  const [path = '', query = ''] = url.split('?');
  const request = [method, path, query, signed.join(''), names, payload].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(request)].join('\n');
  const key = [day, region, 's3', 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${secretKey}`);
  return hmac(key, text).toString('hex') === signature;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

beforeAll(async () => {
  server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const key = request.url?.split('?')[0] ?? '';
      const found = objects.get(key);
      if (!isSigned(request, body)) return response.writeHead(403).end();
      if (request.method === 'PUT')
        return response.writeHead(200, { etag: '"1"' }).end(void objects.set(key, body));
      if (request.method === 'DELETE') return response.writeHead(204).end(void objects.delete(key));
      if (!found) return response.writeHead(404).end('<Error><Code>NoSuchKey</Code></Error>');
      const [, from = '0', to = '0'] = /bytes=(\d+)-(\d+)/.exec(request.headers.range ?? '') ?? [];
      if (Number(from) >= found.length) return response.writeHead(416).end();
      return response.writeHead(206).end(found.subarray(Number(from), Number(to) + 1));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  store = new S3Store({ bucket, region, endpoint, accessKey, secretKey });
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const key = '0b9f6f3e-5d1c-4c55-9a53-3a4d7c1e2f60';

test('what is put is read part by part, under the bucket, and gone after it was deleted', async () => {
  const bytes = Buffer.from('một tệp mẫu');
  await store.put(key, bytes, 'application/pdf');
  expect([...objects.keys()]).toEqual([`/${bucket}/${key}`]);
  expect((await store.read(key, 0, 5))?.equals(bytes.subarray(0, 5))).toBe(true);
  expect((await store.read(key, 5, 1000))?.equals(bytes.subarray(5))).toBe(true);
  await expect(store.read(key, bytes.length, 10)).resolves.toEqual(Buffer.alloc(0));
  await store.delete(key);
  await store.delete(key);
  await expect(store.read(key, 0, 5)).resolves.toBeNull();
});

test('a store that refuses is a failure, not an empty file', async () => {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const wrong = new S3Store({ bucket, region, endpoint, accessKey, secretKey: 'khoá sai' });
  await expect(wrong.put(key, Buffer.from('x'), 'image/png')).rejects.toThrow(/403/);
  await expect(wrong.read(key, 0, 1)).rejects.toThrow(/403/);
});
