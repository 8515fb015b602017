import { body } from '@diemcau/client/rest';
import { rest } from '../../../api/rest';

export const privacyKey = ['admin', 'privacy'] as const;

export const askForArchiveOf = (userId: string) =>
  body(rest.POST('/api/v1/privacy/archives', { body: { userId } }));

export interface Erasure {
  readonly userId: string;
  readonly userName: string;
  readonly reason: string;
}

export const askForErasureOf = ({ reason, ...erasure }: Erasure) =>
  body(rest.POST('/api/v1/privacy/erasures', { body: { ...erasure, ...(reason !== '' && { reason }) } }));

const pathOf = (requestId: string) => ({ params: { path: { requestId } } });

export const approve = ({ id, userName }: { id: string; userName: string }) =>
  body(rest.POST('/api/v1/privacy/requests/{requestId}/approve', { ...pathOf(id), body: { userName } }));

export const refuse = ({ id, reason }: { id: string; reason: string }) =>
  body(rest.POST('/api/v1/privacy/requests/{requestId}/refuse', { ...pathOf(id), body: { reason } }));

export const withdraw = (id: string) =>
  body(rest.POST('/api/v1/privacy/requests/{requestId}/withdraw', pathOf(id)));
