import { body } from '@diemcau/client/rest';
import type { ImportView } from '@diemcau/contracts/identity/imports';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, dir, done, restAs, standCli, unitCode } from './cli-bed.js';

standCli(['identity', 'meetings', 'gateway']);

interface Named {
  readonly id: string;
}
const inDir = (name: string): string => join(dir, name);
function sheet(name: string, ...rows: string[]): string {
  writeFileSync(inDir(name), rows.join('\n'));
  return inDir(name);
}

/** As docs/{vi,en}/command-line.md tell it. */
describe('a morning of the IT operator of a province: three lists come in by the command line alone', () => {
  const start = (file: string, kind: string, ...more: string[]) =>
    done<ImportView>('import', 'start', file, '--kind', kind, ...more);
  let pupils: string;

  test('the template comes down, and the units go in', async () => {
    expect((await cli(['import', 'template', 'units', '-o', inDir('mau.csv')])).code).toBe(0);
    const [header = ''] = readFileSync(inDir('mau.csv'), 'utf8').split('\r\n');
    expect(header).toContain('Mã đơn vị');
    const file = sheet(
      'don-vi.csv',
      'Mã đơn vị;Tên đơn vị;Loại đơn vị;Mã đơn vị cấp trên',
      `thpt-sang-1;Trường THPT Sáng 1;Trường;${unitCode}`,
      `thpt-sang-2;Trường THPT Sáng 2;Trường;${unitCode}`,
    );
    const tried = await start(file, 'units');
    expect([tried.state, tried.counts.create]).toEqual(['ready', 2]);
    expect((await done<{ items: unknown[] }>('import', 'rows', tried.id)).items).toHaveLength(2);
    expect((await cli(['import', 'write', tried.id])).out).toContain('done');
  });

  test('the staff go in; the faulty row comes back, is corrected, and goes in too', async () => {
    const file = sheet(
      'can-bo.csv',
      'Mã cán bộ;Họ và tên;Mã đơn vị',
      'CB-S1;Nguyễn Thị Sáng;thpt-sang-1',
      'CB-S2;Trần Văn Sáng;thpt-sang-9',
    );
    const tried = await start(file, 'staff');
    expect([tried.counts.create, tried.counts.error]).toEqual([1, 1]);
    expect((await cli(['import', 'rows', tried.id, '--outcome', 'error'])).out).toContain('thpt-sang-9');
    const faulty = inDir('can-bo-loi.csv');
    expect((await cli(['import', 'errors', tried.id, '-o', faulty])).code).toBe(0);
    expect((await cli(['import', 'write', tried.id])).code).toBe(0);
    writeFileSync(faulty, readFileSync(faulty, 'utf8').replace('thpt-sang-9', 'thpt-sang-2'));
    const again = await start(faulty, 'staff', '--write');
    expect([again.state, again.counts.create, again.counts.error]).toEqual(['done', 1, 0]);
  });

  test('the students go in, with their classes, and their slips are saved', async () => {
    const file = sheet(
      'hoc-sinh.csv',
      'Mã học sinh;Họ và tên;Mã trường;Lớp;Năm học',
      'HS-S1;Lê Thị Nắng;thpt-sang-1;10A1;2026-2027',
      'HS-S2;Phạm Văn Mưa;thpt-sang-1;10A1;2026-2027',
    );
    const { id, counts } = await start(file, 'students', '--write');
    expect(counts.create).toBe(2);
    pupils = id;
    expect((await cli(['import', 'slip-counts', id])).out).toContain('Trường THPT Sáng 1');
    const saved = inDir('phieu.pdf');
    expect((await cli(['import', 'slips', id, '--unit', 'thpt-sang-1', '-o', saved])).code).toBe(0);
    expect(readFileSync(saved, 'latin1').slice(0, 5)).toBe('%PDF-');
    const ofClass = inDir('phieu-10a1.pdf');
    const slips = ['classes', 'slips', 'thpt-sang-1/10A1', '--import', id, '-o', ofClass];
    expect((await cli(slips)).code).toBe(0);
    expect(readFileSync(ofClass, 'latin1').slice(0, 5)).toBe('%PDF-');
  });

  test('everybody is there over REST, and the three imports are listed', async () => {
    const rest = await restAs('departmentAdmin');
    const named = async (q: string) =>
      (await body(rest.GET('/api/v1/users', { params: { query: { q } } }))).items.map(
        ({ code, unitName, className }) => [code, unitName, className],
      );
    expect(await named('CB-S2')).toEqual([['CB-S2', 'Trường THPT Sáng 2', null]]);
    expect(await named('HS-S1')).toEqual([['HS-S1', 'Trường THPT Sáng 1', '10A1']]);
    const { items } = await done<{ items: Named[] }>('import', 'list', '--kind', 'students');
    expect(items.map(({ id }) => id)).toContain(pupils);
  });

  test('an import that nobody wants is cancelled, and its columns can be looked at', async () => {
    const file = sheet('thua.csv', 'Mã cán bộ;Họ và tên;Mã đơn vị', `CB-S3;Hồ Thị Thừa;${unitCode}`);
    const { id } = await start(file, 'staff');
    expect((await cli(['import', 'columns', id])).out).toContain('Mã cán bộ');
    expect((await cli(['import', 'cancel', id])).code).toBe(2);
    expect((await cli(['import', 'cancel', id, '--yes'])).out).toContain('cancelled');
  });
});

