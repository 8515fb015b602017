import { body } from '@diemcau/client/rest';
import type { SetChecklist } from '@diemcau/contracts/meetings/readiness';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

export const readinessKey = ['work', 'readiness'] as const;

export const rollUpQuery = (unitId: string | undefined) =>
  queryOptions({
    queryKey: [...readinessKey, 'rollUp', unitId ?? null],
    queryFn: () => body(rest.GET('/api/v1/readiness', { params: { query: { ...(unitId && { unitId }) } } })),
  });

export const costSumsQuery = (unitId: string | undefined, year: number) =>
  queryOptions({
    queryKey: [...readinessKey, 'costs', unitId ?? null, year],
    queryFn: () =>
      body(rest.GET('/api/v1/site-costs', { params: { query: { year, ...(unitId && { unitId }) } } })),
  });

export const checklistQuery = (unitId: string | undefined) =>
  queryOptions({
    queryKey: [...readinessKey, 'checklist', unitId ?? null],
    queryFn: () =>
      body(rest.GET('/api/v1/readiness/checklist', { params: { query: { ...(unitId && { unitId }) } } })),
  });

export const setChecklist = (input: SetChecklist) =>
  body(rest.PUT('/api/v1/readiness/checklist', { body: input }));
