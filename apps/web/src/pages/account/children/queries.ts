import { body } from '@diemcau/client/rest';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';
import type { Relation } from '../../parent/relations';

export const childrenQuery = () =>
  queryOptions({ queryKey: ['me', 'children'], queryFn: () => body(rest.GET('/api/v1/me/children')) });

export interface Claim {
  readonly code: string;
  readonly birthDate: string;
  readonly relation: Relation;
  readonly consentVersion: string;
}

export const bindChild = (claim: Claim) => body(rest.POST('/api/v1/me/children', { body: claim }));

export const unbindChild = (studentId: string) =>
  body(rest.DELETE('/api/v1/me/children/{studentId}', { params: { path: { studentId } } }));

export const withdrawConsent = (studentId: string) =>
  body(rest.DELETE('/api/v1/me/children/{studentId}/consent', { params: { path: { studentId } } }));
