import { body } from '@diemcau/client/rest';
import type {
  AddCatalogueItem,
  CatalogueItem,
  ChangeCatalogueItem,
} from '@diemcau/contracts/meetings/catalogue';
import type {
  AddDevice,
  ChangeDevice,
  SiteDevice,
  MoveDevice,
  RetireDevice,
} from '@diemcau/contracts/meetings/equipment';
import type {
  AddSchedule,
  CloseTask,
  DueMaintenance,
  MaintenanceTask,
  OpenTask,
  RecordMaintenance,
} from '@diemcau/contracts/meetings/maintenance';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';

export const equipmentKey = ['work', 'equipment'] as const;
export const catalogueKey = ['work', 'catalogue'] as const;
export const maintenanceKey = ['work', 'maintenance'] as const;

export const useDevices = (siteId: string): List<SiteDevice> =>
  useList({
    key: [...equipmentKey, 'site', siteId],
    inAddress: false,
    filters: ['state'],
    fetch: (page, { state }) =>
      body(
        rest.GET('/api/v1/devices', {
          params: { query: { ...page, siteId, ...(state === 'retired' && { state }) } },
        }),
      ),
  });
export const deviceQuery = (code: string) =>
  queryOptions({
    queryKey: [...equipmentKey, 'code', code],
    queryFn: () => body(rest.GET('/api/v1/devices/by-code/{code}', { params: { path: { code } } })),
  });
export const movesQuery = (deviceId: string) =>
  queryOptions({
    queryKey: [...equipmentKey, 'moves', deviceId],
    queryFn: () => body(rest.GET('/api/v1/devices/{deviceId}/moves', { params: { path: { deviceId } } })),
  });
export const addDevice = (input: AddDevice) => body(rest.POST('/api/v1/devices', { body: input }));
export const changeDevice = ({ deviceId, ...change }: ChangeDevice) =>
  body(rest.PATCH('/api/v1/devices/{deviceId}', { params: { path: { deviceId } }, body: change }));
export const moveDevice = ({ deviceId, ...move }: MoveDevice) =>
  body(rest.POST('/api/v1/devices/{deviceId}/move', { params: { path: { deviceId } }, body: move }));
export const retireDevice = ({ deviceId, ...act }: RetireDevice) =>
  body(rest.POST('/api/v1/devices/{deviceId}/retire', { params: { path: { deviceId } }, body: act }));

export const useCatalogue = (): List<CatalogueItem> =>
  useList({
    key: [...catalogueKey, 'list'],
    filters: ['purpose', 'retired'],
    fetch: (page, { purpose, retired }) =>
      body(
        rest.GET('/api/v1/catalogue', {
          params: {
            query: {
              ...page,
              ...(purpose && { purpose: purpose as CatalogueItem['purpose'] }),
              ...(retired && { includeRetired: true }),
            },
          },
        }),
      ),
  });
/** For choosing one: a province has a few dozen. */
export const itemsQuery = () =>
  queryOptions({
    queryKey: [...catalogueKey, 'all'],
    queryFn: () => body(rest.GET('/api/v1/catalogue', { params: { query: { limit: 200 } } })),
  });
export const addItem = (input: AddCatalogueItem) => body(rest.POST('/api/v1/catalogue', { body: input }));
export const changeItem = ({ itemId, ...change }: ChangeCatalogueItem) =>
  body(rest.PATCH('/api/v1/catalogue/{itemId}', { params: { path: { itemId } }, body: change }));

export const useDue = (): List<DueMaintenance> =>
  useList({
    key: [...maintenanceKey, 'due'],
    filters: ['unitId', 'state'],
    fetch: (page, { unitId, state }) =>
      body(
        rest.GET('/api/v1/maintenance/due', {
          params: {
            query: {
              ...page,
              ...(unitId && { unitId }),
              ...((state === 'late' || state === 'soon') && { state }),
            },
          },
        }),
      ),
  });
export const useTasks = ({
  siteId,
  deviceId,
}: {
  siteId: string | undefined;
  deviceId: string | undefined;
}): List<MaintenanceTask> =>
  useList({
    key: [...maintenanceKey, 'tasks', siteId ?? null, deviceId ?? null],
    inAddress: false,
    fetch: (page) =>
      body(
        rest.GET('/api/v1/maintenance/tasks', {
          params: { query: { ...page, ...(siteId && { siteId }), ...(deviceId && { deviceId }) } },
        }),
      ),
  });
export const schedulesQuery = (deviceId: string) =>
  queryOptions({
    queryKey: [...maintenanceKey, 'schedules', deviceId],
    queryFn: () => body(rest.GET('/api/v1/maintenance/schedules', { params: { query: { deviceId } } })),
  });
export const logQuery = (deviceId: string) =>
  queryOptions({
    queryKey: [...maintenanceKey, 'log', deviceId],
    queryFn: () =>
      body(
        rest.GET('/api/v1/devices/{deviceId}/maintenance', {
          params: { path: { deviceId }, query: { limit: 50 } },
        }),
      ),
  });
export const addSchedule = (input: AddSchedule) =>
  body(rest.POST('/api/v1/maintenance/schedules', { body: input }));
export const endSchedule = (scheduleId: string) =>
  body(rest.DELETE('/api/v1/maintenance/schedules/{scheduleId}', { params: { path: { scheduleId } } }));
export const recordMaintenance = ({ deviceId, ...entry }: RecordMaintenance) =>
  body(rest.POST('/api/v1/devices/{deviceId}/maintenance', { params: { path: { deviceId } }, body: entry }));
export const openTask = (input: OpenTask) => body(rest.POST('/api/v1/maintenance/tasks', { body: input }));
export const closeTask = ({ taskId, result }: CloseTask) =>
  body(
    rest.POST('/api/v1/maintenance/tasks/{taskId}/close', { params: { path: { taskId } }, body: { result } }),
  );
