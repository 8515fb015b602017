import type {
  ImportColumn,
  ImportCounts,
  ImportFault,
  ImportKindName,
  ImportState,
} from '@diemcau/contracts/identity/imports';
import type { KeyCaller, UserCaller } from '@diemcau/contracts/core/caller';
import type { RequestContext } from '@diemcau/service/log/request-context';

/** Who imports: a person or a program, with the rights of the moment. */
export type ImportCaller = UserCaller | KeyCaller;

export interface ChosenColumn {
  readonly column: number;
  readonly field: string;
}

/** A row of `imports`. */
export interface ImportRecord {
  readonly id: string;
  readonly provinceId: string;
  readonly kind: ImportKindName;
  readonly fileName: string;
  readonly state: ImportState;
  readonly actorId: string;
  /** As it was when the import was begun or started. */
  readonly caller: ImportCaller;
  /** The request in which it was begun or started: for the audit log. */
  readonly asked: RequestContext;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  readonly headerRow: number | null;
  readonly columns: ImportColumn[];
  readonly chosen: ChosenColumn[] | null;
  readonly fault: ImportFault | null;
  readonly done: number;
  readonly total: number | null;
  readonly counts: ImportCounts;
  readonly attempts: number;
}

export const importColumns = `id, province_id AS "provinceId", kind, file_name AS "fileName", state,
  actor_id AS "actorId", caller, asked, created_by AS "createdBy", created_at AS "createdAt",
  finished_at AS "finishedAt", header_row AS "headerRow", columns, chosen, fault, done, total, counts, attempts`;

export const actorIdOf = (caller: ImportCaller): string =>
  caller.kind === 'user' ? caller.userId : caller.keyId;
