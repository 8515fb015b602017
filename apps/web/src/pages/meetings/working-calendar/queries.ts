import { body } from '@diemcau/client/rest';
import type {
  AddCalendarDay,
  CalendarDay,
  CalendarYear,
  ChangeCalendarDay,
} from '@diemcau/contracts/meetings/calendar';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

const calendarKey = ['work', 'calendar'] as const;
/** Dates of series follow the calendar. */
export const calendarChanges = [calendarKey, ['work', 'series']] as const;

export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: [...calendarKey, year],
    queryFn: () => body(rest.GET('/api/v1/working-calendar', { params: { query: { year } } })),
  });

export const takeYear = (year: number): Promise<CalendarYear> =>
  body(rest.POST('/api/v1/working-calendar/years', { body: { year } }));

export const addDay = (wish: AddCalendarDay): Promise<CalendarDay> =>
  body(rest.POST('/api/v1/working-calendar/days', { body: wish }));

export const changeDay = ({ dayId, ...changes }: ChangeCalendarDay): Promise<CalendarDay> =>
  body(rest.PATCH('/api/v1/working-calendar/days/{dayId}', { params: { path: { dayId } }, body: changes }));

export const removeDay = (dayId: string) =>
  body(rest.DELETE('/api/v1/working-calendar/days/{dayId}', { params: { path: { dayId } } }));
