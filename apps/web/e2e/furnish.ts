import { body, type Rest } from '@diemcau/client/rest';
import type { System } from '@diemcau/infra/system';
import { studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { accountOf, signedInRest, type SignedInRest } from './signed-in-rest.ts';
import { WebhookReceiver } from './webhook-receiver.ts';

const dayMs = 86_400_000;
const inDays = (days: number): string => new Date(Date.now() + days * dayMs).toISOString();

/** What the walks need to know of what was put in. */
export interface Furnished {
  readonly waitingImport: string;
  readonly finishedImport: string;
  readonly classId: string;
  /** Of one of the students in it, as the school hands it to the parents. */
  readonly guardianCode: string;
}

const furnished = new WeakMap<System, Promise<Furnished>>();

/**
 * Fills what the demo province leaves empty as a few weeks of work would: imports, a class with codes for parents, keys,
 * webhooks, a provider, mails, requests about personal data. Once per system, whoever asks.
 */
export function furnish(system: System): Promise<Furnished> {
  const known = furnished.get(system) ?? put(system);
  furnished.set(system, known);
  return known;
}

async function put(system: System): Promise<Furnished> {
  const admin = await signedInRest(system, accountOf(system, 'departmentAdmin'));
  const { rest } = admin;
  const department = (await body(rest.GET('/api/v1/me'))).provinceId;
  const school = await unitOf(rest, 'thpt-nhu-xuan-1');
  const finishedImport = await importStudents(system, admin, 'hoc-sinh-thpt-nhu-xuan.xlsx', 80, 0);
  await body(
    rest.POST('/api/v1/imports/{importId}/start', { params: { path: { importId: finishedImport } } }),
  );
  await reached(rest, finishedImport, 'done');
  const waitingImport = await importStudents(system, admin, 'lop-10-thpt-tho-xuan.xlsx', 120, 7);
  await keys(rest, department, school);
  await webhooks(rest, department, school);
  await settings(rest);
  await mails(system, rest);
  await requests(system, rest);
  return { waitingImport, finishedImport, ...(await classWithCodes(rest, school)) };
}

export async function idOf(rest: Rest, userName: string): Promise<string> {
  const { items } = await body(rest.GET('/api/v1/users', { params: { query: { q: userName } } }));
  const found = items.find((one) => one.userName === userName);
  if (!found) throw new Error(`there is no ${userName}`);
  return found.id;
}

async function unitOf(rest: Rest, code: string): Promise<string> {
  const { items } = await body(rest.GET('/api/v1/units', { params: { query: { q: code } } }));
  const found = items.find((one) => one.code === code);
  if (!found) throw new Error(`there is no unit ${code}`);
  return found.id;
}

async function importStudents(
  system: System,
  { rest, token }: SignedInRest,
  fileName: string,
  rows: number,
  faulty: number,
): Promise<string> {
  const prefix = faulty === 0 ? 'NX' : 'TX';
  const file = await studentXlsx({ rows, faulty, prefix, schools: ['thpt-nhu-xuan-1'] });
  const answer = await fetch(`${system.url}/api/v1/imports?kind=students&fileName=${fileName}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(file),
  });
  if (!answer.ok) throw new Error(`${fileName} is refused: ${await answer.text()}`);
  const { id } = (await answer.json()) as { id: string };
  await reached(rest, id, 'ready');
  return id;
}

async function reached(rest: Rest, importId: string, wanted: string): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const { state } = await body(rest.GET('/api/v1/imports/{importId}', { params: { path: { importId } } }));
    if (state === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`the import does not become ${wanted}`);
}

async function keys(rest: Rest, department: string, school: string): Promise<void> {
  const make = (name: string, unitId: string, days: number) =>
    body(
      rest.POST('/api/v1/keys', {
        body: {
          name,
          unitId,
          subtree: true,
          scopes: ['units.read', 'users.read', 'roster.read'],
          expiresAt: inDays(days),
          addresses: ['203.0.113.0/24'],
        },
      }),
    );
  await make('Đồng bộ SMAS hằng đêm', department, 300);
  await make('Cổng thông tin của trường', school, 6);
  const { key } = await make('Thử kết nối', school, 30);
  await body(rest.DELETE('/api/v1/keys/{keyId}', { params: { path: { keyId: key.id } } }));
}

async function webhooks(rest: Rest, department: string, school: string): Promise<void> {
  const receiver = await WebhookReceiver.start();
  const make = (name: string, url: string, unitId: string) =>
    body(
      rest.POST('/api/v1/webhooks', {
        body: { name, url, unitId, subtree: true, events: ['users.changed', 'units.changed'] },
      }),
    );
  const { webhook } = await make('Cơ sở dữ liệu ngành', receiver.url, department);
  await make('Phần mềm quản lý trường', 'http://127.0.0.1:9/diemcau', school);
  for (const status of [204, 204, 503]) {
    receiver.status = status;
    const before = receiver.received.length;
    await body(
      rest.POST('/api/v1/webhooks/{webhookId}/ping', { params: { path: { webhookId: webhook.id } } }),
    );
    while (receiver.received.length === before) await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function settings(rest: Rest): Promise<void> {
  const { version } = await body(rest.GET('/api/v1/settings'));
  await body(
    rest.PATCH('/api/v1/settings', {
      body: {
        version,
        support: {
          office: 'Phòng Công nghệ thông tin',
          phone: '0237 3000 000',
          email: 'ho-tro@so.example.vn',
        },
      },
    }),
  );
  await body(
    rest.POST('/api/v1/oidc-providers', {
      body: {
        issuer: 'https://accounts.google.com',
        clientId: 'diem-cau.apps.example',
        clientSecret: 'chi-dung-de-thu',
        nameVi: 'Tài khoản Google của trường',
        nameEn: 'School Google account',
        linking: 'explicit',
        // Its button would stand on everybody’s sign-in page.
        enabled: false,
      },
    }),
  );
}

/** Somebody who forgot the password, somebody who gives an e-mail address. */
async function mails(system: System, rest: Rest): Promise<void> {
  const { items } = await body(rest.GET('/api/v1/users', { params: { query: { q: 'giao-vien' } } }));
  const [teacher] = items;
  if (!teacher) throw new Error('there is no teacher');
  await body(
    rest.PATCH('/api/v1/users/{userId}', {
      params: { path: { userId: teacher.id } },
      body: { version: teacher.version, email: 'giao-vien@truong.example', phone: '0912 345 678' },
    }),
  );
  const { userName } = accountOf(system, 'teacher');
  await body(rest.POST('/api/v1/password-resets', { body: { account: userName } }));
}

async function requests(system: System, rest: Rest): Promise<void> {
  const teacher = accountOf(system, 'teacher').userName;
  const attendee = accountOf(system, 'attendee');
  await body(rest.POST('/api/v1/privacy/archives', { body: { userId: await idOf(rest, teacher) } }));
  const own = (await signedInRest(system, attendee)).rest;
  const reason = 'Tôi đã nghỉ hưu và không dùng hệ thống nữa.';
  await body(own.POST('/api/v1/privacy/erasures', { body: { userName: attendee.userName, reason } }));
}

async function classWithCodes(
  rest: Rest,
  unitId: string,
): Promise<{ classId: string; guardianCode: string }> {
  const { items } = await body(
    rest.GET('/api/v1/classes', { params: { query: { unitId, schoolYear: '2026-2027' } } }),
  );
  const [first] = items;
  if (!first) throw new Error('the import has made no class');
  const slips = await body(
    rest.POST('/api/v1/classes/{classId}/guardian-codes', {
      params: { path: { classId: first.id } },
      body: {},
    }),
  );
  return { classId: first.id, guardianCode: slips.items[0]?.code ?? '' };
}
