import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

/** Current, upcoming and past roles of the caller. */
export const ownGrantsQuery = (userId: string) =>
  queryOptions({
    queryKey: ['me', 'grants', userId],
    queryFn: () =>
      body(rest.GET('/api/v1/grants', { params: { query: { userId, state: 'all', limit: 200 } } })),
  });

/** What the caller has lent to others. */
export const lentGrantsQuery = () =>
  queryOptions({
    queryKey: ['me', 'grants', 'lent'],
    queryFn: () =>
      body(rest.GET('/api/v1/grants', { params: { query: { lent: true, state: 'all', limit: 200 } } })),
  });

export interface Colleague {
  readonly userId: string;
  readonly name: string;
  /** What tells namesakes apart: user name, or what the roster says of how to reach them; and the unit. */
  readonly detail: string;
}

/** People one may lend roles to: accounts where one may see them, else the operators of the roster. */
export async function findColleagues(q: string, maySeeUsers: boolean): Promise<Colleague[]> {
  const query = { limit: 20, ...(q && { q }) };
  if (maySeeUsers) {
    const { items } = await body(
      rest.GET('/api/v1/users', { params: { query: { ...query, kind: 'staff', state: 'active' } } }),
    );
    return items.map(({ id, displayName, userName, unitName }) => ({
      userId: id,
      name: displayName,
      detail: `${userName} · ${unitName}`,
    }));
  }
  const { items } = await body(rest.GET('/api/v1/roster', { params: { query } }));
  // Who runs the sites of several units is there once for each.
  const people = new Map<string, Colleague>();
  for (const { userId, name, email, phone, unitName } of items) {
    if (userId === null || people.has(userId)) continue;
    const detail = [email ?? phone, unitName].filter((part) => part !== null).join(' · ');
    people.set(userId, { userId, name, detail });
  }
  return [...people.values()];
}

export interface Delegation {
  readonly grantIds: string[];
  readonly userId: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export const delegate = (delegation: Delegation) =>
  body(rest.POST('/api/v1/delegations', { body: delegation }));

/** Gives back an own role, or takes back what was lent. */
export const endGrant = (grantId: string) =>
  body(rest.DELETE('/api/v1/grants/{grantId}', { params: { path: { grantId } } }));