describe('meetings', () => {
  const post = async (path: string, content: object): Promise<string> => {
    const call = ['api', 'POST', path, '--body', '-', '--json'];
    const { out, err } = await cli(call, {}, JSON.stringify(content));
    expect(err).toBe('');
    return (JSON.parse(out) as Named).id;
  };

  test('a plan, its series and a meeting are made, listed and shown', async () => {
    const unitId = (await done<Named>('units', 'show', unitCode)).id;
    const planId = await post('plans', { unitId, year: 2031, month: null, title: 'Kế hoạch năm 2031' });
    expect((await cli(['plans', 'list', '--year', '2031'])).out).toContain('Kế hoạch năm 2031');
    const rule = { rule: 'FREQ=MONTHLY;BYMONTHDAY=25', firstDay: '2031-01-01', startsAt: '08:00' };
    const nobody = { chairId: null, directorId: null, secretaryId: null };
    const template = { ...nobody, roomId: null, composition: null, sites: [], agenda: [], dispatch: null };
    const kind = { kind: 'briefing', title: 'Giao ban tháng', durationMin: 120, shift: 'nextWorkingDay' };
    const seriesId = await post('series', { ...rule, ...kind, unitId, planId, template });
    expect((await cli(['plans', 'show', planId])).out).toContain('Giao ban tháng');
    expect((await cli(['series', 'list', '--plan', planId, '--csv'])).out).toContain(seriesId);
    expect((await cli(['series', 'show', seriesId])).out).toContain('FREQ=MONTHLY');
    const times = { startsAt: '2031-02-20T08:00:00+07:00', endsAt: '2031-02-20T10:00:00+07:00' };
    const id = await post('occurrences', {
      kind: 'conference',
      title: 'Hội nghị tháng Hai',
      unitId,
      ...times,
    });
    expect((await cli(['meetings', 'list', '-q', 'Hội nghị tháng Hai'])).out).toContain(id);
    expect((await cli(['meetings', 'show', id])).out).toContain('Hội nghị tháng Hai');
    expect((await cli(['calendar', unitCode, '--month', '2031-02'])).out).toContain('Hội nghị tháng Hai');
    expect((await cli(['calendar', unitCode, '--month', '2031-13'])).code).toBe(2);
    expect((await cli(['checks', 'show', id])).code).toBe(0);
    expect((await cli(['checks', 'list'])).code).toBe(0);
  });

  test('the sites are listed, and a report is exported', async () => {
    const { items } = await done<{ items: { name: string }[] }>('sites', 'list');
    expect((await cli(['sites', 'show', items[0]?.name ?? ''])).out).toContain(items[0]?.name);
    const unitId = (await done<Named>('units', 'show', unitCode)).id;
    const id = await post('annual-reports', { unitId, year: 2026 });
    expect((await cli(['reports', 'list', '--year', '2026'])).out).toContain(id);
    expect((await cli(['reports', 'export', id, '-o', inDir('bao-cao.pdf')])).code).toBe(0);
    expect(readFileSync(inDir('bao-cao.pdf'), 'latin1').slice(0, 5)).toBe('%PDF-');
    const rollUp = ['reports', 'roll-up', '--unit', unitCode, '--year', '2026', '-o', inDir('gop.xlsx')];
    expect((await cli(rollUp)).code).toBe(0);
    expect(readFileSync(inDir('gop.xlsx'), 'latin1').slice(0, 2)).toBe('PK');
    expect((await cli(['reports', 'export', id, '-o', 'bao-cao.txt'])).code).toBe(2);
  });
});
