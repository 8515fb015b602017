import type { Caller, UserCaller } from '@diemcau/contracts/core/caller';
import { RosterClient } from '@diemcau/contracts/identity/roster';
import { type FilePurpose, FilesClient, type StoredFile } from '@diemcau/contracts/meetings/files';
import { ReadinessClient } from '@diemcau/contracts/meetings/readiness';
import { type MakeSite, type Site, SitesClient } from '@diemcau/contracts/meetings/sites';
import type { TestBed } from '@diemcau/testing/service';
import { randomUUID } from 'node:crypto';

/** The smallest PNG there is: one white point. */
export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Makes sites and what hangs on them, as people do. */
export class SiteMaker {
  constructor(private readonly bed: TestBed) {}

  site(unitId: string, caller: Caller, more: Partial<MakeSite> = {}): Promise<Site> {
    const input = { unitId, name: `Phòng họp ${randomUUID().slice(0, 8)}`, capacity: 60, ...more };
    return this.bed.client(SitesClient).make(input, caller);
  }

  /** @returns the id of the roster's entry */
  async operator(unitId: string, caller: Caller, phone: string | null = '0912 345 678'): Promise<string> {
    const entry = { unitId, name: 'Nguyễn Văn Mẫu', duties: 'Phụ trách chính', since: '2020-01-01', phone };
    return (await this.bed.client(RosterClient).add(entry, caller)).id;
  }

  async file(purpose: FilePurpose, bytes: Buffer, caller: Caller): Promise<StoredFile> {
    const files = this.bed.client(FilesClient);
    const { fileId } = await files.begin({ purpose, name: `tep-${purpose}` }, caller);
    await files.addPart({ fileId, sequence: 0, data: bytes.toString('base64') }, caller);
    return files.complete({ fileId, parts: 1, bytes: bytes.length }, caller);
  }

  /** Ready by I8: everything waived, a line, an operator with a phone. */
  async readySite(unitId: string, admin: UserCaller): Promise<Site> {
    const [sites, readiness] = [this.bed.client(SitesClient), this.bed.client(ReadinessClient)];
    const site = await this.site(unitId, admin, { contractedMbps: 50 });
    const { items } = await readiness.of({ siteId: site.id }, admin);
    for (const { key } of items) {
      await readiness.waive({ siteId: site.id, key, answerVersion: 0, reason: 'Mẫu' }, admin);
    }
    const entryIds = [await this.operator(unitId, admin)];
    return sites.setOperators({ siteId: site.id, version: site.version, entryIds }, admin);
  }
}
