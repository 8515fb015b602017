import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import { checksKey } from '../../meetings/checks/queries';
import { fetchMine, invitationsKey } from '../../meetings/invitations/queries';
import { meetingsKey } from '../../meetings/occurrence/queries';
import { plansKey } from '../../meetings/plans/queries';
import { trialsKey } from '../../meetings/trials/queries';
import { reportsKey } from '../../reports/queries';
import { maintenanceKey } from '../../sites/equipment/queries';
import { reviewsKey } from '../../reports/reviews/queries';

/** Each below the key of what it is about: what changes that changes what is owed. */
export const approvalsOwedQuery = queryOptions({
  queryKey: [...plansKey, 'owed', 'approvals'],
  queryFn: () => body(rest.GET('/api/v1/owed/approvals')),
});
export const correctionsOwedQuery = queryOptions({
  queryKey: [...plansKey, 'owed', 'corrections'],
  queryFn: () => body(rest.GET('/api/v1/owed/corrections')),
});
export const checksOwedQuery = queryOptions({
  queryKey: [...checksKey, 'owed'],
  queryFn: () => body(rest.GET('/api/v1/owed/checks')),
});
export const maintenanceOwedQuery = queryOptions({
  queryKey: [...maintenanceKey, 'owed'],
  queryFn: () => body(rest.GET('/api/v1/owed/maintenance')),
});
export const sitesOwedQuery = queryOptions({
  queryKey: [...meetingsKey, 'owed', 'sites'],
  queryFn: () => body(rest.GET('/api/v1/owed/sites')),
});
export const trialsOwedQuery = queryOptions({
  queryKey: [...trialsKey, 'owed'],
  queryFn: () => body(rest.GET('/api/v1/owed/trials')),
});
export const reviewsOwedQuery = queryOptions({
  queryKey: [...reviewsKey, 'owed'],
  queryFn: () => body(rest.GET('/api/v1/owed/reviews')),
});
export const reportsOwedQuery = queryOptions({
  queryKey: [...reportsKey, 'owed'],
  queryFn: () => body(rest.GET('/api/v1/owed/reports')),
});
export const invitationsOwedQuery = queryOptions({
  queryKey: [...invitationsKey, 'owed'],
  queryFn: () => fetchMine(false),
});
