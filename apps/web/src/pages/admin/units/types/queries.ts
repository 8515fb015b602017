import { body } from '@diemcau/client/rest';
import type { ChangeUnitType, DefineUnitType } from '@diemcau/contracts/identity/unit-types';
import { rest } from '../../../../api/rest';

export const unitTypesKey = ['admin', 'unit-types'] as const;

export const defineType = (input: DefineUnitType) => body(rest.POST('/api/v1/unit-types', { body: input }));

export const changeType = ({ key, ...change }: ChangeUnitType) =>
  body(rest.PATCH('/api/v1/unit-types/{key}', { params: { path: { key } }, body: change }));
