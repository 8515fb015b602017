import type { ScoreSheet, SetScoreSheet } from '@diemcau/contracts/meetings/scoring';
import { areCriteria, type CriterionRow } from '../../rows/CriteriaFields';
import { type Keyed, keyed } from '../../rows/rows';

export interface ContestantRow {
  readonly id?: string;
  readonly name: string;
  readonly unitName: string | null;
}
export interface JurorRow {
  readonly id: string;
  readonly name: string | null;
}
/** A sheet while it is being written. */
export interface SheetDraft {
  readonly criteria: readonly Keyed<CriterionRow>[];
  readonly jury: readonly JurorRow[];
  readonly contestants: readonly Keyed<ContestantRow>[];
}

export const draftOf = ({ criteria, jury, contestants }: ScoreSheet): SheetDraft => ({
  criteria: keyed(criteria),
  jury: jury.map(({ id, name }) => ({ id, name })),
  contestants: keyed(contestants.map(({ id, name, unitName }) => ({ id, name, unitName }))),
});

/** As it is sent; lines that were left empty are none. */
export function sheetOf(draft: SheetDraft): Pick<SetScoreSheet, 'criteria' | 'juryIds' | 'contestants'> {
  return {
    criteria: draft.criteria.map(({ id, title, maxPoints }) => ({
      ...(id !== undefined && { id }),
      title: title.trim(),
      maxPoints,
    })),
    juryIds: draft.jury.map(({ id }) => id),
    contestants: draft.contestants
      .filter(({ name }) => name.trim() !== '')
      .map(({ id, name, unitName }) => ({
        ...(id !== undefined && { id }),
        name: name.trim(),
        unitName: unitName?.trim() || null,
      })),
  };
}

export const isWhole = ({ criteria }: SheetDraft): boolean => criteria.length > 0 && areCriteria(criteria);

/** What loses scores when the draft takes the place of the sheet. */
export interface Losses {
  readonly criteria: number;
  readonly contestants: number;
  readonly jury: number;
  readonly lower: number;
}
export function lossesOf(draft: SheetDraft, sheet: ScoreSheet): Losses {
  const kept = sheetOf(draft);
  const gone = (ids: readonly string[], left: readonly (string | undefined)[]) =>
    ids.filter((id) => !left.includes(id)).length;
  return {
    criteria: gone(
      sheet.criteria.map(({ id }) => id),
      kept.criteria.map(({ id }) => id),
    ),
    contestants: gone(
      sheet.contestants.map(({ id }) => id),
      kept.contestants.map(({ id }) => id),
    ),
    jury: gone(
      sheet.jury.map(({ id }) => id),
      kept.juryIds,
    ),
    lower: sheet.criteria.filter(({ id, maxPoints }) =>
      kept.criteria.some((one) => one.id === id && one.maxPoints < maxPoints),
    ).length,
  };
}
export const loses = (losses: Losses): boolean => Object.values(losses).some((n: number) => n > 0);
