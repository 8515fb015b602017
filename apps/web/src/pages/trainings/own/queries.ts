import { body } from '@diemcau/client/rest';
import type { ComeToTraining, OpenTraining, OwnTraining } from '@diemcau/contracts/meetings/trainings-own';
import { type List, useList } from '../../../admin/table/use-list';
import { rest } from '../../../api/rest';

export const ownTrainingsKey = ['work', 'own-trainings'] as const;

export const useOwnTrainings = (): List<OwnTraining> =>
  useList({
    key: [...ownTrainingsKey, 'mine'],
    inAddress: false,
    fetch: (page) => body(rest.GET('/api/v1/me/trainings', { params: { query: page } })),
  });

export const useOpenTrainings = (): List<OpenTraining> =>
  useList({
    key: [...ownTrainingsKey, 'open'],
    inAddress: false,
    pageSize: 10,
    fetch: (page) => body(rest.GET('/api/v1/me/trainings/open', { params: { query: page } })),
  });

export const come = ({ trainingId, siteId }: ComeToTraining) =>
  body(rest.PUT('/api/v1/me/trainings/{trainingId}', { params: { path: { trainingId } }, body: { siteId } }));

export const stayAway = (trainingId: string) =>
  body(rest.DELETE('/api/v1/me/trainings/{trainingId}', { params: { path: { trainingId } } }));
