import type { StoredFile } from '@diemcau/contracts/meetings/files';
import type { ChecklistItem, ReadinessItem, ReadinessResult } from '@diemcau/contracts/meetings/readiness';

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

export function toItem(
  item: ChecklistItem,
  answer: AnswerRow | undefined,
  photos: ReadonlyMap<string, StoredFile>,
  today: string,
): ReadinessItem {
  const result = answer?.result ?? 'missing';
  const expiresOn = answer?.expiresOn ?? null;
  const dueOn = answer?.dueOn ?? null;
  const holds = result === 'pass' || result === 'waived';
  const expired = holds && isOver(expiresOn, today);
  return {
    ...item,
    result,
    expired,
    commitment: answer?.commitment ?? null,
    actual: answer?.actual ?? null,
    dueOn,
    overdue: (!holds || expired) && isOver(dueOn, today),
    expiresOn,
    reason: answer?.reason ?? null,
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
