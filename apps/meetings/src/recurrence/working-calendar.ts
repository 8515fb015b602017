import { type Day, plusDays, weekdayOf } from './days.js';

/** Why nobody works on a day, as a preview says it: «25/01/2028 là ngày cận Tết». */
export interface OffDay {
  readonly kind: 'weekend' | 'holiday';
  readonly nameVi: string;
  readonly nameEn: string;
}

/** What a province works. */
export interface WorkingCalendar {
  /** Null on a working day. */
  off(day: Day): OffDay | null;
}

/** A day that is not as its weekday says. */
export interface SpecialDay {
  readonly kind: 'off' | 'working';
  readonly nameVi: string;
  readonly nameEn: string;
}

const weekend: Readonly<Record<number, OffDay>> = {
  0: { kind: 'weekend', nameVi: 'Chủ nhật', nameEn: 'a Sunday' },
  6: { kind: 'weekend', nameVi: 'thứ Bảy', nameEn: 'a Saturday' },
};

/** Saturdays and Sundays are off; what is listed says otherwise. */
export const calendarWith = (special: ReadonlyMap<Day, SpecialDay>): WorkingCalendar => ({
  off(day) {
    const listed = special.get(day);
    if (listed) return listed.kind === 'off' ? { ...listed, kind: 'holiday' } : null;
    return weekend[weekdayOf(day)] ?? null;
  },
});

/** Days that are looked through for a working one; the longest holidays have some ten. */
export const furthestDays = 60;

/** The nearest working day after (`1`) or before (`-1`) a day; null when none is near. */
export function nearestWorkingDay(calendar: WorkingCalendar, day: Day, direction: 1 | -1): Day | null {
  for (let days = 1; days <= furthestDays; days++) {
    const near = plusDays(day, direction * days);
    if (!calendar.off(near)) return near;
  }
  return null;
}
