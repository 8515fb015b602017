import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import {
  type ImportKindName,
  importPartBytes,
  type ImportRow,
  ImportsClient,
  type ImportView,
  type RowOutcome,
} from '@diemcau/contracts/identity/imports';
import type { Role } from '@diemcau/contracts/identity/roles';
import { csvOf } from '@diemcau/spreadsheets/write/csv';
import { eventually, type TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { type Maker, startIdentity, userCaller } from './identity.js';

/** A province with schools, and short ways to import into it. */
export class ImportsBed {
  private constructor(
    readonly bed: TestBed,
    readonly make: Maker,
    readonly imports: ImportsClient,
    readonly province: string,
  ) {}

  static async start(): Promise<ImportsBed> {
    const { bed, make } = await startIdentity();
    const province = await make.unit('Sở Giáo dục và Đào tạo Thanh Hoá', { code: 'so' });
    return new ImportsBed(bed, make, bed.client(ImportsClient), province);
  }

  school(code: string, parentId = this.province): Promise<string> {
    return this.make.unit(`Trường ${code.toUpperCase()}`, { parentId, type: 'school', code });
  }

  /** Somebody with a role over a unit and everything below it. */
  async holder(role: Role, unitId: string): Promise<UserCaller> {
    const userId = await this.make.user(`nguoi-${randomUUID().slice(0, 8)}`, { unitId });
    return userCaller(userId, randomUUID(), [await this.make.grant(userId, role, unitId)]);
  }

  async upload(
    kind: ImportKindName,
    file: Buffer,
    caller: Caller,
    fileName = 'danh-sach',
  ): Promise<ImportView> {
    const { id: importId } = await this.imports.begin({ kind, fileName }, caller);
    const parts = Math.ceil(file.length / importPartBytes);
    for (let sequence = 0; sequence < parts; sequence++) {
      const data = file.subarray(sequence * importPartBytes, (sequence + 1) * importPartBytes);
      await this.imports.addPart({ importId, sequence, data: data.toString('base64') }, caller);
    }
    return this.imports.complete({ importId, parts, bytes: file.length }, caller);
  }

  until(importId: string, caller: Caller, ...states: ImportView['state'][]): Promise<ImportView> {
    return eventually(
      () => this.imports.find({ importId }, caller),
      ({ state }) => states.includes(state),
      45_000,
    );
  }

  /** Uploads and waits for the dry run. */
  async tried(kind: ImportKindName, file: Buffer, caller: Caller): Promise<ImportView> {
    const { id } = await this.upload(kind, file, caller);
    return this.until(id, caller, 'ready', 'failed');
  }

  /** Uploads, starts what is ready and waits for the end. */
  async imported(kind: ImportKindName, file: Buffer, caller: Caller): Promise<ImportView> {
    const view = await this.tried(kind, file, caller);
    if (view.state === 'failed') return view;
    await this.imports.start({ importId: view.id }, caller);
    return this.until(view.id, caller, 'done', 'failed');
  }

  async rows(importId: string, caller: Caller, outcome?: RowOutcome): Promise<ImportRow[]> {
    const all: ImportRow[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.imports.rows(
        { importId, limit: 200, ...(outcome && { outcome }), ...(cursor && { cursor }) },
        caller,
      );
      all.push(...page.items);
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    return all;
  }

  /** What is wrong, as `row column code`. */
  async faults(importId: string, caller: Caller): Promise<string[]> {
    const rows = await this.rows(importId, caller, 'error');
    return rows.flatMap(({ row, faults }) => faults.map(({ column, code }) => `${row} ${column} ${code}`));
  }
}

export const csv = (...rows: readonly (readonly string[])[]): Promise<Buffer> => buffer(csvOf(rows));

export const students = (...rows: readonly (readonly string[])[]): Promise<Buffer> =>
  csv(['Họ và tên', 'Mã học sinh', 'Mã trường', 'Lớp', 'Năm học', 'Ngày sinh', 'SĐT phụ huynh'], ...rows);

export const staff = (...rows: readonly (readonly string[])[]): Promise<Buffer> =>
  csv(['Họ tên', 'Mã cán bộ', 'Mã đơn vị', 'Vai trò', 'Email', 'Điện thoại'], ...rows);
