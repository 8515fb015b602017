import type { CalendarDay } from '@diemcau/contracts/meetings/calendar';

/** Of `calendar_days`, as the contract has them. */
export const dayColumns = `id, day::text, kind, name_vi AS "nameVi", name_en AS "nameEn", source,
  decision_number AS "decisionNumber", decision_date::text AS "decisionDate", version`;

export interface CalendarRow extends CalendarDay {
  readonly id: string;
  readonly provinceId: string;
}

export const toDto = ({ provinceId: _provinceId, ...shown }: CalendarRow): CalendarDay => shown;
