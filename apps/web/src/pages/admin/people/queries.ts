import { body } from '@diemcau/client/rest';
import type { Delegate, GiveRole } from '@diemcau/contracts/identity/grants';
import type { ChangeUser, CreateUser, MoveUser } from '@diemcau/contracts/identity/users';
import { queryOptions } from '@tanstack/react-query';
import { rest } from '../../../api/rest';

/** Everything about people begins with this, so that one change has all of it fetched anew. */
export const peopleKey = ['admin', 'people'] as const;

const at = (userId: string) => ({ params: { path: { userId } } });

export const personQuery = (userId: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'one', userId],
    queryFn: () => body(rest.GET('/api/v1/users/{userId}', at(userId))),
  });

export const pastGrantsQuery = (userId: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'past-grants', userId],
    queryFn: () =>
      body(rest.GET('/api/v1/grants', { params: { query: { userId, state: 'past', limit: 100 } } })),
  });

export const currentGrantsQuery = (userId: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'grants', userId],
    queryFn: () =>
      body(rest.GET('/api/v1/grants', { params: { query: { userId, state: 'current', limit: 100 } } })),
  });

export const sessionsQuery = (userId: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'sessions', userId],
    queryFn: () => body(rest.GET('/api/v1/users/{userId}/sessions', at(userId))),
  });

export const factorsQuery = (userId: string) =>
  queryOptions({
    queryKey: [...peopleKey, 'factors', userId],
    queryFn: () => body(rest.GET('/api/v1/users/{userId}/second-factors', at(userId))),
  });

export const createUser = (input: CreateUser) => body(rest.POST('/api/v1/users', { body: input }));

export const proposeUserName = (displayName: string, unitId: string) =>
  body(rest.GET('/api/v1/user-names/proposal', { params: { query: { displayName, unitId } } }));

export const changeUser = ({ userId, ...change }: ChangeUser) =>
  body(rest.PATCH('/api/v1/users/{userId}', { ...at(userId), body: change }));

export const moveUser = ({ userId, ...move }: MoveUser) =>
  body(rest.PUT('/api/v1/users/{userId}/unit', { ...at(userId), body: move }));

const stateActs = ['lock', 'unlock', 'disable', 'reinstate'] as const;
export type StateAct = (typeof stateActs)[number];

export const changeState = ({ userId, act, reason }: { userId: string; act: StateAct; reason: string }) =>
  body(rest.POST(`/api/v1/users/{userId}/${act}`, { ...at(userId), body: { reason } }));

export const issueSecrets = (userIds: readonly string[]) =>
  body(rest.POST('/api/v1/users/initial-secrets', { body: { userIds: [...userIds] } }));

export const giveRole = (input: GiveRole) => body(rest.POST('/api/v1/grants', { body: input }));

export const takeRole = (grantId: string) =>
  body(rest.DELETE('/api/v1/grants/{grantId}', { params: { path: { grantId } } }));

export const delegate = (input: Delegate) => body(rest.POST('/api/v1/delegations', { body: input }));

export const endSession = ({ userId, sessionId }: { userId: string; sessionId: string }) =>
  body(
    rest.DELETE('/api/v1/users/{userId}/sessions/{sessionId}', { params: { path: { userId, sessionId } } }),
  );

export const endAllSessions = (userId: string) =>
  body(rest.DELETE('/api/v1/users/{userId}/sessions', at(userId)));

export const removeFactor = ({ userId, factorId }: { userId: string; factorId: string }) =>
  body(
    rest.DELETE('/api/v1/users/{userId}/second-factors/{factorId}', {
      params: { path: { userId, factorId } },
    }),
  );

export const unbindGuardian = ({ userId, guardianId }: { userId: string; guardianId: string }) =>
  body(
    rest.DELETE('/api/v1/users/{userId}/guardians/{guardianId}', {
      params: { path: { userId, guardianId } },
    }),
  );
