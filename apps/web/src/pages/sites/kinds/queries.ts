import { body } from '@diemcau/client/rest';
import type { ApplySchedule, MaintenanceSchedule } from '@diemcau/contracts/meetings/maintenance';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { type List, useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';
import { maintenanceKey } from '../equipment/queries';

/** A province has a few dozen at most: one page. */
export const useKindSchedules = (): List<MaintenanceSchedule> =>
  useList({
    key: [...maintenanceKey, 'kinds'],
    fetch: async () => {
      const { items } = await body(
        rest.GET('/api/v1/maintenance/schedules', { params: { query: { ofKinds: true, limit: 200 } } }),
      );
      return { items, nextCursor: null, total: items.length };
    },
  });

export const previewQuery = ({ scheduleId, ...query }: ApplySchedule) =>
  queryOptions({
    queryKey: [...maintenanceKey, 'preview', scheduleId, query],
    queryFn: () =>
      body(
        rest.GET('/api/v1/maintenance/schedules/{scheduleId}/apply', {
          params: { path: { scheduleId }, query },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const applySchedule = ({ scheduleId, ...wish }: ApplySchedule) =>
  body(
    rest.POST('/api/v1/maintenance/schedules/{scheduleId}/apply', {
      params: { path: { scheduleId } },
      body: wish,
    }),
  );
