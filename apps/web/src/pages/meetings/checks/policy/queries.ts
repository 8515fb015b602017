import { body } from '@diemcau/client/rest';
import type { SetCheckPolicy } from '@diemcau/contracts/meetings/checks';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../../api/rest';
import { checksKey } from '../queries';

const path = '/api/v1/check-policies/{unitId}';
const of = (unitId: string) => ({ params: { path: { unitId } } });

export const policyQuery = (unitId: string) =>
  queryOptions({
    queryKey: [...checksKey, 'policy', unitId],
    queryFn: () => body(rest.GET(path, of(unitId))),
  });

export const resetPolicy = (unitId: string) => body(rest.DELETE(path, of(unitId)));

export const setPolicy = ({ unitId, ...policy }: SetCheckPolicy) =>
  body(rest.PUT(path, { ...of(unitId), body: policy }));
