import type { SlipCountPage } from '@diemcau/contracts/identity/import-slips';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import { readRows } from '@diemcau/spreadsheets/read/read-rows';
import { all } from '@diemcau/spreadsheets/testing/all';
import { studentXlsx } from '@diemcau/spreadsheets/testing/student-file';
import { xlsxOf } from '@diemcau/spreadsheets/write/xlsx';
import { once } from 'node:events';
import { connect } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { EdgeBed } from './edge-bed.js';
import { until } from './until.js';

let bed: EdgeBed;
let authorization: string;
/** Of the unit that the demo's unit operator looks after. */
const unit = 'pgd-nhu-xuan';

beforeAll(async () => {
  bed = await EdgeBed.start({ services: ['identity', 'gateway'] });
  authorization = `Bearer ${await bed.as('unitOperator')}`;
}, 120_000);
afterAll(() => bed.stop());

const octets = 'application/octet-stream';

async function ask(
  method: string,
  path: string,
  body?: string | Uint8Array<ArrayBuffer> | ReadableStream,
  type = octets,
  more: RequestInit = {},
) {
  const headers = { authorization, ...(body !== undefined && { 'content-type': type }) };
  const response = await fetch(`${bed.url}/api/v1/${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
    ...more,
  });
  return {
    status: response.status,
    headers: response.headers,
    bytes: Buffer.from(await response.arrayBuffer()),
  };
}
const viewOf = ({ bytes }: { bytes: Buffer }): ImportView => JSON.parse(bytes.toString()) as ImportView;
const countsIn = ({ bytes }: { bytes: Buffer }): SlipCountPage =>
  JSON.parse(bytes.toString()) as SlipCountPage;
const codeOf = ({ bytes }: { bytes: Buffer }): string =>
  (JSON.parse(bytes.toString()) as { code: string }).code;

const upload = (file: Buffer) =>
  ask('POST', 'imports?kind=students&fileName=hoc%20sinh.xlsx', new Uint8Array(file));

async function reached(id: string, state: ImportView['state']): Promise<ImportView> {
  let view: ImportView | undefined;
  await until(async () => {
    view = viewOf(await ask('GET', `imports/${id}`));
    return view.state === state;
  });
  if (!view) throw new Error('never seen');
  return view;
}

test('a list goes from template to printed slips, its faulty rows out and in again', async () => {
  const file = await studentXlsx({ rows: 100, schools: [unit], faulty: 6 });
  const answered = await upload(file);
  expect(answered.status).toBe(202);
  const { id } = viewOf(answered);
  expect(await reached(id, 'ready')).toMatchObject({
    fileName: 'hoc sinh.xlsx',
    counts: { create: 94, error: 6 },
  });
  expect((await ask('POST', `imports/${id}/start`, '{}', 'application/json')).status).toBe(202);
  expect(await reached(id, 'done')).toMatchObject({ slips: 94 });

  const errors = await ask('GET', `imports/${id}/errors.xlsx`);
  expect(errors.headers.get('content-disposition')).toBe('attachment; filename="dong-loi.xlsx"');
  const [header, ...faulty] = (await all(readRows(errors.bytes))).map(({ cells }) => cells);
  expect(header?.at(-1)).toBe('Lỗi cần sửa');
  expect(faulty.map((cells) => cells[7])).toEqual([
    'Thiếu «Họ và tên»',
    expect.stringContaining('Ngày không đúng'),
    expect.stringContaining('Không có đơn vị mang mã này'),
    expect.stringContaining('Năm học không đúng'),
    'Thiếu «Lớp»',
    expect.stringContaining('Số điện thoại không đúng'),
  ]);
  const corrected = faulty.map((cells) => [
    'Lê Văn Đúng',
    cells[1] ?? '',
    unit,
    '10A1',
    '2026-2027',
    '',
    '',
    cells[7] ?? '',
  ]);
  const again = await upload(await buffer(xlsxOf([{ name: 'Sửa', rows: [header ?? [], ...corrected] }])));
  expect(await reached(viewOf(again).id, 'ready')).toMatchObject({ counts: { create: 6, error: 0 } });

  const slips = await ask('GET', `imports/${id}/slips.pdf`);
  expect(slips.headers.get('content-type')).toBe('application/pdf');
  expect(slips.headers.get('cache-control')).toBe('no-store');
  expect(slips.bytes.subarray(0, 5).toString()).toBe('%PDF-');
  // Three classes, the last of them small: a sheet each.
  expect(slips.bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(3);

  const { items: units } = countsIn(await ask('GET', `imports/${id}/slip-counts`));
  expect(units).toMatchObject([{ slips: 94 }]);
  const { items: groups } = countsIn(await ask('GET', `imports/${id}/slip-counts?unitId=${units[0]?.id}`));
  expect(groups.map(({ name }) => name)).toEqual(['10A1', '11A1', '12A1']);
  const one = await ask('GET', `imports/${id}/slips.pdf?unitId=${units[0]?.id}&classId=${groups[2]?.id}`);
  expect(one.bytes.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1);
}, 60_000);

test('the faulty rows of names split under one header come back split', async () => {
  const header = ['Họ và tên', '', 'Mã học sinh', 'Mã trường', 'Lớp', 'Năm học'];
  const person = (given: string, code: string, group: string) => [
    'Nguyễn Văn',
    given,
    code,
    unit,
    group,
    '2026-2027',
  ];
  const rows = [
    header,
    person('An', 'TACH1', '10A1'),
    person('Nam', 'TACH2', ''),
    person('Bình', 'TACH3', '10A1'),
  ];
  const sent = viewOf(await upload(await buffer(xlsxOf([{ name: 'Tách', rows }]))));
  await reached(sent.id, 'ready');
  const { bytes } = await ask('GET', `imports/${sent.id}/errors.xlsx`);
  const [headers = [], faulty = []] = (await all(readRows(bytes))).map(({ cells }) => [...cells]);
  expect(headers.slice(0, 2)).toEqual(['Họ và tên đệm', 'Tên']);
  const again = viewOf(
    await upload(await buffer(xlsxOf([{ name: 'Sửa', rows: [headers, faulty.with(4, '10A1')] }]))),
  );
  expect(await reached(again.id, 'ready')).toMatchObject({ fault: null, counts: { create: 1, error: 0 } });
});

test.each(['staff', 'students', 'units'])(
  'the template for %s is understood without a word',
  async (kind) => {
    const [xlsx, csv] = [
      await ask('GET', `import-kinds/${kind}/template.xlsx`),
      await ask('GET', `import-kinds/${kind}/template.csv`),
    ];
    const rows = (await all(readRows(xlsx.bytes))).map(({ cells }) =>
      cells.map((cell) => cell.replace(' *', '')),
    );
    expect((await all(readRows(csv.bytes))).map(({ cells }) => cells)).toEqual(rows);
    const answered = await ask('POST', `imports?kind=${kind}&fileName=mau.xlsx`, new Uint8Array(xlsx.bytes));
    const view = await reached(viewOf(answered).id, 'ready');
    expect(view.fault).toBeNull();
    expect(view.columns.every(({ field }) => field !== null)).toBe(true);
  },
);

describe('what is not taken at the door', () => {
  test('more than 30 MB, by what it announces and by what comes', async () => {
    const large = new Uint8Array(31 * 1024 * 1024);
    const announced = await ask('POST', 'imports?kind=staff&fileName=x', large);
    expect([announced.status, codeOf(announced)]).toEqual([413, 'common.tooLarge']);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(new Uint8Array(1024 * 1024));
      },
    });
    const streamed = await ask('POST', 'imports?kind=staff&fileName=x', endless, octets, {
      duplex: 'half',
    } as RequestInit);
    expect([streamed.status, codeOf(streamed)]).toEqual([413, 'common.tooLarge']);
    const open = viewsOf(await ask('GET', 'imports?kind=staff')).filter(({ state }) => state === 'uploading');
    expect(open).toEqual([]);
  });

  test('nothing, and what is no file', async () => {
    const empty = await ask('POST', 'imports?kind=staff&fileName=x', new Uint8Array(0));
    expect([empty.status, codeOf(empty)]).toEqual([400, 'imports.empty']);
    const json = await ask('POST', 'imports?kind=staff&fileName=x', '{}', 'application/json');
    expect([json.status, codeOf(json)]).toEqual([415, 'common.unsupportedType']);
    const unnamed = await ask('POST', 'imports?kind=aliens', new Uint8Array(3));
    expect([unnamed.status, codeOf(unnamed)]).toEqual([400, 'common.invalid']);
  });

  test('a file where none belongs', async () => {
    const { status } = await ask('POST', 'sessions', new Uint8Array(3));
    expect(status).toBe(415);
  });

  test('any other body that comes too slowly', async () => {
    const { port, hostname } = new URL(bed.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      'POST /api/v1/sessions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
    );
    // It trickles on, so that it is never idle.
    const trickle = setInterval(() => socket.write(' '), 1000);
    socket.on('error', () => undefined);
    socket.resume();
    await once(socket, 'close');
    clearInterval(trickle);
  }, 40_000);

  test('anything from somebody who may not import', async () => {
    const teacher = `Bearer ${await bed.as('teacher')}`;
    const { status } = await ask('POST', 'imports?kind=staff&fileName=x', new Uint8Array(3), octets, {
      headers: { authorization: teacher, 'content-type': octets },
    });
    expect(status).toBe(403);
  });
});

const viewsOf = ({ bytes }: { bytes: Buffer }): ImportView[] =>
  (JSON.parse(bytes.toString()) as { items: ImportView[] }).items;
