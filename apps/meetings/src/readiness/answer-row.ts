import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type {
  AnswerReadiness,
  ChecklistItem,
  ReadinessItem,
  ReadinessResult,
} from '@diemcau/contracts/meetings/readiness';

import { resultAt } from './checklists.service.js';

export interface AnswerRow {
  readonly key: string;
  readonly result: ReadinessResult;
  readonly commitment: string | null;
  readonly actual: string | null;
  readonly dueOn: string | null;
  readonly expiresOn: string | null;
  readonly reason: string | null;
  readonly byId: string | null;
  readonly at: Date;
  readonly photoIds: string[];
  readonly version: number;
}

export const answerColumns = `key, result, commitment, actual, due_on::text AS "dueOn", expires_on::text AS "expiresOn",
  reason, by_id AS "byId", at, photo_ids AS "photoIds", version`;

/** Days compare as text. */
const isOver = (lastDay: string | null, today: string): boolean => lastDay !== null && lastDay < today;

/**
 * A pass holds from when it was proved: words that are changed later do not prove it again. Anew after another answer, after it
 * ran out, and with a photo that was not there.
 * @param usual the last day of a pass proved today
 */
export function lastDayOf(
  { result, expiresOn, photoIds = [] }: Pick<AnswerReadiness, 'result' | 'expiresOn' | 'photoIds'>,
  before: Pick<AnswerRow, 'result' | 'expiresOn' | 'photoIds'> | undefined,
  usual: string | null,
  today: string,
): string | null {
  if (result !== 'pass') return null;
  if (expiresOn !== undefined) return expiresOn;
  const held = before?.result === 'pass' && !isOver(before.expiresOn, today);
  return held && photoIds.every((id) => before.photoIds.includes(id)) ? before.expiresOn : usual;
}

export function toItem(
  item: ChecklistItem,
  answer: AnswerRow | undefined,
  photos: ReadonlyMap<string, StoredFile>,
  { today, capacity }: { readonly today: string; readonly capacity: number },
): ReadinessItem {
  const { result, expiresOn } = resultAt(item, answer, capacity, today);
  const dueOn = answer?.dueOn ?? null;
  const holds = result === 'pass' || result === 'waived';
  const expired = holds && isOver(expiresOn, today);
  return {
    ...item,
    result,
    expired,
    commitment: answer?.commitment ?? null,
    actual: item.seats === null ? (answer?.actual ?? null) : String(capacity),
    dueOn,
    overdue: (!holds || expired) && isOver(dueOn, today),
    expiresOn,
    reason: result === 'waived' ? (answer?.reason ?? null) : null,
    byId: answer?.byId ?? null,
    at: answer?.at.toISOString() ?? null,
    photos: (answer?.photoIds ?? []).flatMap((id) => photos.get(id) ?? []),
    answerVersion: answer?.version ?? 0,
  };
}

/** The same day so many months later, or the last of that month. `YYYY-MM-DD` */
export function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0));
  const wanted = new Date(Date.UTC(year, month - 1 + months, Math.min(date, last.getUTCDate())));
  return wanted.toISOString().slice(0, 10);
}
