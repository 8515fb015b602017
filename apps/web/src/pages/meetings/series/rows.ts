import type { Gap, PreviewDate, SeriesPreview } from '@diemcau/contracts/meetings/recurrence';

/** A line of the preview: a date, or why there is none in a month. */
export type Row =
  | { readonly kind: 'date'; readonly at: string; readonly date: PreviewDate }
  | { readonly kind: 'gap'; readonly at: string; readonly gap: Gap };

const two = (n: number): string => String(n).padStart(2, '0');

/** Dates and gaps in the order of the calendar; a day that does not exist comes at the end of its month. */
export function rowsOf({ dates, gaps }: SeriesPreview): Row[] {
  const rows: Row[] = [
    ...dates.map((date): Row => ({ kind: 'date', at: date.nominal, date })),
    ...gaps.map((gap): Row => ({
      kind: 'gap',
      at: `${gap.year}-${two(gap.month)}-${gap.kind === 'noSuchDay' ? '99' : two(gap.monthDay)}`,
      gap,
    })),
  ];
  return rows.sort((a, b) => (a.at < b.at ? -1 : 1));
}
