import { body } from '@diemcau/client/rest';
import type { AnswerByLink, AnswerInvitation, MyInvitation } from '@diemcau/contracts/meetings/replies';
import { rest } from '../../../api/rest';

export const invitationsKey = ['work', 'invitations'] as const;

export const fetchMine = (all: boolean, cursor?: string) =>
  body(rest.GET('/api/v1/invitations', { params: { query: { limit: 50, all, ...(cursor && { cursor }) } } }));

export const fetchOf = (occurrenceId: string) =>
  body(
    rest.GET('/api/v1/occurrences/{occurrenceId}/invitations', {
      params: { path: { occurrenceId }, query: { limit: 200 } },
    }),
  );

export const invite = (occurrenceId: string, userIds: string[]) =>
  body(
    rest.POST('/api/v1/occurrences/{occurrenceId}/invitations', {
      params: { path: { occurrenceId } },
      body: { userIds },
    }),
  );

export const takeBack = (invitationId: string) =>
  body(rest.DELETE('/api/v1/invitations/{invitationId}', { params: { path: { invitationId } } }));

export const view = (invitationId: string): Promise<MyInvitation> =>
  body(rest.POST('/api/v1/invitations/{invitationId}/view', { params: { path: { invitationId } } }));

export const answer = ({ invitationId, ...given }: AnswerInvitation): Promise<MyInvitation> =>
  body(
    rest.PUT('/api/v1/invitations/{invitationId}/answer', {
      params: { path: { invitationId } },
      body: given,
    }),
  );

export const fetchDelegates = (invitationId: string, q: string) =>
  body(
    rest.GET('/api/v1/invitations/{invitationId}/delegates', {
      params: { path: { invitationId }, query: { ...(q && { q }) } },
    }),
  );

export const openLink = (token: string): Promise<MyInvitation> =>
  body(rest.POST('/api/v1/replies/open', { body: { token } }));

export const answerByLink = (given: AnswerByLink): Promise<MyInvitation> =>
  body(rest.POST('/api/v1/replies', { body: given }));
