import type { RosterEntry } from '@diemcau/contracts/identity/roster';
import type { UserLine } from '@diemcau/contracts/identity/user-views';
import { buffer, text } from 'node:stream/consumers';
import { rosterTable, tableFile, usersTable } from '../src/identity/people-files.js';

const person = (displayName: string, of: Partial<UserLine> = {}): UserLine => ({
  id: '0b8f6f3e-6f0e-4c39-8a57-6d6f2f7f0001',
  displayName,
  unitId: '0b8f6f3e-6f0e-4c39-8a57-6d6f2f7f0002',
  unitName: 'Trường Mẫu',
  userName: 'mau',
  code: 'GV-1',
  kind: 'staff',
  state: 'active',
  className: null,
  version: 1,
  email: null,
  phone: '0912 345 678',
  birthDate: '1990-02-28',
  ...of,
});

/** As the service gives them: page by page. */
const paged =
  <Item>(...pages: readonly Item[][]) =>
  ({ cursor = '0' }: { cursor?: string }) => {
    const at = Number(cursor);
    return Promise.resolve({
      items: pages[at] ?? [],
      nextCursor: at + 1 < pages.length ? String(at + 1) : null,
    });
  };

test('a file of people has a header and everybody of every page, in the words and dates of the country', async () => {
  const table = await usersTable(
    paged([person('Nguyễn Văn Mẫu')], [person('Lê Mẫu', { kind: 'student', className: '9A' })]),
  );
  const lines = (await text(tableFile(table, 'nguoi-dung', 'csv').getStream())).split('\r\n');
  expect(lines).toEqual([
    'Mã,Họ và tên,Ngày sinh,Tên đăng nhập,Loại,Đơn vị,Lớp,Điện thoại,E-mail,Trạng thái',
    'GV-1,Nguyễn Văn Mẫu,28/02/1990,mau,"Cán bộ, giáo viên",Trường Mẫu,,0912 345 678,,Đang dùng',
    'GV-1,Lê Mẫu,28/02/1990,mau,Học sinh,Trường Mẫu,9A,0912 345 678,,Đang dùng',
    '',
  ]);
});

test('a name that a spreadsheet program would run as a formula is text', async () => {
  const table = await usersTable(paged([person('=HYPERLINK("http://ke-gian")')]));
  const csv = await text(tableFile(table, 'nguoi-dung', 'csv').getStream());
  expect(csv).toContain(`"'=HYPERLINK(""http://ke-gian"")"`);
});

test('the roster comes as a workbook, too, with telephone numbers and training', async () => {
  const entry: RosterEntry = {
    id: '0b8f6f3e-6f0e-4c39-8a57-6d6f2f7f0003',
    unitId: '0b8f6f3e-6f0e-4c39-8a57-6d6f2f7f0002',
    unitName: 'Trường Mẫu',
    userId: null,
    name: 'Lê Văn Kỹ Thuật',
    phone: '0912 345 678',
    email: null,
    duties: 'Phụ trách chính',
    since: '2026-09-01',
    until: null,
    training: [
      {
        id: '0b8f6f3e-6f0e-4c39-8a57-6d6f2f7f0004',
        course: 'Vận hành',
        date: '2025-08-01',
        issuer: null,
        certificateNo: 'CN-01',
      },
    ],
    version: 1,
  };
  const csv = tableFile(await rosterTable(paged([entry])), 'danh-ba', 'csv');
  expect(await text(csv.getStream())).toContain(
    'Trường Mẫu,Lê Văn Kỹ Thuật,0912 345 678,,Phụ trách chính,01/09/2026,,"Vận hành, 01/08/2025, số CN-01"',
  );
  const xlsx = tableFile(await rosterTable(paged([entry])), 'danh-ba', 'xlsx');
  expect((await buffer(xlsx.getStream())).subarray(0, 2).toString()).toBe('PK');
});

test('a refusal is one before a byte is sent', async () => {
  await expect(usersTable(() => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
});
