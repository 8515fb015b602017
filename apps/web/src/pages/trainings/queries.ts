import { body } from '@diemcau/client/rest';
import type { Certificate, RevokeCertificate } from '@diemcau/contracts/meetings/certificates';
import type { ChangeTraining, PlanTraining, TrainingLine } from '@diemcau/contracts/meetings/trainings';
import type {
  Candidate,
  MarkAttendance,
  RegisterPeople,
  Registration,
  RegistrationRef,
} from '@diemcau/contracts/meetings/trainings-people';
import { queryOptions } from '@tanstack/react-query';
import { type List, type PageAsk, useList } from '../../admin/table/use-list';
import { rest } from '../../api/rest';

/** A meeting or a series of kind training. */
export type EventSource = { readonly occurrenceId: string } | { readonly seriesId: string };

export const trainingsKey = ['work', 'trainings'] as const;

export const useTrainings = (): List<TrainingLine> =>
  useList({
    key: [...trainingsKey, 'list'],
    fetch: (page) => body(rest.GET('/api/v1/trainings', { params: { query: page } })),
  });

/** The event that a meeting is a session of, or a series has. */
export const eventOfQuery = (of: EventSource) =>
  queryOptions({
    queryKey: [...trainingsKey, 'of', of],
    queryFn: async () => {
      const { items } = await body(
        rest.GET('/api/v1/trainings', { params: { query: { ...of, limit: 10 } } }),
      );
      return items.find(({ state }) => state !== 'cancelled') ?? null;
    },
  });

export const trainingQuery = (trainingId: string) =>
  queryOptions({
    queryKey: [...trainingsKey, 'one', trainingId],
    queryFn: () => body(rest.GET('/api/v1/trainings/{trainingId}', { params: { path: { trainingId } } })),
  });

export const usePeople = (trainingId: string): List<Registration> =>
  useList({
    key: [...trainingsKey, 'people', trainingId],
    inAddress: false,
    pageSize: 200,
    fetch: (page) =>
      body(
        rest.GET('/api/v1/trainings/{trainingId}/people', {
          params: { path: { trainingId }, query: page },
        }),
      ),
  });

const certificatesOf = (trainingId: string, page: PageAsk) =>
  body(
    rest.GET('/api/v1/trainings/{trainingId}/certificates', {
      params: { path: { trainingId }, query: page },
    }),
  );

export const useCertificates = (trainingId: string): List<Certificate> =>
  useList({
    key: [...trainingsKey, 'certificates', trainingId],
    inAddress: false,
    fetch: (page) => certificatesOf(trainingId, page),
  });

/** How many stand: they are printed, the revoked are not. */
export const certificatesCountQuery = (trainingId: string) =>
  queryOptions({
    queryKey: [...trainingsKey, 'certificates', trainingId, 'count'],
    queryFn: () => certificatesOf(trainingId, { limit: 1 }),
  });

export interface CandidatesOf {
  readonly trainingId: string;
  readonly unitId: string;
  /** Words of the name; empty for all. */
  readonly q: string;
}

export const useCandidates = ({ trainingId, unitId, q }: CandidatesOf): List<Candidate> =>
  useList({
    key: [...trainingsKey, 'candidates', trainingId, unitId, q],
    inAddress: false,
    pageSize: 100,
    fetch: (page) =>
      body(
        rest.GET('/api/v1/trainings/{trainingId}/candidates', {
          params: { path: { trainingId }, query: { ...page, unitId, ...(q && { q }) } },
        }),
      ),
  });

export const planTraining = (input: PlanTraining) => body(rest.POST('/api/v1/trainings', { body: input }));

export const changeTraining = ({ trainingId, ...change }: ChangeTraining) =>
  body(rest.PATCH('/api/v1/trainings/{trainingId}', { params: { path: { trainingId } }, body: change }));

export const registerPeople = ({ trainingId, ...people }: RegisterPeople) =>
  body(
    rest.POST('/api/v1/trainings/{trainingId}/people', { params: { path: { trainingId } }, body: people }),
  );

export const withdraw = ({ trainingId, userId }: RegistrationRef) =>
  body(
    rest.DELETE('/api/v1/trainings/{trainingId}/people/{userId}', {
      params: { path: { trainingId, userId } },
    }),
  );

export const markAttendance = ({ trainingId, occurrenceId, marks }: MarkAttendance) =>
  body(
    rest.PUT('/api/v1/trainings/{trainingId}/sessions/{occurrenceId}/marks', {
      params: { path: { trainingId, occurrenceId } },
      body: { marks },
    }),
  );

export const issueCertificates = (trainingId: string) =>
  body(rest.POST('/api/v1/trainings/{trainingId}/certificates', { params: { path: { trainingId } } }));

export const revokeCertificate = ({ certificateId, reason }: RevokeCertificate) =>
  body(
    rest.POST('/api/v1/certificates/{certificateId}/revoke', {
      params: { path: { certificateId } },
      body: { reason },
    }),
  );
