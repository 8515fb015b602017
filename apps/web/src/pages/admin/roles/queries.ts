import { body } from '@diemcau/client/rest';
import type { ChangeRole, DefineRole, GrantRecord } from '@diemcau/contracts/identity/grants';
import { rest } from '../../../api/rest';
import { type List, useList } from '../../../admin/table/use-list';

export const defineRole = (input: DefineRole) => body(rest.POST('/api/v1/roles', { body: input }));

export const changeRole = ({ key, ...change }: ChangeRole) =>
  body(rest.PUT('/api/v1/roles/{key}', { params: { path: { key } }, body: change }));

export const removeRole = (key: string) =>
  body(rest.DELETE('/api/v1/roles/{key}', { params: { path: { key } } }));

/** Who holds a role within the caller's scope, now. */
export function useHolders(role: string): List<GrantRecord> {
  return useList({
    key: ['admin', 'grants', role],
    inAddress: false,
    pageSize: 20,
    fetch: (page) =>
      body(rest.GET('/api/v1/grants', { params: { query: { ...page, role, state: 'current' } } })),
  });
}
