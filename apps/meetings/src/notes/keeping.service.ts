import type { Caller } from '@diemcau/contracts/core/caller';
import { Audit } from '@diemcau/service/audit/audit';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { FilesService } from '../files/files.service.js';

interface OfNote {
  readonly id: string;
  readonly unitId: string;
}

/** Evidence is read through its note; whoever learns the file's id still needs this. */
const attachment = { permission: 'notes.write' } as const;

/** What goes along with every change of a note: its evidence, and the audit log. */
@Injectable()
export class NoteKeepingService {
  constructor(
    private readonly files: FilesService,
    private readonly audit: Audit,
  ) {}

  /** @throws Failure `files.*` */
  async keep(
    manager: EntityManager,
    { id, unitPath }: OfNote & { readonly unitPath: readonly string[] },
    before: readonly string[],
    after: readonly string[],
    caller: Caller,
  ): Promise<void> {
    if (before[0] === after[0]) return;
    await this.files.replace(manager, before, after, unitPath, caller, attachment);
    await manager.query('UPDATE notes SET evidence_id = $2 WHERE id = $1', [id, after[0] ?? null]);
  }

  /** Ids alone: who reads the audit log need not know what a note says (I32). */
  async tell(manager: EntityManager, action: string, { id, unitId }: OfNote, caller: Caller): Promise<void> {
    await this.audit.record(manager, caller, { action, unitId, object: { kind: 'note', id } });
  }
}
