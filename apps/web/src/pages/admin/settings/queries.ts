import { body } from '@diemcau/client/rest';
import type { ChangeSettings, ProvinceSettings } from '@diemcau/contracts/identity/settings';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const settingsKey = ['admin', 'settings'] as const;

export const settingsQuery = () =>
  queryOptions({ queryKey: settingsKey, queryFn: () => body(rest.GET('/api/v1/settings')) });

export const changeSettings = (changes: ChangeSettings): Promise<ProvinceSettings> =>
  body(rest.PATCH('/api/v1/settings', { body: changes }));
